import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { articleSchema } from '../api/article-schema';
import { parseJson } from '../api/json-text';
import { readLines } from '../api/line-reader';
import type { PostedArticle } from '../store/articles';
import { titleOf } from '../text/html-title';

/** One line of the input: what is posted, and under which id its result is written. */
export interface ClusterRow {
  /** As the file has it, so that the result can be joined with it again; `line-17` where it has none. */
  readonly id: string | number;
  readonly line: number;
  readonly collection: string;
  readonly article: PostedArticle;
}

/** A file of articles, in its own order. */
export interface ClusterInput {
  readonly rows: readonly ClusterRow[];
  /** Fields that could not be used and were left out, each with how often and where first; for a person. */
  readonly remarks: readonly string[];
}

/** Longer lines are no articles: the API takes 1.5 million characters of HTML, each up to 6 bytes when escaped. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/**
 * Reads a file of one JSON object a line. Only the fields of a posted article are read.
 *
 * Collections for research lack much that an outlet's feed has, so all but the content may be absent or unusable: such
 * a field is left out and remarked on. The file is held in memory.
 *
 * @throws Error naming file and line for what is not JSON, not an object, or has an unusable id or content.
 */
export async function readClusterRows(file: string): Promise<ClusterInput> {
  const rows: ClusterRow[] = [];
  const ignored = new IgnoredFields();
  const schema = rowSchema((field, why) => ignored.add(field, line, why));
  let line = 0;
  for await (const { number, bytes } of readLines(createReadStream(file), MAX_LINE_BYTES)) {
    line = number;
    try {
      rows.push(toRow(number, bytes === 'tooLong' ? bytes : parseJson(bytes), schema));
    } catch (error) {
      throw new Error(`${file}:${number}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
  return { rows, remarks: ignored.toLines(file) };
}

const { shape } = articleSchema;

/** The API's fields, those beside the content forgiving: `ignored` is told what could not be used. */
function rowSchema(ignored: (field: string, why: string) => void) {
  const forgiving = <T extends z.ZodType>(field: string, schema: T, fallback: z.output<T>) =>
    schema.catch(({ issues }) => {
      ignored(field, issues[0]?.message ?? 'is not valid');
      return fallback;
    });
  const nameless = { name: '' };
  return z.object({
    ...shape,
    id: z.preprocess((id) => (typeof id === 'number' ? String(id) : id), shape.id),
    source: z.preprocess(
      (source) => source || undefined,
      forgiving('source', shape.source.optional(), nameless),
    ),
    url: forgiving('url', shape.url, undefined),
    canonicalUrl: forgiving('canonicalUrl', shape.canonicalUrl, undefined),
    publishedAt: forgiving('publishedAt', shape.publishedAt, undefined),
    author: forgiving('author', shape.author, undefined),
    language: forgiving('language', shape.language, undefined),
    tags: forgiving('tags', shape.tags, undefined),
    credit: forgiving('credit', shape.credit, undefined),
    status: forgiving('status', shape.status, undefined),
  });
}

function toRow(line: number, input: unknown, schema: ReturnType<typeof rowSchema>): ClusterRow {
  if (input === 'tooLong') throw new Error(`longer than ${MAX_LINE_BYTES.toLocaleString('en')} bytes`);
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new Error('must be a JSON object');
  const result = schema.safeParse(input);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`"${issue?.path.join('.')}" ${issue?.message}`);
  }
  const { collection = 'default', publishedAt, status = 'usable', source, ...rest } = result.data;
  const id = result.data.id ?? `line-${line}`;
  const given = 'id' in input && typeof input.id === 'number' ? input.id : id;
  const published = publishedAt === undefined ? {} : { publishedAtMs: publishedAt };
  return {
    id: given,
    line,
    collection,
    article: { ...rest, id, title: titleOf(rest), status, source: source ?? { name: '' }, ...published },
  };
}

/** Counts fields that were left out, by field and reason. */
class IgnoredFields {
  private readonly seen = new Map<string, { count: number; readonly firstLine: number }>();

  add(field: string, line: number, why: string): void {
    const what = `"${field}" ${why}`;
    const known = this.seen.get(what);
    if (known) known.count++;
    else if (this.seen.size < 20) this.seen.set(what, { count: 1, firstLine: line });
  }

  toLines(file: string): string[] {
    return [...this.seen].map(
      ([what, { count, firstLine }]) =>
        `${file}:${firstLine}: ${what}; left out${count > 1 ? ` (and in ${count - 1} more lines)` : ''}`,
    );
  }
}
