import type { Metrics } from '../metrics';
import type { ArticleGate, Sender } from './article-gate';
import type { ArticlePost } from './article-schema';
import { type ProblemDocument, ProblemError } from './problems';

/** What became of one line. */
type Item =
  | {
      readonly line: number;
      readonly id: string;
      readonly status: string;
      readonly revision: number;
      readonly ignored?: readonly string[];
    }
  | { readonly line: number; readonly error: ProblemDocument };

/**
 * Gathers the valid articles of a batch into groups, hands them to the store and keeps what became of each line.
 *
 * One group is stored while the next is read; they never overlap otherwise, so an article given twice keeps its order.
 */
export class BatchReport {
  private readonly items: (Item | undefined)[] = [];
  private group: { readonly index: number; readonly line: number; readonly post: ArticlePost }[] = [];
  private storing: Promise<void> = Promise.resolve();
  private rejected = 0;
  private accepted = 0;

  constructor(
    private readonly gate: ArticleGate,
    private readonly metrics: Metrics,
    private readonly groupSize: number,
    private readonly sender: Sender,
  ) {}

  get length(): number {
    return this.items.length;
  }

  /** Takes one line. Waits while the group before the full one is still being stored: that is what holds the sender back. */
  async add(line: number, read: () => ArticlePost): Promise<void> {
    try {
      const post = read();
      this.group.push({ index: this.items.push(undefined) - 1, line, post });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.items.push({ line, error: error.toDocument() });
      this.rejected++;
      this.metrics.articlesPosted.inc({ result: 'rejected' });
    }
    if (this.group.length >= this.groupSize) await this.storeGroup();
  }

  /** Stores what is left. */
  async finish(): Promise<void> {
    await this.storeGroup();
    await this.storing;
  }

  /** The answer so far: only lines that are decided. */
  toBody() {
    const items = this.items.filter((item) => item !== undefined);
    return { accepted: this.accepted, rejected: this.rejected, items };
  }

  private async storeGroup(): Promise<void> {
    await this.storing;
    const group = this.group;
    this.group = [];
    if (group.length === 0) return;
    this.storing = this.store(group);
    // Awaited with the next group; without this, a failure in between would count as unhandled.
    this.storing.catch(() => undefined);
  }

  private async store(group: typeof this.group): Promise<void> {
    const accepted = await this.gate.acceptMany(
      group.map(({ post }) => post),
      this.sender,
    );
    accepted.forEach(({ id, status, revision }, position) => {
      const { index, line, post } = group[position];
      const { ignored } = post;
      this.items[index] = { line, id, status, revision, ...(ignored && { ignored }) };
    });
    this.accepted += accepted.length;
  }
}
