import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { parseJson } from '../api/json-text';
import { readLines } from '../api/line-reader';

/** An id of research data: some sets number their articles. */
const anyId = z.union([z.string(), z.number()], { error: 'must be a string or a number' }).transform(String);

const goldLine = z.object({
  id: anyId.optional(),
  gold: anyId.nullish(),
  edit: z.string().optional(),
  base: anyId.optional(),
});

/** What is known of an article; without `gold` it is there to be clustered, not scored. */
export interface GoldArticle {
  readonly id: string;
  readonly gold?: string | undefined;
  /** How a reprint was made, and of which article. */
  readonly edit?: string | undefined;
  readonly base?: string | undefined;
}

const predictionLine = z.object({ id: anyId, cluster: anyId });
const pairLine = z.object({
  a: anyId,
  b: anyId,
  label: z.union([z.boolean(), z.literal(0), z.literal(1)], { error: 'must be 0 or 1' }).transform(Boolean),
});

/** Two articles and whether they tell one story. */
export type LabelledPair = z.output<typeof pairLine>;

const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Reads the true stories of a file of articles. Ids are those that clustering the file gives. Throws naming file and line. */
export async function readGold(file: string): Promise<GoldArticle[]> {
  const articles: GoldArticle[] = [];
  const seen = new Map<string, number>();
  for await (const { line, value } of readObjects(file, goldLine)) {
    const { id = `line-${line}`, gold, edit, base } = value;
    const earlier = seen.get(id);
    if (earlier !== undefined && gold !== undefined) {
      throw new Error(`${file}:${line}: id ${JSON.stringify(id)} is that of line ${earlier} already`);
    }
    seen.set(id, line);
    articles.push({ id, gold: gold ?? undefined, edit, base });
  }
  return articles;
}

/** Reads the story of each article by id. Throws naming file and line, also for an id that comes twice. */
export async function readPrediction(file: string): Promise<Map<string, string>> {
  const clusters = new Map<string, string>();
  for await (const { line, value } of readObjects(file, predictionLine)) {
    if (clusters.has(value.id))
      throw new Error(`${file}:${line}: id ${JSON.stringify(value.id)} comes twice`);
    clusters.set(value.id, value.cluster);
  }
  return clusters;
}

/** Reads labelled pairs. Throws naming file and line. */
export async function readPairs(file: string): Promise<LabelledPair[]> {
  const pairs: LabelledPair[] = [];
  for await (const { value } of readObjects(file, pairLine)) pairs.push(value);
  return pairs;
}

async function* readObjects<T extends z.ZodType>(
  file: string,
  schema: T,
): AsyncGenerator<{ readonly line: number; readonly value: z.output<T> }> {
  for await (const { number: line, bytes } of readLines(createReadStream(file), MAX_LINE_BYTES)) {
    if (bytes === 'tooLong') throw new Error(`${file}:${line}: the line is too long`);
    let input: unknown;
    try {
      input = parseJson(bytes);
    } catch (error) {
      throw new Error(`${file}:${line}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
    const result = schema.safeParse(input);
    if (!result.success) {
      const [issue] = result.error.issues;
      throw new Error(`${file}:${line}: ${issue?.path.join('.')} ${issue?.message}`);
    }
    yield { line, value: result.data };
  }
}
