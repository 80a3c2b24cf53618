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
/** The same letter in another outlet: two articles that are like several stories. */
const REPRINTED: PostedArticle = { ...ROUND_UP, id: 'round-up-2', source: { name: 'Evening Post' } };

/** A page that follows two stories all day, sentence by sentence, newest first. */
const LIVE: PostedArticle = {
  ...{ id: 'live', title: 'Live: Monday’s news as it happens', source: { name: 'City Radio' } },
  text: interleave(sentencesOf(FIRST[0]), sentencesOf(FIRST[1]))
    .map((sentence, i) => `${String(20 - i).padStart(2, '0')}:15 ${sentence.trim()}`)
    .join('\n\n'),
  ...{ publishedAtMs: Date.UTC(2026, 4, 18, 20), status: 'usable' },
};

function sentencesOf({ text = '' }: PostedArticle): string[] {
  return text.match(/[^.]+\./g) ?? [];
}

function interleave(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((sentence, i) => [sentence, second[i] ?? '']).filter((sentence) => sentence !== '');
}

/** Stories of the reports alone, in the order of the first of each. */
const reportsOf = (stories: readonly (readonly string[])[], others: readonly PostedArticle[]): string[][] =>
  stories
    .map((ids) => ids.filter((id) => !others.some((other) => other.id === id)))
    .filter((ids) => ids.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const ALONE = [FIRST, FIRST.map(({ id }) => [id!])] as const;
const IN_A_DAY = [WIRE_DAY, WIRE_STORIES] as const;

test.each([
  ['a round-up', 'single reports', [ROUND_UP], ...ALONE],
  ['a round-up', 'a day of reports', [ROUND_UP], ...IN_A_DAY],
  ['a round-up in two outlets', 'single reports', [ROUND_UP, REPRINTED], ...ALONE],
  ['a round-up in two outlets', 'a day of reports', [ROUND_UP, REPRINTED], ...IN_A_DAY],
  ['a live page', 'single reports', [LIVE], ...ALONE],
  ['a live page', 'a day of reports', [LIVE], ...IN_A_DAY],
])(
  '%s joins no two stories: %s, in any order, looked at twice',
  async (_, _among, others, articles, expected) => {
    const wanted = reportsOf(expected, others);
    await withRedis(async (redis) => {
      for (let seed = 0; seed < 6; seed++) {
        const pipeline = (await openPipeline(redis)).on(`${COLLECTION}-${seed}`);
        const ordinals: number[] = [];
        for (const article of shuffle([...articles, ...others], seed))
          ordinals.push(...(await pipeline.post([article])).map(({ ordinal }) => ordinal));
        await pipeline.publish();
        const first = await checkCollection(pipeline.store, `${COLLECTION}-${seed}`);
        expect(reportsOf(first.stories, others)).toEqual(wanted);
        await lookAgain(pipeline.context, `${COLLECTION}-${seed}`, ordinals);
        await pipeline.publish();
        const second = await checkCollection(pipeline.store, `${COLLECTION}-${seed}`);
        expect(reportsOf(second.stories, others)).toEqual(wanted);
      }
    });
  },
);
