import type { IndexKey } from '../fingerprint/index-keys';

/** Of one posting list no more than this many ordinals, the newest, are read: the bound on work an article. */
export const MAX_POSTINGS_READ = 256;

/** Candidates compared an article. */
export const CANDIDATE_LIMIT = 80;

const SLOTS = 1 << 15;
const MASK = SLOTS - 1;
const EMPTY = 0xffffffff;

const ordinals = new Uint32Array(SLOTS).fill(EMPTY);
const scores = new Float32Array(SLOTS);
const used = new Int32Array(SLOTS);

/**
 * Ranks the articles that share index keys with a new one by the summed weight of the shared keys.
 *
 * `postings[i]` holds the ordinals filed under `keys[i]`, oldest first. Returns at most `limit` ordinals, best
 * first, ties to the newer; never one of `exclude`. Work is bounded by keys × `MAX_POSTINGS_READ`.
 */
export function rankCandidates(
  keys: readonly IndexKey[],
  postings: readonly Uint32Array[],
  limit: number,
  exclude: ReadonlySet<number>,
): number[] {
  let count = 0;
  for (let k = 0; k < keys.length; k++) {
    const list = postings[k];
    const weight = keys[k]?.weight ?? 0;
    if (list === undefined) continue;
    for (let i = Math.max(0, list.length - MAX_POSTINGS_READ); i < list.length; i++) {
      const ordinal = list[i];
      let slot = Math.imul(ordinal, 0x9e3779b1) >>> 17;
      while (ordinals[slot] !== EMPTY && ordinals[slot] !== ordinal) slot = (slot + 1) & MASK;
      if (ordinals[slot] === EMPTY) {
        ordinals[slot] = ordinal;
        scores[slot] = 0;
        used[count++] = slot;
      }
      scores[slot] = scores[slot] + weight;
    }
  }
  return takeBest(count, limit, exclude);
}

function takeBest(count: number, limit: number, exclude: ReadonlySet<number>): number[] {
  const found: { ordinal: number; score: number }[] = [];
  let floor = 0;
  for (let i = 0; i < count; i++) {
    const slot = used[i];
    const ordinal = ordinals[slot];
    const score = scores[slot];
    ordinals[slot] = EMPTY;
    if (score < floor || exclude.has(ordinal)) continue;
    found.push({ ordinal, score });
    if (found.length >= limit * 4) floor = keepBest(found, limit);
  }
  keepBest(found, limit);
  return found.map((f) => f.ordinal);
}

function keepBest(found: { ordinal: number; score: number }[], limit: number): number {
  found.sort((a, b) => b.score - a.score || b.ordinal - a.ordinal);
  found.length = Math.min(found.length, limit);
  return found.length === limit ? (found.at(-1)?.score ?? 0) : 0;
}
