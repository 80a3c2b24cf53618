import type { Request } from 'express';
import { type ArticleGate, senderOf } from './article-gate';
import { type ArticlePost, parseArticle } from './article-schema';
import { requireCollection } from './authenticate';
import { BatchReport } from './batch-report';
import { readBody, readChunks, requireMediaType } from './body';
import type { ApiDeps } from './deps';
import { toProblem } from './error-handler';
import { type Answer, type BodyHash, runOnce } from './idempotent';
import { parseJson } from './json-text';
import { readLines } from './line-reader';
import { ProblemError } from './problems';
import { batchQuery, parseQuery } from './query';
import type { Handler } from './routes';
import { sendAccepted } from './send-accepted';

const NDJSON_TYPES = [
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/json-lines',
];
const MEDIA_TYPES = [...NDJSON_TYPES, 'application/json'];

/** More would make the answer, which names every line, too large to be worth it. */
const MAX_LINES = 50_000;
/** An array has to be held whole, unlike lines. */
const MAX_ARRAY_BYTES = 32 * 1024 * 1024;

/** `POST /v1/articles/batch`: NDJSON, read as it comes, or a JSON array. A bad line rejects only itself. */
export function postBatch(deps: ApiDeps, gate: ArticleGate): Handler {
  return async (req, res) => {
    const type = requireMediaType(req, MEDIA_TYPES);
    const { collection, priority } = parseQuery(batchQuery, req);
    const sender = { ...senderOf(req, res), backfill: priority === 'backfill' };
    const work = async (hash: BodyHash): Promise<Answer> => {
      await gate.expectRoom(sender);
      const report = new BatchReport(gate, deps.metrics, deps.options.chunkSize, sender);
      const entries =
        type === 'application/json' ? arrayEntries(req, deps, hash) : lineEntries(req, deps, hash);
      try {
        for await (const { number, read } of entries) {
          if (report.length >= MAX_LINES) throw tooManyLines(report);
          await report.add(number, () => allowed(req, parseArticle(read(), collection)));
        }
        await report.finish();
      } catch (error) {
        throw withReport(error, report);
      }
      return { status: 202, body: report.toBody() };
    };
    const answer = await runOnce(deps.store.redis, req, res, work, async (hash) => {
      for await (const chunk of readChunks(req, deps.options.maxBatchBodyBytes)) hash.update(chunk);
    });
    sendAccepted(res, answer);
  };
}

function allowed(req: Request, post: ArticlePost): ArticlePost {
  requireCollection(req, post.collection);
  return post;
}

/** An entry of a batch. `read` throws a problem when it is not JSON. */
interface Entry {
  readonly number: number;
  readonly read: () => unknown;
}

async function* lineEntries(req: Request, { options }: ApiDeps, hash: BodyHash): AsyncGenerator<Entry> {
  const chunks = hashed(readChunks(req, options.maxBatchBodyBytes), hash);
  for await (const { number, bytes } of readLines(chunks, options.maxBodyBytes)) {
    const read = (): unknown => {
      if (bytes !== 'tooLong') return parseJson(bytes, number);
      const limit = options.maxBodyBytes.toLocaleString('en');
      throw new ProblemError('body-too-large', `The line is longer than ${limit} bytes.`);
    };
    yield { number, read };
  }
}

async function* arrayEntries(req: Request, { options }: ApiDeps, hash: BodyHash): AsyncGenerator<Entry> {
  const bytes = await readBody(req, Math.min(MAX_ARRAY_BYTES, options.maxBatchBodyBytes));
  hash.update(bytes);
  const input = parseJson(bytes);
  if (!Array.isArray(input)) {
    throw new ProblemError(
      'invalid-body',
      'The body must be a JSON array of articles, or NDJSON as application/x-ndjson.',
    );
  }
  for (const [index, value] of input.entries()) yield { number: index + 1, read: () => value as unknown };
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: BodyHash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

function tooManyLines(report: BatchReport): ProblemError {
  const limit = MAX_LINES.toLocaleString('en');
  return new ProblemError(
    'batch-too-long',
    `Only the first ${limit} of more lines were taken; send the rest again.`,
    {
      members: report.toBody(),
    },
  );
}

/** A batch that breaks off says what was already kept. Posting it all again does no harm. */
function withReport(error: unknown, report: BatchReport): unknown {
  const problem = toProblem(error);
  if (problem.problem === 'internal' || report.length === 0) return error;
  return new ProblemError(problem.problem, problem.detail, { ...problem.extras, members: report.toBody() });
}
