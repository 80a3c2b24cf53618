import { orderByPublication, shuffle } from './cluster-order';
import type { PlacedRow } from './cluster-places';
import type { ClusterRow } from './cluster-rows';
import { type ClusterProgress, type ClusterRun, clusterRows } from './cluster-run';
import { formatNumber } from './command';
import { type ProgressOutput, showProgress } from './progress';

/** How rows are clustered by a command. */
export interface ClusterFileOptions {
  /** Draws a random order; without it the order of publication. */
  readonly shuffle?: number | undefined;
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Where progress is shown. */
  readonly output: ProgressOutput;
}

/** Clusters the rows of a file with progress; `placed` is in the order of the file. */
export async function clusterFile(
  rows: readonly ClusterRow[],
  options: ClusterFileOptions,
): Promise<ClusterRun> {
  const ordered = options.shuffle === undefined ? orderByPublication(rows) : shuffle(rows, options.shuffle);
  const progress = showProgress(options.output, () => performance.now());
  try {
    const run = await clusterRows(ordered, {
      workers: options.workers,
      signal: options.signal,
      report: progress.note,
      onProgress: (state) => progress.update(describeProgress(state)),
    });
    return { ...run, placed: run.placed.toSorted((a, b) => a.row.line - b.row.line) };
  } finally {
    progress.end();
  }
}

function describeProgress({ done, total, elapsedMs }: ClusterProgress): string {
  const perSecond = done / (elapsedMs / 1000);
  const leftS = done === 0 ? undefined : Math.ceil((total - done) / perSecond);
  const share = Math.floor((100 * done) / Math.max(1, total));
  const rate = `${formatNumber(Math.round(perSecond))} articles/s`;
  return `${formatNumber(done)} of ${formatNumber(total)} articles (${share} %), ${rate}${leftS === undefined ? '' : `, ${leftS} s left`}`;
}

/** What a run came to, in one line for a person. */
export function describeRun({ placed, revisions, durationMs, meanCompared }: ClusterRun): string {
  const stories = new Set(placed.map(({ cluster }) => cluster)).size;
  const revised = revisions > 0 ? ` (${formatNumber(revisions)} of them revisions of another)` : '';
  return [
    `${formatNumber(placed.length)} articles${revised} in ${formatNumber(stories)} stories`,
    `${(durationMs / 1000).toFixed(1)} s`,
    `${formatNumber(articlesPerSecond(placed.length, durationMs))} articles/s`,
    `${meanCompared.toFixed(1)} candidates compared on average`,
  ].join(', ');
}

/** Rate of a run, to a tenth below 10. */
export function articlesPerSecond(articles: number, durationMs: number): number {
  const rate = articles / Math.max(0.001, durationMs / 1000);
  return rate < 10 ? Number(rate.toFixed(1)) : Math.round(rate);
}

/** A line for every article that could not be placed. */
export function describeFailures(file: string, placed: readonly PlacedRow[]): string[] {
  return placed.flatMap(({ row, failure }) =>
    failure === undefined
      ? []
      : [`${file}:${row.line}: article ${JSON.stringify(row.id)} failed: ${failure}`],
  );
}
