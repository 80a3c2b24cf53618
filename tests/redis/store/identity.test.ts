import {
  type Accepted,
  acceptArticles,
  type PostedArticle,
  readBodies,
  readOrdinals,
} from '../../../src/store/articles';
import { readWaiting } from '../../../src/store/ledger';
import { COLLECTION, openTestStore } from '../../support/pipeline';
import { withRedis } from '../../support/redis';

const URL_A = 'https://paper.example/a';
const URL_B = 'https://paper.example/b';

/** A posted article; `content` decides whether two are the same. */
const post = (names: { id?: string; url?: string; source?: string }, content = 'one'): PostedArticle => ({
  title: `On ${content}`,
  text: `All there is to say about ${content}.`,
  status: 'usable',
  source: { name: names.source ?? 'The Paper' },
  ...(names.id === undefined ? {} : { id: names.id }),
  ...(names.url === undefined ? {} : { url: names.url }),
});

type Row = [
  what: string,
  calls: PostedArticle[][],
  told: [id: string | RegExp, ordinal: number, revision: number, status: string][],
];

const ROWS: Row[] = [
  [
    'the same id is the same article',
    [[post({ id: 'x' })], [post({ id: 'x' }, 'two')]],
    [
      ['x', 1, 1, 'created'],
      ['x', 1, 2, 'revised'],
    ],
  ],
  [
    'the same id twice in one call',
    [[post({ id: 'x' }), post({ id: 'x' })]],
    [
      ['x', 1, 1, 'created'],
      ['x', 1, 1, 'unchanged'],
    ],
  ],
  [
    'source and URL name an article',
    [[post({ url: URL_A })], [post({ url: URL_A }, 'two')]],
    [
      [/^art_/, 1, 1, 'created'],
      [/^art_/, 1, 2, 'revised'],
    ],
  ],
  [
    'fragments and tracking are no part of a URL',
    [[post({ url: URL_A })], [post({ url: `${URL_A}?utm_source=x#top` }, 'two')]],
    [
      [/^art_/, 1, 1, 'created'],
      [/^art_/, 1, 2, 'revised'],
    ],
  ],
  [
    'a URL of another outlet is another article',
    [[post({ url: URL_A })], [post({ url: URL_A, source: 'Else' })]],
    [
      [/^art_/, 1, 1, 'created'],
      [/^art_/, 2, 1, 'created'],
    ],
  ],
  [
    'content names an article that has no other name',
    [[post({})], [post({})], [post({}, 'two')]],
    [
      [/^art_/, 1, 1, 'created'],
      [/^art_/, 1, 1, 'unchanged'],
      [/^art_/, 2, 1, 'created'],
    ],
  ],
  [
    'a new id for a known URL is an alias',
    [[post({ id: 'x', url: URL_A })], [post({ id: 'y', url: URL_A }, 'two')]],
    [
      ['x', 1, 1, 'created'],
      ['x', 1, 2, 'revised'],
    ],
  ],
  [
    'an alias in the call that makes it',
    [[post({ id: 'x', url: URL_A }), post({ id: 'y', url: URL_A }), post({ id: 'y' }, 'two')]],
    [
      ['x', 1, 1, 'created'],
      ['x', 1, 1, 'unchanged'],
      ['x', 1, 2, 'revised'],
    ],
  ],
  [
    'an alias used by itself names the article by its own id',
    [[post({ id: 'x', url: URL_A })], [post({ id: 'y', url: URL_A })], [post({ id: 'y' }, 'two')]],
    [
      ['x', 1, 1, 'created'],
      ['x', 1, 1, 'unchanged'],
      ['x', 1, 2, 'revised'],
    ],
  ],
  [
    'an alias of an alias',
    [
      [post({ id: 'x', url: URL_A })],
      [post({ id: 'y', url: URL_A })],
      [post({ id: 'y', url: URL_B })],
      [post({ id: 'z', url: URL_B })],
    ],
    [
      ['x', 1, 1, 'created'],
      ['x', 1, 1, 'unchanged'],
      ['x', 1, 2, 'revised'],
      ['x', 1, 2, 'unchanged'],
    ],
  ],
  [
    'an id wins over a URL that names another',
    [[post({ id: 'x', url: URL_A }), post({ id: 'y', url: URL_B })], [post({ id: 'x', url: URL_B }, 'two')]],
    [
      ['x', 1, 1, 'created'],
      ['y', 2, 1, 'created'],
      ['x', 1, 2, 'revised'],
    ],
  ],
];

test.each(ROWS)('%s', async (_, calls, told) => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    const accepted: Accepted[] = [];
    for (const call of calls) accepted.push(...(await acceptArticles(store, COLLECTION, call)));
    expect(accepted).toMatchObject(
      told.map(([id, ordinal, revision, status]) => ({
        id: id instanceof RegExp ? expect.stringMatching(id) : id,
        ...{ ordinal, revision, status },
      })),
    );
    // Every name leads to the article, whose newest body bears its own id.
    const named = calls.flat().flatMap(({ id }) => id ?? []);
    const bodies = await readBodies(
      store,
      COLLECTION,
      accepted.map(({ ordinal }) => ({ ordinal })),
    );
    expect(bodies.map((body) => body?.id)).toEqual(accepted.map(({ id }) => id));
    const ordinals = await readOrdinals(store, COLLECTION, named);
    expect(ordinals.every((ordinal) => accepted.some((one) => one.ordinal === ordinal))).toBe(true);
    expect(
      await readWaiting(
        store,
        COLLECTION,
        accepted.map(({ ordinal }) => ordinal),
      ),
    ).not.toContain(false);
  });
});

test('an article is put on the queue once, however often it is posted while it waits', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    const queued: Accepted[] = [];
    for (const content of ['one', 'one', 'two', 'two']) {
      queued.push(...(await acceptArticles(store, COLLECTION, [post({ id: 'x' }, content)])));
    }
    expect(queued.map(({ queue }) => queue)).toEqual([true, false, true, false]);
  });
});

test('the newest twenty revisions are kept, each readable', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    for (let i = 1; i <= 25; i++) await acceptArticles(store, COLLECTION, [post({ id: 'x' }, `number ${i}`)]);
    const asked = [1, 5, 6, 25].map((revision) => ({ ordinal: 1, revision }));
    const bodies = await readBodies(store, COLLECTION, [...asked, { ordinal: 1 }, { ordinal: 2 }]);
    expect(bodies.map((body) => body?.title)).toEqual([
      undefined,
      undefined,
      'On number 6',
      'On number 25',
      'On number 25',
      undefined,
    ]);
  });
});
