import type { CleanArticle } from '../text/clean-article';
import { hashString } from '../text/hash';
import { SENTENCES_TABLE, STATISTICS_SLOTS, type TermStatistics } from './term-statistics';

/** Furniture stands at the ends of an article: only so many of its first and last sentences are looked at. */
const HEAD_SENTENCES = 2;
const TAIL_SENTENCES = 5;

/** An outlet says a sentence in so many articles before it is taken for furniture; one story rarely has more updates. */
const REPEATED = 4;

/** What is mostly repeated is an article published again, not furniture. */
const MAX_SHARE = 0.4;

/** Counts the sentences at the ends of an article under its source. */
export function observeSentences(clean: CleanArticle, statistics: TermStatistics): void {
  const hashes = endSentences(clean).map((i) => hashSentence(clean, i));
  if (hashes.length > 0) statistics.observe(SENTENCES_TABLE, [...new Set(hashes)]);
}

/**
 * Leaves out the sentences that the source repeats across its articles: sign-offs, house notices, appeals. The same
 * article comes back when there are none. The mark rises with how full the table is, so that chance never reaches it.
 */
export function dropRepeated(clean: CleanArticle, statistics: TermStatistics): CleanArticle {
  const table = statistics.read(SENTENCES_TABLE);
  const fill = (table.documents * (HEAD_SENTENCES + TAIL_SENTENCES)) / STATISTICS_SLOTS;
  const mark = REPEATED + 3 * fill;
  const repeated = new Set(endSentences(clean).filter((i) => table.frequency(hashSentence(clean, i)) > mark));
  if (repeated.size === 0 || repeated.size > clean.sentences.length * MAX_SHARE) return clean;
  return { ...clean, sentences: clean.sentences.filter((_, i) => !repeated.has(i)) };
}

/** Positions of the sentences at both ends; none when the source is unknown. */
function endSentences({ source, sentences }: CleanArticle): number[] {
  if (source === undefined || source === '') return [];
  const n = sentences.length;
  return Array.from(sentences.keys()).filter((i) => i < HEAD_SENTENCES || i >= n - TAIL_SENTENCES);
}

function hashSentence({ source, sentences }: CleanArticle, i: number): number {
  return hashString(`${source}\n${sentences[i].text}`, 0x73656e74);
}
