/** Labelled pairs: `features` row by row, 1 for one story, and what each row counts. */
export interface LabelledPairs {
  readonly width: number;
  readonly features: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
}

/** The values a feature has in the pairs of one label, ascending; without those that are missing. O(rows · log rows). */
export function sortedValues(
  { width, features, labels }: Omit<LabelledPairs, 'weights'>,
  feature: number,
  label: number,
): Float64Array {
  const values: number[] = [];
  for (let i = 0; i < labels.length; i++) {
    const value = features[i * width + feature];
    if (labels[i] === label && !Number.isNaN(value)) values.push(value);
  }
  return Float64Array.from(values).sort();
}
