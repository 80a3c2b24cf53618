import { readEvents } from '../../../src/store/events';
import { countReviews, listReviews, readReview } from '../../../src/store/reviews';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { REPORTS } from '../../support/reports';
import { openReviewer, type Reviewer } from '../../support/reviewer';

/** A pipeline so wary that the strike's two reports stay apart and everything likely is asked about. */
async function withDoubts(use: (pipeline: TestPipeline, reviewer: Reviewer) => Promise<void>): Promise<void> {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis, { mergeThreshold: 0.9999, reviewThreshold: 0.1 });
    await pipeline.post(REPORTS);
    await pipeline.publish();
    await use(pipeline, openReviewer(pipeline));
  });
}

const queued = ({ store }: TestPipeline) => listReviews(store, COLLECTION, { offset: 0, limit: 100 });

const needed = async ({ store }: TestPipeline) =>
  (await readEvents(store, COLLECTION, '0-0', 1_000)).filter(({ type }) => type === 'review.needed');

test('a pair between the thresholds is put into the queue, with an event', async () => {
  await withDoubts(async (pipeline, reviewer) => {
    const [wire, daily] = [await reviewer.storyOf('strike-wire'), await reviewer.storyOf('strike-daily')];
    expect(wire).not.toBe(daily);
    const review = await readReview(pipeline.store, COLLECTION, daily);
    expect(review?.cases).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'between', otherStory: wire },
        ...{ article: await reviewer.ordinal('strike-daily'), other: await reviewer.ordinal('strike-wire') },
      }),
    );
    expect(review!.risk).toBeGreaterThan(0);
    expect(review!.risk).toBeLessThanOrEqual(1);
    const told = (await needed(pipeline)).map(({ data }) => (data.story as { id: string }).id);
    expect(told).toContain(daily);
    expect(told).not.toContain(await reviewer.storyOf('comet'));
  });
});

test('a question that is answered is not asked again', async () => {
  await withDoubts(async (pipeline, reviewer) => {
    const [wire, daily] = [await reviewer.storyOf('strike-wire'), await reviewer.storyOf('strike-daily')];
    await reviewer.must({ type: 'reject', stories: [daily, wire], articles: [] });
    await pipeline.publish();
    expect(await readReview(pipeline.store, COLLECTION, daily)).toBeUndefined();
    const before = await needed(pipeline);
    const report = REPORTS.find(({ id }) => id === 'strike-daily')!;
    await pipeline.post([{ ...report, text: `${report.text}\n\nThis was checked again.` }]);
    await pipeline.publish();
    expect(await readReview(pipeline.store, COLLECTION, daily)).toBeUndefined();
    expect(await needed(pipeline)).toEqual(before);
    await reviewer.undo(1);
    await pipeline.publish();
    expect((await readReview(pipeline.store, COLLECTION, daily))?.cases).toHaveLength(1);
  });
});

test('merging takes both stories out of the queue', async () => {
  await withDoubts(async (pipeline, reviewer) => {
    const [wire, daily] = [await reviewer.storyOf('strike-wire'), await reviewer.storyOf('strike-daily')];
    await reviewer.must({ type: 'confirm', stories: [wire, daily], articles: [] });
    await pipeline.publish();
    const left = await queued(pipeline);
    expect(left).not.toContain(daily);
    expect(left).not.toContain(wire);
    expect(await countReviews(pipeline.store, COLLECTION)).toBe(left.length);
  });
});

test('what is implied is not asked: A ≠ B and B = C', async () => {
  await withDoubts(async (pipeline, reviewer) => {
    const [wire, daily, comet] = await Promise.all(
      ['strike-wire', 'strike-daily', 'comet'].map(reviewer.storyOf),
    );
    await reviewer.must({ type: 'merge', into: comet, from: [wire] });
    await reviewer.must({
      type: 'reject',
      stories: [comet, daily],
      articles: [await reviewer.ordinal('comet'), await reviewer.ordinal('strike-daily')],
    });
    await pipeline.publish();
    expect(await readReview(pipeline.store, COLLECTION, daily)).toBeUndefined();
  });
});

test('the same question is told of once, however often its story is published', async () => {
  await withDoubts(async (pipeline, reviewer) => {
    const daily = await reviewer.storyOf('strike-daily');
    const report = REPORTS.find(({ id }) => id === 'strike-daily')!;
    const count = async () =>
      (await needed(pipeline)).filter(({ data }) => (data.story as { id: string }).id === daily).length;
    const before = await count();
    for (let edit = 0; edit < 3; edit++) {
      await pipeline.post([{ ...report, text: `${report.text}\n\nEdit ${edit} of this report.` }]);
      await pipeline.publish();
    }
    expect([before, await count()]).toEqual([1, 1]);
  });
});
