import type { ScriptedRedis } from '../../src/store/scripts';

/**
 * What Redis holds at these keys, as values that compare: fields and members in an order of their own. `DUMP` would not
 * do: it writes a hash in the order of its table, which changes while the table grows.
 */
export async function readContents(
  redis: ScriptedRedis,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const contents = await Promise.all(keys.map((key) => readContent(redis, key)));
  return new Map(keys.map((key, i) => [key, contents[i]]));
}

async function readContent(redis: ScriptedRedis, key: string): Promise<string> {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return text(await redis.getBuffer(key));
    case 'hash':
      return sortedLines(pairsOf(await redis.callBuffer('HGETALL', key)));
    case 'zset':
      return sortedLines(pairsOf(await redis.callBuffer('ZRANGE', key, '0', '-1', 'WITHSCORES')));
    case 'set':
      return sortedLines((await redis.smembersBuffer(key)).map(text));
    case 'list':
      return (await redis.lrangeBuffer(key, 0, -1)).map(text).join('\n');
    case 'stream':
      return JSON.stringify(await redis.xrange(key, '-', '+'));
    default:
      throw new Error(`${key} holds a ${type}, which this does not read.`);
  }
}

const text = (value: Buffer | null): string => (value === null ? '' : value.toString('latin1'));

const sortedLines = (lines: readonly string[]): string => [...lines].sort().join('\n');

function pairsOf(flat: unknown): string[] {
  const values = (flat as Buffer[]).map(text);
  return values.flatMap((value, i) => (i % 2 === 0 ? [`${value} ${values[i + 1]}`] : []));
}
