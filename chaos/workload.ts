import { shuffleBy } from '../src/cli/seeded-random';
import type { PostedArticle } from '../src/store/articles';
import { toWire } from '../tests/support/post-reports';
import { WIRE_DAY } from '../tests/support/wire-day';
import { sendUntilAnswered, type Target } from './client';

/** What a client knows it was promised about an article. */
export interface Promised {
  readonly collection: string;
  readonly id: string;
  /** The title it was last accepted with. */
  title: string;
  withdrawn: boolean;
  readonly poison?: string;
}

/** One thing a client does, which ends when it was answered. */
export type Step = () => Promise<void>;

/** What a client does in one run, and what came of it. */
export interface Workload {
  readonly steps: readonly Step[];
  /** By collection and id. */
  readonly promised: ReadonlyMap<string, Promised>;
  /** How often a request had to be sent again. */
  readonly repeats: () => number;
}

/** Kinds of poison: what an article that says so does to its worker. */
export type Poison = 'throws' | 'loops' | 'exhausts';

/**
 * A day of the wire for each collection, in a random order: most articles posted by themselves, some in batches, some twice at once, some
 * first as a draft, and some copies that are withdrawn again. The stories they make do not depend on any of that.
 */
export function planWorkload(
  target: Target,
  collections: readonly string[],
  poisons: readonly Poison[],
  random: () => number,
): Workload {
  const client = new Client(target, random);
  const steps = collections.map((collection) => {
    const reports = shuffleBy(WIRE_DAY, random);
    const own: Step[] = [];
    while (reports.length > 0) {
      const report = reports.pop()!;
      const chance = random();
      if (chance < 0.2) {
        const batch = [report, ...reports.splice(-4)];
        own.push(() => client.postBatch(collection, batch));
      } else if (chance < 0.3) {
        own.push(async () => {
          await Promise.all([client.post(collection, report), client.post(collection, report)]);
        });
      } else if (chance < 0.4) {
        own.push(() => client.post(collection, { ...report, title: `Draft: ${report.title}` }));
        own.push(() => client.post(collection, report));
      } else if (chance < 0.5) {
        const copy = { ...report, id: `${report.id}-copy`, url: `${report.url}/copy` };
        own.push(() => client.post(collection, { ...copy, source: { name: 'A Withdrawing Outlet' } }));
        own.push(() => client.post(collection, report));
        own.push(() => client.withdraw(collection, copy.id));
      } else own.push(() => client.post(collection, report));
    }
    return own;
  });
  // Steps of one collection stay in order; the collections take turns.
  const turns = takeTurns(steps);
  for (const poison of poisons) {
    const at = Math.floor(random() * turns.length * 0.6);
    turns.splice(at, 0, () => client.post(collections[0], poisonArticle(poison), poison));
  }
  return { steps: turns, promised: client.promised, repeats: () => client.repeats };
}

function poisonArticle(poison: Poison): PostedArticle {
  return {
    id: `poison-${poison}`,
    title: `An article that ${poison}`,
    text: `The quick brown poison-that-${poison} jumps over a very lazy worker and is told of nowhere else today.`,
    source: { name: 'Poison Post' },
    url: `https://poison.example/${poison}`,
    status: 'usable',
  };
}

class Client {
  readonly promised = new Map<string, Promised>();
  repeats = 0;
  private posts = 0;

  constructor(
    private readonly target: Target,
    private readonly random: () => number,
  ) {}

  async post(collection: string, report: PostedArticle, poison?: Poison): Promise<void> {
    const answer = await sendUntilAnswered(this.target, '/v1/articles', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // Rarely: whose first try died with its process is told for a minute that it still runs.
        ...(this.random() < 0.1 && { 'idempotency-key': `chaos-${collection}-${++this.posts}` }),
      },
      body: toWire(report, collection),
    });
    this.repeats += answer.tries - 1;
    expectAccepted(answer.status, answer.body);
    this.promise(collection, report, poison);
  }

  async postBatch(collection: string, reports: readonly PostedArticle[]): Promise<void> {
    const answer = await sendUntilAnswered(this.target, '/v1/articles/batch', {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: reports.map((report) => toWire(report, collection)).join('\n'),
    });
    this.repeats += answer.tries - 1;
    expectAccepted(answer.status, answer.body);
    if (answer.body['accepted'] !== reports.length)
      throw new Error(
        `A batch of ${reports.length} was answered ${JSON.stringify(answer.body).slice(0, 500)}`,
      );
    for (const report of reports) this.promise(collection, report);
  }

  async withdraw(collection: string, id: string): Promise<void> {
    const path = `/v1/articles/${encodeURIComponent(id)}?collection=${collection}`;
    const answer = await sendUntilAnswered(this.target, path, { method: 'DELETE' });
    this.repeats += answer.tries - 1;
    expectAccepted(answer.status, answer.body);
    this.promised.get(`${collection} ${id}`)!.withdrawn = true;
  }

  private promise(collection: string, { id = '', title }: PostedArticle, poison?: Poison): void {
    this.promised.set(`${collection} ${id}`, {
      ...{ collection, id, title, withdrawn: false },
      ...(poison !== undefined && { poison }),
    });
  }
}

function expectAccepted(status: number, body: unknown): void {
  if (status !== 202) throw new Error(`Answered ${status}: ${JSON.stringify(body).slice(0, 500)}`);
}

/** The first of each list, then the second of each, and so on. */
function takeTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
