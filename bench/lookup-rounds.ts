import { seededRandom } from '../src/cli/seeded-random';
import { type BenchArticle, drawSentences, generateArticles, MIXES } from './articles';
import { median } from './report';

/** How a reprint differs from its original, with the sentences it has, and some that were never there before. */
const EDITS: readonly (readonly [
  string,
  (sentences: readonly string[], random: () => number) => readonly string[],
])[] = [
  ['whole', (sentences) => sentences],
  ['cut to two thirds', (sentences) => sentences.slice(0, Math.ceil((sentences.length * 2) / 3))],
  ['cut to a third', (sentences) => sentences.slice(0, Math.ceil(sentences.length / 3))],
  ['two sentences more', (sentences, random) => [...sentences, ...drawSentences(2, random)]],
  [
    'inside a text three times as long',
    (sentences, random) => [...drawSentences(21, random), ...sentences, ...drawSentences(21, random)],
  ],
];

export const EDIT_NAMES: readonly string[] = EDITS.map(([name]) => name);

const ORIGINALS = 5_000;
/** Reprints of each kind, of the first originals. */
const REPRINTS = 200;
export const ROUNDS = 3;
/** What one index takes and finds, with all originals and then their reprints entered. */
export interface LookupCost {
  readonly name: string;
  /** Median of the rounds: CPU microseconds to enter an article and look for others; absent where the library is not to be had. */
  readonly us?: number;
  /** Of the reprints of each kind the share whose original is found, 0 to 1. */
  readonly found?: readonly number[];
  /** Articles found, mean of all. */
  readonly candidates?: number;
}

/** Enters texts one after the other; answers what each one finds, by place, without itself, and the CPU microseconds an article. */
export type Lookup = () => Promise<{ readonly us: number; readonly found: readonly (readonly number[])[] }>;

/** Originals, then their reprints by kind. */
export function makeArticles(): BenchArticle[] {
  const random = seededRandom(17);
  const originals = generateArticles(ORIGINALS, MIXES.fresh, 'l', 17);
  const reprints = EDITS.flatMap(([kind, edit]) =>
    originals.slice(0, REPRINTS).map((article, i) => ({
      ...article,
      ...{ id: `l-${kind}-${i}`, text: edit(article.text.split('\n'), random).join('\n') },
    })),
  );
  return [...originals, ...reprints];
}

/** Round after round, so that all meet the machine as it is. */
export async function measureInTurn(lookups: readonly (readonly [string, Lookup])[]): Promise<LookupCost[]> {
  const costs = lookups.map(() => [] as number[]);
  const found: (readonly (readonly number[])[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, [, lookUp]] of lookups.entries()) {
      const one = await lookUp();
      costs[i].push(one.us);
      found[i] = one.found;
    }
  }
  return lookups.map(([name], i) => ({ name, us: median(costs[i]), ...describeFound(found[i]) }));
}

/** What of the reprints was found. */
export function describeFound(
  found: readonly (readonly number[])[],
): Pick<LookupCost, 'found' | 'candidates'> {
  const shares = EDITS.map((_, kind) => {
    const first = ORIGINALS + kind * REPRINTS;
    const hits = found.slice(first, first + REPRINTS).filter((places, i) => places.includes(i));
    return hits.length / REPRINTS;
  });
  return { found: shares, candidates: found.reduce((sum, { length }) => sum + length, 0) / found.length };
}

/** Enters one after the other, in this process. */
export function timeEach<T>(
  entries: readonly T[],
  lookUp: (entry: T, place: number) => readonly number[],
): ReturnType<Lookup> {
  const before = process.cpuUsage();
  const found = entries.map(lookUp);
  const { user, system } = process.cpuUsage(before);
  return Promise.resolve({ us: (user + system) / entries.length, found });
}
