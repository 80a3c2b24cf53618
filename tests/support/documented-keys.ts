import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mastersOf } from '../../src/store/connect';
import type { ScriptedRedis } from '../../src/store/scripts';

const KEYS_FILES = ['keys.ts', 'webhook-keys.ts'].map((name) => join(__dirname, '../../src/store', name));

interface DocumentedKey {
  readonly pattern: RegExp;
  readonly type: string;
  readonly lives: string;
}

const PARTS: Readonly<Record<string, string>> = {
  '#': '\\d+',
  '<story>': '[^:]+',
  '<s>': 'i\\d+',
  '<k>': '\\d+',
  '<table>': '.+',
  '<w>': 'wh_[0-9a-f]+',
  '<lane>': '.+',
  '<message>': '[^:]+',
};

/** The rows of the tables in `src/store/keys.ts` and `webhook-keys.ts`, for one collection. */
function readDocumentedKeys(collection: string): DocumentedKey[] {
  const text = KEYS_FILES.map((file) => readFileSync(file, 'utf8')).join('');
  const rows = [...text.matchAll(/^ \* \| (sf:\S+) *\|([^|]*)\|.*\|([^|]*)\|$/gm)];
  return rows.map(([, name = '', type = '', lives = '']) => ({
    pattern: new RegExp(`^${toPattern(name, collection)}$`),
    type: type.trim(),
    lives: lives.trim(),
  }));
}

function toPattern(name: string, collection: string): string {
  const named = name.replace('{c}', `{${collection}}`).replace('<c>', collection);
  return named
    .split(/(#|<story>|<s>|<k>|<table>|<w>|<lane>|<message>)/)
    .map((part) => PARTS[part] ?? part.replace(/[{}]/g, '\\$&'))
    .join('');
}

/** A key in Redis with its row of the table. */
export interface FoundKey {
  readonly key: string;
  readonly lives: string;
}

/** The keys of a pattern, on every master where there are several. */
export async function findKeys(redis: ScriptedRedis, pattern: string): Promise<string[]> {
  const parts = await Promise.all(mastersOf(redis).map((node) => node.keys(pattern)));
  return parts.flat();
}

/** The keys of a collection, and what is wrong with them: not in the table of `src/store/keys.ts`, or of another type than it says. */
export async function scanKeys(
  redis: ScriptedRedis,
  collection: string,
): Promise<{ found: FoundKey[]; problems: string[] }> {
  const documented = readDocumentedKeys(collection);
  const found: FoundKey[] = [];
  const problems: string[] = [];
  const keys = [
    ...(await findKeys(redis, `sf:${collection}:*`)),
    ...(await findKeys(redis, `sf:\\{${collection}\\}:*`)),
  ];
  const types = await Promise.all(keys.map((key) => redis.type(key)));
  keys.forEach((key, i) => {
    // A worker may just have removed what it noted for itself.
    if (types[i] === 'none') return;
    const row = documented.find(({ pattern }) => pattern.test(key));
    if (!row) problems.push(`the key ${key} is not documented`);
    else if (types[i] !== row.type) problems.push(`the key ${key} is a ${types[i]} and no ${row.type}`);
    if (row) found.push({ key, lives: row.lives });
  });
  return { found, problems };
}
