import { clusterChunk } from '../../../src/pipeline/cluster-chunk';
import { publishDocument } from '../../../src/pipeline/publish-document';
import { acceptArticles } from '../../../src/store/articles';
import { readEvents } from '../../../src/store/events';
import { ledgerKeys } from '../../../src/store/keys';
import { readPlacements } from '../../../src/store/ledger';
import type { EventChange } from '../../../src/store/publish';
import { readStoryDocument, readStoryVersions } from '../../../src/store/story-documents';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { REPORT_STORIES, REPORTS } from '../../support/reports';

const IDS = REPORTS.map(({ id }) => id!);

test('reports become stories, documents and events', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    for (const report of REPORTS) {
      await pipeline.post([report]);
      await pipeline.publish();
    }
    expect(await pipeline.stories(IDS)).toEqual(REPORT_STORIES);

    const events = await readEvents(pipeline.store, COLLECTION, '0-0', 100);
    expect(events.map(({ type }) => type)).toEqual([
      'story.created',
      'story.updated',
      'story.updated',
      'story.created',
      'story.updated',
      'story.created',
    ]);
    const story = events[0].data.story as { id: string };
    const document = await readStoryDocument(pipeline.store, COLLECTION, story.id);
    expect(document).toMatchObject({
      kind: 'story',
      story: { version: 3, status: 'active', counts: { articles: 3, sources: 3 } },
    });
    const versions = await readStoryVersions(pipeline.store, COLLECTION, story.id, { limit: 10 });
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(await pipeline.store.redis.zcard(ledgerKeys(COLLECTION).dirty)).toBe(0);
    expect(await pipeline.store.redis.zcard(ledgerKeys(COLLECTION).pending)).toBe(0);
  });
});

test('one chunk gives the same stories as one by one', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(REPORTS);
    expect(await pipeline.stories(IDS)).toEqual(REPORT_STORIES);
  });
});

test('posting everything twice changes nothing', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(REPORTS);
    await pipeline.publish();
    const before = await readEvents(pipeline.store, COLLECTION, '0-0', 100);
    const again = await pipeline.post(REPORTS);
    await pipeline.publish();
    expect(again.map(({ status }) => status)).toEqual(REPORTS.map(() => 'unchanged'));
    expect(again.every(({ queue }) => !queue)).toBe(true);
    expect(await readEvents(pipeline.store, COLLECTION, '0-0', 100)).toEqual(before);
  });
});

test('a withdrawn article leaves its story, and a story without articles is retracted', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(REPORTS);
    await pipeline.publish();
    await pipeline.post(
      REPORTS.filter(({ id }) => id === 'bridge-post' || id === 'comet').map((report) => ({
        ...report,
        status: 'canceled' as const,
      })),
    );
    await pipeline.publish();
    expect(await pipeline.stories(IDS)).toEqual([
      ['bridge-brief', 'bridge-wire'],
      ['strike-daily', 'strike-wire'],
    ]);
    const events = await readEvents(pipeline.store, COLLECTION, '0-0', 100);
    expect(events.map(({ type }) => type).sort()).toEqual([
      'story.created',
      'story.created',
      'story.created',
      'story.retracted',
      'story.updated',
    ]);
    const updated = events.find(({ type }) => type === 'story.updated')!.data.change as EventChange;
    expect(updated.withdrawn).toMatchObject([
      {
        articleId: 'bridge-post',
        stillCarriedBy: [
          { articleId: 'bridge-wire', count: 5 },
          { articleId: 'bridge-brief', count: 2 },
        ],
      },
    ]);
  });
});

test('a revision replaces its article, also where it moves to another story', async () => {
  await withRedis(async (redis) => {
    const pipeline = await openPipeline(redis);
    await pipeline.post(REPORTS);
    const [comet] = REPORTS.filter(({ id }) => id === 'comet');
    const [strike] = REPORTS.filter(({ id }) => id === 'strike-wire');
    const [revised] = await pipeline.post([{ ...strike, id: 'comet', source: comet.source }]);
    expect(revised).toMatchObject({ id: 'comet', revision: 2, status: 'revised' });
    expect(await pipeline.stories(IDS)).toEqual([
      ['bridge-brief', 'bridge-post', 'bridge-wire'],
      ['comet', 'strike-daily', 'strike-wire'],
    ]);
  });
});

test('related stories are linked both ways, for as long as they last', async () => {
  await withRedis(async (redis) => {
    // With a merge threshold nothing reaches, every report is a story of its own, related to those most like it.
    const pipeline = await openPipeline(redis, { mergeThreshold: 1.1 });
    const { context } = pipeline;
    const [first, second] = await acceptArticles(pipeline.store, COLLECTION, REPORTS.slice(0, 2));
    const storyOf = async (ordinal: number) =>
      (await readPlacements(pipeline.store, COLLECTION, [ordinal]))[0].storyId!;
    for (const { ordinal } of [first, second]) {
      const { due } = await clusterChunk(context, COLLECTION, [ordinal]);
      for (const { storyId } of due) await publishDocument(context, COLLECTION, storyId);
    }
    const [earlier, later] = [await storyOf(first.ordinal), await storyOf(second.ordinal)];
    const relatedTo = async (id: string) => {
      const document = await readStoryDocument(pipeline.store, COLLECTION, id);
      return document?.kind === 'story' ? document.story.related.map(({ storyId }) => storyId) : document;
    };
    expect(await relatedTo(later)).toEqual([earlier]);
    expect(await relatedTo(earlier)).toEqual([later]);

    await pipeline.post([{ ...REPORTS[1], status: 'canceled' }]);
    await pipeline.publish();
    expect(await relatedTo(earlier)).toEqual([]);
  });
});
