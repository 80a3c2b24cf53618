import { outletKey } from './credit';
import { foldName, publishedMs, type StoryMember } from './member';
import type { FieldRule } from './story-rules';

/** What a rule says of one article for one field: the higher, the better. */
export interface FieldCandidate {
  /** Index of the member in story order. */
  readonly member: number;
  readonly completeness: number;
  readonly centrality: number;
}

export interface Choice {
  readonly member: number;
  readonly rule: FieldRule | 'onlyArticle' | 'pinned';
}

/**
 * Runs a cascade: each rule keeps the best by it; the rule recorded is the last that left some out. What no rule
 * decides, story order does, and that is recorded as `earliest`. Undefined without candidates.
 */
export function chooseArticle(
  candidates: readonly FieldCandidate[],
  cascade: readonly FieldRule[],
  members: readonly StoryMember[],
  sourcePriority: readonly string[],
  pinned?: string,
): Choice | undefined {
  const [only] = candidates;
  if (!only) return undefined;
  const chosen =
    pinned === undefined ? undefined : candidates.find(({ member }) => members[member].article.id === pinned);
  if (chosen) return { member: chosen.member, rule: 'pinned' };
  if (candidates.length === 1) return { member: only.member, rule: 'onlyArticle' };
  let kept = candidates;
  let decided: FieldRule | undefined;
  for (const rule of cascade) {
    const best = keepBest(kept, (candidate) => score(rule, candidate, members, sourcePriority));
    if (best.length < kept.length) decided = rule;
    kept = best;
  }
  const first = kept.reduce((a, b) => (b.member < a.member ? b : a));
  return { member: first.member, rule: kept.length > 1 || !decided ? 'earliest' : decided };
}

function keepBest(
  candidates: readonly FieldCandidate[],
  scoreOf: (c: FieldCandidate) => number,
): FieldCandidate[] {
  // Rounded, so that sums taken in another order do not decide.
  const scores = candidates.map((candidate) => Math.round(scoreOf(candidate) * 1e6));
  const best = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return candidates.filter((_, i) => scores[i] === best);
}

function score(
  rule: FieldRule,
  candidate: FieldCandidate,
  members: readonly StoryMember[],
  sourcePriority: readonly string[],
): number {
  const member = members[candidate.member];
  if (rule === 'earliest') return -publishedMs(member);
  if (rule === 'mostComplete') return candidate.completeness;
  if (rule === 'mostCentral') return candidate.centrality;
  const place = sourcePriority.findIndex((wanted) => isSource(member, wanted));
  return place === -1 ? -sourcePriority.length : -place;
}

function isSource(member: StoryMember, wanted: string): boolean {
  const { id, name } = member.article.source;
  return (id !== undefined && foldName(id) === foldName(wanted)) || outletKey(name) === outletKey(wanted);
}
