import { FairShare } from '../../../src/api/fair-share';

/** Shares at a clock that the test moves. */
function openShares() {
  const clock = { nowMs: 0 };
  return { clock, shares: new FairShare(() => clock.nowMs) };
}

test('who is alone leaves the last tenth to whoever comes next', () => {
  const { shares } = openShares();
  expect(shares.limitOf('a')).toBe(1);
  shares.note('a', 1_000);
  expect([shares.limitOf('a'), shares.limitOf('b')]).toEqual([0.9, 1]);
});

test('who brings in more than the mean of all is held back first', () => {
  const { shares } = openShares();
  shares.note('noisy', 1_000);
  shares.note('quiet', 2);
  expect([shares.limitOf('noisy'), shares.limitOf('quiet')]).toEqual([0.5, 1]);
});

test('callers who bring in the same are all let in', () => {
  const { shares } = openShares();
  for (const caller of ['a', 'b', 'c']) shares.note(caller, 10);
  expect(['a', 'b', 'c'].map((caller) => shares.limitOf(caller))).toEqual([1, 1, 1]);
});

test('what was brought in long ago counts no more', () => {
  const { clock, shares } = openShares();
  shares.note('noisy', 1_000);
  clock.nowMs += 30_000;
  shares.note('quiet', 500);
  expect(shares.limitOf('noisy')).toBe(1);
  clock.nowMs += 120_000;
  expect(shares.limitOf('noisy')).toBe(1);
});
