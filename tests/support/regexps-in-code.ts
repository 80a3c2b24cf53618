import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from '@swc/core';

/** A regular expression in the code, and the file it is in, from the root of the project. */
export interface RegExpInCode {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const ROOT = join(__dirname, '../..');

/** All regular expressions written in these folders. One made by `new RegExp` has `new` for its source. */
export function listRegExps(folders: readonly string[]): readonly RegExpInCode[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .flatMap((entry) => readRegExps(join(entry.parentPath, entry.name))),
  );
}

function readRegExps(path: string): RegExpInCode[] {
  const file = relative(ROOT, path);
  const found: RegExpInCode[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, pattern, flags, callee } = node as Record<string, unknown>;
    if (type === 'RegExpLiteral') found.push({ file, source: String(pattern), flags: String(flags) });
    const called = (callee as { value?: unknown } | undefined)?.value;
    if ((type === 'NewExpression' || type === 'CallExpression') && called === 'RegExp')
      found.push({ file, source: 'new', flags: '' });
    for (const value of Object.values(node)) look(value);
  };
  look(parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript', target: 'es2023' }));
  return found;
}
