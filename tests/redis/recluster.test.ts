import { readEvents } from '../../src/store/events';
import { readSettings } from '../../src/store/settings';
import { checkCollection } from '../support/check-collection';
import { openPipeline, type TestPipeline } from '../support/pipeline';
import { withRedis } from '../support/redis';
import { REPORT_STORIES, REPORTS } from '../support/reports';
import { openReviewer } from '../support/reviewer';
import { type CommandEnd, runCommand } from '../support/run-command';
import { buildService } from '../support/service';

jest.setTimeout(180_000);
beforeAll(buildService);

interface Stage {
  readonly pipeline: TestPipeline;
  /** `npm run recluster -- --merge 0.5` with further arguments, on the collection. */
  readonly recluster: (...args: readonly string[]) => Promise<CommandEnd>;
}

/** A collection whose threshold let next to nothing be merged. */
async function withScattered(use: (stage: Stage) => Promise<void>): Promise<void> {
  await withRedis(async (test) => {
    const pipeline = await openPipeline(test, { mergeThreshold: 0.99999 });
    await pipeline.post(REPORTS);
    await pipeline.publish();
    const recluster: Stage['recluster'] = (...args) =>
      runCommand('recluster', ['--merge', '0.5', ...args], { env: { REDIS_URL: test.url } });
    await use({ pipeline, recluster });
  });
}

const IDS = REPORTS.map(({ id }) => id!);

test('stories are clustered anew by other thresholds, compared, and changed by ordinary events', async () => {
  await withScattered(async ({ pipeline, recluster }) => {
    const before = await pipeline.stories(IDS);
    expect(before.length).toBeGreaterThan(REPORT_STORIES.length);
    const compared = await recluster();
    expect(compared.stdout).toContain(`6 articles: ${before.length} stories, clustered anew 3`);
    expect(compared.stdout).toContain('nothing was changed; --apply carries it out');
    const refused = await recluster('--apply', '--least-agreement', '0.999');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing was changed') });
    const colliding = await recluster('--review', '0.6');
    expect(colliding).toMatchObject({ code: 1, stderr: expect.stringContaining('not be above the merge') });
    expect(await pipeline.stories(IDS)).toEqual(before);
    expect((await readSettings(pipeline.store, 'default')).thresholds).toBeUndefined();

    const applied = await recluster('--apply', '--least-agreement', '0');
    expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining('refused 0') });
    expect(await pipeline.stories(IDS)).toEqual(REPORT_STORIES);
    expect((await readSettings(pipeline.store, 'default')).thresholds).toEqual({ merge: 0.5 });
    await pipeline.publish();
    expect((await checkCollection(pipeline.store, 'default')).stories).toEqual(REPORT_STORIES);
    const types = (await readEvents(pipeline.store, 'default', '0-0', 1_000)).map(({ type }) => type);
    expect(types).toContain('story.merged');
  });
});

test('what reviewers decided is kept: held together, held apart, locked', async () => {
  await withScattered(async ({ pipeline, recluster }) => {
    const { must, storyOf } = openReviewer(pipeline);
    const strikes = [await storyOf('strike-wire'), await storyOf('strike-daily')];
    await must({ type: 'reject', stories: strikes, articles: [] });
    await must({ type: 'merge', into: strikes[0], from: [await storyOf('comet')] });
    await must({ type: 'lock', story: await storyOf('bridge-brief'), locked: true });
    await pipeline.publish();
    const { stdout } = await recluster('--apply', '--least-agreement', '0');
    expect(stdout).toContain('left as they are: 1 locked, 0 with newer articles, 0 where a reviewer');
    await pipeline.publish();
    const { stories } = await checkCollection(pipeline.store, 'default');
    expect(stories).toContainEqual(['comet', 'strike-wire']);
    expect(stories).toContainEqual(['strike-daily']);
    expect(stories).toContainEqual(['bridge-brief']);
  });
});
