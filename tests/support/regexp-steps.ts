import { type Part, parseRegExp } from './regexp-tree';

/** How a search went: the steps a backtracking engine takes, and what it finds. */
export interface Search {
  readonly steps: number;
  /** Undefined when nothing was found, or `maxSteps` were not enough. */
  readonly found: { readonly start: number; readonly end: number } | undefined;
}

type Next = (at: number) => boolean;
type Match = (at: number, next: Next) => boolean;

class TooManySteps extends Error {}

/**
 * A search that counts its steps: as V8 backtracks, without the shortcuts that V8 has and that only save work. Counting, unlike timing,
 * gives the same on every machine.
 */
export function createSearch(source: string, flags: string): (text: string, maxSteps: number) => Search {
  const engine = new Engine(flags);
  const match = engine.compile(parseRegExp(source));
  const isSticky = flags.includes('y');
  return (text, maxSteps) => {
    engine.start(text, maxSteps);
    try {
      for (let start = 0; start <= (isSticky ? 0 : engine.length); start++) {
        let end = 0;
        engine.step();
        const isFound = match(start, (at) => {
          end = at;
          return true;
        });
        if (isFound) return { steps: engine.steps, found: engine.span(start, end) };
      }
      return { steps: engine.steps, found: undefined };
    } catch (error) {
      if (!(error instanceof TooManySteps)) throw error;
      return { steps: engine.steps, found: undefined };
    }
  };
}

class Engine {
  steps = 0;
  length = 0;
  private maxSteps = 0;
  private chars: readonly string[] = [];
  private readonly groups: (readonly [from: number, to: number] | undefined)[] = [];
  private readonly isUnicode: boolean;
  private readonly tests = new Map<string, (char: string) => boolean>();

  constructor(private readonly flags: string) {
    this.isUnicode = flags.includes('u');
  }

  start(text: string, maxSteps: number): void {
    this.chars = this.isUnicode ? Array.from(text) : text.split('');
    this.length = this.chars.length;
    this.maxSteps = maxSteps;
    this.steps = 0;
    this.groups.length = 0;
  }

  step(): void {
    if (++this.steps > this.maxSteps) throw new TooManySteps();
  }

  span(start: number, end: number): { readonly start: number; readonly end: number } {
    const units = (to: number) => this.chars.slice(0, to).join('').length;
    return { start: units(start), end: units(end) };
  }

  compile(part: Part): Match {
    switch (part.kind) {
      case 'char':
        return this.char(part.source);
      case 'all':
        return part.parts
          .map((one) => this.compile(one))
          .reduceRight<Match>(
            (rest, first) => (at, next) => first(at, (after) => rest(after, next)),
            (at, next) => next(at),
          );
      case 'any': {
        const ways = part.parts.map((one) => this.compile(one));
        return (at, next) => ways.some((way) => way(at, next));
      }
      case 'repeat':
        return part.part.kind === 'char'
          ? this.run(part.part.source, part)
          : this.repeat(this.compile(part.part), part);
      case 'group':
        return this.group(part.index, this.compile(part.part));
      case 'same':
        return this.same(part.index);
      case 'look':
        return this.look(part.behind, part.wanted, this.compile(part.part));
      case 'edge':
        return this.edge(part.source);
    }
  }

  private char(source: string): Match {
    const test = this.testOf(source);
    return (at, next) => {
      this.step();
      return at < this.length && test(this.chars[at]) && next(at + 1);
    };
  }

  /** A repeated character without recursion, so that long texts fit the stack. */
  private run(source: string, { min, max, lazy }: Extract<Part, { kind: 'repeat' }>): Match {
    const test = this.testOf(source);
    return (at, next) => {
      const canTake = (to: number): boolean => {
        this.step();
        return to - at < max && to < this.length && test(this.chars[to]);
      };
      let to = at;
      while (to - at < min) {
        if (!canTake(to)) return false;
        to++;
      }
      if (lazy) {
        while (!next(to)) {
          if (!canTake(to)) return false;
          to++;
        }
        return true;
      }
      const least = to;
      while (canTake(to)) to++;
      for (; to >= least; to--) {
        this.step();
        if (next(to)) return true;
      }
      return false;
    };
  }

  private repeat(match: Match, { min, max, lazy }: Extract<Part, { kind: 'repeat' }>): Match {
    const from =
      (count: number): Match =>
      (at, next) => {
        this.step();
        const more = (): boolean =>
          count < max && match(at, (after) => (after > at || count < min) && from(count + 1)(after, next));
        if (count < min) return more();
        return lazy ? next(at) || more() : more() || next(at);
      };
    return from(0);
  }

  private group(index: number, match: Match): Match {
    return (at, next) => {
      const before = this.groups[index];
      const isFound = match(at, (after) => {
        const inner = this.groups[index];
        this.groups[index] = [at, after];
        if (next(after)) return true;
        this.groups[index] = inner;
        return false;
      });
      if (!isFound) this.groups[index] = before;
      return isFound;
    };
  }

  private same(index: number): Match {
    return (at, next) => {
      const [from, to] = this.groups[index] ?? [0, 0];
      for (let i = from; i < to; i++) {
        this.step();
        if (this.chars[at + i - from] !== this.chars[i]) return false;
      }
      return next(at + to - from);
    };
  }

  /** Behind, every beginning is tried: more work than V8 does, which matches backwards. */
  private look(behind: boolean, wanted: boolean, match: Match): Match {
    const isThere = (at: number): boolean => {
      if (!behind) return match(at, () => true);
      for (let from = at; from >= Math.max(0, at - 4); from--)
        if (match(from, (end) => end === at)) return true;
      return false;
    };
    return (at, next) => isThere(at) === wanted && next(at);
  }

  private edge(source: string): Match {
    const isThere = source.startsWith('\\') ? this.wordEdge(source === '\\b') : this.lineEdge(source === '^');
    return (at, next) => {
      this.step();
      return isThere(at) && next(at);
    };
  }

  private wordEdge(wanted: boolean): (at: number) => boolean {
    const isWord = this.testOf('\\w');
    const isInside = (at: number) => at >= 0 && at < this.length && isWord(this.chars[at]);
    return (at) => (isInside(at - 1) !== isInside(at)) === wanted;
  }

  private lineEdge(isStart: boolean): (at: number) => boolean {
    const isLine = this.flags.includes('m');
    const isBreak = (at: number) => isLine && /[\n\r\u2028\u2029]/.test(this.chars[at]);
    return isStart ? (at) => at === 0 || isBreak(at - 1) : (at) => at === this.length || isBreak(at);
  }

  private testOf(source: string): (char: string) => boolean {
    const known = this.tests.get(source);
    if (known) return known;
    const pattern = new RegExp(`^(?:${source})$`, this.flags.replaceAll(/[gym]/g, ''));
    const answers = new Map<string, boolean>();
    const test = (char: string): boolean => {
      const before = answers.get(char);
      if (before !== undefined) return before;
      const answer = pattern.test(char);
      answers.set(char, answer);
      return answer;
    };
    this.tests.set(source, test);
    return test;
  }
}
