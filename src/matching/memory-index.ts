import type { Fingerprint } from '../fingerprint/fingerprint';
import { indexKeys } from '../fingerprint/index-keys';
import { CANDIDATE_LIMIT, candidatesCompared, MAX_POSTINGS_READ, rankCandidates } from './candidates';
import type { Candidate } from './match';

/**
 * The inverted index in memory, with the same keys, caps and ranking as the shared one: for training and for
 * trying settings on recorded articles. Ordinals are dense from 0 in the order of adding.
 */
export class MemoryIndex {
  private readonly postings = new Map<number, number[]>();
  readonly fingerprints: Fingerprint[] = [];

  /** Files an article, then gives the earlier ones worth comparing, best first: index, then look. */
  add(fingerprint: Fingerprint): Candidate[] {
    const ordinal = this.fingerprints.push(fingerprint) - 1;
    const keys = indexKeys(fingerprint);
    const lists = keys.map(({ key }) => this.file(key, ordinal));
    const most = candidatesCompared(keys.length, CANDIDATE_LIMIT);
    return rankCandidates(keys, lists, most, new Set([ordinal])).map((found) => ({
      ordinal: found,
      fingerprint: this.fingerprints[found],
    }));
  }

  private file(key: number, ordinal: number): Uint32Array {
    let list = this.postings.get(key);
    if (list === undefined) this.postings.set(key, (list = []));
    list.push(ordinal);
    if (list.length > MAX_POSTINGS_READ) list.shift();
    return Uint32Array.from(list);
  }
}
