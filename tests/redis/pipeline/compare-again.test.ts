import { compareAgain } from '../../../src/pipeline/compare-again';
import { readPlacements } from '../../../src/store/ledger';
import { readStoryMember } from '../../../src/store/story-member';
import { openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY } from '../../support/wire-day';

jest.setTimeout(60_000);

test('a pair compared again comes out as it was recorded, whatever else is asked for', async () => {
  await withRedis(async (redis) => {
    const { context, store, post } = await openPipeline(redis);
    const last = WIRE_DAY.filter(({ id }) => id === 'reservoir-retold');
    await post(WIRE_DAY.filter((report) => !last.includes(report)));
    const [{ ordinal: subject }] = await post(last);
    const [{ storyId }] = await readPlacements(store, 'default', [subject]);
    const member = await readStoryMember(store, 'default', storyId!, subject);
    const edges = member!.edges;
    expect(edges.length).toBeGreaterThan(1);
    for (const { ordinal, probability } of edges) {
      const { matches, among } = await compareAgain(context, 'default', subject, [ordinal]);
      expect(matches).toHaveLength(1);
      expect(matches[0].probability).toBeCloseTo(probability, 4);
      expect(among).toBeGreaterThan(edges.length);
    }
    expect(await compareAgain(context, 'default', subject + 1, [subject])).toEqual({ matches: [], among: 0 });
  });
});
