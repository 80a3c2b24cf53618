import { describeFailures } from '../../src/cli/cluster-file';
import { readPlaces } from '../../src/cli/cluster-places';
import type { ClusterRow } from '../../src/cli/cluster-rows';
import { acceptArticles } from '../../src/store/articles';
import { parkArticle } from '../../src/store/failures';
import { COLLECTION, openPipeline } from '../support/pipeline';
import { withRedis } from '../support/redis';
import { REPORTS } from '../support/reports';

describe('readPlaces', () => {
  it('finds stories and probabilities, and gives a failed article a cluster of its own, with the reason', async () => {
    await withRedis(async (test) => {
      const pipeline = await openPipeline(test);
      const articles = REPORTS.slice(0, 3);
      const rows: ClusterRow[] = articles.map((article, at) => ({
        ...{ id: String(article.id), line: at + 1, collection: COLLECTION, article },
      }));
      const accepted = await acceptArticles(pipeline.store, COLLECTION, articles);
      const ordinals = accepted.map(({ ordinal }) => ordinal);
      await pipeline.cluster(ordinals.slice(0, 2));
      await parkArticle(pipeline.store, COLLECTION, {
        ordinal: ordinals[2],
        revision: 1,
        error: 'It is odd',
      });

      const placed = await readPlaces(pipeline.store, rows, ordinals);
      const [wire, copy, failed] = placed;
      expect(wire.cluster).toMatch(/^st_/);
      expect(copy.cluster).toBe(wire.cluster);
      expect(copy.probability).toBeGreaterThan(0.5);
      expect(failed).toMatchObject({ probability: 0, failure: 'It is odd' });
      expect(failed.cluster).not.toBe(wire.cluster);
      expect(describeFailures('in.jsonl', placed)).toEqual([
        'in.jsonl:3: article "bridge-brief" failed: It is odd',
      ]);
    });
  });
});
