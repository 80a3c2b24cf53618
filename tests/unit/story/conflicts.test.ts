import * as fc from 'fast-check';
import type { Conflict } from '../../../src/story/canonical-story';
import { findSlots } from '../../../src/story/conflict-slots';
import { readTokens } from '../../../src/story/sentence-values';
import { member, story } from './story-fixtures';

/** The values of all conflicts between two reports of one sentence each, in story order. */
function valuesOf(first: string, second: string, language = 'en'): string[][] {
  const document = story([
    member({ id: 'a', title: 'Report', text: [[first]], language }),
    member({ id: 'b', title: 'Report', text: [[second]], hour: 1, language }),
  ]);
  return document.conflicts.map(({ values }) => values.map(({ value }) => value));
}

const CONFLICTS: readonly [what: string, first: string, second: string, values: string[]][] = [
  [
    'a count',
    'A ferry sank off the island of Marla on Monday, and 12 passengers drowned in the cold water.',
    'A ferry sank off the island of Marla on Monday, and 14 passengers drowned in the cold water.',
    ['12', '14'],
  ],
  [
    'a number in words against digits',
    'The strike closed twelve schools across the northern valley this week.',
    'The strike closed 15 schools across the northern valley this week.',
    ['twelve', '15'],
  ],
  [
    'an amount of money',
    'The council voted to spend $3.5 million on the new harbour wall next year.',
    'The council voted to spend $5.2 million on the new harbour wall next year.',
    ['$3.5 million', '$5.2 million'],
  ],
  [
    'a percentage in two spellings',
    'Turnout in the regional election was 41 percent, the electoral office said.',
    'Turnout in the regional election was 47%, the electoral office said.',
    ['41 percent', '47%'],
  ],
  [
    'a weekday',
    'The minister will present the budget to parliament on Tuesday morning.',
    'The minister will present the budget to parliament on Thursday morning.',
    ['Tuesday', 'Thursday'],
  ],
  [
    'a day of a month in two formats',
    'The bridge over the Orla was closed on March 3 after engineers found cracks in two pillars.',
    'The bridge over the Orla was closed on 5 March after engineers found cracks in two pillars.',
    ['March 3', '5 March'],
  ],
  [
    'a place',
    'The two leaders signed the trade agreement in Geneva after nine hours of talks.',
    'The two leaders signed the trade agreement in Lisbon after nine hours of talks.',
    ['Geneva', 'Lisbon'],
  ],
  [
    'a name',
    'The inquiry was led by retired judge Ingrid Halvorsen and lasted for more than two years.',
    'The inquiry was led by retired judge Robert Castell and lasted for more than two years.',
    ['Ingrid Halvorsen', 'Robert Castell'],
  ],
  [
    'a count in Spanish',
    'El terremoto dejó 12 muertos y 40 heridos en la ciudad, según la policía.',
    'El terremoto dejó 14 muertos y 40 heridos en la ciudad, según la policía.',
    ['12', '14'],
  ],
  [
    'a count in Arabic',
    'قالت الشرطة إن الانفجار أدى إلى مقتل 12 شخصا وسط المدينة مساء أمس.',
    'قالت الشرطة إن الانفجار أدى إلى مقتل 14 شخصا وسط المدينة مساء أمس.',
    ['12', '14'],
  ],
  [
    'a count in Chinese',
    '地震造成12人死亡，另有40人受伤，当地警方周日表示。',
    '地震造成14人死亡，另有40人受伤，当地警方周日表示。',
    ['12', '14'],
  ],
  [
    'at least 12 against 14: small counts are not rounded',
    'At least 12 people were hurt when the grandstand gave way during the match.',
    'At least 14 people were hurt when the grandstand gave way during the match.',
    ['12', '14'],
  ],
];

const AGREEMENTS: readonly [what: string, first: string, second: string][] = [
  [
    'twelve is 12',
    'The strike closed twelve schools across the northern valley this week.',
    'The strike closed 12 schools across the northern valley this week.',
  ],
  [
    'about 1,200 is a rounding of 1,187',
    'The plant employs about 1,200 workers in the port town of Essen.',
    'The plant employs 1,187 workers in the port town of Essen.',
  ],
  [
    '$1.2 million is a rounding of $1,187,000',
    'The repair of the old lighthouse cost the city $1.2 million last year.',
    'The repair of the old lighthouse cost the city $1,187,000 last year.',
  ],
  [
    'another spelling of a name',
    'President Salih met the foreign minister in Baghdad to discuss the budget law.',
    'President Saleh met the foreign minister in Baghdad to discuss the budget law.',
  ],
  [
    'part of a name',
    'The inquiry was led by retired judge Ingrid Halvorsen and lasted for more than two years.',
    'The inquiry was led by retired judge Halvorsen and lasted for more than two years.',
  ],
  [
    'an abbreviation',
    'The report was handed to the World Health Organization before the vote last night.',
    'The report was handed to the WHO before the vote last night.',
  ],
  [
    'who was told is attribution',
    'The bridge will stay closed until spring, a spokesman told Reuters on the phone late yesterday.',
    'The bridge will stay closed until spring, a spokesman told Bloomberg on the phone late yesterday.',
  ],
  [
    'a superset: one names more than the other',
    'Teams from Norway and Sweden joined the search for the missing climbers on the glacier.',
    'Teams from Norway joined the search for the missing climbers on the glacier.',
  ],
  [
    'values in another order',
    'Votes were cast by 40 farmers and 25 fishermen in the village hall on the quay.',
    'Votes were cast by 25 fishermen and 40 farmers in the village hall on the quay.',
  ],
  [
    'unlike units',
    'The storm moved the buoy 50 miles along the coast before the crew could reach it.',
    'The storm moved the buoy 80 km along the coast before the crew could reach it.',
  ],
  [
    'a lost scale word',
    'The council voted to spend $35 million on the new harbour wall next year.',
    'The council voted to spend $35 on the new harbour wall next year.',
  ],
  [
    'what is counted differs',
    'The new chamber seats 12 senators and opens its doors to visitors in the autumn.',
    'The new chamber seats 40 visitors and opens its doors to senators in the autumn.',
  ],
];

describe('conflicts between aligned sentences', () => {
  test.each(CONFLICTS)('%s', (_what, first, second, values) => {
    expect(valuesOf(first, second)).toEqual([values]);
  });

  test.each(AGREEMENTS)('no conflict: %s', (_what, first, second) => {
    expect(valuesOf(first, second)).toEqual([]);
  });

  test('every value is listed with all the articles that give it', () => {
    const give = (id: string, count: number, hour: number, end: string) =>
      member({
        id,
        hour,
        title: id,
        text: [[`The fire in the paper mill destroyed ${count} lorries ${end}.`]],
      });
    const { conflicts } = story([
      give('a', 12, 0, 'before dawn on Monday'),
      give('b', 12, 1, 'before dawn'),
      give('c', 14, 2, 'before dawn on Monday'),
      give('d', 17, 3, 'before dawn on Monday'),
    ]);
    expect(conflicts).toEqual<Conflict[]>([
      {
        kind: 'figure',
        about: 'in the paper mill destroyed … lorries before dawn',
        values: [
          { value: '12', articleIds: ['a', 'b'] },
          { value: '14', articleIds: ['c'] },
          { value: '17', articleIds: ['d'] },
        ],
      },
    ]);
  });

  test('an article that gives both values contradicts nobody', () => {
    const { conflicts } = story([
      member({
        id: 'a',
        text: [['The plant in Essen makes 1,250 engines a day.', 'Last year it was 1,900.']],
      }),
      member({ id: 'b', text: [['The plant in Essen makes 1,900 engines a day.']], hour: 1 }),
    ]);
    expect(conflicts).toEqual([]);
  });
});

describe('facts stated in words of their own', () => {
  const report = (id: string, hour: number, ...sentences: string[]) =>
    member({ id, hour, title: `Floods ${id}`, text: [sentences] });

  test('tolls differ though no sentence aligns', () => {
    const { conflicts } = story([
      report('a', 0, 'Flash floods killed at least 12 people in the Orla valley on Sunday.'),
      report('b', 2, 'The death toll from a night of heavy rain rose to 14, rescuers said in the morning.'),
      report('c', 3, 'Twelve people were killed as rain swept away houses.'),
    ]);
    expect(conflicts).toEqual<Conflict[]>([
      {
        kind: 'figure',
        about: 'number killed',
        values: [
          { value: '12', articleIds: ['a', 'c'] },
          { value: '14', articleIds: ['b'] },
        ],
      },
    ]);
  });

  test('a part of the toll, or the toll of later days, is none', () => {
    const { conflicts } = story([
      report('a', 0, 'Four people were killed in the blast.', 'Three people were killed at once.'),
      report('b', 1, 'Four people died after an explosion, and nine others were injured.'),
      report('c', 90, 'Seven people have died since the blast.'),
    ]);
    expect(conflicts).toEqual([]);
  });

  test('the age of a person', () => {
    const { conflicts } = story([
      report('a', 0, 'The pilot, Maria Lindqvist, 34, was rescued from the lake.'),
      report('b', 1, 'Rescuers pulled Maria Lindqvist, 36, out of the water alive.'),
    ]);
    expect(conflicts.map(({ about, values }) => [about, ...values.map(({ value }) => value)])).toEqual([
      ['age of Maria Lindqvist', '34', '36'],
    ]);
  });
});

test('two sentences contradict each other the same way round and the other', () => {
  const words = fc.constantFrom(
    ...'the fire killed 12 14 twelve people in Geneva Lisbon on Monday Tuesday about $3'.split(' '),
  );
  const sentence = fc.array(words, { maxLength: 14 }).map((list) => readTokens(list.join(' '), 'en'));
  const base = fc.array(words, { minLength: 6, maxLength: 12 });
  const edited = base.chain((list) =>
    fc.tuple(fc.constant(list), fc.nat(list.length - 1), words).map(([own, at, word]) => {
      const other = own.with(at, word);
      return [readTokens(own.join(' '), 'en'), readTokens(other.join(' '), 'en')] as const;
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.tuple(sentence, sentence), edited), ([a, b]) => {
      const found = findSlots(a, b).slots.map((slot) => `${a[slot.a].key} / ${b[slot.b].key}`);
      const mirrored = findSlots(b, a).slots.map((slot) => `${a[slot.b].key} / ${b[slot.a].key}`);
      expect(new Set(mirrored)).toEqual(new Set(found));
    }),
    { numRuns: 500 },
  );
});
