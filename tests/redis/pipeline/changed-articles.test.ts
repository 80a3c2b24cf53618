import { loadFingerprints } from '../../../src/pipeline/find-matches';
import type { PostedArticle } from '../../../src/store/articles';
import { readChangedArticles } from '../../../src/store/changed-articles';
import { COLLECTION, openPipeline } from '../../support/pipeline';
import { withRedis } from '../../support/redis';

jest.setTimeout(60_000);

const report: PostedArticle = {
  id: 'pier',
  title: 'Brackwater closes pier after storm',
  text: 'The harbour council of Brackwater closed the old pier on Monday after a storm broke 14 of its posts.',
  source: { name: 'Coast Daily' },
  status: 'usable',
};
const revised = { ...report, text: `${report.text} Mayor Ann Vale expects repairs until May.` };

test('a worker that knows an article hears of what others change of it', async () => {
  await withRedis(async (redis) => {
    const [own, other] = [await openPipeline(redis), await openPipeline(redis)];
    const [{ ordinal }] = await other.post([report]);
    const load = () => loadFingerprints(own.context, COLLECTION, [ordinal]);
    const known = async () => (await load()).get(ordinal);
    expect(await known()).toMatchObject({ revision: 1, checkedAtMs: expect.any(Number) });
    expect(await known()).toBe((await load()).get(ordinal));

    await other.accept([revised]);
    // Accepted and not yet fingerprinted: it is compared by what there is, and asked for every time.
    expect(await known()).toMatchObject({ revision: 1 });
    expect((await known())?.checkedAtMs).toBeUndefined();
    await other.cluster([ordinal]);
    expect((await known())?.revision).toBe(2);

    await other.post([{ ...revised, status: 'withheld' }]);
    expect(await load()).toEqual(new Map());
    await other.post([report]);
    expect((await known())?.revision).toBe(4);
  });
});

test('what a worker has just taken in need not be asked about, unless it may have changed meanwhile', async () => {
  await withRedis(async (redis) => {
    const other = await openPipeline(redis);
    let meanwhile = async (): Promise<void> => undefined;
    const checkpoint = (step: string) => (step === 'articles:taken' ? meanwhile() : undefined);
    const own = await openPipeline(redis, { checkpoint });
    const [{ ordinal }] = await own.post([report]);
    const known = () => own.context.fingerprints.get(COLLECTION, ordinal);
    expect(known()).toMatchObject({ revision: 1, checkedAtMs: expect.any(Number) });

    // A third revision is accepted, and its change taken in by another job of the process, while the second is in hand.
    await other.accept([revised]);
    meanwhile = async () => {
      await other.accept([report]);
      await loadFingerprints(own.context, COLLECTION, [ordinal + 1]);
    };
    await own.cluster([ordinal]);
    expect(known()).toMatchObject({ revision: 2 });
    expect(known()?.checkedAtMs).toBeUndefined();
  });
});

test('after more changes than are kept, nothing is taken as known', async () => {
  await withRedis(async (redis) => {
    const { context, store, post, accept } = await openPipeline(redis);
    const others = Array.from({ length: 1_000 }, (_, i) => ({ ...report, id: `other-${i}` }));
    const [{ ordinal }] = await post([report]);
    await accept(others);
    const known = async () => (await loadFingerprints(context, COLLECTION, [ordinal])).get(ordinal);
    expect((await known())?.checkedAtMs).toBeDefined();
    const { last } = await readChangedArticles(store, COLLECTION, '0-0');
    await accept([revised]);
    await accept(others.map((one) => ({ ...one, text: `${one.id}: ${report.text}` })));
    expect(await readChangedArticles(store, COLLECTION, last)).toMatchObject({ ordinals: 'all' });
    expect((await known())?.checkedAtMs).toBeUndefined();
  });
});
