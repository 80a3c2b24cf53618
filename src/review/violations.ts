import { type Constraint, classify } from './constraints';

/**
 * The constraints that a membership does not keep: must-links that lead, also by way of articles in no story, from one story into
 * another, and cannot-links within one story with the must-links that imply them. Empty when all are kept.
 *
 * @param storyOf the story an article is to be in; undefined for one that is in none, such as a withdrawn one.
 */
export function findViolations(
  constraints: readonly Constraint[],
  storyOf: (ordinal: number) => string | undefined,
): Constraint[] {
  const broken = new Set<Constraint>();
  const links = neighbours(constraints);
  for (const constraint of constraints) {
    if (constraint.kind === 'cannot') breakCannot(constraint, constraints, links, storyOf, broken);
    else breakMust(constraint, links, storyOf, broken);
  }
  return [...broken];
}

type Links = ReadonlyMap<number, readonly (readonly [number, Constraint])[]>;

function neighbours(constraints: readonly Constraint[]): Links {
  const links = new Map<number, [number, Constraint][]>();
  for (const constraint of constraints) {
    if (constraint.kind !== 'must') continue;
    const { a, b } = constraint;
    links.set(a, [...(links.get(a) ?? []), [b, constraint]]);
    links.set(b, [...(links.get(b) ?? []), [a, constraint]]);
  }
  return links;
}

type StoryOf = (ordinal: number) => string | undefined;

/** A must-link is broken where its ends are placed apart; one with an end in no story passes on what it says. */
function breakMust(constraint: Constraint, links: Links, storyOf: StoryOf, broken: Set<Constraint>): void {
  const [left, right] = [storyOf(constraint.a), storyOf(constraint.b)];
  if (left !== undefined && right !== undefined) {
    if (left !== right) broken.add(constraint);
    return;
  }
  const placed = left === undefined ? constraint.b : constraint.a;
  const story = left ?? right;
  if (story === undefined) return;
  const unplaced = left === undefined ? constraint.a : constraint.b;
  for (const [other, path] of reach(unplaced, links, (node) => storyOf(node) === undefined)) {
    const end = storyOf(other);
    if (other === placed || end === undefined || end === story) continue;
    broken.add(constraint);
    for (const step of path) broken.add(step);
  }
}

/** A cannot-link is broken where a story holds articles of both its classes. */
function breakCannot(
  constraint: Constraint,
  constraints: readonly Constraint[],
  links: Links,
  storyOf: StoryOf,
  broken: Set<Constraint>,
): void {
  const { a, b } = constraint;
  const direct = storyOf(a);
  if (direct !== undefined && direct === storyOf(b)) {
    broken.add(constraint);
    return;
  }
  const classOf = classify(constraints);
  if (classOf(a) === classOf(b)) {
    broken.add(constraint);
    for (const step of reach(a, links, () => true).get(b) ?? []) broken.add(step);
    return;
  }
  const lefts = reach(a, links, () => true);
  const rights = reach(b, links, () => true);
  const byStory = new Map<string, readonly Constraint[]>();
  for (const [node, path] of lefts) {
    const story = storyOf(node);
    if (story !== undefined && !byStory.has(story)) byStory.set(story, path);
  }
  for (const [node, path] of rights) {
    const story = storyOf(node);
    const other = story === undefined ? undefined : byStory.get(story);
    if (!other) continue;
    for (const step of [constraint, ...path, ...other]) broken.add(step);
    return;
  }
}

/** The articles that must-links lead to from one, with the links on the shortest way; walks on only through nodes that `passes`. */
function reach(
  from: number,
  links: Links,
  passes: (node: number) => boolean,
): Map<number, readonly Constraint[]> {
  const paths = new Map<number, readonly Constraint[]>([[from, []]]);
  const queue = [from];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (!passes(node)) continue;
    for (const [other, constraint] of links.get(node) ?? []) {
      if (paths.has(other)) continue;
      paths.set(other, [...paths.get(node)!, constraint]);
      queue.push(other);
    }
  }
  return paths;
}
