import { acceptArticles } from '../../../src/store/articles';
import { isOutage } from '../../../src/store/outage';
import { openTestStore } from '../../support/pipeline';
import { withRedis } from '../../support/redis';
import { REPORTS } from '../../support/reports';

test('an article that too few replicas have is not answered as kept, and is found when it is posted again', async () => {
  await withRedis(async (test) => {
    const careful = openTestStore(test, { waitReplicas: 1 });
    const refused = await acceptArticles(careful, 'default', REPORTS.slice(0, 1)).catch(
      (error: unknown) => error,
    );
    expect(refused).toEqual(new Error('NOREPLICAS 0 of 1 replicas have it'));
    expect(isOutage(refused)).toBe(true);
    const [again] = await acceptArticles(openTestStore(test), 'default', REPORTS.slice(0, 1));
    expect(again).toMatchObject({ ordinal: 1, status: 'unchanged' });
  });
});
