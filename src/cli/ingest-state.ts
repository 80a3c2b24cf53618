import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const stateSchema = z.object({
  url: z.string(),
  /** Of the file, so that another one of the same name is not taken for it. */
  size: z.number(),
  modifiedMs: z.number(),
  /** The last line the service has answered for. */
  line: z.number().int().nonnegative(),
});

/** Remembers beside a file how far it has been posted. */
export interface IngestState {
  /** The last line that is done; 0 where nothing is, or where the file or the service is another one. */
  readonly line: number;
  /** Remembers the last line done. */
  readonly save: (line: number) => void;
  /** Forgets it: the file is done. */
  readonly clear: () => void;
}

/** Opens the state of a file, kept in `FILE.progress`; `warn` is told once where that cannot be written. */
export function openIngestState(file: string, url: string, warn: (line: string) => void): IngestState {
  const path = `${file}.progress`;
  const { size, mtimeMs: modifiedMs } = statSync(file);
  const kept = readState(path);
  const isSame = kept?.url === url && kept.size === size && kept.modifiedMs === modifiedMs;
  let isWritable = true;
  return {
    line: isSame ? kept.line : 0,
    save: (line) => {
      if (!isWritable) return;
      try {
        writeFileSync(path, `${JSON.stringify({ url, size, modifiedMs, line })}\n`);
      } catch (error) {
        isWritable = false;
        warn(`How far it is cannot be kept: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    clear: () => rmSync(path, { force: true }),
  };
}

function readState(path: string): z.output<typeof stateSchema> | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined; // none, or one that a crash cut off: posting again does no harm
  }
}
