import { cpus, totalmem } from 'node:os';

/** The middle value; of an even number, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One measured figure with its ceiling of the same run. */
export interface Row {
  readonly what: string;
  readonly real: readonly number[];
  readonly ceiling: readonly number[];
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
const range = (values: readonly number[]): string =>
  `${whole(Math.min(...values))}–${whole(Math.max(...values))}`;

/** A Markdown table: medians with their ranges, and the median of the ratios pair by pair. */
export function formatRows(rows: readonly Row[]): string {
  const lines = rows.map(({ what, real, ceiling }) => {
    const ratio = median(real.map((value, i) => value / ceiling[i]));
    return `| ${what} | ${whole(median(real))} (${range(real)}) | ${whole(median(ceiling))} (${range(ceiling)}) | ${ratio.toFixed(2)} |`;
  });
  return [
    '| end to end, articles/s: median (range) | Storyfold | no-op worker | ratio |',
    '|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** The machine a run was made on, in a line. */
export function describeMachine(): string {
  const [{ model }] = cpus();
  return `${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}
