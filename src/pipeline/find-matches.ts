import type { Fingerprint } from '../fingerprint/fingerprint';
import type { IndexKey } from '../fingerprint/index-keys';
import { rankCandidates } from '../matching/candidates';
import { type Match, matchCandidates } from '../matching/match';
import { readFingerprints, type StoredFingerprint } from '../store/fingerprints';
import { readPlacements } from '../store/ledger';
import { fingerprintCacheKey, type PipelineContext } from './context';

/** An article that looks for its like. */
export interface Subject {
  /** 0 for a text that is not stored. */
  readonly ordinal: number;
  readonly fingerprint: Fingerprint;
  readonly keys: readonly IndexKey[];
  /** The posting list of each key. */
  readonly postings: readonly Uint32Array[];
}

/** What one subject was found to be like. */
export interface Found {
  readonly matches: readonly FoundMatch[];
  /** Articles it was compared with. */
  readonly compared: number;
}

/** A match with the revision of the other article that was compared. */
export interface FoundMatch extends Match {
  readonly revision: number;
}

/** Compares each subject with its best candidates, at most `maxCandidates`. Two round trips for all of them together. */
export async function findMatches(
  context: PipelineContext,
  collection: string,
  subjects: readonly Subject[],
): Promise<Found[]> {
  const ranked = subjects.map(({ ordinal, keys, postings }) =>
    rankCandidates(keys, postings, context.maxCandidates, new Set([ordinal])),
  );
  const fingerprints = await loadFingerprints(context, collection, [...new Set(ranked.flat())]);
  return subjects.map(({ fingerprint }, i) => compareWith(context, fingerprint, ranked[i], fingerprints));
}

/**
 * Compares a fingerprint with those of the given articles that are loaded. CPU only.
 *
 * @param before what the article was compared with already, for further articles to be measured by the same crowd.
 */
export function compareWith(
  context: PipelineContext,
  subject: Fingerprint,
  ordinals: readonly number[],
  loaded: ReadonlyMap<number, StoredFingerprint>,
  before: readonly FoundMatch[] = [],
): Found {
  const candidates = ordinals.flatMap((ordinal) => {
    const found = loaded.get(ordinal);
    return found ? [{ ordinal, fingerprint: found.fingerprint }] : [];
  });
  const crowd = before.length > 0 ? before.map(({ features }) => features) : undefined;
  const matches = matchCandidates(subject, candidates, context.model, crowd);
  return {
    matches: matches.map((match) => ({ ...match, revision: loaded.get(match.ordinal)!.revision })),
    compared: candidates.length,
  };
}

/** Fingerprints of articles that can be matched, from the cache where it has them: two round trips at most. */
export async function loadFingerprints(
  context: PipelineContext,
  collection: string,
  ordinals: readonly number[],
): Promise<Map<number, StoredFingerprint>> {
  const { store, fingerprints: cache } = context;
  const placements = await readPlacements(store, collection, ordinals);
  const usable = ordinals.filter((_, i) => placements[i].state !== 'withdrawn');
  const accepted = new Map(ordinals.map((ordinal, i) => [ordinal, placements[i].acceptedRevision]));
  const stale = usable.filter((ordinal) => {
    const cached = cache.get(fingerprintCacheKey(collection, ordinal));
    return cached === undefined || cached.revision < accepted.get(ordinal)!;
  });
  const read = await readFingerprints(store, collection, stale);
  stale.forEach((ordinal, i) => {
    if (read[i]) cache.set(fingerprintCacheKey(collection, ordinal), read[i]);
  });
  return new Map(
    usable.flatMap((ordinal) => {
      const found = cache.get(fingerprintCacheKey(collection, ordinal));
      return found ? [[ordinal, found]] : [];
    }),
  );
}
