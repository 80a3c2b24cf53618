import type { CleanArticle } from '../text/clean-article';
import type { TrainingArticle } from './training-pairs';

/** Numbers from 0 to below 1. */
export type Random = () => number;

/** A word with a capital; whether it is a name, its place tells. */
const CAPITALISED = /\p{Lu}[\p{L}’'-]*\p{L}/gu;
const NUMBER = /\d[\d.,]*\d|\d/g;
const WEEK = 7 * 86_400_000;
const DAY = 86_400_000;

/** Words with a capital that stay as they are: two events may well be of one day. */
const CALENDAR = new Set(
  'Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April May June July August September October November December'.split(
    ' ',
  ),
);

/** Languages that write all nouns with capitals, or none: their names cannot be told. */
const WITHOUT_NAMES: ReadonlySet<string> = new Set([
  'de',
  'lb',
  'zh',
  'ja',
  'ko',
  'ar',
  'fa',
  'he',
  'th',
  'hi',
]);

/** Fewer names than this do not make an event another one. */
const MIN_NAMES = 2;

/** The words of a cleaned article that are capitalised within a sentence, each as often as it occurs. */
export function namesIn({ title, sentences }: CleanArticle): string[] {
  const texts = sentences.length > 0 ? sentences.map(({ text }) => text) : isTitleCase(title) ? [] : [title];
  return texts.flatMap((text) =>
    [...text.matchAll(CAPITALISED)].flatMap(({ 0: word, index }) =>
      /[\p{L}\d,;] $/u.test(text.slice(0, index)) && !CALENDAR.has(word) ? [word] : [],
    ),
  );
}

function isTitleCase(title: string): boolean {
  const words = title.split(' ');
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 5 > words.length * 3;
}

/**
 * The same report of another event, as two accidents are told in the same words: most names and numbers are others, some sentences are
 * missing, and up to four days have passed. Labelled sets hold few such pairs, and they are the costliest to join.
 *
 * @param names what to call things instead.
 * @returns undefined where too few names can be told.
 */
export function renameEvent(
  it: TrainingArticle,
  names: readonly string[],
  random: Random,
): TrainingArticle | undefined {
  const own = new Set(namesIn(it.clean));
  if (WITHOUT_NAMES.has(it.clean.language) || own.size < MIN_NAMES) return undefined;
  const others = new Map<string, string>();
  for (const name of own) if (random() < 0.85) others.set(name, pick(names, random));
  const keptNumbers = random() < 0.3 ? 1 : 0.2;
  const numbers = new Map<string, string>();
  const rename = (text: string): string =>
    text
      .replace(CAPITALISED, (word) => others.get(word) ?? word)
      .replace(NUMBER, (number) => {
        const other = numbers.get(number) ?? (random() < keptNumbers ? number : changeDigits(number, random));
        numbers.set(number, other);
        return other;
      });
  const share = 0.3 + 0.7 * random();
  const laterMs = Math.floor(random() * random() * 4 * DAY);
  return { ...rewrite(it, rename, share, random, laterMs), story: `${it.story}, another event ${random()}` };
}

/** Words of a sentence that make a headline. */
const HEADLINE_WORDS = 9;
/** Share of amended reports that their outlet gives a headline of its own. */
const REHEADLINED = 0.6;

/** Often another headline, from the first lines. */
function reheadline(it: TrainingArticle, random: Random): TrainingArticle {
  const { title, sentences } = it.clean;
  if (title === '' || sentences.length === 0 || random() >= REHEADLINED) return it;
  const words = pick(sentences.slice(0, 2), random).text.split(' ').slice(0, HEADLINE_WORDS);
  return { ...it, clean: { ...it.clean, title: words.join(' ') } };
}

/** The same event with some figures or all put right and sentences left out: still one story. Undefined for a bare headline. */
export function amendReport(it: TrainingArticle, random: Random): TrainingArticle | undefined {
  if (it.clean.sentences.length === 0) return undefined;
  const mended = 0.2 + 0.8 * random();
  const amend = (text: string): string =>
    text.replace(NUMBER, (number) =>
      random() < mended ? number.replace(/\d/, (digit) => changeDigits(digit, random)) : number,
    );
  return reheadline(rewrite(it, amend, 0.7, random, Math.floor(random() * DAY)), random);
}

/**
 * The next instalment of a column: the same headline and outlet one to three weeks later, with most sentences from another article.
 * Undefined where either is too short or has no date.
 */
export function continueColumn(
  it: TrainingArticle,
  other: TrainingArticle,
  random: Random,
): TrainingArticle | undefined {
  const { publishedAtMs } = it.article;
  const [own, filling] = [it.clean.sentences, other.clean.sentences];
  if (publishedAtMs === undefined || own.length < 3 || filling.length < 3) return undefined;
  const kept = 0.2 + 0.5 * random();
  const sentences = own.map((sentence, i) => (random() < kept ? sentence : filling[i % filling.length]));
  return {
    article: { ...it.article, publishedAtMs: publishedAtMs + WEEK * (1 + Math.floor(3 * random())) },
    clean: { ...it.clean, sentences },
    story: `${it.story}, another week ${random()}`,
  };
}

function rewrite(
  { article, clean, story }: TrainingArticle,
  change: (text: string) => string,
  share: number,
  random: Random,
  laterMs: number,
): TrainingArticle {
  const left = clean.sentences.filter(() => random() < share);
  const sentences = (left.length > 0 ? left : clean.sentences).map((sentence) => ({
    ...sentence,
    text: change(sentence.text),
  }));
  const { publishedAtMs } = article;
  const later = publishedAtMs === undefined ? {} : { publishedAtMs: publishedAtMs + laterMs };
  return {
    article: { ...article, ...later },
    clean: { ...clean, title: change(clean.title), sentences },
    story,
  };
}

const changeDigits = (number: string, random: Random): string =>
  number.replace(/\d/g, (digit) => String((Number(digit) + 1 + Math.floor(9 * random())) % 10));

/** One of a list, every one as likely. */
export const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)];
