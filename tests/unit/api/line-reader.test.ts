import * as fc from 'fast-check';
import { type Line, readLines } from '../../../src/api/line-reader';

async function collect(
  chunks: readonly Buffer[],
  maxLineBytes: number,
): Promise<(readonly [number, string])[]> {
  async function* stream(): AsyncGenerator<Buffer> {
    yield* chunks;
  }
  const found: (readonly [number, string])[] = [];
  for await (const line of readLines(stream(), maxLineBytes)) found.push([line.number, show(line)]);
  return found;
}

const show = ({ bytes }: Line): string => (bytes === 'tooLong' ? 'tooLong' : bytes.toString());

/** What a reader that holds everything would find. */
function expectedLines(text: string, maxLineBytes: number): (readonly [number, string])[] {
  return text
    .split('\n')
    .map((line, index): readonly [number, string] => [
      index + 1,
      Buffer.byteLength(line) > maxLineBytes ? 'tooLong' : line,
    ])
    .filter(([, line]) => !/^[ \t\r]*$/.test(line));
}

describe('readLines', () => {
  test('finds the same lines however the bytes are cut', async () => {
    const texts = fc
      .array(fc.constantFrom('a', 'ж', '🚢', '\n', '\r', ' ', '\n\n', 'a long part of a line'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 40 }),
        async (text, cuts) => {
          const bytes = Buffer.from(text);
          const chunks: Buffer[] = [];
          for (let at = 0, index = 0; at < bytes.length; index++) {
            const size = cuts[index % cuts.length];
            chunks.push(bytes.subarray(at, at + size));
            at += size;
          }
          expect(await collect(chunks, 24)).toEqual(expectedLines(text, 24));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('does not hold the line it skips', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (; given < 5_000; given++) yield Buffer.alloc(64 * 1024, 0x61);
      yield Buffer.from('\nlast');
    }
    const found: string[] = [];
    const before = process.memoryUsage().arrayBuffers;
    for await (const line of readLines(endless(), 1_000)) found.push(show(line));
    expect(found).toEqual(['tooLong', 'last']);
    // 320 MB went through.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  });
});
