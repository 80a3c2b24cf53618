import type { IndexKey } from '../fingerprint/index-keys';
import { candidatesCompared, rankCandidates } from '../matching/candidates';
import type { Crowd } from '../matching/context';
import { type Match, matchAbove } from '../matching/match';
import type { Comparable } from '../matching/packed-fingerprint';
import { readChangedArticles } from '../store/changed-articles';
import { readPackedFingerprints } from '../store/fingerprints';
import { readPlacements } from '../store/ledger';
import type { PipelineContext } from './context';
import type { KnownFingerprint } from './fingerprint-cache';

/** An article that looks for its like. */
export interface Subject {
  /** 0 for a text that is not stored. */
  readonly ordinal: number;
  readonly fingerprint: Comparable;
  readonly keys: readonly IndexKey[];
  /** The posting list of each key. */
  readonly postings: readonly Uint32Array[];
}

/** What one subject was found to be like. */
export interface Found {
  readonly matches: readonly FoundMatch[];
  /** All articles it was compared with. */
  readonly compared: readonly number[];
  /** By which further articles are measured that it is compared with. */
  readonly crowd: Crowd;
}

/** A match with the revision of the other article that was compared. */
export interface FoundMatch extends Match {
  readonly revision: number;
}

/**
 * Compares each subject with its best candidates, at most `maxCandidates` and fewer where it has many keys. Matches are those from the edge
 * floor of the model up: of less nothing is made. Three round trips at most for all of them together.
 */
export async function findMatches(
  context: PipelineContext,
  collection: string,
  subjects: readonly Subject[],
): Promise<Found[]> {
  const ranked = subjects.map(({ ordinal, keys, postings }) => {
    const most = candidatesCompared(keys.length, context.maxCandidates);
    return rankCandidates(keys, postings, most, new Set([ordinal]));
  });
  const fingerprints = await loadFingerprints(context, collection, [...new Set(ranked.flat())]);
  const floor = context.model.thresholds.edgeFloor;
  return subjects.map(({ fingerprint }, i) =>
    compareWith(context, fingerprint, ranked[i], fingerprints, { floor }),
  );
}

/**
 * Compares a fingerprint with those of the given articles that are loaded. CPU only.
 *
 * @param options the least probability of a match, 0 by default; and the crowd of the articles it was compared with before, for
 *   further ones to be measured by the same.
 */
export function compareWith(
  { model }: Pick<PipelineContext, 'model'>,
  subject: Comparable,
  ordinals: readonly number[],
  loaded: ReadonlyMap<number, KnownFingerprint>,
  { floor = 0, crowd }: { readonly floor?: number; readonly crowd?: Crowd } = {},
): Found {
  const candidates: KnownFingerprint[] = [];
  for (const ordinal of ordinals) {
    const found = loaded.get(ordinal);
    if (found) candidates.push(found);
  }
  const matched = matchAbove(floor, subject, candidates, model, crowd);
  return {
    matches: matched.matches.map((match) => ({ ...match, revision: loaded.get(match.ordinal)!.revision })),
    compared: candidates.map(({ ordinal }) => ordinal),
    crowd: matched.crowd,
  };
}

/**
 * How long an article is taken to be as it was seen last while no change of it is told of. All changes are; the bound is a last resort. By
 * the minute, which it was, two in three candidates were asked about again: at 100,000 articles known most of what growth cost.
 */
const CHECKED_FOR_MS = 24 * 3_600_000;

/**
 * Fingerprints of articles that can be matched, from the cache where it has them. The ledger is only asked about articles that it was
 * not asked about lately or that have changed since: eighty candidates an article are most of what there is to ask. Three round trips
 * at most.
 */
export async function loadFingerprints(
  { store, fingerprints: cache }: Pick<PipelineContext, 'store' | 'fingerprints'>,
  collection: string,
  ordinals: readonly number[],
): Promise<Map<number, KnownFingerprint>> {
  const loaded = new Map<number, KnownFingerprint>();
  if (ordinals.length === 0) return loaded;
  cache.takeChanges(
    collection,
    await readChangedArticles(store, collection, cache.changesOf(collection).last),
  );
  const { times } = cache.changesOf(collection);
  const now = store.clock();
  const unchecked: number[] = [];
  for (const ordinal of ordinals) {
    const known = cache.get(collection, ordinal);
    if (known?.checkedAtMs !== undefined && now - known.checkedAtMs < CHECKED_FOR_MS)
      loaded.set(ordinal, known);
    else unchecked.push(ordinal);
  }
  const stale = await checkFingerprints({ store, fingerprints: cache }, collection, unchecked, loaded);
  const read = await readPackedFingerprints(
    store,
    collection,
    stale.map(({ ordinal }) => ordinal),
  );
  // What another job has taken in meanwhile may be newer than what was read here.
  const isLatest = cache.changesOf(collection).times === times;
  stale.forEach(({ ordinal, acceptedRevision }, i) => {
    const stored = read[i];
    if (!stored) return;
    const fresh: KnownFingerprint = { ordinal, ...stored };
    if (isLatest && stored.revision >= acceptedRevision) fresh.checkedAtMs = now;
    cache.set(collection, fresh);
    loaded.set(ordinal, fresh);
  });
  return loaded;
}

/** An article whose fingerprint is to be read. */
interface Stale {
  readonly ordinal: number;
  readonly acceptedRevision: number;
}

/** Adds those of the articles to `loaded` that the cache has and the ledger still lets be matched; returns those to be read. */
async function checkFingerprints(
  { store, fingerprints: cache }: Pick<PipelineContext, 'store' | 'fingerprints'>,
  collection: string,
  ordinals: readonly number[],
  loaded: Map<number, KnownFingerprint>,
): Promise<Stale[]> {
  const { times } = cache.changesOf(collection);
  const placements = await readPlacements(store, collection, ordinals);
  const isLatest = cache.changesOf(collection).times === times;
  const now = store.clock();
  return ordinals.flatMap((ordinal, i) => {
    const { state, acceptedRevision } = placements[i];
    if (state === 'withdrawn') return [];
    const known = cache.get(collection, ordinal);
    if (known) loaded.set(ordinal, known);
    if (known === undefined || known.revision < acceptedRevision) return [{ ordinal, acceptedRevision }];
    if (isLatest) known.checkedAtMs = now;
    return [];
  });
}
