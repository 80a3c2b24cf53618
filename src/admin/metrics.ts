/** One sample of the service's metrics. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads Prometheus' text format, as far as this service writes it. */
export function parseMetrics(text: string): readonly Sample[] {
  return text.split('\n').flatMap((line) => {
    const space = line.lastIndexOf(' ');
    if (line.startsWith('#') || space < 0) return [];
    const [name = '', rest = ''] = line.slice(0, space).split('{', 2);
    const labels = Object.fromEntries(
      [...rest.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, value]) => [label, value]),
    );
    return [{ name, labels, value: Number(line.slice(space + 1)) }];
  });
}

/** The sum of a metric over all its labels but those given. */
export function sumOf(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  return samples
    .filter(
      (sample) =>
        sample.name === name &&
        Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
    )
    .reduce((sum, { value }) => sum + value, 0);
}

/** Counts of a histogram by upper bound, each without those of the bounds below. */
export function bucketsOf(
  samples: readonly Sample[],
  name: string,
): readonly { readonly upTo: number; readonly count: number }[] {
  const totals = new Map<number, number>();
  for (const { name: own, labels, value } of samples) {
    if (own !== `${name}_bucket`) continue;
    const upTo = labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le);
    totals.set(upTo, (totals.get(upTo) ?? 0) + value);
  }
  const sorted = [...totals].toSorted(([a], [b]) => a - b);
  return sorted.map(([upTo, total], i) => ({ upTo, count: total - (sorted[i - 1]?.[1] ?? 0) }));
}

/** The bound below which a share of the counts lies; undefined without counts. */
export function quantileOf(
  buckets: readonly { readonly upTo: number; readonly count: number }[],
  share: number,
): number | undefined {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  if (total <= 0) return undefined;
  let below = 0;
  return buckets.find(({ count }) => (below += count) >= total * share)?.upTo;
}
