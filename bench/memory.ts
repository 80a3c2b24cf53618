import type { BenchService } from './service';

/** Bytes that Redis uses an article, by what they are for. */
export type MemoryUse = ReadonlyMap<string, number>;

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['body, deflated', /^sf:[^{:]+:a:/],
  ['fingerprint', /^sf:[^{:]+:f:/],
  ['index', /^sf:[^{:]+:x:/],
  ['document with its versions', /^sf:\{[^}]+\}:(doc|pub|rel|by):/],
  ['events', /^sf:\{[^}]+\}:events$/],
  ['counts of words, the same for any number of articles', /^sf:[^{:]+:df/],
  ['ledger', /^sf:\{[^}]+\}:/],
];

/** Asks Redis for the size of every key. */
export async function measureMemory({ redis }: BenchService, articles: number): Promise<MemoryUse> {
  const use = new Map<string, number>();
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', 2_000);
    cursor = next;
    const pipeline = redis.pipeline();
    for (const key of keys) pipeline.call('MEMORY', 'USAGE', key, 'SAMPLES', '0');
    const sizes = (await pipeline.exec()) ?? [];
    keys.forEach((key, i) => {
      const kind = KINDS.find(([, pattern]) => pattern.test(key))?.[0] ?? 'queues and others';
      use.set(kind, (use.get(kind) ?? 0) + Number(sizes[i]?.[1] ?? 0) / articles);
    });
  } while (cursor !== '0');
  return use;
}
