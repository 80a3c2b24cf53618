import type { z } from 'zod';
import { type Config, checkedSchema, factsOf, settingNames } from './config-schema';

export type { Config } from './config-schema';

/** The settings of one role run by itself (the API, a worker): it cannot do without a Redis. */
export type RoleConfig = Config & { readonly redisUrl: string };

/** Settings that cannot be used. The message names every bad variable and the way out; no secret is in it. */
export class ConfigError extends Error {
  readonly code = 'CONFIG';
  constructor(readonly problems: readonly string[]) {
    const count = problems.length === 1 ? 'a setting is wrong' : `${problems.length} settings are wrong`;
    super(
      `Storyfold cannot start: ${count}.\n${problems.map((line) => `  ${line}\n`).join('')}` +
        'Change these environment variables, or unset one to use its default. The README lists every setting.',
    );
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings. A variable that is empty counts as unset.
 *
 * @throws ConfigError naming every variable that is wrong, not only the first.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const input = Object.fromEntries(
    settingNames.map((name) => [name, env[factsOf(name).env]?.trim() || undefined]),
  );
  const result = checkedSchema.safeParse(input);
  if (result.success) return Object.freeze(result.data);
  throw new ConfigError(result.error.issues.map((issue) => describeIssue(issue, input)));
}

/**
 * Reads the settings of a role that runs by itself.
 *
 * @throws ConfigError as `loadConfig`, also when `REDIS_URL` is not set.
 */
export function loadRoleConfig(env: NodeJS.ProcessEnv = process.env): RoleConfig {
  const config = loadConfig(env);
  if (config.redisUrl !== undefined) return { ...config, redisUrl: config.redisUrl };
  throw new ConfigError([
    'REDIS_URL is not set: this role needs one. `npm start` runs everything with a private Redis instead.',
  ]);
}

/** The environment for a child process: this one's, with changes. An `undefined` removes a variable. */
export function childEnvironment(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Whether stories and events can be read without a key; see `OPEN_READS`. */
export function readsAreOpen(config: RoleConfig): boolean {
  if (config.openReads !== 'auto') return config.openReads === 'true';
  return LOOPBACK.includes(config.host) && config.redisUrl.startsWith('unix:') && config.trustProxy === 0;
}

/**
 * The names under which they can be, undefined for any. With `auto` those of this machine: a page of another site that has its
 * name lead to 127.0.0.1 (DNS rebinding) still sends that name.
 */
export function openReadHosts({ openReads, publicUrl }: RoleConfig): readonly string[] | undefined {
  if (openReads !== 'auto') return undefined;
  return [...LOOPBACK, ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname])];
}

function describeIssue(issue: z.core.$ZodIssue, input: Readonly<Record<string, string | undefined>>): string {
  const name = settingNames.find((known) => known === issue.path[0]);
  if (name === undefined) return issue.message;
  const { env, secret, fallback } = factsOf(name);
  const value = input[name];
  const shown = secret || value === undefined ? env : `${env}=${JSON.stringify(value.slice(0, 100))}`;
  return `${shown} ${issue.message}${fallback === undefined || fallback === '' ? '' : ` (default ${fallback})`}`;
}
