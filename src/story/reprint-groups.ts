import { type CopyShingles, copyShingles } from './copy-shingles';
import { inStoryOrder, type StoryMember } from './member';

/**
 * Two texts are copies when the smaller shares this much of its 3-word shingles with the larger. Reports that outlets
 * wrote themselves stay under .3 even when they quote the same speech; cut, extended and edited reprints are above.
 */
export const COPY_CONTAINMENT = 0.4;
/** Fewer shingles than this prove nothing: such texts are copies only when they are equal. */
const MIN_SHINGLES = 8;
/** Members listed under one shingle: the earliest ones. */
const POSTINGS = 12;
/** Members up to which every shingle is used; beyond, one in eight, which still leaves about 50 of a short report. */
const FULL_MEMBERS = 200;

/**
 * Groups the members whose texts are copies of each other: connected components of the copy relation, each named
 * after its earliest article. A group given with a member is kept. Independent of the members' order.
 *
 * Work is O(words × 12): a text is compared with the earliest dozen that share a shingle, not with all.
 */
export function reprintGroups(members: readonly StoryMember[]): Map<string, string> {
  const ordered = inStoryOrder(members);
  const parents = ordered.map((_, i) => i);
  const union = (a: number, b: number): void => {
    const [x, y] = [find(parents, a), find(parents, b)];
    parents[Math.max(x, y)] = Math.min(x, y);
  };
  joinGiven(ordered, union);
  joinCopies(ordered, union);
  return new Map(ordered.map((m, i) => [m.article.id, ordered[find(parents, i)].article.id]));
}

function find(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) root = parents[root];
  for (let i = index; parents[i] !== root; ) {
    const next = parents[i];
    parents[i] = root;
    i = next;
  }
  return root;
}

function joinGiven(ordered: readonly StoryMember[], union: (a: number, b: number) => void): void {
  const first = new Map<string, number>();
  ordered.forEach(({ reprintGroup }, i) => {
    if (reprintGroup === undefined) return;
    const known = first.get(reprintGroup);
    if (known === undefined) first.set(reprintGroup, i);
    else union(known, i);
  });
}

function joinCopies(ordered: readonly StoryMember[], union: (a: number, b: number) => void): void {
  const keepOneIn = ordered.length > FULL_MEMBERS ? 8 : 1;
  const identical = new Map<string, number>();
  const postings = new Map<number, number[]>();
  const sizes: number[] = [];
  ordered.forEach((member, i) => {
    const own = copyShingles(member, keepOneIn);
    sizes.push(own.shingles.length);
    const twin = identical.get(fingerprint(own));
    if (twin !== undefined) return union(twin, i);
    identical.set(fingerprint(own), i);
    for (const [other, shared] of countShared(own.shingles, postings, i)) {
      const smaller = Math.min(own.shingles.length, sizes[other]);
      const enough = smaller * keepOneIn >= MIN_SHINGLES && shared / smaller >= COPY_CONTAINMENT;
      if (enough && !bothGiven(member, ordered[other])) union(other, i);
    }
  });
}

/** Someone already said which groups these two are in. */
function bothGiven(a: StoryMember, b: StoryMember): boolean {
  return a.reprintGroup !== undefined && b.reprintGroup !== undefined;
}

function fingerprint({ shingles, words }: CopyShingles): string {
  return `${words}:${Buffer.from(shingles.buffer, shingles.byteOffset, shingles.byteLength).toString('latin1')}`;
}

/** Counts shared shingles with each earlier member, and enters this one. */
function countShared(
  shingles: Uint32Array,
  postings: Map<number, number[]>,
  index: number,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const shingle of shingles) {
    const list = postings.get(shingle);
    if (!list) {
      postings.set(shingle, [index]);
      continue;
    }
    for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
    if (list.length < POSTINGS) list.push(index);
  }
  return shared;
}
