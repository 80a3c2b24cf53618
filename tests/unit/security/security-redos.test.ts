import { seededRandom } from '../../../src/cli/seeded-random';
import { type Attack, createAttacks, writeAttack } from '../../support/regexp-attacks';
import { createSearch } from '../../support/regexp-steps';
import { listRegExps, type RegExpInCode } from '../../support/regexps-in-code';

const SEED = 20_261_123;

// Some 3 s of one core.
jest.setTimeout(180_000);

/** Texts tried in all. */
const TEXTS = 100_000;
/** Characters of a text; each attack is tried in both lengths. */
const SHORT = 100;
const LONG = 2 * SHORT;

/** Steps a character may cost in any case: alternatives, and windows such as `.{0,60}`. */
const FREE_STEPS = 12;
/** Nothing takes so many for a character unless it multiplies. */
const HOPELESS = 2_000;
/** Beyond the windows: twice the text may take hardly more than twice the steps. */
const LONGER = [800, 1_600] as const;
const MOST_GROWTH = 2.6;

const WORD = "\\p{Lu}[\\p{L}\\p{N}.'’&-]{0,30}";
const NAME = `(?<!\\p{L})(${WORD}(?: ${WORD}){0,4})`;

/** Made by `new RegExp` and so not in the list by themselves: what each is made of, from fixed words. */
const MADE: Readonly<Record<string, readonly RegExpInCode[]>> = {
  'src/api/json-text.ts': [
    made('"[^"\\\\\\u0000-\\u001f]*(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\\\\u0000-\\u001f]*)*"', 'y'),
    made('"[^"\\\\\\u0000-\\u001f]*(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\\\\u0000-\\u001f]*)*', 'y'),
  ],
  'src/story/credit.ts': [
    made(`${NAME} (?:first )?(?:reported|reports|has reported|broke the story)\\b`, 'gu'),
    made(`(?:[Aa]ccording to|(?:reported|published|obtained) by|citing) (?:the )?${NAME}`, 'gu'),
  ],
  'src/story/fact-frames.ts': [
    made("(?<![\\p{L}.])(\\p{Lu}[\\p{L}'’-]{1,20}(?: \\p{Lu}[\\p{L}'’.-]{0,20}){1,3}), (\\d{1,3}),", 'gu'),
  ],
  // One of those that are written there, or another.
  'src/text/boilerplate.ts': [],
  'src/text/tidy-html.ts': [made('</script(?=[\\s/>])', 'gi')],
};

function made(source: string, flags: string): RegExpInCode {
  return { file: 'made', source, flags };
}

/** Never meet text from outside. */
const OWN_TEXT = new Set(['src/admin/metrics.ts', 'src/cli/cluster-workers.ts', 'src/store/scripts.ts']);

/** Meet only short texts, of so many characters at most, and may take some times the square of that: 5 ms. */
const MOST_WHEN_CAPPED = 5;
const CAPPED: Readonly<Record<string, number>> = {
  // A title, at MAX_TITLE_CHARACTERS.
  '^(.{12,}?)\\s+[|–—-]\\s+([^|–—]{2,40})$': 400,
  // A line, at MAX_FURNITURE_CHARACTERS.
  "^([Bb]y|BY|[Ww]ritten by|[Rr]eport by)\\s\\p{Lu}[\\p{L}.'’-]*(?:[,;]?\\s(?:\\p{Lu}[\\p{L}.'’-]*|and|for|of|the|in|with)){0,12}[.;)]*$": 240,
  // The last line, if it has no more characters.
  '^[\\s([–—-]*(?:source|from|with|via|by|reporting by)?[:\\s]*(.{2,40}?)[\\s)\\].]*$': 160,
};

interface Finding {
  readonly where: string;
  readonly attack: Attack;
  readonly steps: readonly number[];
}

/** An attack that costs more and more a character, if one of `count` does. */
function attackRegExp({ file, source, flags }: RegExpInCode, count: number): Finding | undefined {
  const search = createSearch(source, flags);
  const nextAttack = createAttacks(source, flags, seededRandom(SEED));
  const stepsOf = (attack: Attack, length: number): number =>
    search(writeAttack(attack, length), HOPELESS * length).steps;
  for (let tried = 0; tried < count; tried++) {
    const attack = nextAttack();
    const [short, long] = [stepsOf(attack, SHORT), stepsOf(attack, LONG)];
    const cap = CAPPED[source];
    if (cap !== undefined) {
      const steps = stepsOf(attack, cap);
      if (steps > MOST_WHEN_CAPPED * cap * cap) return { where: source, attack, steps: [steps] };
      continue;
    }
    if (long >= HOPELESS * LONG)
      return { where: `${file} /${source}/${flags}`, attack, steps: [short, long] };
    if (long < FREE_STEPS * LONG || long < MOST_GROWTH * short) continue;
    const [less, more] = LONGER.map((length) => stepsOf(attack, length));
    if (more > MOST_GROWTH * less || more >= HOPELESS * LONGER[1])
      return { where: `${file} /${source}/${flags}`, attack, steps: [less, more] };
  }
  return undefined;
}

const all = listRegExps(['src', 'workers']);
const written = all.filter(({ file, source }) => source !== 'new' && !OWN_TEXT.has(file));
const checked = [...written, ...Object.values(MADE).flat()];

describe('regular expressions', () => {
  test(`take time in proportion to the text, whatever of ${TEXTS.toLocaleString('en')} texts they meet`, () => {
    const each = Math.ceil(TEXTS / 2 / checked.length);
    expect(checked.length).toBeGreaterThan(150);
    expect(checked.flatMap((one) => attackRegExp(one, each) ?? [])).toEqual([]);
  });

  test('those that are made while the service runs are known', () => {
    const makers = new Set(all.filter(({ source }) => source === 'new').map(({ file }) => file));
    expect([...makers].filter((file) => !OWN_TEXT.has(file)).sort()).toEqual(Object.keys(MADE).sort());
  });
});

describe('the search for them', () => {
  test.each([
    ['nested repetitions', '^(a+)+$', ''],
    ['repetitions of the same', 'x\\s*\\s*y', ''],
    ['a repetition before the end', '\\s+$', ''],
    ['classes that overlap', '^[\\s(]*[:\\s]*x$', ''],
    ['alternatives that overlap', '^(?:\\w|\\d)*!$', ''],
    ['a search from every place', '(\\w+)="([^"]*)"', 'g'],
    ['something optional in a repetition', '^(?:a?b?\\s?)*:$', 'i'],
    ['two of anything', '.*,.*,.*;', 'u'],
  ])('finds %s', (_, source, flags) => {
    expect(attackRegExp(made(source, flags), 250)).toBeDefined();
  });

  test('counts the steps of a search that finds what the engine itself finds', () => {
    const wrong: unknown[] = [];
    for (const { source, flags } of checked) {
      const search = createSearch(source, flags);
      const nextAttack = createAttacks(source, flags, seededRandom(SEED + 1));
      const native = new RegExp(source, flags.replace('g', ''));
      for (let tried = 0; tried < 40; tried++) {
        const text = writeAttack(nextAttack(), tried);
        native.lastIndex = 0;
        const match = native.exec(text);
        const expected = match ? { start: match.index, end: match.index + match[0].length } : undefined;
        const { found } = search(text, 100_000);
        if (found?.start !== expected?.start || found?.end !== expected?.end)
          wrong.push([source, text, expected, found]);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
