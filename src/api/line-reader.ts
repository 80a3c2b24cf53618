/** One line of a batch: its number from 1, and its bytes, or the mark that it was too long to keep. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer | 'tooLong';
}

const NEWLINE = 0x0a;

/**
 * Splits a stream of bytes into lines, whatever way chunks cut them, and leaves out empty ones.
 *
 * Works on bytes, so characters cut in two by a chunk stay whole. Holds at most `maxLineBytes` and one chunk: the rest of
 * a longer line is skipped. The last line needs no line break. A byte order mark before the first line is dropped.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>, maxLineBytes: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): Line => {
    const bytes: Line['bytes'] =
      length > maxLineBytes ? 'tooLong' : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    const line = { number: number++, bytes };
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= maxLineBytes) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      const line = take();
      if (!isBlank(line.bytes)) yield line;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  const last = take();
  if (!isBlank(last.bytes)) yield last;
}

/** White space only. Looks at no more than the first bytes of a real line. */
function isBlank(bytes: Line['bytes']): boolean {
  return bytes !== 'tooLong' && bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
