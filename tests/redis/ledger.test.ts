import fc from 'fast-check';
import { decide } from '../../src/matching/decide';
import { type Edge, quantise } from '../../src/matching/story-view';
import { toLedgerChange } from '../../src/pipeline/ledger-change';
import { commitChanges, type LedgerChange } from '../../src/store/commit';
import { parkArticle, readFailure } from '../../src/store/failures';
import { ledgerKeys } from '../../src/store/keys';
import { readPlacements, readSeenBy, readStories, readWaiting } from '../../src/store/ledger';
import { membersAsOf, readLog } from '../../src/store/membership-log';
import type { Store } from '../../src/store/store';
import { LedgerModel } from '../support/ledger-model';
import { openTestStore } from '../support/pipeline';
import { withRedis } from '../support/redis';

jest.setTimeout(240_000);

const ARTICLES = 7;
const ordinals = Array.from({ length: ARTICLES }, (_, i) => i + 1);
const keys = ledgerKeys('laws');

const ordinal = fc.integer({ min: 1, max: ARTICLES });

/** What workers do, in some order: post a revision, set it aside, decide on it from what they read `staleness` steps ago. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('accept' as const), ordinal }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('park' as const), ordinal }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      ordinal,
      leaving: fc.nat(6).map((roll) => roll === 0),
      edges: fc.uniqueArray(fc.tuple(ordinal, fc.double({ min: 0.05, max: 1, noNaN: true })), {
        selector: ([other]) => other,
        maxLength: 5,
        size: 'max',
      }),
      staleness: fc.oneof(fc.constant(0), fc.nat(3)),
      revisionsLate: fc.oneof(fc.constant(0), fc.nat(1)),
      asksWhoSaw: fc.boolean(),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Decide = Extract<Step, { kind: 'decide' }>;

/** The change a worker makes of what it read. */
function decideFrom(read: LedgerModel, action: Decide, newStoryId: () => string): LedgerChange | undefined {
  const article = read.articles.get(action.ordinal);
  if (!article) return undefined;
  const revision = Math.max(1, article.accepted - action.revisionsLate);
  const found: Edge[] = action.edges.flatMap(([other, probability]) => {
    const known = read.articles.get(other);
    if (!known || other === action.ordinal || action.leaving) return [];
    return [{ ordinal: other, revision: known.accepted, probability: quantise(probability) }];
  });
  const storyOf = (other: number) => read.articles.get(other)?.story;
  const decision = decide({
    subject: { ordinal: action.ordinal, revision },
    leaving: action.leaving,
    edges: found,
    storyOf,
    stories: read.views(),
    mustLink: [],
    cannotLink: [],
    thresholds: { merge: 0.25, review: 0.2, related: 0.1, edgeFloor: 0.05 },
    nowMs: 1_000,
    newStoryId,
  });
  const overtakers = action.asksWhoSaw ? article.seen : [];
  const reads = new Map(
    [action.ordinal, ...overtakers, ...found.map((edge) => edge.ordinal)].map((other) => [
      other,
      storyOf(other),
    ]),
  );
  const subject = { ordinal: action.ordinal, revision, leaving: action.leaving };
  return toLedgerChange(subject, decision, reads, { nowMs: 1_000, debounceMs: 250 });
}

async function run(store: Store, steps: readonly Step[], seen: Set<string>): Promise<LedgerModel> {
  const model = new LedgerModel();
  const past: LedgerModel[] = [];
  let stories = 0;
  const accept = async (who: number): Promise<void> => {
    const revision = (model.articles.get(who)?.accepted ?? 0) + 1;
    await store.redis.markPending(keys.state, keys.pending, keys.changes, 1_000, who, revision);
    model.accept(who, revision);
  };
  for (const who of ordinals.slice(1)) await accept(who);
  for (const action of steps) {
    past.push(model.clone());
    const known = model.articles.get(action.ordinal);
    if (action.kind === 'accept') {
      await accept(action.ordinal);
    } else if (action.kind === 'park') {
      if (!known) continue;
      await parkArticle(store, 'laws', {
        ordinal: action.ordinal,
        revision: known.accepted,
        error: 'broken',
      });
      model.park(action.ordinal, known.accepted);
    } else {
      const read = past.at(-1 - action.staleness) ?? model;
      const change = decideFrom(read, action, () => `st_${++stories}`);
      if (!change) continue;
      const [outcome] = await commitChanges(store, 'laws', [change]);
      expect(outcome).toBe(model.commit(change));
      seen.add(outcome);
    }
  }
  return model;
}

async function expectSame(store: Store, model: LedgerModel): Promise<void> {
  const [placements, waiting, seen] = await Promise.all([
    readPlacements(store, 'laws', ordinals),
    readWaiting(store, 'laws', ordinals),
    readSeenBy(store, 'laws', ordinals),
  ]);
  for (const [i, who] of ordinals.entries()) {
    const article = model.articles.get(who);
    const { acceptedRevision, committedRevision, storyId, state } = placements[i];
    expect({ acceptedRevision, committedRevision, storyId, pending: waiting[i] }).toEqual({
      acceptedRevision: article?.accepted ?? 0,
      committedRevision: article?.committed ?? 0,
      storyId: article?.story,
      pending: article?.pending ?? false,
    });
    expect(new Set(seen[i])).toEqual(article?.seen ?? new Set());
    expect(state === 'failed').toBe(article?.code === 'f');
    expect((await readFailure(store, 'laws', who)) !== undefined).toBe(article?.error ?? false);
  }
  expect(new Set(await store.redis.zrange(keys.dirty, '0', '-1'))).toEqual(model.dirty);
}

async function expectStories(store: Store, model: LedgerModel): Promise<void> {
  const ids = [...model.stories.keys()];
  const stories = await readStories(store, 'laws', ids);
  const home = new Map<number, string>();
  for (const [i, id] of ids.entries()) {
    const expected = model.stories.get(id)!;
    const story = stories[i]!;
    expect(story).toMatchObject({
      version: expected.version,
      status: expected.status,
      size: expected.members.size,
    });
    expect(story.into).toBe(expected.into);
    expect(story.members).toEqual(expected.members);
    expect(story.status === 'active').toBe(story.size > 0);
    for (const member of story.members.keys()) {
      expect(home.get(member)).toBeUndefined();
      home.set(member, id);
    }
    const log = await readLog(store, 'laws', id, 0);
    expect(log.map(({ version }) => version)).toEqual(expected.log.map((_, row) => row + 1));
    expect(log.map(({ entry }) => entry)).toEqual(expected.log);
    for (const [version, members] of expected.history.entries()) {
      const replayed = membersAsOf(log, version + 1).map((member) => [member.ordinal, member.revision]);
      expect(new Map(replayed as [number, number][])).toEqual(members);
    }
  }
}

test('the ledger does what its model does, whatever workers do to it', async () => {
  await withRedis(async (redis) => {
    const store = openTestStore(redis);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50, size: 'max' }), async (steps) => {
        await redis.redis.flushall();
        const model = await run(store, steps, seen);
        await expectSame(store, model);
        await expectStories(store, model);
        for (const { status } of model.stories.values()) seen.add(status);
      }),
      { numRuns: 120 },
    );
    expect([...seen].sort()).toEqual(['active', 'committed', 'conflict', 'merged', 'repeated', 'retracted']);
  });
});
