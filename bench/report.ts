import { cpus, totalmem } from 'node:os';
import type { CpuTime } from './cpu';

/** The middle value; of an even number, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One measured figure, a value a round, with its ceiling of the same run, and the CPU time of the service's parts in milliseconds an article. */
export interface Row {
  readonly what: string;
  readonly real: readonly number[];
  /** The same until the last article had its place. */
  readonly placed: readonly number[];
  readonly ceiling: readonly number[];
  readonly cpu: readonly CpuTime[];
}

/** A number without fractions, as people read it. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** Worker, Redis and API, in the order of the tables. */
export const describeCpu = ({ workers, redis, api }: CpuTime): string =>
  [workers, redis, api].map((ms) => ms.toFixed(2)).join(', ');

const range = (values: readonly number[]): string =>
  `${whole(Math.min(...values))}–${whole(Math.max(...values))}`;

/** A Markdown table. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Medians with their ranges, and the median of the ratios pair by pair. */
export function formatRows(rows: readonly Row[]): string {
  const head = [
    'articles/s, median (range)',
    'Storyfold, to the last event',
    'to the last place',
    'no-op worker',
    'ratio',
    'CPU ms an article: worker, Redis, API',
  ];
  return formatTable(
    head,
    rows.map(({ what, real, placed, ceiling, cpu }) => [
      what,
      `${whole(median(real))} (${range(real)})`,
      whole(median(placed)),
      `${whole(median(ceiling))} (${range(ceiling)})`,
      median(real.map((value, i) => value / ceiling[i])).toFixed(2),
      describeCpu({
        workers: median(cpu.map(({ workers }) => workers)),
        redis: median(cpu.map(({ redis }) => redis)),
        api: median(cpu.map(({ api }) => api)),
      }),
    ]),
  );
}

/** The machine a run was made on, in a line. */
export function describeMachine(): string {
  const [{ model }] = cpus();
  return `${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}
