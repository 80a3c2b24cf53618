import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupCollection } from '../../src/cli/backup-collection';
import { type RestoreOptions, restoreCollection } from '../../src/cli/restore-collection';
import { newestEventId, oldestEventId } from '../../src/store/events';
import { readFingerprints } from '../../src/store/fingerprints';
import { COLLECTIONS_KEY, ledgerKeys } from '../../src/store/keys';
import { announceProcess, forgetProcess } from '../../src/store/process-reports';
import { forgetExpired } from '../../src/store/retention';
import { webhookKeys } from '../../src/store/webhook-keys';
import { isPositionLost } from '../../src/webhooks/take-events';
import { checkCollection } from '../support/check-collection';
import { readContents } from '../support/redis-contents';
import { REPORTS } from '../support/reports';
import { fillSampleCollection, readAnswers } from '../support/sample-collection';
import { type TestApi, withApi } from './api/harness';

jest.setTimeout(120_000);

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

const { signal } = new AbortController();
const quiet = { onProgress: () => undefined, signal };

async function backup({ store }: TestApi): Promise<string[]> {
  return collect(backupCollection(store, 'default', { ...quiet, waitMs: 0 }));
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const restore = ({ store }: TestApi, lines: readonly string[], options: Partial<RestoreOptions> = {}) =>
  restoreCollection(store, () => linesOf(lines), { ...quiet, replace: false, ...options });

test('a restored collection answers as before: stories, versions, explanations, revisions, decisions and events', async () => {
  await withApi({}, async (api) => {
    await fillSampleCollection(api);
    const before = await readAnswers(api, true);
    const lines = await backup(api);
    expect(lines.join('\n')).not.toContain('whsec_');
    await api.test.redis.flushall();
    const restored = await restore(api, lines);
    expect(restored).toMatchObject({
      collection: 'default',
      articles: 7,
      webhooks: [{ secret: expect.stringMatching(/^whsec_/) }],
    });
    expect(await readAnswers(api, true)).toEqual(before);
    const hook = await api.request('GET', `/v1/webhooks/${restored.webhooks[0].id}`);
    expect(hook.body).toMatchObject({ status: 'paused', url: 'https://hooks.example/sample' });
    await checkCollection(api.store, 'default');
    // It goes on where it was: a report of a known story joins it.
    await api.post([{ ...REPORTS[3], id: 'strike-late', source: { name: 'Late Paper' } }]);
    const stories = ['strike-late', 'strike-wire'].map(
      async (id) => (await api.request('GET', `/v1/articles/${id}`)).body.storyId,
    );
    expect(await stories[0]).toBe(await stories[1]);
  });
});

test('every key comes back as it was, however many pages it takes, with the time it has left', async () => {
  await withApi({}, async (api) => {
    const { redis } = api.test;
    await fillSampleCollection(api);
    const { prefix } = ledgerKeys('default');
    // More than one page of each kind that is read in pages.
    const many = Array.from({ length: 1_203 }, (_, i) => String(i));
    await redis.hset(`${prefix}undone`, ...many.flatMap((name) => [name, `\u00e9${name}`]));
    await redis.rpush(`${prefix}log:st_long`, ...many);
    await redis.sadd(`${prefix}names:77`, ...many);
    await redis.zadd(`${prefix}ended`, ...many.flatMap((name) => [1.5e12 + Number(name), name]));
    for (const name of many)
      await redis.xadd(`${prefix}events`, '*', 't', 'test', 'd', Buffer.from([255, Number(name) % 256]));
    const keys = (await redis.keys('sf:*default*')).filter((key) => !/:wh:|:whm:/.test(key));
    const before = await readContents(redis, keys);
    const ttls = await Promise.all(keys.map((key) => redis.pttl(key)));
    const lines = await backup(api);
    await redis.flushall();
    await restore(api, lines);
    expect(await readContents(redis, keys)).toEqual(before);
    const after = await Promise.all(keys.map((key) => redis.pttl(key)));
    const late = keys.filter((_, i) => (ttls[i] < 0 ? after[i] !== -1 : after[i] <= 0 || after[i] > ttls[i]));
    expect(late).toEqual([]);
  });
});

test('a backup is not restored over a collection, nor one that is cut short, damaged or of a later format', async () => {
  await withApi({}, async (api) => {
    await api.post(REPORTS.slice(0, 2));
    await api.publish();
    const lines = await backup(api);
    await expect(restore(api, lines)).rejects.toThrow('There is a collection default already');
    await expect(restore(api, lines.slice(0, -1), { replace: true })).rejects.toThrow('before its last line');
    const lacking = [...lines.slice(0, 4), ...lines.slice(5)];
    await expect(restore(api, lacking, { replace: true })).rejects.toThrow('lacks 1 lines');
    await expect(restore(api, [lines[0], '{"key":1}'], { replace: true })).rejects.toThrow(
      'Line 2 of the backup',
    );
    const other = JSON.stringify({ key: 'sf:{other}:seq', type: 'string', values: ['1'] });
    await expect(restore(api, [lines[0], other], { replace: true })).rejects.toThrow('another collection');
    const later = lines[0].replace('"format":1', '"format":2');
    await expect(restore(api, [later], { replace: true })).rejects.toThrow(
      'has format 2 and this Storyfold reads format 1',
    );
    await expect(restore(api, ['{}'])).rejects.toThrow('no backup of Storyfold');
    // Nothing of that has cost a key.
    await checkCollection(api.store, 'default');
    expect(await api.store.redis.sismember(COLLECTIONS_KEY, 'default')).toBe(1);
    await restore(api, lines, { replace: true });
    await checkCollection(api.store, 'default');
  });
});

test('a collection is not replaced beside a process that lives', async () => {
  await withApi({}, async (api) => {
    const { store } = api;
    await api.post(REPORTS.slice(0, 1));
    await api.publish();
    const lines = await backup(api);
    await announceProcess(store.redis, 'api-host-1', store.clock());
    await expect(restore(api, lines, { replace: true })).rejects.toThrow('within 30 s: api-host-1');
    await forgetProcess(store.redis, 'api-host-1');
    await restore(api, lines, { replace: true });
    await checkCollection(store, 'default');
  });
});

test('a restoration that is broken off is begun anew only with --replace, and stays in the registry', async () => {
  await withApi({}, async (api) => {
    const { redis } = api.store;
    await api.post(REPORTS);
    await api.publish();
    const lines = await backup(api);
    const breakAfter = (parts: number): Partial<RestoreOptions> => {
      const broken = new AbortController();
      return {
        signal: broken.signal,
        onProgress: (line) => line > parts && broken.abort(new Error('broken off')),
      };
    };
    await expect(restore(api, lines, { replace: true, ...breakAfter(3) })).rejects.toThrow('in part only');
    expect(await redis.sismember(COLLECTIONS_KEY, 'default')).toBe(1);
    await redis.flushall();
    // Its parts come in any order: also where the ledger's own keys are not among the first.
    const last = (line: string): number => Number(line.includes('"key":"sf:{default}:seq"'));
    const reordered = [
      ...[lines[0], ...lines.slice(1, -1).toSorted((a, b) => last(a) - last(b))],
      lines[lines.length - 1],
    ];
    await expect(restore(api, reordered, breakAfter(3))).rejects.toThrow('in part only');
    await expect(restore(api, lines)).rejects.toThrow('or a part of one');
    await restore(api, lines, { replace: true });
    await checkCollection(api.store, 'default');
  });
});

test('a collection that is not at rest, or changes while it is read, is not backed up', async () => {
  await withApi({}, async (api) => {
    await api.accept(REPORTS.slice(0, 1));
    await expect(backup(api)).rejects.toThrow('1 articles and stories of default still wait');
    await api.cluster([1]);
    await api.publish();
    const lines = backupCollection(api.store, 'default', { ...quiet, waitMs: 0 });
    await lines.next();
    await api.accept(REPORTS.slice(1, 2));
    await expect(collect(lines)).rejects.toThrow('has changed while it was read');
  });
});

test('a restored webhook goes on before what waited for it, but for what was sent again by hand', async () => {
  await withApi({}, async (api) => {
    const { redis } = api.test;
    await fillSampleCollection(api);
    const { items } = (await api.request('GET', '/v1/webhooks')).body;
    const keys = webhookKeys('default', items[0].id);
    const wait = async (lane: string, id: string): Promise<string> => {
      await redis.zadd(keys.lanes, 1, lane);
      await redis.rpush(keys.queue(lane), id);
      await redis.hset(keys.behind, id, `${lane} st_other`);
      const lines = await backup(api);
      expect(lines.filter((line) => line.includes(`"${keys.prefix}`))).toEqual([]);
      const { values } = JSON.parse(lines.find((line) => line.includes(`"${keys.hash}"`))!);
      return values[values.indexOf('pos') + 1];
    };
    await redis.hset(keys.hash, 'pos', '900-5');
    expect(await wait('!resend-3-0', '3-0')).toBe('900-5');
    expect(await wait('st_first', '900-2')).toBe('900-1');
    expect(await wait('st_second', '800-0')).toBe('799-999999999');
  });
});

test('a restored stream of events knows what was trimmed away', async () => {
  await withApi({}, async (api) => {
    const { redis } = api.test;
    await fillSampleCollection(api);
    const { events } = ledgerKeys('default');
    const first = (await oldestEventId(api.store, 'default'))!;
    await redis.xtrim(events, 'MAXLEN', 3);
    const last = await newestEventId(api.store, 'default');
    await redis.xdel(events, last);
    // As many as are read at a time.
    for (let i = 2; i < 500; i++) await redis.xadd(events, '*', 't', 'test', 'd', '');
    const describe = async () => (await redis.xinfo('STREAM', events)) as unknown[];
    const pick = (flat: unknown[]) =>
      ['length', 'last-generated-id', 'max-deleted-entry-id', 'entries-added'].map(
        (name) => flat[flat.indexOf(name) + 1],
      );
    const before = pick(await describe());
    expect(before).toEqual([500, await newestEventId(api.store, 'default'), last, expect.any(Number)]);
    const lines = await backup(api);
    await redis.flushall();
    await restore(api, lines);
    expect(pick(await describe())).toEqual(before);
    expect(await isPositionLost(api.store, 'default', first)).toBe(true);
  });
});

const DAY_MS = 24 * 3600 * 1000;

test('a collection past its retention time is backed up, unless something is removed meanwhile', async () => {
  const clock = { nowMs: Date.UTC(2026, 4, 18) };
  await withApi({ clock: () => clock.nowMs }, async (api) => {
    const grow = async (from: number, to: number): Promise<void> => {
      await api.post(REPORTS.slice(from, to));
      await api.publish();
      clock.nowMs += 5 * DAY_MS;
    };
    // One story of two articles that go at different times, and one that outlives both.
    await grow(0, 1);
    await grow(1, 3);
    await grow(3, 4);
    clock.nowMs += 16 * DAY_MS;
    await forgetExpired(api.store, 'default');
    expect(await api.store.redis.zcard(ledgerKeys('default').dirty)).toBe(1);
    const lines = await backup(api);
    const broken = backupCollection(api.store, 'default', { ...quiet, waitMs: 0 });
    await broken.next();
    clock.nowMs += 5 * DAY_MS;
    await api.publish();
    await forgetExpired(api.store, 'default');
    await expect(collect(broken)).rejects.toThrow('has changed while it was read');
    await restore(api, lines, { replace: true });
    expect(await api.store.redis.zcard(ledgerKeys('default').dirty)).toBe(1);
  });
});

const fixture = (name: string): string => readFileSync(join(__dirname, '../fixtures', name), 'utf8');

test('a collection written by the first version is read: its bytes are in a backup that was kept', async () => {
  const lines = fixture('collection-format-1.ndjson').trimEnd().split('\n');
  const { at } = JSON.parse(lines[0]) as { at: number };
  await withApi({ clock: () => at }, async (api) => {
    await restore(api, lines);
    expect(await readAnswers(api, false)).toMatchObject(
      JSON.parse(fixture('collection-format-1.answers.json')),
    );
    const ordinals = await api.store.redis.hvals(ledgerKeys('default').ids);
    // Those of a version that counted otherwise are passed over; none is an error.
    await readFingerprints(api.store, 'default', ordinals.map(Number));
    await checkCollection(api.store, 'default');
  });
});
