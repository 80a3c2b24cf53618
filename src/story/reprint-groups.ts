import { type CopyShingles, commonShingles, copyShingles, THINNED, thinnedShingles } from './copy-shingles';
import { inStoryOrder, type StoryMember } from './member';
import { perArticle } from './remember';

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
  if (ordered.length === 1) return new Map([[ordered[0].article.id, ordered[0].article.id]]);
  const parents = ordered.map((_, i) => i);
  const given = ordered.map(({ reprintGroup }) => reprintGroup);
  const union = (a: number, b: number): void => {
    const [x, y] = [find(parents, a), find(parents, b)];
    // Someone already said that these are in two groups.
    if (given[x] !== undefined && given[y] !== undefined && given[x] !== given[y]) return;
    const root = Math.min(x, y);
    parents[Math.max(x, y)] = root;
    given[root] = given[x] ?? given[y];
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
  const keepOneIn = ordered.length > FULL_MEMBERS ? THINNED : 1;
  const firstWith = new Map<string, number>();
  const distinct: number[] = [];
  ordered.forEach((member, i) => {
    const { text } = copyText(member.clean);
    const twin = firstWith.get(text);
    if (twin !== undefined) return union(twin, i);
    firstWith.set(text, i);
    distinct.push(i);
  });
  const texts = distinct.map((i) =>
    keepOneIn === 1 ? copyShingles(ordered[i].clean) : thinnedShingles(ordered[i].clean),
  );
  const earlierLike = texts.length <= POSTINGS ? likeEarlier(texts) : likeByPostings(texts);
  earlierLike.forEach((shared, later) => {
    for (const [earlier, count] of shared) {
      const smaller = Math.min(texts[later].shingles.length, texts[earlier].shingles.length);
      const enough = smaller * keepOneIn >= MIN_SHINGLES && count / smaller >= COPY_CONTAINMENT;
      if (enough) union(distinct[earlier], distinct[later]);
    }
  });
}

type SharedCounts = Iterable<readonly [number, number]>;

/** Of each text, the earlier ones with the shingles they share: a few texts are compared two by two, once for all their stories. */
function likeEarlier(texts: readonly CopyShingles[]): SharedCounts[] {
  return texts.map((later, i) =>
    texts.slice(0, i).map((earlier, k) => [k, commonShingles(earlier, later)] as const),
  );
}

/** The same of many texts, by the earliest dozen under each shingle. */
function likeByPostings(texts: readonly CopyShingles[]): SharedCounts[] {
  const postings = new Map<number, number[]>();
  return texts.map(({ shingles }, i) => countShared(shingles, postings, i));
}

/** The text itself where it is a copy to the letter, which most reprints are; empty texts go by their title. */
const copyText = perArticle((clean) => {
  const body = clean.sentences.map(({ text }) => text).join('\n');
  return { text: body === '' ? `${clean.title}\n` : body };
});

/** Counts shared shingles with each earlier member, and enters this one. */
function countShared(
  shingles: Uint32Array,
  postings: Map<number, number[]>,
  index: number,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i];
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
