import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';

/** The admin key and where it comes from. */
export interface AdminKey {
  readonly key: string;
  /** The file it is kept in; undefined when it was given as `ADMIN_KEY`. */
  readonly file?: string;
  /** Whether it was made just now, so that it has to be shown once. */
  readonly isNew: boolean;
}

/** The key of `ADMIN_KEY`, else the one kept in `DATA_DIR/admin-key` (mode 600), which is made if there is none. */
export function ensureAdminKey(config: Pick<Config, 'adminKey' | 'dataDir'>): AdminKey {
  if (config.adminKey !== undefined) return { key: config.adminKey, isNew: false };
  const file = join(config.dataDir, 'admin-key');
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  // 24 random bytes: 192 bits, far beyond guessing.
  const made = `sfk_${randomBytes(24).toString('base64url')}`;
  try {
    // `wx` fails on a file that exists, so of two first starts at once both end with the same key.
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return { key: made, file, isNew: true };
  } catch (error) {
    const exists = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
    if (!exists) throw error;
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length >= 16) return { key, file, isNew: false };
  throw new Error(`${file} does not hold an admin key. Delete it to have a new one made, or set ADMIN_KEY.`);
}
