import type { Article } from '../article';
import type { CleanArticle } from '../text/clean-article';

/** An article that belongs to a story, with what the pipeline knows of it. Members are kept whole. */
export interface StoryMember {
  readonly article: Article;
  readonly clean: CleanArticle;
  /** Probability of belonging to the story, 0–1. */
  readonly probability: number;
  /** Id of its reprint group where a reviewer or the pipeline fixed it; computed from the texts when absent. */
  readonly reprintGroup?: string;
  readonly joinedAtMs: number;
}

/** When the outlet published it, or when it was received if it did not say. */
export function publishedMs(member: StoryMember): number {
  return member.article.publishedAtMs ?? member.article.receivedAtMs;
}

/**
 * The order everything about a story is computed in: time, then id. It is total, so the result does not depend on
 * the order in which members were handed over. Of two entries with one id the higher revision is kept.
 */
export function inStoryOrder(members: readonly StoryMember[]): StoryMember[] {
  const latest = new Map<string, StoryMember>();
  for (const member of members) {
    const known = latest.get(member.article.id);
    if (!known || known.article.revision < member.article.revision) latest.set(member.article.id, member);
  }
  return [...latest.values()].sort(
    (a, b) => publishedMs(a) - publishedMs(b) || (a.article.id < b.article.id ? -1 : 1),
  );
}

/** Which outlet it is: its id, else its name without case and spacing. */
export function sourceKey(member: StoryMember): string {
  const { id, name } = member.article.source;
  return foldName(id ?? name);
}

/** Who owns the outlet: its group, else the outlet itself. */
export function ownerKey(member: StoryMember): string {
  const { group } = member.article.source;
  return group ? foldName(group) : foldName(member.article.source.name);
}

/** Names of outlets are few and met again and again. Forgotten all at once when full. */
const REMEMBERED_NAMES = 5_000;
const foldedNames = new Map<string, string>();

/** A name without case, marks, punctuation and spacing. */
export function foldName(name: string): string {
  const head = name.slice(0, 300);
  let folded = foldedNames.get(head);
  if (folded === undefined) {
    folded = head
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (foldedNames.size >= REMEMBERED_NAMES) foldedNames.clear();
    foldedNames.set(head, folded);
  }
  return folded;
}

const REMEMBERED_TIMES = 5_000;
const writtenTimes = new Map<number, string>();

/** A time for the document. Times out of the range of dates become the nearest one. */
export function toIso(ms: number): string {
  let written = writtenTimes.get(ms);
  if (written === undefined) {
    written = new Date(Math.max(-8.64e15, Math.min(8.64e15, Number.isNaN(ms) ? 0 : ms))).toISOString();
    if (writtenTimes.size >= REMEMBERED_TIMES) writtenTimes.clear();
    writtenTimes.set(ms, written);
  }
  return written;
}
