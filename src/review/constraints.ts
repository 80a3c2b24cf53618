/** A pair of articles by ordinal. */
export type Pair = readonly [number, number];

/** `must`: the two belong to one story. `cannot`: they never do. */
export type ConstraintKind = 'must' | 'cannot';

/** A reviewer's word on two articles, `a` < `b`, with the number of the decision that gave it. */
export interface Constraint {
  readonly kind: ConstraintKind;
  readonly a: number;
  readonly b: number;
  readonly decision: number;
}

/** A constraint on two different articles, the lower ordinal first. */
export function makeConstraint(kind: ConstraintKind, x: number, y: number, decision: number): Constraint {
  return { kind, a: Math.min(x, y), b: Math.max(x, y), decision };
}

/** Names a constraint: two with the same name are the same. */
export const constraintName = ({ kind, a, b, decision }: Constraint): string =>
  `${kind} ${a} ${b} ${decision}`;

/** What constraints say about a set of articles, also by way of articles outside of it. */
export interface Closure {
  readonly mustLink: readonly Pair[];
  readonly cannotLink: readonly Pair[];
}

/** Cannot-link pairs a closure spells out at most; beyond them only those between the first articles of each class. */
const MAX_SPELT_OUT = 20_000;

/**
 * What constraints say about these articles in the transitive sense: from A = B and B = C that A = C, from A ≠ B and B = C that
 * A ≠ C. Must-links come as a chain through each class, cannot-links as every pair of two classes that are to stay apart.
 * Near linear in constraints and nodes, but for the pairs it returns.
 */
export function closeOver(nodes: Iterable<number>, constraints: readonly Constraint[]): Closure {
  const classOf = classify(constraints);
  const classes = new Map<number, number[]>();
  for (const node of [...new Set(nodes)].sort((a, b) => a - b)) {
    const list = classes.get(classOf(node));
    if (list) list.push(node);
    else classes.set(classOf(node), [node]);
  }
  const mustLink = [...classes.values()].flatMap((list) =>
    list.slice(1).map((node, i): Pair => [list[i], node]),
  );
  const cannotLink: Pair[] = [];
  const done = new Set<string>();
  for (const { kind, a, b } of constraints) {
    if (kind !== 'cannot') continue;
    const [left, right] = [classOf(a), classOf(b)].sort((x, y) => x - y);
    if (left === right || done.has(`${left} ${right}`)) continue;
    done.add(`${left} ${right}`);
    addPairs(cannotLink, classes.get(left) ?? [], classes.get(right) ?? []);
  }
  return { mustLink, cannotLink };
}

function addPairs(pairs: Pair[], left: readonly number[], right: readonly number[]): void {
  const whole = pairs.length + left.length * right.length <= MAX_SPELT_OUT;
  for (const a of whole ? left : left.slice(0, 1)) {
    for (const b of whole ? right : right.slice(0, 1)) pairs.push([a, b]);
  }
}

/** The class of each article under the must-links: union-find with path halving. An article without any is its own class. */
export function classify(constraints: readonly Constraint[]): (ordinal: number) => number {
  const parent = new Map<number, number>();
  const find = (node: number): number => {
    let at = node;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = parent.get(at)!;
    }
    return at;
  };
  for (const { kind, a, b } of constraints) {
    if (kind !== 'must') continue;
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y);
    if (low !== high) parent.set(high, low);
  }
  return find;
}

/** Whether constraints say, directly or by implication, that two articles belong together or apart; undefined when nothing does. */
export function relate(a: number, b: number, constraints: readonly Constraint[]): ConstraintKind | undefined {
  const classOf = classify(constraints);
  const [left, right] = [classOf(a), classOf(b)];
  if (left === right) return 'must';
  const apart = constraints.some(({ kind, a: x, b: y }) => {
    if (kind !== 'cannot') return false;
    const [p, q] = [classOf(x), classOf(y)];
    return (p === left && q === right) || (p === right && q === left);
  });
  return apart ? 'cannot' : undefined;
}
