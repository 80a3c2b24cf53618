import type { Redis } from 'ioredis';

/** What may be said against a key, given what else there is. */
type Rule = (key: string, parts: readonly string[], known: Known) => string | undefined;

interface Known {
  readonly ttls: ReadonlyMap<string, number>;
  /** Ordinals that the state of a collection has. */
  readonly ordinals: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ordinals that are set aside, by collection: they wait for a retry. */
  readonly parked: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of BullMQ's jobs that one of its lists holds, by queue. */
  readonly jobs: ReadonlyMap<string, ReadonlySet<string>>;
}

const fine: Rule = () => undefined;
const expires: Rule = (key, _, { ttls }) => (ttls.get(key)! < 0 ? 'never expires' : undefined);
const notAtRest: Rule = () => 'should be gone once nothing waits';
const ownedByArticle: Rule = (_, [collection, ordinal], { ordinals }) =>
  ordinals.get(collection)?.has(ordinal) ? undefined : 'belongs to no article';
const ofParked: Rule = (_, [collection, ordinal], { parked }) =>
  parked.get(collection)?.has(ordinal) ? undefined : 'belongs to no article that is set aside';
const ownedByStory: Rule = (_, [collection, story], { ttls }) =>
  ttls.has(`sf:{${collection}}:s:${story}`) ? undefined : 'belongs to no story';
const ownedByWebhook: Rule = (_, [collection, webhook], { ttls }) =>
  ttls.has(`sf:{${collection}}:wh:${webhook}`) ? undefined : 'belongs to no webhook';
const listedJob: Rule = (_, [queue, id], { jobs }) =>
  jobs.get(queue)?.has(id) ? undefined : 'is a job of no list';
const both =
  (...rules: readonly Rule[]): Rule =>
  (...of) =>
    rules.map((rule) => rule(...of)).find((problem) => problem !== undefined);

/** Every kind of key there may be, written down here anew: what a rule takes from the service's own list it cannot find wrong. */
const RULES: readonly (readonly [pattern: RegExp, rule: Rule])[] = [
  [/^sf:(format|collections|api-keys|webhooks|processes)$/, fine],
  [/^sf:(idem|rate|session|process):/, expires],
  [
    /^sf:\{(\w+)\}:(seq|ids|urls|arrivals|state|again|changes|ended|failures|events|settings|by:(updated|first|size))$/,
    fine,
  ],
  [/^sf:\{(\w+)\}:(decided|decisions|undone|con|moved|decidedon|reviews|reviewed|assessed)$/, fine],
  [/^sf:\{(\w+)\}:names:(\d+)$/, ownedByArticle],
  [/^sf:\{(\w+)\}:(?:s|log|doc|pub|rel):(st_\w+)$/, ownedByStory],
  [/^sf:\{(\w+)\}:wh:(wh_\w+)(?::(?:log|sent))?$/, ownedByWebhook],
  [/^sf:\{(\w+)\}:seen:(\d+)$/, ofParked],
  [/^sf:\{(\w+)\}:(pending|dirty|alone|whm:.+|wh:wh_\w+:(lanes|tries|behind|q:.+))$/, notAtRest],
  [/^sf:(\w+):[af]:(\d+)$/, both(ownedByArticle, expires)],
  [/^sf:(\w+):x:\{i\d+\}:/, expires],
  [/^sf:(\w+):df(:.+)?$/, fine],
  [/^\{sf-queue\}:(\w+):(\d+)$/, listedJob],
  // A job that is to follow the one in hand: taken over when that ends, at most one a webhook.
  [/^\{sf-queue\}:(webhooks):dn:deliver-wh_\w+$/, fine],
  [/^\{sf-queue\}:(\w+):(\d+):lock$/, expires],
  [
    /^\{sf-queue\}:(\w+):de:/,
    (_, [queue], { jobs }) => (jobs.has(queue) ? undefined : 'belongs to no queue'),
  ],
  [
    /^\{sf-queue\}:(\w+):(id|meta|events|completed|failed|delayed|marker|stalled|stalled-check|pc|wait|active)$/,
    fine,
  ],
];

/**
 * What is wrong with the keys of a Redis at rest: those of no known kind, without an owner, or without an end. Looks twice: a job that
 * came to its end between the reads of one look is gone by the next, and what is left behind is not.
 */
export async function checkKeys(redis: Redis, collections: readonly string[]): Promise<string[]> {
  const first = await lookAtKeys(redis, collections);
  if (first.length === 0) return [];
  const second = new Set(await lookAtKeys(redis, collections));
  return first.filter((problem) => second.has(problem));
}

async function lookAtKeys(redis: Redis, collections: readonly string[]): Promise<string[]> {
  const keys = (await redis.keys('*')).sort();
  const fields = (hash: string) =>
    readAll(collections, async (name) => new Set(await redis.hkeys(`sf:{${name}}:${hash}`)));
  const known: Known = {
    ttls: await readAll(keys, (key) => redis.pttl(key)),
    ordinals: await fields('state'),
    parked: await fields('failures'),
    jobs: await readAll(['articles', 'stories', 'webhooks', 'upkeep'], (queue) => readJobs(redis, queue)),
  };
  return keys.flatMap((key) => {
    // Expired while this looked.
    if (known.ttls.get(key) === -2) return [];
    const problem = judge(key, known);
    return problem === undefined ? [] : [`key ${key} ${problem}`];
  });
}

async function readAll<T>(
  names: readonly string[],
  read: (name: string) => Promise<T>,
): Promise<Map<string, T>> {
  return new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
}

function judge(key: string, known: Known): string | undefined {
  for (const [pattern, rule] of RULES) {
    const parts = pattern.exec(key);
    if (parts) return rule(key, parts.slice(1), known);
  }
  return 'is of no known kind';
}

/** In one step: jobs move from list to list all the time. */
async function readJobs(redis: Redis, queue: string): Promise<Set<string>> {
  const at = (list: string): string => `{sf-queue}:${queue}:${list}`;
  const reads = redis.multi();
  for (const list of ['wait', 'active']) reads.lrange(at(list), 0, -1);
  for (const list of ['delayed', 'completed', 'failed', 'prioritized']) reads.zrange(at(list), '0', '-1');
  const lists = (await reads.exec()) ?? [];
  return new Set(lists.flatMap(([, ids]) => ids as string[]));
}
