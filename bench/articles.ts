import { seededRandom } from '../src/cli/seeded-random';

/** An article as posted by the benchmark. */
export interface BenchArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly publishedAt: string;
}

/** What a generated set is made of: shares of articles, the rest are fresh stories. */
export interface Mix {
  readonly name: string;
  /** Articles that carry another article's text: whole, cut or extended. */
  readonly reprints: number;
}

export const MIXES: Readonly<Record<'fresh' | 'reprints', Mix>> = {
  fresh: { name: 'only fresh stories', reprints: 0 },
  reprints: { name: '60 % reprints', reprints: 0.6 },
};

const WORDS = 20_000;
const SENTENCES = 21;
const WORDS_A_SENTENCE = 20;
const SOURCES = 200;
/** A reprint is of one of this many articles before it. */
const REACH = 400;

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** Word number n: two to four syllables, a capital for one in eight (names). */
function spellWord(n: number): string {
  let word = '';
  for (let rest = n + 20; rest > 0; rest = Math.floor(rest / 20)) word += SYLLABLES[rest % 20];
  return n % 8 === 7 ? word[0].toUpperCase() + word.slice(1) : word;
}

/** Word frequencies follow Zipf's law, roughly as in news: rank = WORDS^u. */
const drawWord = (random: () => number): string => spellWord(Math.floor(WORDS ** random()));

function drawSentence(random: () => number): string {
  const words = Array.from({ length: WORDS_A_SENTENCE }, () => drawWord(random));
  if (random() < 0.3) words[5] = String(Math.floor(random() * 5_000));
  return `${words[0][0].toUpperCase()}${words.join(' ').slice(1)}.`;
}

/**
 * Generates articles of about 420 words (3 kB).
 *
 * @param prefix of the ids, so that rounds do not meet each other.
 */
export function generateArticles(count: number, mix: Mix, prefix: string, seed = 1): BenchArticle[] {
  const random = seededRandom(seed);
  const articles: BenchArticle[] = [];
  const start = Date.UTC(2026, 0, 1);
  for (let i = 0; i < count; i++) {
    const original =
      i > 0 && random() < mix.reprints
        ? articles[Math.max(0, i - 1 - Math.floor(random() * REACH))]
        : undefined;
    const sentences = original ? vary(original.text.split('\n'), random) : freshSentences(random);
    articles.push({
      id: `${prefix}-${i}`,
      title: original?.title ?? drawSentence(random).slice(0, 70),
      text: sentences.join('\n'),
      source: `Outlet ${Math.floor(random() * SOURCES)}`,
      publishedAt: new Date(start + i * 1_000).toISOString(),
    });
  }
  return articles;
}

const freshSentences = (random: () => number): string[] =>
  Array.from({ length: SENTENCES }, () => drawSentence(random));

/** A third whole, a third cut to two thirds, a third with two sentences of its own. */
function vary(sentences: readonly string[], random: () => number): string[] {
  const draw = random();
  if (draw < 1 / 3) return [...sentences];
  if (draw < 2 / 3) return sentences.slice(0, Math.ceil((sentences.length * 2) / 3));
  return [...sentences, drawSentence(random), drawSentence(random)];
}
