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
  /** Articles that say half of what another one says, and half in other words. */
  readonly rewrites?: number;
  /** Articles of one form in which only names and numbers differ. */
  readonly templates?: number;
  /** Articles that carry most of the text of one report, the same for the whole set. */
  readonly hot?: number;
}

export const MIXES: Readonly<Record<'fresh' | 'reprints' | 'stream', Mix>> = {
  fresh: { name: 'only fresh stories', reprints: 0 },
  reprints: { name: '60 % reprints', reprints: 0.6 },
  stream: {
    name: '30 % reprints, 10 % rewrites, 5 % of one form, 5 % on one hot story',
    ...{ reprints: 0.3, rewrites: 0.1, templates: 0.05, hot: 0.05 },
  },
};

const WORDS = 20_000;
const SENTENCES = 21;
const WORDS_A_SENTENCE = 20;
const SOURCES = 200;
/** A reprint is of one of this many articles before it. */
const REACH = 400;
/** When the first is published, a second before the next. */
const START = Date.UTC(2026, 0, 1);

/** The commonest words, half of any text: the language is found by them. */
const COMMON = (
  'the of and to in a is that for it was on are as with his they at be this from have or by one had not but what all ' +
  'were when we there can an your which their said if do will each about how up out them then she many some so these ' +
  'would other into has more her two like him see time could no make than first been its who now people my made over ' +
  'did down only way find use may water long little very after words called just where most know get through back'
).split(' ');
const SYLLABLES = 'ber ce din for gar ha jen kin lo mer na per ri son ter va wes ing yor ton'.split(' ');

/** Word number n by frequency: behind the common ones two to four syllables, a capital for one in eight (names). */
function spellWord(n: number): string {
  if (n <= COMMON.length) return COMMON[n - 1];
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
  return [...streamArticles(count, mix, prefix, seed)];
}

/** As `generateArticles`, one after the other: as many as one likes. */
export function* streamArticles(count: number, mix: Mix, prefix: string, seed = 1): Generator<BenchArticle> {
  const random = seededRandom(seed);
  const recent: Report[] = [];
  const hot = freshReport(random);
  const form = freshReport(random);
  for (let i = 0; i < count; i++) {
    const report = nextReport(mix, recent, { hot, form }, random);
    recent.push(report);
    if (recent.length > REACH) recent.shift();
    yield toArticle(report, `${prefix}-${i}`, i, random);
  }
}

/** One report as ever more outlets print it, under its own headline: a third whole, a third cut by a seventh, a third with a sentence more. */
export function* streamPrints(prefix: string, seed: number): Generator<BenchArticle> {
  const random = seededRandom(seed);
  const { title, sentences } = freshReport(random);
  for (let i = 0; ; i++) {
    const draw = random();
    const cut = draw < 1 / 3 ? sentences.slice(0, Math.ceil((sentences.length * 6) / 7)) : sentences;
    yield toArticle(
      { title, sentences: draw > 2 / 3 ? [...cut, drawSentence(random)] : cut },
      `${prefix}-${i}`,
      i,
      random,
    );
  }
}

const toArticle = (
  { title, sentences }: Report,
  id: string,
  second: number,
  random: () => number,
): BenchArticle => ({
  id,
  title,
  text: sentences.join('\n'),
  source: `Outlet ${Math.floor(random() * SOURCES)}`,
  publishedAt: new Date(START + second * 1_000).toISOString(),
});

interface Report {
  readonly title: string;
  readonly sentences: readonly string[];
}

function nextReport(
  { reprints, rewrites = 0, templates = 0, hot = 0 }: Mix,
  recent: readonly Report[],
  common: { readonly hot: Report; readonly form: Report },
  random: () => number,
): Report {
  const draw = random();
  const original = recent[Math.floor(random() * recent.length)] ?? common.hot;
  if (draw < reprints) return { ...original, sentences: vary(original.sentences, random) };
  if (draw < reprints + rewrites) return { title: drawTitle(random), sentences: rewrite(original, random) };
  if (draw < reprints + rewrites + templates) return fillForm(common.form, random);
  if (draw < reprints + rewrites + templates + hot)
    return { title: drawTitle(random), sentences: vary(common.hot.sentences, random) };
  return freshReport(random);
}

const drawTitle = (random: () => number): string => drawSentence(random).slice(0, 70);

const freshReport = (random: () => number): Report => ({
  title: drawTitle(random),
  sentences: drawSentences(SENTENCES, random),
});

const rewrite = ({ sentences }: Report, random: () => number): string[] =>
  sentences.map((sentence) => (random() < 0.5 ? sentence : drawSentence(random)));

/** The same words with other names and numbers. */
function fillForm({ title, sentences }: Report, random: () => number): Report {
  const fill = (text: string): string =>
    text.replace(/(?<=\s)[A-Z]\w+|\d+/g, (slot) =>
      /\d/.test(slot)
        ? String(Math.floor(random() * 5_000))
        : spellWord(8 * Math.floor(random() * 2_000) + 159),
    );
  return { title: fill(title), sentences: sentences.map(fill) };
}

/** Sentences of about 20 words that were never there before. */
export const drawSentences = (count: number, random: () => number): string[] =>
  Array.from({ length: count }, () => drawSentence(random));

/** A third whole, a third cut to two thirds, a third with two sentences of its own. */
function vary(sentences: readonly string[], random: () => number): string[] {
  const draw = random();
  if (draw < 1 / 3) return [...sentences];
  if (draw < 2 / 3) return sentences.slice(0, Math.ceil((sentences.length * 2) / 3));
  return [...sentences, drawSentence(random), drawSentence(random)];
}
