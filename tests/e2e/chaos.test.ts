import { checkCollection } from '../../chaos/check';
import { checkKeys } from '../../chaos/check-keys';
import type { KeptProcess } from '../../chaos/kept-process';
import { untilAtRest } from '../../chaos/rest';
import { runChaos } from '../../chaos/run';
import { startSystem } from '../../chaos/system';
import { toWire } from '../support/post-reports';
import { buildService } from '../support/service';
import { until } from '../support/until';
import { WIRE_DAY, WIRE_STORIES } from '../support/wire-day';

jest.setTimeout(300_000);
beforeAll(buildService);

/** The stories of an undisturbed run: the copies that were withdrawn again are in none. */
const CALM = WIRE_STORIES.map((ids) => [...ids].sort().join(' ')).sort();

test('a service that is hurt in every way loses nothing, doubles nothing, and comes to rest', async () => {
  const options = { collections: 1, poisons: ['throws' as const], replica: true, smallDisk: true };
  const result = await runChaos({ ...options, seed: 7, faults: 12 });
  expect({ problems: result.problems, lost: result.lost, doubled: result.doubled }).toEqual({
    ...{ problems: [], lost: 0, doubled: 0 },
  });
  expect(result.stories).toEqual([CALM]);
  expect(Object.values(result.faults).reduce((sum, count) => sum + count, 0)).toBe(12);
});

test('every process restarted in turn fails no request: the other one takes it', async () => {
  const system = await startSystem({ apis: 2, workers: 2, replica: false, smallDisk: false });
  try {
    const urls = [system.api, ...system.otherApis].map(({ address }) => address ?? '');
    const posting = { isOver: false, statuses: [] as number[] };
    // What a proxy in front does: the next process when one takes no connection, and nothing else.
    const post = async (body: string, turn: number): Promise<number> => {
      const headers = { authorization: `Bearer ${system.target.key}`, 'content-type': 'application/json' };
      for (let tries = 0; ; tries++) {
        try {
          const url = new URL('/v1/articles', urls[(turn + tries) % urls.length]);
          const { status, body: answer } = await fetch(url, { method: 'POST', headers, body });
          await answer?.cancel();
          return status;
        } catch (error) {
          if (tries > 20) throw error;
        }
      }
    };
    const client = async (): Promise<void> => {
      for (let turn = 0; !posting.isOver || turn < WIRE_DAY.length; turn++) {
        const report = WIRE_DAY[turn % WIRE_DAY.length];
        posting.statuses.push(await post(toWire(report, 'rolling'), turn));
      }
    };
    const posted = client();
    for (const process of [system.api, ...system.otherApis, ...system.workers])
      await restart(process, posting.statuses);
    posting.isOver = true;
    await posted;
    expect(posting.statuses.filter((status) => status !== 202)).toEqual([]);
    for (const process of [system.api, ...system.otherApis, ...system.workers])
      expect(process.hows).toEqual(['exit code 0']);
    const redis = system.redis.connect();
    try {
      await untilAtRest(redis, ['rolling']);
      expect(await checkKeys(redis, ['rolling'])).toEqual([]);
    } finally {
      redis.disconnect();
    }
    const promised = new Map(
      WIRE_DAY.map(({ id = '', title }) => [id, { collection: 'rolling', id, title, withdrawn: false }]),
    );
    const seen = { target: system.target, promised, subscribers: [], receiver: undefined };
    const { problems, stories } = await checkCollection(seen, 'rolling');
    expect({ problems, stories }).toEqual({ problems: [], stories: CALM });
  } finally {
    await system.stop();
  }
});

/** Asks a process to stop, and waits until it is back and some more was posted. */
async function restart(process: KeptProcess, statuses: readonly number[]): Promise<void> {
  const starts = process.starts;
  process.signal('SIGTERM');
  await until(() => process.starts > starts, { timeoutMs: 60_000, what: `${process.name} to be back` });
  const before = statuses.length;
  await until(() => statuses.length > before + 2, { timeoutMs: 60_000, what: 'more posts' });
}
