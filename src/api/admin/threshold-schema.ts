import { z } from 'zod';
import { THRESHOLD_RANGE } from '../../pipeline/change-settings';

const { least, most } = THRESHOLD_RANGE;
const outOfRange = `must be a probability between ${least} and ${most}`;

/** A threshold in a request. */
export const thresholdSchema = z.number({ error: outOfRange }).min(least, outOfRange).max(most, outOfRange);
