import type { ChainableCommander } from 'ioredis';

/** Runs a pipeline and returns its replies; the first command that failed throws. */
export async function execPipeline<T>(pipeline: ChainableCommander): Promise<T[]> {
  const replies = (await pipeline.exec()) ?? [];
  return replies.map(([error, reply]) => {
    if (error) throw error;
    return reply as T;
  });
}
