import type { PipelineContext } from '../src/pipeline/context';
import type { KnownFingerprint } from '../src/pipeline/fingerprint-cache';
import { generateArticles, MIXES } from './articles';
import { requireBuilt } from './built';
import { Corpus } from './corpus';
import { withPipeline } from './own-pipeline';
import { type Cost, clusterStream, mean } from './pipeline-cost';

const { FingerprintCache }: typeof import('../src/pipeline/fingerprint-cache') = requireBuilt(
  './pipeline/fingerprint-cache',
);

/** What an article costs when so many are known already. */
export interface GrowthStep {
  readonly known: number;
  readonly cost: Cost;
  /** What the same articles cost, in turn with these, in a collection that has stayed as it was at the first step. */
  readonly small: Cost;
  /** Mean number of articles it was compared with. */
  readonly compared: number;
  /** Of these, articles whose fingerprints the worker no longer had in hand and read, each counted once. */
  readonly read: number;
  /** Bytes that Redis has taken up an article: index, fingerprint and ledger. */
  readonly bytes: number;
}

/** A cache that says which articles it was asked for in vain. */
class WatchedCache extends FingerprintCache {
  readonly missing = new Set<number>();

  override get(collection: string, ordinal: number): KnownFingerprint | undefined {
    const found = super.get(collection, ordinal);
    if (!found) this.missing.add(ordinal);
    return found;
  }
}

const MEASURED = 1_000;
/** Articles that go to one collection before the other has its turn. */
const IN_TURN = 100;

/**
 * Fills one collection and measures an article's way from its body to its place in the ledger at each size, in turn with the same articles in
 * a collection that stays as small as the first size: what a busy machine adds, it adds to both.
 */
export function measureGrowth(
  sizes: readonly number[],
  cacheBytes: number,
  say: (text: string) => void,
): Promise<GrowthStep[]> {
  return withPipeline(async (opened) => {
    const open = async (collection: string): Promise<Growing> => {
      const context = { ...opened, fingerprints: new WatchedCache(cacheBytes) };
      const corpus = new Corpus(context, collection);
      await corpus.fill(1);
      return { context, corpus, collection };
    };
    const [growing, small] = [await open('growth'), await open('small')];
    await clusterStream(opened, generateArticles(MEASURED, MIXES.stream, 'warm', 3), 'warm');
    const steps: GrowthStep[] = [];
    let [known, bytes] = [0, 0];
    for (const size of [...sizes].sort((a, b) => a - b)) {
      const before = await usedMemory(opened);
      await growing.corpus.fill(size - known);
      bytes += (await usedMemory(opened)) - before;
      if (known === 0) await small.corpus.fill(size);
      known = size;
      const step = { known, bytes: bytes / known, ...(await compareSizes(growing, small, known)) };
      say(`${size} articles known: ${JSON.stringify(step)}`);
      steps.push(step);
    }
    return steps;
  });
}

/** A collection that grows, with the pipeline and cache of a worker that has only this one. */
interface Growing {
  readonly context: PipelineContext & { readonly fingerprints: WatchedCache };
  readonly corpus: Corpus;
  readonly collection: string;
}

async function compareSizes(growing: Growing, small: Growing, seed: number) {
  const articles = generateArticles(MEASURED, MIXES.stream, `g${seed}`, seed);
  growing.context.fingerprints.missing.clear();
  const [costs, smallCosts, compared] = [[] as Cost[], [] as Cost[], [] as number[]];
  for (let at = 0; at < articles.length; at += IN_TURN) {
    const part = articles.slice(at, at + IN_TURN);
    smallCosts.push((await clusterStream(small.context, part, small.collection)).cost);
    const clustered = await clusterStream(growing.context, part, growing.collection);
    costs.push(clustered.cost);
    compared.push(clustered.compared);
  }
  const read = growing.context.fingerprints.missing.size / MEASURED;
  return { cost: meanCost(costs), small: meanCost(smallCosts), compared: mean(compared), read };
}

const meanCost = (costs: readonly Cost[]): Cost => ({
  node: mean(costs.map(({ node }) => node)),
  redis: mean(costs.map(({ redis }) => redis)),
});

async function usedMemory({ store }: PipelineContext): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await store.redis.info('memory'))?.[1]);
}
