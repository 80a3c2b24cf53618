import fc from 'fast-check';
import { planRecluster } from '../../../src/cli/recluster-plan';
import type { Member } from '../../../src/matching/story-view';
import { makeConstraint } from '../../../src/review/constraints';
import type { LedgerStoryWithMembers } from '../../../src/store/ledger';

const member = (ordinal: number, revision = 1): Member => ({
  ...{ ordinal, revision, probability: 0.9, joinedAtMs: 5, edges: [] },
});

const story = (id: string, ordinals: readonly number[], more: Partial<LedgerStoryWithMembers> = {}) => ({
  ...{ id, version: 3, size: ordinals.length, status: 'active' as const, createdAtMs: 0 },
  members: new Map(ordinals.map((ordinal) => [ordinal, member(ordinal)])),
  ...more,
});

const clusters = (...lists: readonly (readonly number[])[]) =>
  lists.map((list) => list.map((ordinal) => member(ordinal)));

let made = 0;
const newStoryId = (): string => `new-${++made}`;

/** The partition that carrying a plan out leads to: sorted members of each story. */
function carryOut(
  stories: readonly LedgerStoryWithMembers[],
  plan: ReturnType<typeof planRecluster>,
): string[] {
  const places = new Map(
    stories.flatMap(({ id, members }) => [...members.keys()].map((ordinal) => [ordinal, id] as const)),
  );
  for (const { moves } of plan.regroupings)
    for (const {
      member: { ordinal },
      to,
    } of moves)
      places.set(ordinal, to);
  return groupsOf(places);
}

function groupsOf(places: ReadonlyMap<number, string>): string[] {
  const groups = new Map<string, number[]>();
  for (const [ordinal, id] of places) groups.set(id, [...(groups.get(id) ?? []), ordinal]);
  return [...groups.values()].map((ordinals) => ordinals.sort((a, b) => a - b).join(' ')).sort();
}

test('stories that stay as they are need nothing', () => {
  const plan = planRecluster([story('a', [1, 2]), story('b', [3])], clusters([3], [2, 1]), [], newStoryId);
  expect(plan).toEqual({
    ...{ articles: 3, storiesBefore: 2, storiesAfter: 2, agreement: 1, regroupings: [] },
    left: { locked: 0, changed: 0, decided: 0 },
  });
});

test('a merge keeps the larger story, with the time its articles joined', () => {
  const { regroupings } = planRecluster(
    [story('a', [1]), story('b', [2, 3])],
    clusters([1, 2, 3]),
    [],
    newStoryId,
  );
  expect(regroupings).toMatchObject([
    {
      moves: [{ member: { ordinal: 1, joinedAtMs: 5 }, from: 'a', to: 'b' }],
      retired: [{ storyId: 'a', into: 'b' }],
    },
  ]);
});

test('locked stories, changed ones, and those that a reviewer decided on are left', () => {
  const left = (of: Partial<LedgerStoryWithMembers>, constraints: Parameters<typeof planRecluster>[2] = []) =>
    planRecluster([story('a', [1]), story('b', [2], of)], clusters([1, 2]), constraints, newStoryId);
  expect(left({ locked: true })).toMatchObject({ regroupings: [], left: { locked: 1 } });
  expect(left({ members: new Map([[2, member(2, 2)]]) })).toMatchObject({
    regroupings: [],
    left: { changed: 1 },
  });
  expect(
    left({
      members: new Map([
        [2, member(2)],
        [9, member(9)],
      ]),
    }),
  ).toMatchObject({ left: { changed: 1 } });
  expect(left({}, [makeConstraint('cannot', 1, 2, 4)])).toMatchObject({
    regroupings: [],
    left: { decided: 1 },
  });
  expect(left({}).regroupings).toHaveLength(1);
});

test('carried out, a plan leads from any grouping to any other, and retires exactly the stories that are left empty', () => {
  const labels = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(labels, (pairs) => {
      const listsOf = (side: 0 | 1) => {
        const lists = new Map<number, number[]>();
        pairs.forEach((pair, i) => lists.set(pair[side], [...(lists.get(pair[side]) ?? []), i + 1]));
        return [...lists.values()];
      };
      const stories = listsOf(0).map((ordinals, i) => story(`s${i}`, ordinals));
      const plan = planRecluster(stories, clusters(...listsOf(1)), [], newStoryId);
      const wanted = groupsOf(new Map(pairs.map((pair, i) => [i + 1, String(pair[1])])));
      expect(carryOut(stories, plan)).toEqual(wanted);
      const moved = new Set(
        plan.regroupings.flatMap(({ moves }) => moves.map((move) => move.member.ordinal)),
      );
      const entered = new Set(plan.regroupings.flatMap(({ moves }) => moves.map(({ to }) => to)));
      const empty = stories.filter(
        ({ id, members }) => !entered.has(id) && [...members.keys()].every((of) => moved.has(of)),
      );
      const retired = plan.regroupings.flatMap((one) => one.retired.map(({ storyId }) => storyId));
      expect(retired.sort()).toEqual(empty.map(({ id }) => id).sort());
      expect(plan.agreement === 1).toBe(plan.regroupings.length === 0);
    }),
  );
});
