import { seededRandom, shuffleBy } from '../src/cli/seeded-random';
import { type Checked, checkCollection } from './check';
import { checkKeys } from './check-keys';
import { sendUntilAnswered } from './client';
import { FAULTS, type FaultName, possibleFaults, type Stage } from './faults';
import { untilAtRest } from './rest';
import { subscribe } from './subscriber';
import { type System, startSystem } from './system';
import { type Poison, planWorkload } from './workload';

/** One run: what is hurt how often, decided by the seed. */
export interface RunOptions {
  readonly seed: number;
  readonly faults: number;
  /** Only these kinds; all that can be done when left out. */
  readonly kinds?: readonly FaultName[];
  readonly collections: number;
  readonly poisons: readonly Poison[];
  readonly replica: boolean;
  readonly smallDisk: boolean;
  /** Told of every fault, before it is done. */
  readonly onFault?: (name: string) => void;
}

/** What a run came to. */
export interface RunResult {
  readonly seed: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly accepted: number;
  readonly repeats: number;
  readonly events: number;
  readonly deliveries: number;
  readonly lost: number;
  readonly doubled: number;
  readonly problems: readonly string[];
  /** Stories of each collection. */
  readonly stories: readonly (readonly string[])[];
  /** Processes that ended, for whatever reason. */
  readonly deaths: number;
  readonly seconds: number;
  /** From the last fault until nothing waited any more. */
  readonly restSeconds: number;
}

/** Starts a system, hurts it while a client posts, lets it come to rest, and checks it from outside. */
export async function runChaos(options: RunOptions): Promise<RunResult> {
  const startedAt = performance.now();
  const random = seededRandom(options.seed);
  const system = await startSystem({ workers: 2, replica: options.replica, smallDisk: options.smallDisk });
  try {
    return await runOn(system, options, random, startedAt);
  } catch (error) {
    throw new Error(
      `Seed ${options.seed} ended early: ${String(error)}\n${system.lines.slice(-60).join('\n')}`,
      {
        cause: error,
      },
    );
  } finally {
    await system.stop();
  }
}

async function runOn(
  system: System,
  options: RunOptions,
  random: () => number,
  startedAt: number,
): Promise<RunResult> {
  const { target, receiver } = system;
  const collections = Array.from({ length: options.collections }, (_, i) => `c${i + 1}`);
  for (const collection of collections) await addWebhook(system, collection);
  const subscribers = collections.map((collection) => subscribe(target, collection));
  const plan = planFaults(options, possibleFaults(system), random);
  const { steps, promised, repeats } = planWorkload(target, collections, options.poisons, random);
  await hurtWhilePosting({ system, subscribers, random }, plan, steps, options.onFault);
  const hurtAt = performance.now();
  const redis = system.redis.connect();
  try {
    await untilAtRest(redis, collections);
    const restSeconds = (performance.now() - hurtAt) / 1_000;
    const checked: Checked[] = [];
    const seen = { target, promised, subscribers, receiver };
    for (const collection of collections) checked.push(await checkCollection(seen, collection));
    const problems = [...checked.flatMap((one) => one.problems), ...(await checkKeys(redis, collections))];
    if (receiver.forged() > 0) problems.push(`${receiver.forged()} deliveries were signed wrongly`);
    const sum = (of: (one: Checked) => number): number => checked.reduce((total, one) => total + of(one), 0);
    return {
      seed: options.seed,
      faults: countNames(plan),
      ...{ accepted: promised.size, repeats: repeats(), problems, restSeconds },
      ...{ events: sum((one) => one.events), deliveries: sum((one) => one.deliveries) },
      ...{ lost: sum((one) => one.lost), doubled: sum((one) => one.doubled) },
      stories: checked.map(({ stories }) => stories),
      deaths: [system.api, ...system.workers].reduce((total, { ends }) => total + ends, 0),
      seconds: (performance.now() - startedAt) / 1_000,
    };
  } finally {
    redis.disconnect();
    await Promise.all(subscribers.map((subscriber) => subscriber.stop()));
  }
}

/** Every kind in turn before any comes again, in random order: a run of few faults has many kinds. */
function planFaults(
  { faults, kinds }: RunOptions,
  possible: readonly FaultName[],
  random: () => number,
): FaultName[] {
  const chosen = possible.filter((name) => kinds === undefined || kinds.includes(name));
  const plan: FaultName[] = [];
  while (plan.length < faults && chosen.length > 0) plan.push(...shuffleBy(chosen, random));
  return plan.slice(0, faults);
}

/** The client is a little ahead of the faults: a share of its steps is released with each. */
async function hurtWhilePosting(
  stage: Stage,
  plan: readonly FaultName[],
  steps: readonly (() => Promise<void>)[],
  onFault: (name: string) => void = () => undefined,
): Promise<void> {
  let next = 0;
  let posting = Promise.resolve();
  const release = (share: number): void => {
    const due = steps.slice(next, Math.ceil(share * steps.length));
    next += due.length;
    for (const step of due) posting = posting.then(step);
    // Awaited below; until then a failure must not end the process.
    posting.catch(() => undefined);
  };
  for (const [i, name] of plan.entries()) {
    release((i + 1) / plan.length);
    await pauseFor(50 + stage.random() * 400);
    onFault(name);
    await FAULTS[name](stage);
  }
  release(1);
  await posting;
}

async function addWebhook({ target, receiver }: System, collection: string): Promise<void> {
  const { status, body } = await sendUntilAnswered(target, '/v1/webhooks', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ collection, url: `${receiver.url}/${collection}` }),
  });
  if (status !== 201) throw new Error(`The webhook was answered ${status}: ${JSON.stringify(body)}`);
  receiver.secrets.set(`/${collection}`, String(body['secret']));
}

function countNames(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const pauseFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
