import { copyGraph } from '../../../src/story/copy-graph';
import { countIndependentSources } from '../../../src/story/independent-sources';
import type { StoryMember } from '../../../src/story/member';
import { reprintGroups } from '../../../src/story/reprint-groups';
import { sentencesStillCarried } from '../../../src/story/still-carried';
import { HOUR_MS, member, story } from './story-fixtures';

const WIRE = [
  'Heavy rain swept away the only bridge over the Orla near the village of Marla before dawn on Sunday.',
  'The district council has closed all roads into the valley until engineers have checked them.',
  'Two hundred children were taken to a school in Essen, where volunteers served breakfast.',
  'Forecasters expect the river to fall by the evening, and the army has sent two boats.',
];
const OWN = [
  'Families in Marla spent the night on their roofs while water filled the streets below.',
  'It is the third time in ten years that the crossing has been lost to a storm.',
  'A shopkeeper said she had saved nothing except her late husband’s violin.',
];
const ADDED = [
  'Our reporter in Essen spoke to a teacher who had carried four pupils to safety.',
  'The town has opened a fund for those whose houses were damaged by the flood.',
];

const wire = (id: string, hour: number, more: Partial<Parameters<typeof member>[0]> = {}): StoryMember =>
  member({ id, hour, text: [WIRE], ...more });

function rolesOf(members: readonly StoryMember[]): Record<string, string> {
  return Object.fromEntries(story(members).articles.map(({ id, role }) => [id, role]));
}

describe('roles and reprint groups', () => {
  const members = [
    wire('first', 0, { source: 'Delta Wire' }),
    wire('copy', 1, { source: 'North Post' }),
    member({ id: 'cut', hour: 2, source: 'Evening Sun', text: [WIRE.slice(0, 3)] }),
    member({ id: 'longer', hour: 3, source: 'Valley Echo', text: [WIRE, ADDED] }),
    member({ id: 'own', hour: 4, source: 'Marla Courier', text: [OWN] }),
    member({ id: 'later', hour: 9, source: 'Delta Wire', text: [[...ADDED.slice(0, 1), OWN[2]]] }),
  ];

  test('each article has the role its text gives it', () => {
    expect(rolesOf(members)).toEqual({
      first: 'origin',
      copy: 'reprint',
      cut: 'reprint',
      longer: 'extension',
      own: 'rewrite',
      later: 'reprint',
    });
  });

  test('a later article of the same outlet with something new is an update', () => {
    const later = member({
      id: 'later',
      hour: 9,
      source: 'Delta Wire',
      text: [[...WIRE.slice(0, 2), ...OWN]],
    });
    expect(rolesOf([members[0], members[1], later])).toMatchObject({ later: 'update' });
  });

  test('copies share a group named after the earliest; others have their own', () => {
    const groups = Object.fromEntries(reprintGroups(members));
    expect(groups).toMatchObject({
      first: 'first',
      copy: 'first',
      cut: 'first',
      longer: 'first',
      own: 'own',
    });
    expect(reprintGroups([...members].reverse())).toEqual(reprintGroups(members));
  });

  test('a group that was given is kept', () => {
    const given = [
      { ...members[0], reprintGroup: 'x' },
      { ...members[1], reprintGroup: 'y' },
    ];
    expect(new Set(reprintGroups(given).values()).size).toBe(2);
  });

  test('the copy graph says who carried how much of whom, and how much later', () => {
    const edges = copyGraph(members);
    expect(edges.find(({ to }) => to === 'cut')).toMatchObject({
      from: 'copy',
      shareOfTo: 1,
      laterMs: HOUR_MS,
    });
    const longer = edges.find(({ from, to }) => from === 'first' && to === 'longer');
    expect(longer?.shareOfFrom).toBe(1);
    expect(longer?.shareOfTo).toBeLessThan(0.75);
    expect(edges.some(({ to }) => to === 'own')).toBe(false);
  });

  test('novelty: each arriving report counts what it brought', () => {
    const fresh = Object.fromEntries(story(members).articles.map((a) => [a.id, a.newSentences]));
    expect(fresh).toEqual({ first: 4, copy: 0, cut: 0, longer: 2, own: 3, later: 0 });
    const more = member({
      id: 'more',
      hour: 5,
      text: [['Engineers put the damage at 3.4 million euros.', ...WIRE]],
    });
    expect(story([members[0], more]).articles[1].newFigures).toEqual(['3.4 million euros']);
  });
});

describe('origin', () => {
  test.each([
    ['the credit field', { credit: 'Delta Wire' }, 'creditedMember', 'wire'],
    [
      'a name in brackets',
      { text: [[`MARLA (Delta Wire) - ${WIRE[0]}`, ...WIRE.slice(1)]] },
      'creditedMember',
      'wire',
    ],
    [
      'who reported it',
      { text: [[`${WIRE[0].slice(0, -1)}, Delta Wire reported.`]] },
      'creditedMember',
      'wire',
    ],
    ['an agency that is no member', { credit: 'Reuters' }, 'creditedElsewhere', 'post'],
    ['no credit', {}, 'earliest', 'post'],
  ] as const)('%s', (_what, more, rule, articleId) => {
    const { origin } = story([
      member({ id: 'post', hour: 0, source: 'North Post', text: [WIRE], ...more }),
      wire('wire', 1, { source: 'Delta Wire' }),
    ]);
    expect(origin).toMatchObject({ rule, articleId });
    expect(origin?.why).not.toBe('');
  });

  test('an outlet that credits itself says nothing', () => {
    const { origin } = story([
      wire('post', 0, { source: 'North Post' }),
      wire('wire', 1, { source: 'Delta Wire', credit: 'Delta Wire' }),
    ]);
    expect(origin).toMatchObject({ rule: 'earliest', articleId: 'post' });
  });

  test('a copy that credits an outsider leaves the earliest the origin', () => {
    const { origin } = story([wire('post', 0), wire('copy', 1, { credit: 'Reuters' })]);
    expect(origin).toMatchObject({ rule: 'creditedElsewhere', articleId: 'post', credit: 'Reuters' });
  });

  test('aliases of an agency are one name', () => {
    const { origin } = story([
      wire('post', 0, { source: 'North Post', credit: 'AP' }),
      wire('ap', 1, { source: 'Associated Press' }),
    ]);
    expect(origin).toMatchObject({ rule: 'creditedMember', articleId: 'ap', credit: 'AP' });
  });
});

describe('independent sources', () => {
  test.each([
    ['one text in four outlets', ['t/a', 't/b', 't/c', 't/d'], 1],
    ['one owner with three texts', ['t/a', 'u/a', 'v/a'], 1],
    ['two texts of two owners', ['t/a', 'u/b'], 2],
    ['an owner that prints both is not needed twice', ['t/a', 'u/a', 't/b', 'u/c'], 2],
    ['a chain has to be reassigned', ['t/a', 't/b', 'u/a', 'v/b', 'v/c'], 3],
    ['nobody', [], 0],
  ])('%s', (_what, pairs, expected) => {
    const articles = pairs.map((pair) => ({ reprintGroup: pair.split('/')[0], owner: pair.split('/')[1] }));
    expect(countIndependentSources(articles)).toBe(expected);
    expect(countIndependentSources([...articles].reverse())).toBe(expected);
  });

  test('outlets of one group are one owner', () => {
    const { counts } = story([
      wire('a', 0, { source: 'North Post', group: 'Post Media' }),
      member({ id: 'b', hour: 1, source: 'South Post', group: 'Post Media', text: [OWN] }),
    ]);
    expect(counts).toEqual({ articles: 2, sources: 2, independentSources: 1, reprints: 0 });
  });
});

describe('sentences still carried after a withdrawal', () => {
  test('names reprints with the sentences they carry, edited ones too', () => {
    const withdrawn = wire('gone', 0);
    const edited = member({ id: 'edited', hour: 1, text: [[WIRE[0].replace('swept', 'has swept'), OWN[0]]] });
    const carried = sentencesStillCarried(withdrawn, [
      wire('copy', 1),
      edited,
      member({ id: 'own', text: [OWN] }),
    ]);
    expect(carried).toEqual([
      { articleId: 'copy', share: 1, sentences: WIRE, count: 4 },
      { articleId: 'edited', share: 0.25, sentences: [WIRE[0]], count: 1 },
    ]);
  });
});
