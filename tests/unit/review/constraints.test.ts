import fc from 'fast-check';
import { closeOver, makeConstraint, relate } from '../../../src/review/constraints';
import { composeEffects, type Effects, invertEffects, NO_EFFECTS } from '../../../src/review/effects';
import { findViolations } from '../../../src/review/violations';

const must = (a: number, b: number, decision = 1) => makeConstraint('must', a, b, decision);
const cannot = (a: number, b: number, decision = 1) => makeConstraint('cannot', a, b, decision);

test('A = B and B ≠ C say that A ≠ C, also where B is not asked about', () => {
  const constraints = [must(1, 2), cannot(2, 3)];
  expect(closeOver([1, 3], constraints)).toEqual({ mustLink: [], cannotLink: [[1, 3]] });
  expect(relate(1, 3, constraints)).toBe('cannot');
  expect(relate(1, 2, constraints)).toBe('must');
  expect(relate(1, 4, constraints)).toBeUndefined();
});

const constraint = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  .filter(([, a, b]) => a !== b)
  .map(([same, a, b]) => (same ? must(a, b) : cannot(a, b)));

/** What constraints say by brute force: walks must-links until nothing is new. */
function related(a: number, constraints: readonly ReturnType<typeof must>[]): Set<number> {
  const found = new Set([a]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const one of constraints) {
      if (one.kind !== 'must' || found.has(one.a) === found.has(one.b)) continue;
      found.add(one.a).add(one.b);
    }
  }
  return found;
}

test('the closure says of every pair what walking the links says', () => {
  fc.assert(
    fc.property(
      fc.array(constraint, { maxLength: 12 }),
      fc.subarray([1, 2, 3, 4, 5, 6, 7, 8]),
      (constraints, nodes) => {
        const { mustLink, cannotLink } = closeOver(nodes, constraints);
        const chained = mustLink.map(([a, b]) => must(a, b));
        for (const a of nodes) {
          for (const b of nodes) {
            if (a >= b) continue;
            const together = related(a, constraints);
            expect(related(a, chained).has(b)).toBe(together.has(b));
            const opposite = related(b, constraints);
            const apart = constraints.some(
              (one) =>
                one.kind === 'cannot' &&
                ((together.has(one.a) && opposite.has(one.b)) ||
                  (together.has(one.b) && opposite.has(one.a))),
            );
            if (together.has(b)) continue;
            expect(cannotLink.some(([x, y]) => Math.min(x, y) === a && Math.max(x, y) === b)).toBe(apart);
          }
        }
      },
    ),
  );
});

test('violations name the links that say otherwise, through articles that have left', () => {
  const stories = new Map([
    [1, 'x'],
    [2, 'y'],
    [4, 'x'],
  ]);
  const storyOf = (ordinal: number) => stories.get(ordinal);
  expect(findViolations([must(1, 2, 5)], storyOf)).toEqual([must(1, 2, 5)]);
  expect(findViolations([must(1, 3, 5), must(2, 3, 6)], storyOf)).toEqual([must(1, 3, 5), must(2, 3, 6)]);
  expect(findViolations([cannot(1, 4, 7)], storyOf)).toEqual([cannot(1, 4, 7)]);
  expect(findViolations([cannot(1, 2, 7), must(1, 4, 8)], storyOf)).toEqual([]);
  expect(new Set(findViolations([cannot(3, 4, 7), must(1, 3, 8)], storyOf))).toEqual(
    new Set([cannot(3, 4, 7), must(1, 3, 8)]),
  );
});

const effects: fc.Arbitrary<Effects> = fc.record({
  moves: fc.uniqueArray(
    fc.record({
      ordinal: fc.integer({ min: 1, max: 5 }),
      from: fc.constantFrom('a', 'b'),
      to: fc.constantFrom('c', 'd'),
      before: fc.constantFrom(0.5, 1),
      after: fc.constantFrom(0.5, 1),
    }),
    { selector: ({ ordinal }) => ordinal },
  ),
  added: fc.constantFrom([], [must(1, 2)], [cannot(3, 4), must(1, 5)]),
  removed: fc.constantFrom([], [cannot(1, 2, 9)]),
  fields: fc.constantFrom([], [{ storyId: 'a', field: 'lock' as const, before: '', after: '1' }]),
});

test('effects and their inverse come to nothing', () => {
  fc.assert(
    fc.property(effects, (one) => {
      expect(invertEffects(invertEffects(one))).toEqual(one);
      expect(composeEffects(one, invertEffects(one))).toEqual(NO_EFFECTS);
    }),
  );
});
