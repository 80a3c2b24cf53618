import { readLines } from '../api/line-reader';

/** A line of the file, numbered from 1. */
export interface SliceLine {
  readonly number: number;
  readonly bytes: Buffer;
}

/** Some lines that are posted together. */
export interface Slice {
  readonly lines: readonly SliceLine[];
  /** Lines too long to be an article; not posted. */
  readonly tooLong: readonly number[];
  /** The last line this slice speaks for. */
  readonly lastLine: number;
  /** Bytes of the file up to its end, about: line breaks are counted as one byte. */
  readonly bytesRead: number;
}

/** Enough that the cost of a request does not count, little enough that progress moves and a repetition is cheap. */
export const SLICE_LINES = 500;
const SLICE_BYTES = 4 * 1024 * 1024;

/** The service takes 2 MB unless set otherwise; what it may be set to at most is refused here. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Cuts a stream into slices, leaving out empty lines and those before `fromLine`. Holds one slice in memory. */
export async function* readSlices(chunks: AsyncIterable<Buffer>, fromLine: number): AsyncGenerator<Slice> {
  let lines: SliceLine[] = [];
  let tooLong: number[] = [];
  let sliceBytes = 0;
  let bytesRead = 0;
  let lastLine = 0;
  const take = (): Slice => {
    const slice = { lines, tooLong, lastLine, bytesRead };
    lines = [];
    tooLong = [];
    sliceBytes = 0;
    return slice;
  };
  for await (const { number, bytes } of readLines(chunks, MAX_LINE_BYTES)) {
    bytesRead += (bytes === 'tooLong' ? MAX_LINE_BYTES : bytes.length) + 1;
    if (number < fromLine) continue;
    if (bytes !== 'tooLong' && lines.length > 0 && sliceBytes + bytes.length > SLICE_BYTES) yield take();
    lastLine = number;
    if (bytes === 'tooLong') tooLong.push(number);
    else lines.push({ number, bytes });
    sliceBytes += bytes.length;
    if (lines.length >= SLICE_LINES) yield take();
  }
  if (lines.length + tooLong.length > 0) yield take();
}
