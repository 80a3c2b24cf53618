import { z } from 'zod';
import { probability } from '../answer-parts';
import { collectionQuery } from '../query';

const notAShare = 'must be a number above 0, at most 1';

export const calibrationQuerySchema = collectionQuery.extend({
  precision: z
    .string({ error: notAShare })
    .regex(/^\d{0,3}(?:\.\d{1,20})?$/, notAShare)
    .transform(Number)
    .pipe(z.number().gt(0, notAShare).max(1, notAShare))
    .optional()
    .describe(
      'Of pairs at or above the merge threshold, the share that is to be of one story: the answer has the thresholds for it',
    ),
});

const scored = z.object({
  merge: probability,
  review: probability,
  precision: probability,
  recall: probability,
});
const count = z.number().int();

/** The answer of `GET /admin/api/calibration`. */
export const calibrationSchema = z
  .object({
    pairs: count.describe('That reviewers have decided on'),
    positives: count.describe('Found to be one story'),
    negatives: count.describe('Found not to be'),
    bins: z.array(z.object({ from: probability, to: probability, same: count, apart: count })),
    suggestion: scored.nullable().describe('By the best F1 over reviewed pairs; null where they are too few'),
    wanted: z
      .object({
        precision: probability.describe('As it was asked for'),
        basis: z
          .enum(['reviewed', 'model'])
          .describe(
            'What the thresholds rest on: reviewed pairs of the collection, or the sets the model was measured on',
          ),
        thresholds: scored.nullable().describe('null where none has that precision'),
        why: z.string(),
      })
      .optional()
      .describe('Only where a precision is asked for'),
    current: scored,
    why: z.string(),
  })
  .meta({ id: 'Calibration' });
