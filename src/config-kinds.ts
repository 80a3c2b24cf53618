import { resolve } from 'node:path';
import { z } from 'zod';

/** How the text of one environment variable becomes a value, and the words that say what is allowed. */
export interface Kind<T> {
  /** @throws Error saying what is wrong, when the text alone does not explain it. */
  readonly parse: (raw: string) => T;
  /** What a good value is, for error messages and the README: `a duration from 0ms to 1m`. */
  readonly says: string;
}

/** What is known of a setting beside its type; the README's table is made of these. */
export interface SettingFacts {
  readonly env: string;
  readonly says: string;
  readonly fallback?: string;
  readonly description: string;
  /** The value never appears in a log, an error or a table. */
  readonly secret: boolean;
}

/** Facts of every setting, by its zod schema. */
export const settingFacts = z.registry<SettingFacts>();

/** A setting with a default. `fallback` is written as a person would write it and parsed like any other value. */
export function setting<T>(env: string, kind: Kind<T>, fallback: string, description: string): z.ZodType<T> {
  const facts = { env, says: kind.says, fallback, description, secret: false };
  return fromText(kind).prefault(fallback).register(settingFacts, facts);
}

/** A setting that may be absent. */
export function optionalSetting<T>(
  env: string,
  kind: Kind<T>,
  description: string,
  { secret = false }: { readonly secret?: boolean } = {},
): z.ZodType<T | undefined> {
  return fromText(kind).optional().register(settingFacts, { env, says: kind.says, description, secret });
}

function fromText<T>(kind: Kind<T>): z.ZodType<T, string> {
  return z.string().transform((raw, context) => {
    try {
      return kind.parse(raw.trim());
    } catch (error) {
      const message = error instanceof Error && error.message !== '' ? error.message : `must be ${kind.says}`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
  });
}

const DURATION_UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

const BYTE_UNITS: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['kb', 1024],
  ['mb', 1024 ** 2],
  ['gb', 1024 ** 3],
]);

/** A duration such as `250ms`, `1.5s` or `7d`, in milliseconds. The unit is part of the value, so none is guessed. */
export function duration(min: string, max: string): Kind<number> {
  return quantity(DURATION_UNITS, min, max, `a duration from ${min} to ${max} (units ms, s, m, h, d)`);
}

/** A size such as `512kb` or `2mb`, in bytes; a kb is 1,024 bytes. */
export function bytes(min: string, max: string): Kind<number> {
  return quantity(BYTE_UNITS, min, max, `a size from ${min} to ${max} (units b, kb, mb, gb)`);
}

function quantity(units: ReadonlyMap<string, number>, min: string, max: string, says: string): Kind<number> {
  const read = (raw: string): number => {
    const parts = /^(\d{1,15}(?:\.\d{1,3})?) ?([a-z]{1,2})$/.exec(raw.toLowerCase());
    const scale = units.get(parts?.[2] ?? '');
    if (parts === null || scale === undefined) throw new Error(`must be ${says}`);
    return Math.round(Number(parts[1]) * scale);
  };
  return { parse: (raw) => inRange(read(raw), read(min), read(max), says), says };
}

/** A whole number, both ends included. */
export function whole(min: number, max: number): Kind<number> {
  const says = `a whole number from ${min} to ${max}`;
  const parse = (raw: string): number => inRange(/^\d{1,15}$/.test(raw) ? Number(raw) : NaN, min, max, says);
  return { parse, says };
}

/** A probability, 0 to 1. */
export const probability: Kind<number> = {
  parse: (raw) =>
    inRange(/^\d?(?:\.\d{1,12})?$/.test(raw) && raw !== '' ? Number(raw) : NaN, 0, 1, probability.says),
  says: 'a probability from 0 to 1',
};

function inRange(value: number, min: number, max: number, says: string): number {
  if (value >= min && value <= max) return value;
  throw new Error(`must be ${says}`);
}

/** One word of a few. */
export function choice<const T extends string>(...words: readonly T[]): Kind<T> {
  const says = `one of ${words.join(', ')}`;
  const parse = (raw: string): T => {
    const found = words.find((word) => word === raw.toLowerCase());
    if (found === undefined) throw new Error(`must be ${says}`);
    return found;
  };
  return { parse, says };
}

/** Text of `min` to `max` characters without line breaks. */
export function text(min = 1, max = 1_000): Kind<string> {
  const says = min > 1 ? `text of at least ${min} characters` : 'text';
  const parse = (raw: string): string => {
    if (raw.length < min || raw.length > max || /[\r\n\0]/.test(raw)) throw new Error(`must be ${says}`);
    return raw;
  };
  return { parse, says };
}

/** A comma-separated list; empty parts are left out. */
export const list: Kind<readonly string[]> = {
  parse: (raw) =>
    raw
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  says: 'a comma-separated list',
};

/** A folder or file, made absolute against the working directory. */
export const path: Kind<string> = { parse: (raw) => resolve(raw), says: 'a path' };

/** An absolute `http(s)` URL without a trailing slash. */
export const httpUrl: Kind<string> = {
  parse: (raw) => {
    if (!URL.canParse(raw) || !/^https?:$/.test(new URL(raw).protocol))
      throw new Error(`must be ${httpUrl.says}`);
    return raw.replace(/\/$/, '');
  },
  says: 'an http or https URL',
};

/** Where Redis is: `redis://`, `rediss://`, `unix:///path`, or cluster nodes as a comma-separated list of the first two. */
export const redisUrl: Kind<string> = {
  parse: (raw) => {
    const nodes = list.parse(raw);
    const good = (node: string): boolean =>
      /^rediss?:\/\//.test(node) ? URL.canParse(node) : nodes.length === 1 && node.startsWith('unix:///');
    if (nodes.length === 0 || !nodes.every(good)) throw new Error(`must be ${redisUrl.says}`);
    return nodes.join(',');
  },
  says: 'redis://…, rediss://…, unix:///path, or a comma-separated list of cluster nodes',
};
