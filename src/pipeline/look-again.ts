import { dropAgain } from '../store/again';
import { readBodies } from '../store/articles';
import { readPlacements } from '../store/ledger';
import { type ClusteredChunk, checkNow, processTaken } from './cluster-chunk';
import type { PipelineContext } from './context';

/**
 * Looks at articles a second time, when more is known than when each was placed: weighs their words by present frequencies, compares
 * them with what has come since, and decides anew by the same rules and the same commit. An article whose revision is no longer the one
 * that counts is left out, as is one that fails: it keeps its place. Running it again changes nothing.
 */
export async function lookAgain(
  context: PipelineContext,
  collection: string,
  ordinals: readonly number[],
): Promise<ClusteredChunk> {
  const distinct = [...new Set(ordinals)];
  const checked = checkNow(context, collection);
  const [bodies, placements] = await Promise.all([
    readBodies(
      context.store,
      collection,
      distinct.map((ordinal) => ({ ordinal })),
    ),
    readPlacements(context.store, collection, distinct),
  ]);
  const taken = distinct.flatMap((ordinal, i) => {
    const [article, { state, acceptedRevision, committedRevision }] = [bodies[i], placements[i]];
    const counts = acceptedRevision === article?.revision && committedRevision === article.revision;
    return article && counts && state === 'clustered' && article.status === 'usable'
      ? [{ ordinal, article }]
      : [];
  });
  const chunk = await processTaken(context, collection, { taken, missing: [], checked }, true);
  const failed = new Set(chunk.failed.map(({ ordinal }) => ordinal));
  const seen = new Set(taken.flatMap(({ ordinal }) => (failed.has(ordinal) ? [] : [ordinal])));
  await dropAgain(
    context.store,
    collection,
    distinct.filter((ordinal) => !seen.has(ordinal)),
  );
  return chunk;
}
