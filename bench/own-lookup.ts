import type { IndexKey } from '../src/fingerprint/index-keys';
import type { PipelineContext } from '../src/pipeline/context';
import type { BenchArticle } from './articles';
import { requireBuilt } from './built';
import { type Lookup, type LookupCost, measureInTurn, timeEach } from './lookup-rounds';
import { withPipeline } from './own-pipeline';
import { measure } from './pipeline-cost';

const { analyseArticle }: typeof import('../src/pipeline/analyse') = requireBuilt('./pipeline/analyse');
const { SHINGLE_WEIGHT }: typeof import('../src/fingerprint/index-keys') =
  requireBuilt('./fingerprint/index-keys');
const { insertPostings }: typeof import('../src/store/postings') = requireBuilt('./store/postings');
const {
  CANDIDATE_LIMIT,
  MAX_POSTINGS_READ,
  candidatesCompared,
  rankCandidates,
}: typeof import('../src/matching/candidates') = requireBuilt('./matching/candidates');

/** Articles a call, as in a job of the service. */
const CHUNK = 25;

/** Our index, as the service has it, and what of its cost is not Redis. */
export function measureOwnLookup(articles: readonly BenchArticle[]): Promise<LookupCost[]> {
  return withPipeline(async (context) => {
    const keys = await analyseAll(context, articles);
    return measureInTurn([
      ['Storyfold: shingles, terms and names, as many as are compared, in Redis', redisLookup(context, keys)],
      ['the same, in a map of this process', memoryLookup(keys)],
      ['its shingles alone, in a map of this process', memoryLookup(keys.map(onlyShingles))],
    ]);
  });
}

async function analyseAll(
  context: PipelineContext,
  articles: readonly BenchArticle[],
): Promise<readonly (readonly IndexKey[])[]> {
  const keys: (readonly IndexKey[])[] = [];
  for (const { publishedAt, source, ...posted } of articles) {
    const article = {
      ...posted,
      ...{ collection: 'lookup', revision: 1, receivedAtMs: 0, status: 'usable' as const },
      ...{ source: { name: source }, publishedAtMs: Date.parse(publishedAt) },
    };
    keys.push((await analyseArticle(context, article, { count: true })).keys);
  }
  return keys;
}

/** What looks for copies alone, as the indexes of others do. */
const onlyShingles = (keys: readonly IndexKey[]): readonly IndexKey[] =>
  keys.filter(({ weight }) => weight === SHINGLE_WEIGHT);

const rank = (keys: readonly IndexKey[], postings: readonly Uint32Array[], place: number): number[] =>
  rankCandidates(keys, postings, candidatesCompared(keys.length, CANDIDATE_LIMIT), new Set([place]));

/** The index of the service, in a collection of its own each time. CPU of this process and of Redis. */
function redisLookup(context: PipelineContext, keys: readonly (readonly IndexKey[])[]): Lookup {
  let rounds = 0;
  return async () => {
    const collection = `lookup-${++rounds}`;
    const found: number[][] = [];
    const { node, redis } = await measure(context, keys.length, async () => {
      for (let at = 0; at < keys.length; at += CHUNK) {
        const chunk = keys.slice(at, at + CHUNK);
        const entries = chunk.map((own, i) => ({ ordinal: at + i, keys: own.map(({ key }) => key) }));
        const postings = await insertPostings(context.store, collection, entries);
        chunk.forEach((own, i) => found.push(rank(own, postings[i], at + i)));
      }
    });
    return { us: 1_000 * (node + redis), found };
  };
}

/** What the same keys cost without Redis, as the indexes of others are without it. */
const memoryLookup =
  (keys: readonly (readonly IndexKey[])[]): Lookup =>
  () => {
    const lists = new Map<number, number[]>();
    return timeEach(keys, (own, place) => {
      const postings = own.map(({ key }) => {
        const list = lists.get(key);
        if (list) list.push(place);
        else lists.set(key, [place]);
        return Uint32Array.from(list?.slice(-MAX_POSTINGS_READ) ?? [place]);
      });
      return rank(own, postings, place);
    });
  };
