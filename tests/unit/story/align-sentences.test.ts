import { bodyTexts, member, story } from './story-fixtures';

const FLOOD = 'Heavy rain swept away the only bridge over the Orla near the village of Marla before dawn.';
const COUNCIL =
  'The district council has closed all roads into the valley until engineers have checked them.';
const SCHOOL = 'Two hundred children were taken to a school in Essen, where volunteers served breakfast.';
const MAYOR = 'Mayor Ingrid Halvorsen asked the army for help.';

describe('aligning sentences', () => {
  test('equal sentences are one, whatever their case and punctuation', () => {
    const document = story([
      member({ id: 'a', text: [[FLOOD]] }),
      member({ id: 'b', text: [[FLOOD.toUpperCase().replace('.', '!')]], hour: 1 }),
    ]);
    expect(document.body).toHaveLength(1);
    expect(document.body[0]).toMatchObject({ text: FLOOD, support: ['a', 'b'], kind: 'shared' });
  });

  test('an edited sentence is the same one, its wording kept as a variant', () => {
    const edited = FLOOD.replace('Heavy rain swept', 'Torrential rain has swept');
    const document = story([
      member({ id: 'a', text: [[FLOOD]] }),
      member({ id: 'b', text: [[edited]], hour: 1 }),
    ]);
    expect(document.body).toHaveLength(1);
    expect(document.body[0].support).toEqual(['a', 'b']);
    expect(document.body[0].variants).toEqual([{ text: edited, articleIds: ['b'] }]);
  });

  test('clauses in another order are the same sentence', () => {
    const turned =
      'Before dawn, heavy rain swept away the only bridge near the village of Marla over the Orla.';
    expect(
      story([member({ id: 'a', text: [[FLOOD]] }), member({ id: 'b', text: [[turned]] })]).body,
    ).toHaveLength(1);
  });

  test('a joined sentence carries both of the sentences it is made of', () => {
    const joined = `${FLOOD.slice(0, -1)}, and the ${COUNCIL.slice(4)}`;
    for (const [first, second] of [
      [0, 1],
      [1, 0],
    ]) {
      const document = story([
        member({ id: 'apart', text: [[FLOOD, COUNCIL]], hour: first }),
        member({ id: 'joined', text: [[joined]], hour: second }),
      ]);
      const covered = document.body.flatMap((s) => s.support);
      expect(covered).toContain('apart');
      expect(covered).toContain('joined');
      const texts = document.body.flatMap((s) => [s.text, ...(s.variants ?? []).map((v) => v.text)]);
      expect(texts.sort()).toEqual([COUNCIL, FLOOD, joined].sort());
      expect(document.body.every((s) => s.kind === 'shared')).toBe(true);
    }
  });

  test('a statement and its denial stay apart', () => {
    const denied = COUNCIL.replace('has closed', 'has not closed');
    const document = story([
      member({ id: 'a', text: [[COUNCIL]] }),
      member({ id: 'b', text: [[denied]], hour: 1 }),
    ]);
    expect(bodyTexts(document)).toEqual([COUNCIL, denied]);
  });

  test('sentences of one template about different things stay apart', () => {
    const first = 'In Marla the bakers beat the butchers by 31 goals to 12 on Saturday.';
    const second = 'In Essen the weavers beat the millers by 24 goals to 19 on Sunday.';
    const document = story([
      member({ id: 'a', text: [[first]] }),
      member({ id: 'b', text: [[second]], hour: 1 }),
    ]);
    expect(bodyTexts(document)).toEqual([first, second]);
  });

  test('two sentences of one article are never taken for one', () => {
    const other = FLOOD.replace('bridge', 'road');
    expect(story([member({ id: 'a', text: [[FLOOD, other]] })]).body).toHaveLength(2);
  });

  test('an addition stands after the paragraph it followed, a long one behind the text', () => {
    const long = ['one', 'two', 'three', 'four', 'five'].map(
      (word) => `Line number ${word} of a long sidebar on weather.`,
    );
    const document = story([
      member({ id: 'a', text: [[FLOOD], [COUNCIL], [SCHOOL]] }),
      member({
        id: 'b',
        text: [
          [FLOOD, MAYOR],
          [COUNCIL, SCHOOL],
        ],
        hour: 1,
      }),
      member({ id: 'c', text: [[FLOOD], long, [SCHOOL]], hour: 2 }),
    ]);
    expect(bodyTexts(document)).toEqual([FLOOD, MAYOR, COUNCIL, SCHOOL, ...long]);
    expect(document.body.map(({ paragraph }) => paragraph)).toEqual([0, 1, 2, 3, 4, 4, 4, 4, 4]);
  });

  test('an addition stands where the text goes on as in its article, else behind the text', () => {
    const lead = 'Harwick counted what the night had cost it.';
    const rest = 'Insurers have opened an office in the market hall.';
    const document = story([
      member({ id: 'a', text: [[FLOOD], [COUNCIL], [SCHOOL]] }),
      // Cut short, then gone on with.
      member({ id: 'b', text: [[FLOOD], [rest]], hour: 1 }),
      // Told in its own way, with one sentence in common.
      member({ id: 'c', text: [[lead], [COUNCIL], [MAYOR]], hour: 2 }),
    ]);
    expect(bodyTexts(document)).toEqual([FLOOD, COUNCIL, SCHOOL, rest, lead, MAYOR]);
  });

  test('a sentence damaged beyond its words is the one at its place in another copy', () => {
    const [said, damaged] = ['The mayor agreed.', 'Teh mayor agred.'];
    const texts = [FLOOD, COUNCIL, SCHOOL, MAYOR];
    const copy = (id: string, hour: number, sentence: string) =>
      member({ id, hour, text: [...texts.slice(0, 2), sentence, ...texts.slice(2)].map((text) => [text]) });
    const document = story([copy('a', 0, said), copy('b', 1, damaged), copy('c', 2, said)]);
    expect(bodyTexts(document)).toEqual([FLOOD, COUNCIL, said, SCHOOL, MAYOR]);
    expect(document.body[2]).toMatchObject({
      support: ['a', 'b', 'c'],
      variants: [{ text: damaged, articleIds: ['b'] }],
    });
    expect(document.articles.map(({ newSentences }) => newSentences)).toEqual([5, 0, 0]);
    // Another sentence at that place is another sentence, and so is a denial.
    for (const other of ['Buses run again.', 'The mayor never agreed.']) {
      const two = story([copy('a', 0, said), copy('b', 1, other)]);
      expect(bodyTexts(two)).toEqual(expect.arrayContaining([said, other]));
    }
  });

  test('text without spaces between words is aligned too', () => {
    const first = '周日凌晨，奥拉河上唯一的一座桥被洪水冲垮，当地政府已经关闭了所有通往山谷的道路。';
    const second = '周日凌晨，奥拉河上唯一的一座桥梁被洪水冲垮，当地政府现已关闭了所有通往山谷的道路。';
    const document = story([
      member({ id: 'a', text: [[first]] }),
      member({ id: 'b', text: [[second]], hour: 1 }),
    ]);
    expect(document.body).toHaveLength(1);
    expect(document.body[0].support).toEqual(['a', 'b']);
  });
});
