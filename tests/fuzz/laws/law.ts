import * as fc from 'fast-check';

/** Something that holds for every value of a kind. */
export interface Law {
  readonly name: string;
  /** Tries it on so many values. Throws, with the smallest value found, where it does not hold. */
  readonly check: (values: number, seed?: number) => void;
}

/** @param holds throws where the law does not hold of a value. */
export function law<T>(name: string, values: fc.Arbitrary<T>, holds: (value: T) => void): Law {
  return {
    name,
    check: (numRuns, seed) =>
      fc.assert(fc.property(values, holds), { numRuns, ...(seed !== undefined && { seed }) }),
  };
}
