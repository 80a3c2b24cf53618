import { buildStory } from '../../../src/story/build-story';
import { diffStories, isEmptyChange } from '../../../src/story/diff-stories';
import { STORY_LIMITS } from '../../../src/story/limits';
import { DEFAULT_STORY_RULES } from '../../../src/story/story-rules';
import { toJsonLd } from '../../../src/story/to-json-ld';
import { toNinjs } from '../../../src/story/to-ninjs';
import { bodyTexts, member, story } from './story-fixtures';

const LINES = [
  'Heavy rain swept away the only bridge over the Orla near the village of Marla before dawn.',
  'The district council has closed all roads into the valley until engineers have checked them.',
  'Two hundred children were taken to a school in Essen, where volunteers served breakfast.',
];
const early = member({
  id: 'early',
  source: 'North Post',
  title: 'Bridge lost in flood',
  text: [[LINES[0]]],
});
const late = member({
  id: 'late',
  hour: 2,
  source: 'Delta Wire',
  title: 'Flood destroys Marla bridge',
  text: [LINES],
});
const middle = member({
  id: 'middle',
  hour: 1,
  source: 'Valley Echo',
  title: 'Marla bridge lost in flood',
  text: [LINES.slice(0, 2)],
});
const all = [early, middle, late];

describe('rules of the fields', () => {
  test.each([
    ['earliest', 'early'],
    ['mostComplete', 'late'],
    ['mostCentral', 'middle'],
    ['sourcePriority', 'late'],
  ] as const)('the title by %s', (rule, articleId) => {
    const { title } = story(all, { title: [rule], sourcePriority: ['The Unknown', 'delta wire'] });
    expect(title).toMatchObject({ articleId, rule });
  });

  test('a rule that decides nothing leaves it to the next', () => {
    const { title } = story(all, { title: ['sourcePriority', 'mostComplete'], sourcePriority: ['Nobody'] });
    expect(title).toMatchObject({ articleId: 'late', rule: 'mostComplete' });
  });

  test('the body runs as its base does, the lead names all who carry it', () => {
    const document = story(all, { body: ['mostComplete'], lead: ['mostComplete'] });
    expect(document.bodyBase).toEqual({ articleId: 'late', rule: 'mostComplete' });
    expect(bodyTexts(document)).toEqual(LINES);
    expect(document.lead).toMatchObject({ text: LINES[0], articleIds: ['early', 'middle', 'late'] });
  });

  test('a byline is not the lead', () => {
    const signed = member({ id: 'signed', text: [['Words: Ingrid Halvorsen and Robert Castell'], LINES] });
    expect(story([signed]).lead.text).toBe(LINES[0]);
  });
});

describe('a story without text', () => {
  test('no members: identity and nothing else', () => {
    const document = story([]);
    expect(document).toMatchObject({ id: 'story-1', origin: null, body: [], firstPublishedAt: null });
    expect(document.counts).toEqual({ articles: 0, sources: 0, independentSources: 0, reprints: 0 });
  });

  test('headlines only', () => {
    const document = story([
      member({ id: 'a', title: 'Bridge lost' }),
      member({ id: 'b', title: 'Bridge lost', hour: 1 }),
    ]);
    expect(document).toMatchObject({
      title: { text: 'Bridge lost' },
      lead: { text: '', articleId: null },
      body: [],
    });
    expect(document.articles.map(({ reprintGroup }) => reprintGroup)).toEqual(['a', 'a']);
  });
});

describe('what changed', () => {
  test('the first version: everything is new', () => {
    const change = diffStories(undefined, story([early]));
    expect(change.articles.added).toEqual([{ id: 'early', role: 'origin', newSentences: 1, newFigures: [] }]);
    expect(change.newSentences).toEqual([{ text: LINES[0], articleId: 'early' }]);
    expect(change.fields).toEqual([]);
  });

  test('an article joins: only what it brought', () => {
    const change = diffStories(story([early]), story([early, late]));
    expect(change.articles.added).toMatchObject([
      { id: 'late', newSentences: 2, newFigures: ['Two hundred'] },
    ]);
    expect(change.newSentences.map(({ text }) => text)).toEqual(LINES.slice(1));
  });

  test('an article leaves or is revised', () => {
    const revised = member({
      id: 'late',
      hour: 2,
      source: 'Delta Wire',
      revision: 2,
      text: [[LINES[0], LINES[1]]],
    });
    const change = diffStories(story(all), story([early, revised]));
    expect(change.articles).toEqual({ added: [], removed: ['middle'], revised: ['late'] });
  });

  test('the choice of another wording is no new sentence', () => {
    const reworded = member({ id: 'reworded', hour: 3, text: [[LINES[0].replace('swept', 'has swept')]] });
    const before = story([early, reworded], { body: ['earliest'] });
    const after = story([early, reworded], { body: ['mostComplete'] });
    expect(bodyTexts(after)).not.toEqual(bodyTexts(before));
    expect(diffStories(before, after).newSentences).toEqual([]);
  });

  test('conflicts that are new, changed and settled', () => {
    const toll = (id: string, hour: number, dead: number) =>
      member({ id, hour, text: [[`The storm destroyed ${dead} houses along the coast on Monday night.`]] });
    const [a, b, c] = [toll('a', 0, 12), toll('b', 1, 14), toll('c', 2, 14)];
    expect(diffStories(story([a]), story([a, b])).conflicts).toMatchObject([{ change: 'new' }]);
    expect(diffStories(story([a, b]), story([a, b, c])).conflicts).toMatchObject([{ change: 'changed' }]);
    expect(diffStories(story([a, b]), story([a])).settledConflicts).toHaveLength(1);
  });

  test('the same story twice is no change', () => {
    expect(isEmptyChange(diffStories(story(all), story(all)))).toBe(true);
    expect(isEmptyChange(diffStories(story([early]), story(all)))).toBe(false);
  });
});

describe('other formats', () => {
  test('JSON-LD is a NewsArticle based on its members', () => {
    const document = toJsonLd(story(all), 'https://storyfold.example/v1/stories/story-1');
    expect(document).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': 'https://storyfold.example/v1/stories/story-1',
      datePublished: '2024-03-04T06:00:00.000Z',
    });
    expect(document.isBasedOn).toMatchObject([
      { '@id': 'https://news.example/early' },
      { publisher: { '@type': 'Organization', name: 'Valley Echo' } },
      {},
    ]);
  });

  test('an address that is no web address is not passed on as one', () => {
    const bad = { ...early, article: { ...early.article, url: 'javascript:alert(1)' } };
    expect(JSON.stringify([toJsonLd(story([bad])), toNinjs(story([bad]))])).not.toContain('javascript:');
  });

  test('ninjs 3.1 has the text in paragraphs and the members as associations', () => {
    const item = toNinjs(story([member({ id: 'a', text: [[LINES[0], LINES[1]], [LINES[2]]] })]));
    expect(item).toMatchObject({
      uri: 'urn:storyfold:default:story-1',
      type: 'text',
      pubStatus: 'usable',
      bodies: [{ value: `${LINES[0]} ${LINES[1]}\n\n${LINES[2]}` }],
      associations: [{ uri: 'https://news.example/a', rel: 'origin' }],
    });
  });
});

describe('bounds', () => {
  test('thousands of sentences: the shared ones stay, the rest is counted', () => {
    const many = Array.from({ length: 900 }, (_, i) => `Line ${i} of the long register of ${i * 7} boats.`);
    const document = story([
      member({ id: 'a', text: [many] }),
      member({ id: 'b', text: [many.slice(700)], hour: 1 }),
    ]);
    expect(document.body).toHaveLength(STORY_LIMITS.bodySentences);
    expect(document.omittedSentences).toBe(many.length - STORY_LIMITS.bodySentences);
    expect(document.body.filter(({ kind }) => kind === 'shared')).toHaveLength(200);
  });

  test('many copies are all listed', () => {
    const copies = Array.from({ length: 400 }, (_, i) =>
      member({ id: `m${i}`, hour: i / 100, text: [LINES] }),
    );
    const document = story(copies);
    expect(document.articles).toHaveLength(400);
    expect(document.body).toHaveLength(3);
    expect(document.body[0].supportCount).toBe(400);
    expect(document.counts).toMatchObject({ independentSources: 1, reprints: 399 });
  });

  test('a sentence of a megabyte and broken Unicode are shown cut and mended', () => {
    const document = buildStory({
      id: 's',
      collection: 'default',
      version: 1,
      status: 'active',
      members: [
        member({ id: 'a', text: [['x '.repeat(500_000), '\ud800 broken']] }),
        member({ id: 'b', hour: 1 }),
      ],
      rules: DEFAULT_STORY_RULES,
      related: [],
    });
    expect(document.body[0].text.length).toBe(STORY_LIMITS.sentenceChars + 1);
    expect(document.body[1].text).toBe('\ufffd broken');
  });
});
