import { shuffle } from '../../../src/cli/cluster-order';
import { lookAgain } from '../../../src/pipeline/look-again';
import type { PostedArticle } from '../../../src/store/articles';
import { checkCollection } from '../../support/check-collection';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { WIRE_DAY, WIRE_STORIES } from '../../support/wire-day';

jest.setTimeout(120_000);

/** The first report of three stories, and what an outlet made of them for its morning letter. */
const FIRST = WIRE_STORIES.slice(0, 3).map(([id]) => WIRE_DAY.find((article) => article.id === id)!);
const ROUND_UP: PostedArticle = {
  id: 'round-up',
  title: 'Your morning briefing: what you need to know today',
  text: FIRST.map(({ title, text }) => `${title}\n\n${text}`).join('\n\n'),
  source: { name: 'The Morning Letter' },
  publishedAtMs: Date.UTC(2026, 4, 18, 12),
  status: 'usable',
};

/** Stories with the round-up taken out, in the order of their first report. */
const without = (stories: readonly (readonly string[])[]): string[][] =>
  stories
    .map((ids) => ids.filter((id) => id !== ROUND_UP.id))
    .filter((ids) => ids.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));

test.each([
  ['single reports', FIRST, FIRST.map(({ id }) => [id!])],
  ['a day of reports', WIRE_DAY, WIRE_STORIES],
])('a round-up joins no two stories: %s, in any order, looked at twice', async (_, articles, expected) => {
  await withRedis(async (redis) => {
    for (let seed = 0; seed < 6; seed++) {
      const pipeline = (await openPipeline(redis)).on(`${COLLECTION}-${seed}`);
      const ordinals: number[] = [];
      for (const article of shuffle([...articles, ROUND_UP], seed))
        ordinals.push(...(await pipeline.post([article])).map(({ ordinal }) => ordinal));
      await pipeline.publish();
      const first = await checkCollection(pipeline.store, `${COLLECTION}-${seed}`);
      expect(without(first.stories)).toEqual(without(expected));
      await lookAgain(pipeline.context, `${COLLECTION}-${seed}`, ordinals);
      await pipeline.publish();
      const second = await checkCollection(pipeline.store, `${COLLECTION}-${seed}`);
      expect(without(second.stories)).toEqual(without(expected));
    }
  });
});
