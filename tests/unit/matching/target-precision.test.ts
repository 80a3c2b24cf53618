import fc from 'fast-check';
import { loadModel } from '../../../src/matching/model';
import {
  type CalibrationCurve,
  calibrationCurves,
  deriveReview,
  deriveThreshold,
  deriveThresholds,
  scoreCurves,
  TARGET_PRECISION,
  THRESHOLD_GRID,
} from '../../../src/matching/target-precision';

/** Ten tenths with so many pairs each, and these shares of one story in the uppermost ones. */
const curveOf = (pairs: number, ...upper: readonly number[]): CalibrationCurve =>
  Array.from({ length: 10 }, (_, i) => ({ pairs, shareOneStory: upper[i - 10 + upper.length] ?? 0 }));

const bin = fc.record({
  pairs: fc.oneof(fc.constant(0), fc.nat(5_000)),
  shareOneStory: fc.double({ min: 0, max: 1, noNaN: true }),
});
const curves = fc.array(fc.array(bin, { minLength: 10, maxLength: 10 }), { maxLength: 5 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('scoreCurves', () => {
  it.each([
    [0, 0.3, 1],
    [0.7, 0.9, 0.9],
    [0.75, 0.94, 0.783],
    [0.9, 1, 0.333],
    [0.95, 1, 0.167],
  ])('counts what is from %d on, a part of a tenth in proportion', (threshold, precision, recall) => {
    const score = scoreCurves([curveOf(100, 0.3, 0.7, 1, 1)], threshold)!;
    expect(score.precision).toBeCloseTo(precision, 3);
    expect(score.recall).toBeCloseTo(recall, 3);
  });

  it('counts each set the same, however large, and leaves out those that have nothing there', () => {
    const [large, small] = [curveOf(9_000, 1), curveOf(1, 0.5)];
    expect(scoreCurves([large, small], 0.9)?.precision).toBeCloseTo(0.75);
    expect(scoreCurves([large, small, curveOf(0)], 0.9)?.precision).toBeCloseTo(0.75);
    expect(scoreCurves([curveOf(10)], 0.5)).toEqual({ precision: 0, recall: 1 });
  });

  it.each([
    ['no set', [], 0],
    ['sets without pairs', [curveOf(0)], 0],
    ['a threshold that nothing reaches', [curveOf(10, 1)], 1],
  ])('says nothing of %s', (_, sets, threshold) => {
    expect(scoreCurves(sets, threshold)).toBeUndefined();
  });
});

describe('deriveThreshold', () => {
  it('finds one that reaches the precision, as does every higher one, and none where none does', () => {
    fc.assert(
      fc.property(curves, share, (sets, wanted) => {
        const found = deriveThreshold(sets, wanted);
        const reaches = (threshold: number): boolean =>
          (scoreCurves(sets, threshold)?.precision ?? 1) >= wanted - 1e-9;
        const from = THRESHOLD_GRID.indexOf(found ?? THRESHOLD_GRID.at(-1)!);
        if (found !== undefined) {
          expect(THRESHOLD_GRID.slice(from).every(reaches)).toBe(true);
          expect(from === 0 || !reaches(THRESHOLD_GRID[from - 1])).toBe(true);
        } else if (scoreCurves(sets, 0.99)) expect(reaches(0.99)).toBe(false);
      }),
    );
  });

  it('never falls where more is wanted', () => {
    fc.assert(
      fc.property(curves, share, share, (sets, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((wanted) =>
          deriveThreshold(sets, wanted),
        );
        if (more !== undefined) expect(less).toBeLessThanOrEqual(more);
      }),
    );
  });

  it.each([
    ['nothing is wanted', [curveOf(10, 0.5, 1)], 0, 0.01],
    ['all is wanted and the last tenth has it', [curveOf(10, 0.5, 1)], 1, 0.9],
    ['all is wanted and nowhere found', [curveOf(10, 0.5, 0.9)], 1, undefined],
    ['there are no sets', [], 0.5, undefined],
    ['the sets are empty', [curveOf(0), []], 0.5, undefined],
    ['a tenth between worse ones has it', [curveOf(10, 1, 0, 0.2)], 0.5, undefined],
  ])('where %s', (_, sets, wanted, expected) => {
    expect(deriveThreshold(sets, wanted)).toBe(expected);
  });
});

test('a person is asked from where one pair in five is of one story, never above the merge threshold', () => {
  const sets = [curveOf(10, 0.1, 0.25, 0.6, 1), curveOf(1_000, 0.2, 0.25, 0.6, 1), curveOf(0)];
  expect(deriveReview(sets, 0.9)).toBe(0.7);
  expect(deriveReview(sets, 0.65)).toBe(0.65);
  expect(deriveReview([], 0.5)).toBe(0.5);
  expect(deriveReview([curveOf(10)], 0.5)).toBe(0.5);
});

test('sets that the model had not seen are preferred', () => {
  const [flattered, unseen] = [curveOf(10, 1), curveOf(10, 0.8)].map((calibration) => ({
    ...{ name: 'set', articles: 9, pairs: 100, oneStory: 8, averagePrecision: 1, calibrationError: 0 },
    calibration: calibration.map((one) => ({ ...one, meanProbability: 0.5 })),
  }));
  const training = { date: '2026-11-27', learnedFrom: [flattered], heldOut: [] };
  expect(calibrationCurves(training)).toEqual([flattered.calibration]);
  expect(calibrationCurves({ ...training, heldOut: [unseen] })).toEqual([unseen.calibration]);
  expect(calibrationCurves(undefined)).toEqual([]);
});

describe('the shipped model', () => {
  const { training, thresholds } = loadModel();
  const sets = calibrationCurves(training);

  it('has the thresholds that its own curves give for the precision wanted', () => {
    expect(thresholds).toMatchObject(deriveThresholds(sets, TARGET_PRECISION));
    expect(deriveReview(sets, thresholds.merge)).toBe(thresholds.review);
  });

  it('reaches no precision that its surest pairs do not have', () => {
    expect(() => deriveThresholds(sets, { ...TARGET_PRECISION, merge: 0.999 })).toThrow(
      'training: no merge threshold has a precision of 0.999 on the sets; that of their surest pairs is 0.960',
    );
    expect(() => deriveThresholds([], TARGET_PRECISION)).toThrow('that of their surest pairs is unknown');
  });
});
