import type { Redis } from 'ioredis';
import { ledgerKeys, termTablesKey } from '../../../src/store/keys';
import { forgetExpired } from '../../../src/store/retention';
import { readPublished, readStoryVersions } from '../../../src/store/story-documents';
import { scanKeys } from '../../support/documented-keys';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';

const DAY_MS = 24 * 3600 * 1000;

interface Clock {
  nowMs: number;
}

/** Lets time go by: for the service, and for Redis, where what would have expired by then goes now. */
async function pass(redis: Redis, clock: Clock, ms: number): Promise<void> {
  clock.nowMs += ms;
  for (const key of await redis.keys('*')) {
    const left = await redis.pttl(key);
    if (left >= 0 && left <= ms) await redis.del(key);
    else if (left > ms) await redis.pexpire(key, left - ms);
  }
}

/** A day's reports under ids, outlets' addresses and times of their own. */
const reportsOf = (day: number, clock: Clock) =>
  WIRE_DAY.slice(0, 12).map((report, i) => ({
    ...report,
    id: `${report.id}-${day}`,
    url: `https://news.example/${day}/${i}`,
    publishedAtMs: clock.nowMs,
  }));

async function liveThrough(pipeline: TestPipeline, redis: Redis, clock: Clock, days: number) {
  const sizes: number[] = [];
  for (let day = 0; day < days; day++) {
    await pipeline.post(reportsOf(day, clock));
    await pipeline.publish();
    while (await forgetExpired(pipeline.store, COLLECTION));
    sizes.push(await countBytes(redis));
    await pass(redis, clock, DAY_MS);
  }
  return sizes;
}

/** Without the counts of words, which have one size once every word has been counted. */
async function countBytes(redis: Redis): Promise<number> {
  const keys = (await redis.keys('*')).filter((key) => !key.startsWith(`${termTablesKey(COLLECTION)}:`));
  const sizes = await Promise.all(keys.map((key) => redis.call('MEMORY', 'USAGE', key, 'SAMPLES', '0')));
  return sizes.reduce<number>((sum, size) => sum + Number(size), 0);
}

test('memory stops growing when look-back and retention have passed, and returns to its start when nothing more comes', async () => {
  await withRedis(async ({ redis, ...test }) => {
    const clock = { nowMs: Date.UTC(2026, 0, 1) };
    const options = { lookbackMs: 2 * DAY_MS, retentionMs: 4 * DAY_MS, eventsMaxLength: 50 };
    const pipeline = await openPipeline({ redis, ...test }, { ...options, clock: () => clock.nowMs });
    const sizes = await liveThrough(pipeline, redis, clock, 14);
    // Seven days until all that is kept is there: four of retention, two of grace, one that is under way.
    const [settled, last] = [Math.max(...sizes.slice(7, 10)), Math.max(...sizes.slice(11))];
    expect(last).toBeLessThan(1.1 * settled);
    // Stories that live on keep their numbers, and the versions that are within retention.
    const [story] = await redis.zrange(ledgerKeys(COLLECTION).bySize, '0', '0', 'REV');
    const [newest, ...older] = await readStoryVersions(pipeline.store, COLLECTION, story, { limit: 1_000 });
    const published = await readPublished(pipeline.store, COLLECTION, story);
    expect(newest.version).toBe(published?.story.version);
    expect(older.map(({ version }) => version)).toEqual(older.map((_, i) => newest.version - 1 - i));
    expect(older.length).toBeLessThan(newest.version - 2);
    expect(older.at(-1)!.at).toBeGreaterThanOrEqual(clock.nowMs - 6 * DAY_MS);
    for (let day = 0; day < 8; day++) {
      await pass(redis, clock, DAY_MS);
      while (await forgetExpired(pipeline.store, COLLECTION));
      await pipeline.publish();
    }
    const { found } = await scanKeys(redis, COLLECTION);
    const left = found.map(({ key, lives }) => (lives === 'for good' ? 'for good' : key));
    expect(new Set(left)).toEqual(new Set(['for good', `sf:{${COLLECTION}}:events`]));
  });
});
