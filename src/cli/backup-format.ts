import { z } from 'zod';

/** Goes up when a file cannot be read as before; what keys hold has versions of its own. */
export const BACKUP_FORMAT = 1;

const value = z.union([z.string(), z.object({ b64: z.string() })]);

const headerSchema = z.object({
  storyfold: z.literal('backup'),
  format: z.number(),
  collection: z.string(),
  /** When it was taken, milliseconds. */
  at: z.number(),
});

const lineSchema = z.union([
  z.object({ end: z.literal(true), lines: z.number() }),
  z.object({
    key: z.string(),
    type: z.enum(['string', 'hash', 'list', 'set', 'zset', 'stream']),
    ttl: z.number().optional(),
    values: z.array(value),
    stream: z.object({ last: z.string(), deleted: z.string(), added: z.number() }).optional(),
  }),
]);

/** First line of a backup. */
export type BackupHeader = z.infer<typeof headerSchema>;
/** Any other line: part of a key, or the last one, which says how many there were. */
export type BackupLine = z.infer<typeof lineSchema>;

/** Reads the first line. Throws when the file is no backup, or one of a later format. */
export function parseHeader(line: string | undefined): BackupHeader {
  const header = headerSchema.safeParse(parseJson(line ?? ''));
  if (!header.success) throw new Error('The file is no backup of Storyfold: its first line does not say so');
  const { format } = header.data;
  if (format === BACKUP_FORMAT) return header.data;
  throw new Error(
    `The backup has format ${format} and this Storyfold reads format ${BACKUP_FORMAT}: restore it with the version that wrote it, or a later one`,
  );
}

/** Reads a line after the first. Throws with the line's number. */
export function parseLine(line: string, number: number): BackupLine {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  throw new Error(`Line ${number} of the backup cannot be read: ${z.prettifyError(parsed.error)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
