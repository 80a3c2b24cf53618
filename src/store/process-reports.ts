import { AggregatorRegistry, type Registry } from 'prom-client';
import type { RedisClient } from './connect';
import { PROCESS_NAMES_KEY, processReportKey } from './service-keys';

/** A process that has not reported for this long counts as gone. */
const REPORT_TTL_MS = 30_000;

/**
 * Leaves a process's metrics in Redis, where any API process shows them under `/metrics` and sees that it lives.
 *
 * To be called every few seconds, at most 10 apart. `name` is unique among running processes, such as `worker-host-4711`.
 */
export async function reportProcess(
  redis: RedisClient,
  name: string,
  registry: Registry,
  nowMs: number,
): Promise<void> {
  const report = JSON.stringify(await registry.getMetricsAsJSON());
  await redis.set(processReportKey(name), report, 'PX', REPORT_TTL_MS);
  await redis.zadd(PROCESS_NAMES_KEY, String(nowMs), name);
}

/** Shows that a process lives that leaves no metrics, since it is asked for them itself. As often as `reportProcess`. */
export async function announceProcess(redis: RedisClient, name: string, nowMs: number): Promise<void> {
  await redis.zadd(PROCESS_NAMES_KEY, String(nowMs), name);
}

/** Takes a process off the list at its regular end, so that nobody waits for its report to expire. */
export async function forgetProcess(redis: RedisClient, name: string): Promise<void> {
  await redis.zrem(PROCESS_NAMES_KEY, name);
  await redis.del(processReportKey(name));
}

/** Names of the processes that have reported within the last 30 s. */
export async function listProcesses(redis: RedisClient, nowMs: number): Promise<readonly string[]> {
  await redis.zremrangebyscore(PROCESS_NAMES_KEY, '-inf', String(nowMs - REPORT_TTL_MS));
  return redis.zrange(PROCESS_NAMES_KEY, '0', '-1');
}

/** The own metrics and those of every reporting process, summed, in Prometheus' text format. */
export async function renderMetrics(redis: RedisClient, own: Registry, nowMs: number): Promise<string> {
  const names = await listProcesses(redis, nowMs);
  // Keys of different slots: one command each, sent together.
  const reports = await Promise.all(names.map((name) => redis.get(processReportKey(name))));
  const remote = reports.filter((report) => report !== null).map((report) => JSON.parse(report) as object);
  return AggregatorRegistry.aggregate([await own.getMetricsAsJSON(), ...remote] as object[]).metrics();
}
