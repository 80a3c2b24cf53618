import { newestDecision } from '../../store/decisions';
import { ledgerKeys } from '../../store/keys';
import { execPipeline } from '../../store/pipeline';
import { DUE_SOON_MS } from '../../store/sweep';
import type { ApiDeps } from '../deps';
import { collectionQuery, parseQuery } from '../query';
import type { Handler } from '../routes';

/** `GET /admin/api/stats`: how a collection stands, in numbers. One round trip. */
export function getStats({ store }: ApiDeps): Handler {
  return async (req, res) => {
    const { collection } = parseQuery(collectionQuery, req);
    const keys = ledgerKeys(collection);
    const pipeline = store.redis.pipeline();
    pipeline.zcard(keys.arrivals).zcard(keys.byUpdated).zcard(keys.pending);
    pipeline.zcount(keys.dirty, '-inf', store.clock() + DUE_SOON_MS);
    pipeline.hlen(keys.failures).zcard(keys.reviews).xlen(keys.events).zcard(keys.ended);
    const [articles, stories, pending, dirty, failures, reviews, events, ended] =
      await execPipeline<number>(pipeline);
    const decisions = await newestDecision(store, collection);
    res.json({ articles, stories, ended, pending, dirty, failures, reviews, events, decisions });
  };
}
