import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { parseRetryAfter } from '../../../src/cli/ingest-post';
import { type IngestOptions, IngestStopped, ingest } from '../../../src/cli/ingest-run';
import { readSlices, SLICE_LINES } from '../../../src/cli/ingest-slices';

const article = (number: number): string => `{"title":"Report ${number}","source":"Harbour Post"}`;

/** An answer of the stand-in service: what a request is met with, in order; the last one again for all that follow. */
type Reply = (lines: readonly string[], res: ServerResponse) => void;

const take: Reply = (lines, res) => {
  const items = lines.map((text, at) =>
    text.includes('bad')
      ? {
          line: at + 1,
          error: { detail: 'The article is not valid.', errors: [{ path: 'title', message: 'is odd' }] },
        }
      : { line: at + 1, id: `a${at}`, status: 'created', revision: 1 },
  );
  const accepted = items.filter((item) => !('error' in item)).length;
  res.writeHead(202).end(JSON.stringify({ accepted, rejected: items.length - accepted, items }));
};

const refuse =
  (status: number, headers: Record<string, string> = {}): Reply =>
  (_, res) =>
    void res.writeHead(status, headers).end(JSON.stringify({ detail: 'Not now.' }));

const hangUp: Reply = (_, res) => void res.socket?.destroy();

/** Runs `use` against a stand-in service that answers as told, and gives what it was sent. */
async function withStandIn(
  replies: readonly Reply[],
  use: (url: string, received: readonly (readonly string[])[], keys: readonly unknown[]) => Promise<void>,
): Promise<void> {
  const received: string[][] = [];
  const keys: unknown[] = [];
  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const lines = Buffer.concat(await req.toArray())
      .toString()
      .trimEnd()
      .split('\n');
    keys.push(req.headers.authorization);
    received.push(lines);
    replies[Math.min(received.length, replies.length) - 1](lines, res);
  };
  const server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, keys);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function options(
  url: string,
  text: string,
  more: Partial<IngestOptions> = {},
): IngestOptions & { notes: string[] } {
  const notes: string[] = [];
  return {
    ...{ url, key: 'sfk_of-a-test', signal: new AbortController().signal, notes },
    ...{ chunks: Readable.from([Buffer.from(text)]), name: 'reports.ndjson', fromLine: 1, backfill: true },
    report: (line) => notes.push(line),
    onProgress: () => undefined,
    ...more,
  };
}

describe('ingest', () => {
  it('posts every line with the key, and names the rejected ones by their line in the file', async () => {
    await withStandIn([take], async (url, received, keys) => {
      const given = options(url, `${article(1)}\n\n{"bad":1}\n${article(4)}`);
      expect(await ingest(given)).toMatchObject({ accepted: 2, rejected: 1 });
      expect(received).toEqual([[article(1), '{"bad":1}', article(4)]]);
      expect(keys).toEqual(['Bearer sfk_of-a-test']);
      expect(given.notes).toEqual(['reports.ndjson:3: rejected: "title" is odd']);
    });
  });

  it('waits as long as it is told to, and posts the same again after a lost connection', async () => {
    await withStandIn(
      [refuse(503, { 'retry-after': '0' }), refuse(429, { 'retry-after': '0' }), hangUp, take],
      async (url, received) => {
        const given = options(url, article(1));
        expect(await ingest(given)).toMatchObject({ accepted: 1, rejected: 0 });
        expect(received).toHaveLength(4);
        expect(given.notes[0]).toBe('The service answered 503: Not now.; trying again in 0.0 s');
        expect(given.notes[2]).toMatch(/^No answer from .*; trying again in/);
      },
    );
  });

  it('halves what is too large for one request, down to a line, which it gives up on', async () => {
    const onlyOne: Reply = (lines, res) => (lines.length > 1 ? refuse(413)(lines, res) : take(lines, res));
    await withStandIn([onlyOne], async (url, received) => {
      expect(await ingest(options(url, [1, 2, 3].map(article).join('\n')))).toMatchObject({ accepted: 3 });
      expect(received.filter((lines) => lines.length === 1)).toHaveLength(3);
    });
    await withStandIn([refuse(413)], async (url) => {
      await expect(ingest(options(url, article(1)))).rejects.toThrow('413');
    });
  });

  it('stops at once on a refusal, saying up to which line it has come', async () => {
    await withStandIn([take, refuse(403)], async (url) => {
      const lines = Array.from({ length: SLICE_LINES + 1 }, (_, at) => article(at));
      const stopped = ingest(options(url, lines.join('\n')));
      await expect(stopped).rejects.toThrow(IngestStopped);
      await expect(stopped).rejects.toMatchObject({
        lastLine: SLICE_LINES,
        message: 'The service answered 403: Not now.',
      });
    });
  });

  it('says that a key is wanted where there is none', async () => {
    await withStandIn([refuse(401)], async (url) => {
      await expect(ingest(options(url, article(1), { key: undefined }))).rejects.toThrow('--key');
    });
  });

  it('stops when it is interrupted while it waits', async () => {
    const interrupted = new AbortController();
    await withStandIn([refuse(503, { 'retry-after': '600' })], async (url) => {
      const given = options(url, article(1), {
        signal: interrupted.signal,
        report: () => interrupted.abort(),
      });
      await expect(ingest(given)).rejects.toThrow(IngestStopped);
    });
  });

  it('keeps what is done after each slice, and forgets it at the end', async () => {
    const saved: (number | 'cleared')[] = [];
    const state = {
      line: 0,
      save: (line: number) => void saved.push(line),
      clear: () => void saved.push('cleared'),
    };
    await withStandIn([take], async (url) => {
      const lines = Array.from({ length: SLICE_LINES + 2 }, (_, at) => article(at));
      await ingest(options(url, lines.join('\n'), { state }));
      expect(saved).toEqual([SLICE_LINES, SLICE_LINES + 2, 'cleared']);
    });
  });

  it('goes on from a line', async () => {
    await withStandIn([take], async (url, received) => {
      await ingest(options(url, [1, 2, 3, 4].map(article).join('\n'), { fromLine: 3 }));
      expect(received).toEqual([[article(3), article(4)]]);
    });
  });
});

describe('readSlices', () => {
  it('cuts by bytes too, and never a line', async () => {
    const long = 'x'.repeat(3 * 1024 * 1024);
    const slices = [];
    for await (const slice of readSlices(Readable.from([Buffer.from(`${long}\n${long}\n${long}`)]), 1))
      slices.push(slice);
    expect(slices.map(({ lines }) => lines.map(({ number }) => number))).toEqual([[1], [2], [3]]);
    expect(slices.at(-1)?.bytesRead).toBe(3 * (long.length + 1));
  });
});

describe('parseRetryAfter', () => {
  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Mon, 02 Mar 2026 08:00:05 GMT', 5_000],
    ['Mon, 02 Mar 2026 07:00:00 GMT', 0],
    ['soon', 1_000],
  ])('reads %s as %d ms', (value, expected) => {
    expect(parseRetryAfter(value, Date.UTC(2026, 2, 2, 8))).toBe(expected);
  });
});
