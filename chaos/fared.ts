import type { Target } from './client';

/** How one kind of request fared. */
export class Fared {
  private readonly latencies: number[] = [];
  private readonly statuses = new Map<number, number>();
  private withoutRetryAfter = 0;

  /** Sends a post once, whatever comes of it, and notes what did. */
  async post({ url, key }: Target, path: string, type: string, body: string): Promise<void> {
    const startedAt = performance.now();
    const headers = { authorization: `Bearer ${key}`, 'content-type': type };
    try {
      const answer = await fetch(new URL(path, url), { method: 'POST', headers, body });
      await answer.arrayBuffer();
      this.note(answer.status, performance.now() - startedAt, answer.headers.get('retry-after'));
    } catch {
      // A connection that was not answered at all.
      this.note(0, performance.now() - startedAt, null);
    }
  }

  private note(status: number, ms: number, retryAfter: string | null): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status === 202) this.latencies.push(ms);
    else if (retryAfter === null) this.withoutRetryAfter++;
  }

  describe(): string {
    const sorted = this.latencies.toSorted((a, b) => a - b);
    const at = (share: number): string =>
      `${(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)} ms`;
    const counts = [...this.statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`);
    return `${counts.join(', ')}; accepted p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`;
  }

  /** What must not be: an answer that is neither 202 nor "not now", or does not say when to come again; or none accepted. */
  problems(who: string): string[] {
    const odd = [...this.statuses.keys()].filter((status) => ![202, 429, 503].includes(status));
    return [
      ...odd.map((status) => `${who}: ${this.statuses.get(status)} requests were answered ${status}`),
      ...(this.withoutRetryAfter > 0
        ? [`${who}: ${this.withoutRetryAfter} refusals without Retry-After`]
        : []),
      ...(this.latencies.length === 0 ? [`${who}: nothing was accepted`] : []),
    ];
  }
}
