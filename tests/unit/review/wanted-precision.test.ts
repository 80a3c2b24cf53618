import fc from 'fast-check';
import { deriveWanted } from '../../../src/api/admin/wanted-precision';
import { loadModel } from '../../../src/matching/model';
import { MIN_PAIRS, type ReviewedPair, scoreThreshold } from '../../../src/review/calibrate';
import { deriveFromReviewed } from '../../../src/review/wanted-precision';

const reviewed = fc.array(
  fc.record({
    same: fc.boolean(),
    probability: fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      // Right on the grid.
      fc.nat(100).map((hundredths) => hundredths / 100),
    ),
  }),
  { minLength: 15, maxLength: 80 },
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('a threshold by reviewed pairs has the precision it says, is the lowest that has it, and rises with what is wanted', () => {
  fc.assert(
    fc.property(reviewed, share, share, (pairs, one, other) => {
      const [wanted, more] = [Math.min(one, other), Math.max(one, other)];
      const found = deriveFromReviewed(pairs, wanted);
      const above = deriveFromReviewed(pairs, more);
      if (above) expect(found!.merge).toBeLessThanOrEqual(above.merge);
      if (!found) return;
      const { merge, review, precision, recall } = found;
      expect(scoreThreshold(pairs, merge)).toEqual({ precision, recall });
      expect(precision).toBeGreaterThanOrEqual(wanted);
      expect(review).toBeLessThanOrEqual(merge);
      expect(pairs.filter(({ probability }) => probability >= merge).length).toBeGreaterThanOrEqual(
        MIN_PAIRS,
      );
      const least = Math.min(...pairs.map(({ probability }) => probability));
      for (let lower = merge - 0.01; lower >= Math.max(0.01, least); lower -= 0.01) {
        const hundredths = Math.round(lower * 100) / 100;
        if (hundredths >= least) expect(scoreThreshold(pairs, hundredths).precision).toBeLessThan(wanted);
      }
    }),
  );
});

/** So many pairs, evenly between two probabilities. */
const pairsOf = (count: number, same: boolean, from: number, to: number): ReviewedPair[] =>
  Array.from({ length: count }, (_, i) => ({ same, probability: from + ((to - from) * i) / count }));

describe('thresholds for a wanted precision', () => {
  const { training, thresholds: shipped } = loadModel();

  it('are those of the reviewed pairs where these show it', () => {
    const pairs = [...pairsOf(20, false, 0.2, 0.5), ...pairsOf(20, true, 0.4, 0.8)];
    const { basis, thresholds, why } = deriveWanted(pairs, training, 1);
    expect({ basis, thresholds }).toMatchObject({
      basis: 'reviewed',
      thresholds: { merge: 0.49, review: 0.4, precision: 1, recall: 0.75 },
    });
    expect(why).toBe(
      'Of 40 reviewed pairs, merging from 0.49 gets 100.0 % right and finds 75.0 % of those that belong together.',
    );
  });

  it('are those of the model where nothing was reviewed: for its own precision, its own', () => {
    const { basis, thresholds, why } = deriveWanted([], training, 0.825);
    expect({ basis, thresholds }).toMatchObject({
      basis: 'model',
      thresholds: { merge: shipped.merge, review: shipped.review },
    });
    expect(why).toBe(
      'There are 0 reviewed pairs that belong together and 0 that do not (10 of each are needed), so this goes by the sets that the model ' +
        'was learned from, which flatter it: 82.5 % of their pairs at or above 0.36 are of one story (by set 67.7 % to 95.9 %), ' +
        'and 85.5 % of those of one story are found.',
    );
  });

  it('say what of the reviewed pairs speaks against the model', () => {
    const pairs = [...pairsOf(15, false, 0.85, 0.95), ...pairsOf(15, true, 0.85, 0.95)];
    const { basis, thresholds, why } = deriveWanted(pairs, training, 0.9);
    expect([basis, thresholds?.merge]).toEqual(['model', 0.61]);
    expect(why).toMatch(
      /^Of 30 reviewed pairs no threshold gets 90\.0 % right with 10 or more above it, so /,
    );
    expect(why).toMatch(/ Of the 30 reviewed pairs at or above it 50\.0 % belong together\.$/);
  });

  it('prefer what was measured on sets that the model had not seen', () => {
    const unseen = { ...training!, heldOut: [training!.learnedFrom[0]] };
    const { why } = deriveWanted([], unseen, 0.85);
    expect(why).toContain('so this goes by sets that the model had not seen: 85.');
  });

  it('are none where neither has it, or there is nothing to go by', () => {
    const beyond = deriveWanted([], training, 1);
    expect(beyond).toMatchObject({ basis: 'model', thresholds: null });
    expect(beyond.why).toContain('no threshold has 100.0 % there, 96.0 % of their pairs at or above 0.99');
    expect(deriveWanted([], undefined, 0.5)).toMatchObject({ thresholds: null });
    expect(deriveWanted([], undefined, 0.5).why).toContain('there are none.');
  });
});
