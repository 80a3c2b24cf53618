import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Config } from '../config';

/** Address of the service these settings start. */
export function localUrl({ host, port }: Pick<Config, 'host' | 'port'>): string {
  const named = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${named.includes(':') ? `[${named}]` : named}:${port}`;
}

/** An option's value as the address of a service; '' for an unset one, an error of commander's for what is none. */
export function serviceAddress(value: string): string {
  if (value.trim() === '') return '';
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new InvalidArgumentError('Must be an http or https address, such as http://127.0.0.1:3000.');
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The key for a service: the one given, else this machine's admin key where the service runs on this machine. The admin
 * key is never sent elsewhere.
 */
export function findServiceKey(
  given: string | undefined,
  url: string,
  { adminKey, dataDir }: Pick<Config, 'adminKey' | 'dataDir'>,
): string | undefined {
  if (given !== undefined && given !== '') return given;
  if (!LOOPBACK.has(new URL(url).hostname)) return undefined;
  if (adminKey !== undefined) return adminKey;
  try {
    return readFileSync(join(dataDir, 'admin-key'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
