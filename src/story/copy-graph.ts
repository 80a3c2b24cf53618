import type { CopyEdge } from './canonical-story';
import { type CopyShingles, commonShingles, copyShingles } from './copy-shingles';
import { inStoryOrder, publishedMs, type StoryMember } from './member';

/** Less than this share of either text is quotation, not copying. */
const MIN_SHARE = 0.2;
/** Earlier texts listed for an article: the ones it carries most of. */
const SOURCES_PER_ARTICLE = 3;
const MAX_ARTICLES = 60;

/**
 * Who carries how much of whom, and how much later: for each article at most three earlier ones, the most copied
 * first. Of more than 60 articles the earliest 60 are taken. Shares are of 3-word shingles. O(n² · words), n ≤ 60; a pair of texts
 * is compared once, so a story that grows by one costs O(n · words).
 */
export function copyGraph(members: readonly StoryMember[]): CopyEdge[] {
  const ordered = inStoryOrder(members).slice(0, MAX_ARTICLES);
  if (ordered.length < 2) return [];
  const texts = ordered.map((member) => copyShingles(member.clean));
  return ordered.flatMap((member, i) => {
    const edges = ordered.slice(0, i).map((earlier, k): CopyEdge => {
      const common = commonShingles(texts[k], texts[i]);
      return {
        from: earlier.article.id,
        to: member.article.id,
        shareOfTo: share(common, texts[i]),
        shareOfFrom: share(common, texts[k]),
        laterMs: publishedMs(member) - publishedMs(earlier),
      };
    });
    return edges
      .filter((edge) => Math.max(edge.shareOfTo, edge.shareOfFrom) >= MIN_SHARE)
      .sort((a, b) => b.shareOfTo - a.shareOfTo || a.laterMs - b.laterMs || (a.from < b.from ? -1 : 1))
      .slice(0, SOURCES_PER_ARTICLE);
  });
}

/** Rounded to thousandths, so that documents do not differ by float noise. */
function share(common: number, { shingles }: CopyShingles): number {
  return Math.round((1000 * common) / (shingles.length || 1)) / 1000;
}
