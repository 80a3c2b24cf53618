import { type ChainableCommander, Cluster } from 'ioredis';
import type { ScriptedRedis } from './scripts';

/** What a pipeline is filled with and run through, whatever its keys. */
export type Pipeline = Pick<ChainableCommander, 'exec'>;

/** Runs a pipeline and returns its replies in the order of its commands; the first command that failed throws. */
export async function execPipeline<T>(pipeline: Pipeline): Promise<T[]> {
  const replies = (await pipeline.exec()) ?? [];
  return replies.map(([error, reply]) => {
    if (error) throw error;
    return reply as T;
  });
}

/**
 * A pipeline over keys of several slots, such as bodies and fingerprints. On one server it is the client's own. A cluster has
 * no pipeline across nodes: there, commands go out together in one pipeline a hash tag, and nothing is promised about the
 * order in which commands on different tags take effect.
 *
 * Every command must name its key first, as all but `EVAL` and streams' reads do.
 */
export function openSpreadPipeline(redis: ScriptedRedis): ChainableCommander {
  if (!(redis instanceof Cluster)) return redis.pipeline();
  const pipelines = new Map<string, ChainableCommander>();
  const queued: { tag: string; at: number }[] = [];
  const add = (name: string, args: readonly unknown[]): void => {
    const tag = hashTag(String(args[name.startsWith('call') ? 1 : 0]));
    const pipeline = pipelines.get(tag) ?? redis.pipeline();
    pipelines.set(tag, pipeline);
    queued.push({ tag, at: pipeline.length });
    const command = Reflect.get(pipeline, name) as (...values: unknown[]) => unknown;
    command.apply(pipeline, [...args]);
  };
  const exec = async (): ReturnType<ChainableCommander['exec']> => {
    const tags = [...pipelines.keys()];
    const replies = await Promise.all([...pipelines.values()].map((pipeline) => pipeline.exec()));
    const byTag = new Map(tags.map((tag, i) => [tag, replies[i]]));
    return queued.map(({ tag, at }) => byTag.get(tag)?.[at] ?? [new Error(`No reply for ${tag}`), null]);
  };
  const spread: ChainableCommander = new Proxy({} as ChainableCommander, {
    get: (_, name) =>
      name === 'exec'
        ? exec
        : (...args: unknown[]) => {
            add(String(name), args);
            return spread;
          },
  });
  return spread;
}

/** Values of keys of several slots, in order. On one server by one command: a `GET` each costs the client several times as much. */
export async function readBuffers(redis: ScriptedRedis, keys: readonly string[]): Promise<(Buffer | null)[]> {
  if (keys.length === 0) return [];
  if (!(redis instanceof Cluster)) return redis.mgetBuffer([...keys]);
  const pipeline = openSpreadPipeline(redis);
  for (const key of keys) pipeline.getBuffer(key);
  return execPipeline<Buffer | null>(pipeline);
}

/** The part of a key that decides its slot: what is between the first braces, else all of it. */
function hashTag(key: string): string {
  return /^[^{]*\{([^}]+)\}/.exec(key)?.[1] ?? key;
}
