/** What a caller has brought in lately counts half after this long. */
const HALF_LIFE_MS = 10_000;

/** Less than this is as good as nothing. */
const NEGLIGIBLE = 0.5;

/** Callers remembered before those that have brought in next to nothing are dropped. */
const MOST_CALLERS = 1_000;

/** Shares of the queue that a caller may fill: one who brings in more than a fair share of all, one who is alone, and any other. */
const LIMITS = { greedy: 0.5, alone: 0.9, modest: 1 } as const;

interface Brought {
  articles: number;
  atMs: number;
}

/**
 * Keeps one caller from filling the queue for all: while others post too, who brings in more than the mean of them is refused when the
 * queue is half full; and nobody alone takes the last tenth, so that whoever comes next finds room. Counts this process's callers.
 */
export class FairShare {
  private readonly callers = new Map<string, Brought>();

  constructor(private readonly clock: () => number) {}

  /** Notes that articles of a caller were accepted. */
  note(caller: string, articles: number): void {
    this.callers.set(caller, { articles: this.lately(caller) + articles, atMs: this.clock() });
    if (this.callers.size <= MOST_CALLERS) return;
    for (const name of this.callers.keys()) if (this.lately(name) < NEGLIGIBLE) this.callers.delete(name);
  }

  /** The share of the queue, 0 to 1, up to which a caller's articles are taken in. O(callers). */
  limitOf(caller: string): number {
    let [total, active] = [0, 0];
    for (const name of this.callers.keys()) {
      const articles = this.lately(name);
      if (articles < NEGLIGIBLE) continue;
      total += articles;
      active++;
    }
    const own = this.lately(caller);
    if (own < NEGLIGIBLE) return LIMITS.modest;
    if (active === 1) return LIMITS.alone;
    return own > total / active ? LIMITS.greedy : LIMITS.modest;
  }

  private lately(caller: string): number {
    const brought = this.callers.get(caller);
    if (!brought) return 0;
    return brought.articles * 0.5 ** ((this.clock() - brought.atMs) / HALF_LIFE_MS);
  }
}
