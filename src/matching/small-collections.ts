import { amendReport, continueColumn, namesIn, pick, type Random, renameEvent } from './training-doubles';
import {
  collectPairs,
  joinPairs,
  type PairSet,
  type StreamedSet,
  type TrainingArticle,
} from './training-pairs';

/** Small collections made of each set. */
const COLLECTIONS = 160;
/** Of the likest earlier articles of one, at most so many come with it. */
const NEAREST = 6;
/** Every third collection is posted after up to this many articles of another set. */
const MOST_STRANGERS = 330;

/**
 * Collections just begun, or filled with what has nothing to do with a subject: a few articles of a set with their likest earlier
 * ones, and doubles of these that report another event. In a whole set every article has a crowd of its own subject around it; here whatever
 * shares a few words stands out, and a model that has never seen that joins it.
 */
export function collectSmallPairs(set: StreamedSet, all: readonly StreamedSet[], random: Random): PairSet {
  const names = set.articles.flatMap(({ clean }) => namesIn(clean));
  const parts: PairSet[] = [];
  for (let i = 0; i < COLLECTIONS; i++) {
    const strangers = i % 3 === 0 ? drawStrangers(pick(all, random).articles, random) : [];
    const group = drawGroups(set, strangers.length > 0 ? 3 : countGroups(random), random);
    const read = i % 2 === 0 ? group : shorten(group, 30 + Math.floor(80 * random()));
    const doubled = read.flatMap((it) => addDouble(it, names, set.articles, random));
    parts.push(collectPairs(set.name, [...strangers, ...read, ...doubled], strangers.length).pairs);
  }
  // They weigh by the articles they were made of, however many collections that is.
  return { ...joinPairs(set.name, parts), articles: set.articles.length };
}

/** How many articles a collection is begun with. */
function countGroups(random: Random): number {
  const draw = random();
  if (draw < 0.35) return 1;
  return draw < 0.6 ? 2 + Math.floor(6 * random()) : 10 + Math.floor(25 * random());
}

/** Articles of the set with some of their likest earlier ones, in their order. */
function drawGroups(set: StreamedSet, groups: number, random: Random): TrainingArticle[] {
  const chosen = new Set<number>();
  for (let g = 0; g < groups; g++) {
    const at = Math.floor(random() * set.articles.length);
    chosen.add(at);
    for (const near of set.candidates[at].slice(0, 1 + Math.floor(NEAREST * random()))) chosen.add(near);
  }
  return [...chosen].sort((a, b) => a - b).map((at) => set.articles[at]);
}

function drawStrangers(articles: readonly TrainingArticle[], random: Random): TrainingArticle[] {
  const count = Math.floor(10 * (MOST_STRANGERS / 10) ** random());
  return Array.from({ length: count }, () => pick(articles, random));
}

/** Briefs: each article up to the sentence with its so-manieth word. */
function shorten(articles: readonly TrainingArticle[], words: number): TrainingArticle[] {
  return articles.map((it) => {
    let read = 0;
    const sentences = it.clean.sentences.filter(({ text }) => {
      const isWanted = read < words;
      read += text.split(' ').length;
      return isWanted;
    });
    return { ...it, clean: { ...it.clean, sentences } };
  });
}

/** For about three quarters of the articles one more: of another event, of the same one, or of the next week. */
function addDouble(
  it: TrainingArticle,
  names: readonly string[],
  others: readonly TrainingArticle[],
  random: Random,
): TrainingArticle[] {
  const draw = random();
  const other = pick(others, random);
  if (draw < 0.4) return toList(renameEvent(it, names, random), random() < 0.4 ? it : other);
  if (draw < 0.7) return toList(amendReport(it, random), other);
  return draw < 0.77 ? toList(continueColumn(it, other, random), it) : [];
}

/** The double, as told by the outlet of `from`. */
function toList(double: TrainingArticle | undefined, { article }: TrainingArticle): TrainingArticle[] {
  if (double === undefined) return [];
  const { source } = article;
  const { source: _, ...clean } = double.clean;
  return [
    {
      ...double,
      article: { ...double.article, source },
      clean: source.name === '' ? clean : { ...clean, source: source.name },
    },
  ];
}
