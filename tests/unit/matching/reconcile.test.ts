import fc from 'fast-check';
import { type FormerStory, reconcileClusters } from '../../../src/matching/reconcile';

interface Case {
  readonly clusters: readonly (readonly number[])[];
  readonly stories: readonly FormerStory[];
  readonly storyOf: ReadonlyMap<number, string>;
}

/** Up to 14 articles in up to 5 stories, cut into up to 6 clusters in any way. */
const arbitraryCase: fc.Arbitrary<Case> = fc
  .array(fc.record({ cluster: fc.nat(5), story: fc.option(fc.nat(4), { nil: undefined }) }), {
    maxLength: 14,
  })
  .chain((articles) =>
    fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }).map((ages) => {
      const clusters = [...new Set(articles.map(({ cluster }) => cluster))].map((number) =>
        articles.flatMap(({ cluster }, ordinal) => (cluster === number ? [ordinal] : [])),
      );
      const inStory = articles.flatMap(({ story }, ordinal): [number, string][] =>
        story === undefined ? [] : [[ordinal, `st_${story}`]],
      );
      const ids = [...new Set(inStory.map(([, id]) => id))];
      const stories = ids.map((id) => ({ id, createdAtMs: ages[Number(id.slice(3))] }));
      return { clusters, stories, storyOf: new Map(inStory) };
    }),
  );

function reconcile({ clusters, stories, storyOf }: Case) {
  let made = 0;
  return reconcileClusters(
    clusters,
    stories,
    (ordinal) => storyOf.get(ordinal),
    () => `new_${++made}`,
  );
}

const overlap = ({ storyOf }: Case, cluster: readonly number[], id: string): number =>
  cluster.filter((ordinal) => storyOf.get(ordinal) === id).length;

test('every cluster has one id and no two have the same', () => {
  fc.assert(
    fc.property(arbitraryCase, (given) => {
      const { storyIds } = reconcile(given);
      expect(storyIds).toHaveLength(given.clusters.length);
      expect(new Set(storyIds).size).toBe(storyIds.length);
    }),
  );
});

test('every story goes on or ends, and ends in the cluster that took most of it', () => {
  fc.assert(
    fc.property(arbitraryCase, (given) => {
      const { storyIds, retired } = reconcile(given);
      const ended = retired.map(({ storyId }) => storyId);
      const going = storyIds.filter((id) => id.startsWith('st_'));
      expect([...ended, ...going].sort()).toEqual(given.stories.map(({ id }) => id).sort());
      for (const { storyId, into } of retired) {
        const shares = given.clusters.map((cluster) => overlap(given, cluster, storyId));
        expect(shares[storyIds.indexOf(into)]).toBe(Math.max(...shares));
      }
    }),
  );
});

test('a cluster keeps an id of its own articles, and no story with more of them had to give way to it', () => {
  fc.assert(
    fc.property(arbitraryCase, (given) => {
      const { storyIds, retired } = reconcile(given);
      given.clusters.forEach((cluster, i) => {
        const kept = overlap(given, cluster, storyIds[i]);
        if (storyIds[i].startsWith('st_')) expect(kept).toBeGreaterThan(0);
        for (const { storyId } of retired) expect(overlap(given, cluster, storyId)).toBeLessThanOrEqual(kept);
      });
    }),
  );
});

test('a cluster is new only where all stories of its articles go on elsewhere with as many', () => {
  fc.assert(
    fc.property(arbitraryCase, (given) => {
      const { storyIds } = reconcile(given);
      given.clusters.forEach((cluster, i) => {
        if (storyIds[i].startsWith('st_')) return;
        for (const { id } of given.stories) {
          const mine = overlap(given, cluster, id);
          const home = given.clusters[storyIds.indexOf(id)];
          if (mine > 0) expect(home && overlap(given, home, id)).toBeGreaterThanOrEqual(mine);
        }
      });
    }),
  );
});

test('the order of clusters, members and stories changes nothing', () => {
  const shuffledCase = arbitraryCase.chain((given) =>
    fc.record({
      given: fc.constant(given),
      clusters: fc.shuffledSubarray([...given.clusters], { minLength: given.clusters.length }),
      stories: fc.shuffledSubarray([...given.stories], { minLength: given.stories.length }),
    }),
  );
  const describe = (given: Case): unknown => {
    const { storyIds, retired } = reconcile(given);
    const key = (i: number): string => [...given.clusters[i]].sort((a, b) => a - b).join();
    const name = (id: string): string => (id.startsWith('st_') ? id : 'new');
    return {
      ids: new Map(storyIds.map((id, i): [string, string] => [key(i), name(id)])),
      retired: new Map(retired.map(({ storyId, into }) => [storyId, key(storyIds.indexOf(into))])),
    };
  };
  // Equal overlaps with clusters that are otherwise alike may go to either: only cases without such ties are compared.
  const isTied = (given: Case): boolean =>
    given.stories.some(({ id }) => {
      const shares = given.clusters.map((cluster) => overlap(given, cluster, id)).filter((n) => n > 0);
      return new Set(shares).size < shares.length;
    });
  fc.assert(
    fc.property(shuffledCase, ({ given, clusters, stories }) => {
      fc.pre(!isTied(given));
      const other = {
        ...{ storyOf: given.storyOf, stories },
        clusters: clusters.map((cluster) => [...cluster].reverse()),
      };
      expect(describe(other)).toEqual(describe(given));
    }),
  );
});

type Row = [
  what: string,
  given: [clusters: number[][], stories: Record<string, number[]>],
  ids: string[],
  retired: string[],
];

const ROWS: Row[] = [
  ['what stays together keeps its id', [[[1, 2]], { a: [1, 2] }], ['a'], []],
  ['the larger part of a split keeps the id', [[[1], [2, 3]], { a: [1, 2, 3] }], ['new_1', 'a'], []],
  ['the larger of two merged stories survives', [[[1, 2, 3]], { a: [1], b: [2, 3] }], ['b'], ['a→b']],
  ['of equal ones the older survives', [[[1, 2]], { b: [1], a: [2] }], ['b'], ['a→b']],
  ['a story without articles among the clusters is left out', [[[9]], { a: [1] }], ['new_1'], []],
];

test.each(ROWS)('%s', (_, [clusters, members], ids, ended) => {
  const storyOf = new Map(Object.entries(members).flatMap(([id, list]) => list.map((n) => [n, id] as const)));
  const stories = Object.keys(members).map((id, createdAtMs) => ({ id, createdAtMs }));
  const { storyIds, retired } = reconcile({ clusters, stories, storyOf });
  expect(storyIds).toEqual(ids);
  expect(retired.map(({ storyId, into }) => `${storyId}→${into}`)).toEqual(ended);
});
