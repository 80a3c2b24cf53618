import { readFileSync } from 'node:fs';
import type { RedisClient } from '../src/store/connect';
import type { BenchService } from './service';

/** CPU time that a service has used, in seconds, by part. */
export interface CpuTime {
  readonly api: number;
  readonly workers: number;
  readonly redis: number;
}

/** A tick of `/proc`. */
const TICKS_PER_SECOND = 100;

/** Reads what the processes of a service have used since they started. Linux only. */
export async function readCpu({ pids, redis }: BenchService): Promise<CpuTime> {
  return {
    api: readProcess(pids.api),
    workers: pids.workers.reduce((sum, pid) => sum + readProcess(pid), 0),
    redis: await readRedisCpu(redis),
  };
}

/** Seconds that the Redis server has used since it started. */
export async function readRedisCpu(redis: Pick<RedisClient, 'info'>): Promise<number> {
  const info = await redis.info('cpu');
  const used = (kind: string): number => Number(new RegExp(`^used_cpu_${kind}:(\\S+)`, 'm').exec(info)?.[1]);
  return used('user') + used('sys');
}

/** User and system time; the name of the program, which may hold anything, stands in brackets before them. */
function readProcess(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Milliseconds an article between two readings. */
export function cpuPerArticle(before: CpuTime, after: CpuTime, articles: number): CpuTime {
  const each = (part: keyof CpuTime): number => ((after[part] - before[part]) * 1_000) / articles;
  return { api: each('api'), workers: each('workers'), redis: each('redis') };
}
