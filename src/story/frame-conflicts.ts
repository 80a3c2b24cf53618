import type { Conflict } from './canonical-story';
import { figuresConflict, isApproximate } from './compare-values';
import { type FactClaim, readClaims } from './fact-frames';
import type { StoryMember } from './member';

/** Two reports further apart than this tell of two states of things. */
const MAX_HOURS_APART = 48;
const HOUR_MS = 3_600_000;

/**
 * Finds facts that reports state differently in words of their own, where no sentences align: tolls in the openings,
 * votes, magnitudes, ages. Two articles contradict each other only when no value of the one is among those of the
 * other: "four dead, three of them civilians" does not contradict "four dead". Of each the first value is listed.
 */
export function findFrameConflicts(
  members: readonly StoryMember[],
  compared: ReadonlySet<number>,
): Conflict[] {
  if (compared.size < 2) return [];
  const frames = new Map<string, FactClaim[]>();
  for (const index of [...compared].sort((a, b) => a - b)) {
    for (const claim of readClaims(members[index], index)) {
      const claims = frames.get(claim.frame);
      if (claims) claims.push(claim);
      else frames.set(claim.frame, [claim]);
    }
  }
  return [...frames.values()].flatMap((claims) => conflictAmong(claims, members));
}

function conflictAmong(claims: readonly FactClaim[], members: readonly StoryMember[]): Conflict[] {
  const keys = keysByMember(claims);
  const single = claims.filter((claim, i) => claims.findIndex(({ member }) => member === claim.member) === i);
  const opposed = single.filter((claim) =>
    single.some(
      (other) =>
        areDisjoint(keys.get(claim.member), keys.get(other.member)) && contradicts(claim, other, members),
    ),
  );
  const values = new Map<string, { value: string; members: number[] }>();
  for (const claim of single) {
    if (!opposed.some(({ token }) => token.key === claim.token.key)) continue;
    const entry = values.get(claim.token.key);
    if (entry) entry.members.push(claim.member);
    else values.set(claim.token.key, { value: claim.token.text, members: [claim.member] });
  }
  if (values.size < 2) return [];
  const listed = [...values.values()].map(({ value, members: carriers }) => ({
    value,
    articleIds: carriers.map((i) => members[i].article.id),
  }));
  return [{ kind: 'figure', about: claims[0].about, values: listed }];
}

function keysByMember(claims: readonly FactClaim[]): Map<number, Set<string>> {
  const keys = new Map<number, Set<string>>();
  for (const { member, token } of claims) keys.set(member, (keys.get(member) ?? new Set()).add(token.key));
  return keys;
}

function areDisjoint(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return ![...a].some((key) => b.has(key));
}

function contradicts(a: FactClaim, b: FactClaim, members: readonly StoryMember[]): boolean {
  if (!a.token.figure || !b.token.figure) return false;
  const approximate = isApproximate(a.sentence, a.at) || isApproximate(b.sentence, b.at);
  return (
    figuresConflict(a.token.figure, b.token.figure, approximate) &&
    isSameTime(members[a.member], members[b.member])
  );
}

/** Undated reports are taken to be of one time. */
function isSameTime(a: StoryMember, b: StoryMember): boolean {
  const [x, y] = [a.article.publishedAtMs, b.article.publishedAtMs];
  return x === undefined || y === undefined || Math.abs(x - y) <= MAX_HOURS_APART * HOUR_MS;
}
