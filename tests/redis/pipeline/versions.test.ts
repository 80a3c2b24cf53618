import { changeSettings } from '../../../src/pipeline/change-settings';
import { rebuildVersion } from '../../../src/pipeline/rebuild-version';
import { readEvents } from '../../../src/store/events';
import { readSettings } from '../../../src/store/settings';
import type { CanonicalStory } from '../../../src/story/canonical-story';
import { COLLECTION, openPipeline, type TestPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { openReviewer } from '../../support/reviewer';
import { WIRE_DAY } from '../../support/wire-day';

jest.setTimeout(60_000);

/** Every document that was published, in order. */
async function readTold({ store }: TestPipeline): Promise<CanonicalStory[]> {
  const events = await readEvents(store, COLLECTION, '0-0', 10_000);
  return events.flatMap(({ type, data }) =>
    type.startsWith('story.') ? [data.story as CanonicalStory] : [],
  );
}

test('every version stays readable as it was published, whatever was pinned, set, edited or merged since', async () => {
  await withRedis(async (redis) => {
    const clock = { nowMs: 1_800_000_000_000 };
    const pipeline = await openPipeline(redis, { clock: () => clock.nowMs++ });
    const reviewer = openReviewer(pipeline);
    for (const article of WIRE_DAY.toReversed()) {
      await pipeline.post([article]);
      await pipeline.publish();
    }
    const [wire] = WIRE_DAY.filter(({ id }) => id === 'reservoir-wire');
    const story = await reviewer.storyOf('reservoir-wire');
    const pin = (ordinal: number | null) => ({
      ...{ type: 'pin' as const, story, title: ordinal, representative: ordinal },
    });
    await reviewer.must(pin(await reviewer.ordinal('reservoir-retold')));
    await pipeline.publish();
    await pipeline.post([{ ...wire, text: `${wire.text}\n\nThe wire has edited this since.` }]);
    await pipeline.publish();
    await changeSettings(pipeline.context, COLLECTION, {
      settings: { rules: { title: ['mostComplete'], lead: ['earliest'], body: ['mostComplete'] } },
      revision: (await readSettings(pipeline.store, COLLECTION)).revision,
      actor: { id: 'tester', name: 'Tester' },
    });
    // Settings are read once in a second.
    clock.nowMs += 2_000;
    await reviewer.must(pin(null));
    await pipeline.publish();
    await reviewer.must({ type: 'merge', into: story, from: [await reviewer.storyOf('ferry-wire')] });
    await pipeline.publish();
    await pipeline.post([{ ...wire, status: 'canceled' }]);
    await pipeline.publish();

    const told = await readTold(pipeline);
    expect(told.length).toBeGreaterThan(WIRE_DAY.length);
    const ruled = new Set(told.filter(({ id }) => id === story).map(({ bodyBase }) => bodyBase.rule));
    expect([...ruled]).toEqual(expect.arrayContaining(['pinned', 'mostComplete']));
    // Nothing at hand from when it was built.
    pipeline.context.cleaned.clear();
    for (const document of told) {
      const { id, version } = document;
      expect(await rebuildVersion(pipeline.context, COLLECTION, id, version)).toEqual(document);
    }
  });
});
