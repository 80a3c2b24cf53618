import type { PipelineContext } from '../src/pipeline/context';
import type { KnownFingerprint } from '../src/pipeline/fingerprint-cache';
import type { PostedArticle } from '../src/store/articles';
import { type BenchArticle, generateArticles, MIXES } from './articles';
import { requireBuilt } from './built';
import { Corpus } from './corpus';
import { withPipeline } from './own-pipeline';

const { clusterChunk }: typeof import('../src/pipeline/cluster-chunk') =
  requireBuilt('./pipeline/cluster-chunk');
const { publishDocuments }: typeof import('../src/pipeline/publish-document') = requireBuilt(
  './pipeline/publish-document',
);
const { FingerprintCache }: typeof import('../src/pipeline/fingerprint-cache') = requireBuilt(
  './pipeline/fingerprint-cache',
);
const { acceptArticles }: typeof import('../src/store/articles') = requireBuilt('./store/articles');

/** CPU milliseconds an article. */
interface Cost {
  readonly node: number;
  readonly redis: number;
}

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

/** What a new member costs a story that has so many. */
export interface StoryStep {
  readonly members: number;
  /** Finding its place, an article. */
  readonly joining: Cost;
  /** Building and publishing the document once. */
  readonly publishing: Cost;
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
const CHUNK = 25;
/** Articles that go to one collection before the other has its turn. */
const IN_TURN = 100;
/** New members that a story's cost is measured over. */
const JOINING = 100;

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

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const meanCost = (costs: readonly Cost[]): Cost => ({
  node: mean(costs.map(({ node }) => node)),
  redis: mean(costs.map(({ redis }) => redis)),
});

/** Lets one story grow by copies and rewrites of one report, and measures its last members before each size. */
export function measureStories(sizes: readonly number[], say: (text: string) => void): Promise<StoryStep[]> {
  return withPipeline(async (context) => {
    await clusterStream(context, generateArticles(MEASURED, MIXES.stream, 'warm', 3), 'warm');
    const steps: StoryStep[] = [];
    const largest = Math.max(...sizes);
    const articles = generateArticles(largest + 10, { name: 'one story', reprints: 0, hot: 1 }, 's', 5);
    let due = new Set<string>();
    for (const [i, size] of [...sizes].sort((a, b) => a - b).entries()) {
      const from = i === 0 ? 0 : sizes[i - 1];
      const to = Math.max(from, size - JOINING);
      for (const id of (await clusterStream(context, articles.slice(from, to), 'story')).due) due.add(id);
      const joining = await clusterStream(context, articles.slice(to, size), 'story');
      for (const id of joining.due) due.add(id);
      // Once with everything to read, then once more with one new member, as a worker does that has the story in hand.
      await publishDocuments(context, 'story', [...due]);
      const last = await clusterStream(context, [{ ...articles[size], id: `last-${size}` }], 'story');
      const publishing = await measure(context, 1, async () => {
        await publishDocuments(context, 'story', last.due);
      });
      say(
        `A story of ${size}: joining ${joining.cost.node.toFixed(2)} ms, publishing ${publishing.node.toFixed(0)}`,
      );
      steps.push({ members: size, joining: joining.cost, publishing });
      due = new Set();
    }
    return steps;
  });
}

/** Posts articles and clusters them in chunks, as a worker does; only the latter is measured. */
async function clusterStream(
  context: PipelineContext,
  articles: readonly BenchArticle[],
  collection: string,
) {
  const ordinals: number[] = [];
  for (let at = 0; at < articles.length; at += 100) {
    const posted = articles.slice(at, at + 100).map(toPosted);
    ordinals.push(...(await acceptArticles(context.store, collection, posted)).map(({ ordinal }) => ordinal));
  }
  const due = new Set<string>();
  const compared: number[] = [];
  const cost = await measure(context, articles.length, async () => {
    for (let at = 0; at < ordinals.length; at += CHUNK) {
      const chunk = await clusterChunk(context, collection, ordinals.slice(at, at + CHUNK));
      for (const { error } of chunk.failed) throw error;
      for (const { storyId } of chunk.due) due.add(storyId);
      compared.push(...chunk.matched.map((one) => one.compared));
    }
  });
  return { cost, due: [...due], compared: mean(compared) };
}

const toPosted = ({ source, publishedAt, ...article }: BenchArticle): PostedArticle => ({
  ...article,
  ...{ source: { name: source }, publishedAtMs: Date.parse(publishedAt), status: 'usable' },
});

/** CPU time of this process and of Redis: unlike time by the clock, the same on a busy machine, but for its caches. */
async function measure(context: PipelineContext, articles: number, run: () => Promise<void>): Promise<Cost> {
  const [redisBefore, before] = [await redisCpuMs(context), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return {
    node: (user + system) / 1_000 / articles,
    redis: ((await redisCpuMs(context)) - redisBefore) / articles,
  };
}

async function redisCpuMs({ store }: PipelineContext): Promise<number> {
  const info = await store.redis.info('cpu');
  const used = (kind: string): number => Number(new RegExp(`^used_cpu_${kind}:(\\S+)`, 'm').exec(info)?.[1]);
  return 1_000 * (used('user') + used('sys'));
}

async function usedMemory({ store }: PipelineContext): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await store.redis.info('memory'))?.[1]);
}
