import { indexKeys } from '../fingerprint/index-keys';
import { readFingerprints } from '../store/fingerprints';
import { readPostings } from '../store/postings';
import type { PipelineContext } from './context';
import { compareWith, type FoundMatch, findMatches, loadFingerprints } from './find-matches';

/** An article compared once more. */
export interface ComparedAgain {
  /** The pairs asked for whose fingerprints are still kept. */
  readonly matches: readonly FoundMatch[];
  /** Candidates of the article by which all pairs were measured. */
  readonly among: number;
}

const NOTHING: ComparedAgain = { matches: [], among: 0 };

/**
 * Compares a stored article with others as it is when it is placed: how a pair stands out is measured by the candidates that the
 * index has for the article now, not by the few that are asked for. Five round trips at most.
 */
export async function compareAgain(
  context: PipelineContext,
  collection: string,
  ordinal: number,
  others: readonly number[],
): Promise<ComparedAgain> {
  const [loaded, [stored]] = await Promise.all([
    loadFingerprints(context, collection, [ordinal, ...others]),
    readFingerprints(context.store, collection, [ordinal]),
  ]);
  if (!stored || !loaded.has(ordinal)) return NOTHING;
  const { fingerprint } = stored;
  const keys = indexKeys(fingerprint);
  const postings = await readPostings(
    context.store,
    collection,
    keys.map(({ key }) => key),
  );
  const [{ matches: candidates, compared, crowd }] = await findMatches(context, collection, [
    { ordinal, fingerprint, keys, postings },
  ]);
  const found = new Map(candidates.map((match) => [match.ordinal, match]));
  const missing = others.filter((other) => !found.has(other));
  for (const match of compareWith(context, fingerprint, missing, loaded, { crowd }).matches)
    found.set(match.ordinal, match);
  return { matches: others.flatMap((other) => found.get(other) ?? []), among: compared.length };
}
