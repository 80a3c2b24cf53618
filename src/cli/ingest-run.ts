import { formatNumber } from './command';
import { type IngestTarget, postLines } from './ingest-post';
import { readSlices } from './ingest-slices';
import type { IngestState } from './ingest-state';

/** What is posted, and whom to tell. */
export interface IngestOptions extends IngestTarget {
  readonly chunks: AsyncIterable<Buffer>;
  /** For messages: the file, or `stdin`. */
  readonly name: string;
  /** Size of the file, where it is known. */
  readonly totalBytes?: number | undefined;
  /** The first line to post, from 1. */
  readonly fromLine: number;
  /** Absent for a stream that cannot be read again. */
  readonly state?: IngestState | undefined;
  readonly onProgress: (text: string) => void;
}

/** What posting came to. */
export interface Ingested {
  readonly accepted: number;
  readonly rejected: number;
  readonly durationMs: number;
}

/** An error with the line after which it can be gone on. */
export class IngestStopped extends Error {
  constructor(
    readonly lastLine: number,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'IngestStopped';
  }
}

/** Posts every line, a slice at a time, and reports each that is rejected. Throws IngestStopped when it cannot go on. */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  const { chunks, name, fromLine, state, report, onProgress } = options;
  const startedAt = performance.now();
  let accepted = 0;
  let rejected = 0;
  let lastLine = fromLine - 1;
  let skippedBytes: number | undefined;
  try {
    for await (const slice of readSlices(chunks, fromLine)) {
      const posted = await postLines(options, slice.lines);
      for (const line of slice.tooLong) report(`${name}:${line}: rejected: longer than any article`);
      for (const { line, reason } of posted.rejected) report(`${name}:${line}: rejected: ${reason}`);
      accepted += posted.accepted;
      rejected += posted.rejected.length + slice.tooLong.length;
      lastLine = slice.lastLine;
      state?.save(lastLine);
      const elapsedMs = performance.now() - startedAt;
      skippedBytes ??= fromLine > 1 ? slice.bytesRead : 0;
      const progress = { accepted, rejected, elapsedMs, totalBytes: options.totalBytes };
      onProgress(describeProgress({ ...progress, bytesRead: slice.bytesRead, skippedBytes }));
    }
  } catch (error) {
    throw new IngestStopped(lastLine, error);
  }
  state?.clear();
  return { accepted, rejected, durationMs: performance.now() - startedAt };
}

interface ProgressState {
  readonly accepted: number;
  readonly rejected: number;
  readonly elapsedMs: number;
  readonly bytesRead: number;
  /** Bytes passed over at the start of a resumed run: they took no time. */
  readonly skippedBytes: number;
  readonly totalBytes: number | undefined;
}

function describeProgress(state: ProgressState): string {
  const { accepted, rejected, elapsedMs, bytesRead, skippedBytes, totalBytes } = state;
  const rate = `${formatNumber(Math.round((accepted + rejected) / (elapsedMs / 1000)))} articles/s`;
  const parts = [`${formatNumber(accepted)} accepted`, `${formatNumber(rejected)} rejected`, rate];
  if (totalBytes !== undefined && bytesRead > skippedBytes) {
    const leftMs = (elapsedMs / (bytesRead - skippedBytes)) * Math.max(0, totalBytes - bytesRead);
    parts.push(
      `${Math.min(100, Math.floor((100 * bytesRead) / totalBytes))} %`,
      `${formatNumber(Math.ceil(leftMs / 1000))} s left`,
    );
  }
  return parts.join(', ');
}
