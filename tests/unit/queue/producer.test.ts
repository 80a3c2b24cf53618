import fc from 'fast-check';
import pino from 'pino';
import {
  createArticleProducer,
  enqueueStories,
  postponeStories,
  toChunks,
} from '../../../src/queue/producer';
import type { TypedQueue } from '../../../src/queue/queues';

interface Added {
  readonly data: {
    readonly collection: string;
    readonly ordinals?: readonly number[];
    readonly storyIds?: readonly string[];
  };
  readonly opts?: { readonly delay?: number; readonly priority?: number };
}

/** A queue that keeps what it is given, or refuses it. */
function fakeQueue<Name extends 'articles' | 'stories'>(fails = false) {
  const added: Added[] = [];
  const addBulk = (jobs: readonly Added[]): Promise<void> => {
    if (fails) return Promise.reject(new Error('Connection is closed.'));
    added.push(...jobs);
    return Promise.resolve();
  };
  return { added, queue: { addBulk } as unknown as TypedQueue<Name> };
}

const log = pino({ level: 'silent' });

test('everything enqueued is in a job of its collection, in order, none larger than a chunk', async () => {
  const post = fc.tuple(fc.constantFrom('a', 'b'), fc.array(fc.nat(1_000), { maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { maxLength: 10 }),
      fc.integer({ min: 1, max: 7 }),
      async (posts, chunkSize) => {
        const { added, queue } = fakeQueue<'articles'>();
        const producer = createArticleProducer(queue, { chunkSize, coalesceMs: 60_000 }, log);
        for (const [collection, ordinals] of posts) producer.enqueue(collection, ordinals);
        await producer.flush();
        expect(
          added.every(({ data }) => data.ordinals!.length >= 1 && data.ordinals!.length <= chunkSize),
        ).toBe(true);
        for (const name of ['a', 'b']) {
          const jobs = added.filter(({ data }) => data.collection === name);
          expect(jobs.flatMap(({ data }) => data.ordinals)).toEqual(
            posts.flatMap(([collection, ordinals]) => (collection === name ? ordinals : [])),
          );
        }
      },
    ),
  );
});

test('a job names the requests that its articles came in with, each once', async () => {
  const { added, queue } = fakeQueue<'articles'>();
  const producer = createArticleProducer(queue, { chunkSize: 3, coalesceMs: 60_000 }, log);
  producer.enqueue('a', [1, 2], ['r1', 'r1']);
  producer.enqueue('a', [3, 4], ['r2', undefined]);
  await producer.flush();
  producer.enqueue('a', [5]);
  await producer.flush();
  expect(added.map(({ data }) => data)).toEqual([
    { collection: 'a', ordinals: [1, 2, 3], requests: ['r1', 'r2'] },
    { collection: 'a', ordinals: [4] },
    { collection: 'a', ordinals: [5] },
  ]);
});

test('a backfill has jobs of its own, which others go before, and so do its stories', async () => {
  const articles = fakeQueue<'articles'>();
  const producer = createArticleProducer(articles.queue, { chunkSize: 9, coalesceMs: 60_000 }, log);
  producer.enqueue('a', [1, 2], ['r1', 'r1'], 0, true);
  producer.enqueue('a', [3]);
  producer.enqueue('a', [4], [], 0, true);
  await producer.flush();
  expect(articles.added.map(({ data, opts }) => [data, opts?.priority])).toEqual([
    [{ collection: 'a', ordinals: [1, 2, 4], requests: ['r1'], backfill: true }, expect.any(Number)],
    [{ collection: 'a', ordinals: [3] }, undefined],
  ]);
  const stories = fakeQueue<'stories'>();
  const due = [{ storyId: 'x', dueAtMs: 100 }];
  await enqueueStories(stories.queue, { collection: 'a', backfill: true }, due, 100);
  await postponeStories(stories.queue, { collection: 'a', backfill: true }, due, 50);
  await enqueueStories(stories.queue, { collection: 'a' }, due, 100);
  expect(stories.added.map(({ opts }) => opts?.priority)).toEqual([
    expect.any(Number),
    expect.any(Number),
    undefined,
  ]);
});

test('articles are gathered for longer while others wait before them', () => {
  jest.useFakeTimers();
  const { added, queue } = fakeQueue<'articles'>();
  const producer = createArticleProducer(queue, { chunkSize: 4, coalesceMs: 5 }, log);
  producer.enqueue('a', [1], [], 7);
  jest.advanceTimersByTime(6);
  expect(added).toHaveLength(1);
  producer.enqueue('a', [2], [], 8);
  jest.advanceTimersByTime(40);
  producer.enqueue('a', [3], [], 8);
  expect(added).toHaveLength(1);
  jest.advanceTimersByTime(11);
  expect(added.map(({ data }) => data.ordinals)).toEqual([[1], [2, 3]]);
  producer.enqueue('a', [4, 5, 6, 7], [], 8);
  expect(added).toHaveLength(3);
  jest.useRealTimers();
});

test('a queue that cannot be reached fails nobody: the sweeper finds what was marked', async () => {
  const { queue } = fakeQueue<'articles'>(true);
  const producer = createArticleProducer(queue, { chunkSize: 1, coalesceMs: 60_000 }, log);
  producer.enqueue('a', [1, 2]);
  await expect(producer.flush()).resolves.toBeUndefined();
});

test('new stories are not kept waiting by those that settle', async () => {
  const { added, queue } = fakeQueue<'stories'>();
  const due = [
    ['x', 90],
    ['y', 350],
    ['z', 100],
  ].map(([storyId, dueAtMs]) => ({
    ...{ storyId: String(storyId), dueAtMs: Number(dueAtMs) },
  }));
  await enqueueStories(queue, { collection: 'a' }, due, 100);
  await enqueueStories(queue, { collection: 'a' }, [], 100);
  expect(added.map(({ data, opts }) => [data.storyIds, opts?.delay])).toEqual([
    [['x', 'z'], 0],
    [['y'], 250],
  ]);
});

test('chunks put together again are the list', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (list, size) => {
      const chunks = toChunks(list, size);
      expect(chunks.flat()).toEqual(list);
      expect(chunks.slice(0, -1).every((chunk) => chunk.length === size)).toBe(true);
    }),
  );
});

test.each([
  ['none', 0, 5],
  ['no more than are in hand', 12, 5],
  ['some', 20, 32],
  ['many', 10_000, 50],
])(
  'where %s wait before them, articles are gathered for as long as they would have to wait',
  (_, waiting, ms) => {
    jest.useFakeTimers();
    try {
      const { added, queue } = fakeQueue<'articles'>();
      const producer = createArticleProducer(queue, { chunkSize: 25, coalesceMs: 5 }, log);
      producer.enqueue('a', [1], [], waiting);
      jest.advanceTimersByTime(ms - 1);
      producer.enqueue('a', [2], [], waiting);
      expect(added).toEqual([]);
      jest.advanceTimersByTime(1);
      expect(added.map(({ data }) => data.ordinals)).toEqual([[1, 2]]);
    } finally {
      jest.useRealTimers();
    }
  },
);
