import { commitChanges, type LedgerChange } from '../../../src/store/commit';
import { readEvents } from '../../../src/store/events';
import { readStories } from '../../../src/store/ledger';
import { checkCollection } from '../../support/check-collection';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { REPORTS } from '../../support/reports';
import { openReviewer, type Reviewer } from '../../support/reviewer';

const IDS = REPORTS.map(({ id }) => id!);
const BRIDGE = ['bridge-brief', 'bridge-post', 'bridge-wire'];
const STRIKE = ['strike-daily', 'strike-wire'];

/** A pipeline that holds the three stories of `REPORTS`, published, with a reviewer. */
async function withReviewer(
  use: (pipeline: Awaited<ReturnType<typeof openPipeline>>, reviewer: Reviewer) => Promise<void>,
): Promise<void> {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(REPORTS);
    await pipeline.publish();
    await use(pipeline, openReviewer(pipeline));
  });
}

/** Makes every article be decided on again, as after an edit by its outlet. */
async function reviseAll(pipeline: Awaited<ReturnType<typeof openPipeline>>, round: string): Promise<void> {
  for (const report of REPORTS) {
    await pipeline.post([{ ...report, text: `${report.text}\n\nThis report was checked again (${round}).` }]);
  }
  await pipeline.publish();
}

test('stories that a reviewer merges stay one through every revision', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const [into, from] = [await reviewer.storyOf('bridge-wire'), await reviewer.storyOf('strike-wire')];
    const record = await reviewer.must({ type: 'merge', into, from: [from] });
    const merged = [[...BRIDGE, ...STRIKE], ['comet']];
    expect(await pipeline.stories(IDS)).toEqual(merged);
    expect(record).toMatchObject({
      number: 1,
      type: 'merge',
      before: { [into]: expect.arrayContaining(BRIDGE), [from]: expect.arrayContaining(STRIKE) },
      after: { [into]: expect.arrayContaining([...BRIDGE, ...STRIKE]), [from]: [] },
    });
    await reviseAll(pipeline, 'first');
    expect(await pipeline.stories(IDS)).toEqual(merged);
  });
});

test('a decision holds for a worker that starts after it', async () => {
  await withRedis(async (redis) => {
    const before = await openPipeline(redis);
    await before.post(REPORTS);
    await before.publish();
    const reviewer = openReviewer(before);
    const story = await reviewer.storyOf('bridge-wire');
    await reviewer.must({ type: 'remove', story, article: await reviewer.ordinal('bridge-brief') });
    const restarted = await openPipeline(redis);
    await reviseAll(restarted, 'after a restart');
    expect((await restarted.stories(IDS))[0]).toEqual(['bridge-brief']);
  });
});

test('what was decided under older constraints is refused, and made again', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const story = await reviewer.storyOf('bridge-wire');
    const [placed] = await readStories(pipeline.store, COLLECTION, [story]);
    const [member] = placed!.members.values();
    const touch = (constraintsVersion: number): LedgerChange => ({
      ...{ reads: [], versions: [], drops: [], retired: [], constraintsVersion },
      puts: [{ storyId: story, member: member }],
      touched: [{ storyId: story, entry: { at: 0 }, dueAtMs: 0 }],
    });
    expect(await commitChanges(pipeline.store, COLLECTION, [touch(0)])).toEqual(['committed']);
    const comet = await reviewer.storyOf('comet');
    await reviewer.must({ type: 'lock', story: comet, locked: true });
    expect(await commitChanges(pipeline.store, COLLECTION, [touch(0), touch(1)])).toEqual([
      'conflict',
      'committed',
    ]);
  });
});

test('reviewers and workers at work on the same stories at once leave a ledger that holds together', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const wire = REPORTS.find(({ id }) => id === 'bridge-wire')!;
    const copies = Array.from({ length: 12 }, (_, i) => ({
      ...wire,
      id: `copy-${i}`,
      source: { name: `Outlet ${i}` },
      url: `https://outlet-${i}.example/bridge`,
    }));
    const brief = await reviewer.ordinal('bridge-brief');
    const story = await reviewer.storyOf('bridge-wire');
    const review = async (): Promise<void> => {
      for (let tries = 0; tries < 200; tries++) {
        const outcome = await reviewer.decide({ type: 'remove', story, article: brief });
        if (outcome.kind === 'decided') return;
        expect(outcome.kind).toBe('stale');
      }
      throw new Error('The reviewer never got through');
    };
    await Promise.all([review(), ...copies.map((copy) => pipeline.post([copy]))]);
    await pipeline.publish();
    expect(await reviewer.storyOf('bridge-brief')).not.toBe(await reviewer.storyOf('bridge-wire'));
    const { stories } = await checkCollection(pipeline.store, COLLECTION);
    expect(stories).toContainEqual(['bridge-brief']);
  });
});

test('articles that a reviewer splits off stay away through every revision', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const story = await reviewer.storyOf('bridge-wire');
    await reviewer.must({ type: 'split', story, articles: [await reviewer.ordinal('bridge-brief')] });
    const split = [['bridge-brief'], ['bridge-post', 'bridge-wire'], ['comet'], STRIKE];
    expect(await pipeline.stories(IDS)).toEqual(split);
    await reviseAll(pipeline, 'first');
    expect(await pipeline.stories(IDS)).toEqual(split);
  });
});

test('an article that a reviewer moves stays where it was put', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const [from, to] = [await reviewer.storyOf('bridge-wire'), await reviewer.storyOf('comet')];
    await reviewer.must({ type: 'move', article: await reviewer.ordinal('bridge-brief'), from, to });
    const moved = [['bridge-brief', 'comet'], ['bridge-post', 'bridge-wire'], STRIKE];
    expect(await pipeline.stories(IDS)).toEqual(moved);
    await reviseAll(pipeline, 'first');
    expect(await pipeline.stories(IDS)).toEqual(moved);
  });
});

test('a rejected pair divides its story, and the likest go along', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const story = await reviewer.storyOf('bridge-wire');
    const articles = await Promise.all(['bridge-wire', 'bridge-brief'].map(reviewer.ordinal));
    await reviewer.must({ type: 'reject', stories: [story], articles });
    const [first, second] = [await reviewer.storyOf('bridge-wire'), await reviewer.storyOf('bridge-brief')];
    expect(first).not.toBe(second);
    await reviseAll(pipeline, 'first');
    expect(await reviewer.storyOf('bridge-wire')).not.toBe(await reviewer.storyOf('bridge-brief'));
  });
});

test('A = B and B ≠ C keep A and C apart', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const comet = await reviewer.storyOf('comet');
    await reviewer.must({ type: 'merge', into: comet, from: [await reviewer.storyOf('strike-wire')] });
    await reviewer.must({
      type: 'reject',
      stories: [comet, await reviewer.storyOf('bridge-wire')],
      articles: [await reviewer.ordinal('comet'), await reviewer.ordinal('bridge-wire')],
    });
    // The strike report becomes a copy of the bridge report, which the strike's story must not join.
    const wire = REPORTS.find(({ id }) => id === 'bridge-wire')!;
    const strike = REPORTS.find(({ id }) => id === 'strike-wire')!;
    await pipeline.post([{ ...wire, id: 'strike-wire', source: strike.source }]);
    expect(await reviewer.storyOf('strike-wire')).not.toBe(await reviewer.storyOf('bridge-wire'));
  });
});

test('a contradiction names the decisions it is with, and can overrule them', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const comet = await reviewer.storyOf('comet');
    const strike = await reviewer.storyOf('strike-wire');
    await reviewer.must({ type: 'merge', into: comet, from: [strike] });
    const articles = await Promise.all(STRIKE.map(reviewer.ordinal));
    const intent = { type: 'split', story: comet, articles } as const;
    expect(await reviewer.decide(intent)).toEqual({ kind: 'contradiction', decisions: [1] });
    expect(await reviewer.decide(intent, { replace: new Set([1]) })).toMatchObject({ kind: 'decided' });
    expect(await pipeline.stories(IDS)).toEqual([BRIDGE, ['comet'], STRIKE]);
    const state = await reviewer.state();
    expect(state.constraints.every((name) => name.startsWith('cannot'))).toBe(true);
  });
});

test('of two reviewers who decide on the same story at once, one is told what is there now', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const other = openReviewer(pipeline);
    const story = await reviewer.storyOf('bridge-wire');
    const seen = await reviewer.see([story]);
    const [brief, post] = await Promise.all(['bridge-brief', 'bridge-post'].map(reviewer.ordinal));
    const outcomes = await Promise.all([
      reviewer.decide({ type: 'split', story, articles: [brief] }, { seen }),
      other.decide({ type: 'split', story, articles: [post] }, { seen }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['decided', 'stale']);
    await pipeline.publish();
    expect((await pipeline.stories(IDS)).filter((ids) => ids[0]?.startsWith('bridge'))).toHaveLength(2);
  });
});

test('reviewers who decide on different stories at once are both heard', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const other = openReviewer(pipeline);
    const [bridge, strike] = [await reviewer.storyOf('bridge-wire'), await reviewer.storyOf('strike-wire')];
    const seen = await reviewer.see([bridge, strike]);
    const articles = await Promise.all(['bridge-brief', 'strike-daily'].map(reviewer.ordinal));
    const outcomes = await Promise.all([
      reviewer.decide({ type: 'split', story: bridge, articles: [articles[0]] }, { seen }),
      other.decide({ type: 'split', story: strike, articles: [articles[1]] }, { seen }),
    ]);
    expect(
      outcomes.map((one) => (one.kind === 'decided' ? one.record.number : 0)).sort((a, b) => a - b),
    ).toEqual([1, 2]);
  });
});

test('a locked story takes no more reports and loses none, but those that are withdrawn', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const story = await reviewer.storyOf('bridge-wire');
    await reviewer.must({ type: 'lock', story, locked: true });
    const wire = REPORTS.find(({ id }) => id === 'bridge-wire')!;
    await pipeline.post([{ ...wire, id: 'late-copy', source: { name: 'Late Copy' } }]);
    expect(await reviewer.storyOf('late-copy')).not.toBe(story);
    await reviseAll(pipeline, 'first');
    await pipeline.post([{ ...wire, status: 'canceled' }]);
    expect(await pipeline.stories(IDS)).toEqual([['bridge-brief', 'bridge-post'], ['comet'], STRIKE]);
    await reviewer.must({ type: 'lock', story, locked: false });
    await pipeline.post([{ ...wire, id: 'later-copy', source: { name: 'Later Copy' } }]);
    await reviseAll(pipeline, 'second');
    expect(await reviewer.storyOf('later-copy')).toBe(await reviewer.storyOf('bridge-post'));
  });
});

test('pinned articles give the title, the lead and the body', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const story = await reviewer.storyOf('bridge-wire');
    const post = await reviewer.ordinal('bridge-post');
    await reviewer.must({ type: 'pin', story, title: post, representative: post });
    await pipeline.publish();
    const events = await readEvents(pipeline.store, COLLECTION, '0-0', 100);
    expect(events.at(-1)).toMatchObject({
      type: 'story.updated',
      data: {
        story: {
          title: { text: 'Crack shuts Harwick river bridge', articleId: 'bridge-post', rule: 'pinned' },
          bodyBase: { articleId: 'bridge-post', rule: 'pinned' },
        },
      },
    });
  });
});

test('decisions, splits and merges are told as events', async () => {
  await withReviewer(async (pipeline, reviewer) => {
    const [into, from] = [await reviewer.storyOf('bridge-wire'), await reviewer.storyOf('strike-wire')];
    const { number } = await reviewer.must({ type: 'merge', into, from: [from] });
    await pipeline.publish();
    expect(await reviewer.undo(number)).toMatchObject({ kind: 'decided' });
    await pipeline.publish();
    const events = await readEvents(pipeline.store, COLLECTION, '0-0', 100);
    const told = events.slice(3).map(({ type, data }) => [type, (data.story as { id: string }).id]);
    expect(told.slice(0, 3)).toEqual([
      ['review.decided', into],
      ['story.merged', into],
      ['review.decided', into],
    ]);
    expect(told.slice(3).toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ['story.created', from],
      ['story.split', into],
    ]);
    expect(await pipeline.stories(IDS)).toEqual([BRIDGE, ['comet'], STRIKE]);
  });
});
