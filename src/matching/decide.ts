import { assignedStory, barredStories, requiredStories } from './constrain';
import { canTakeApart, DECISION_LIMITS, sizeLimit } from './decision-limits';
import type { Thresholds } from './model';
import { partition } from './partition';
import { type FormerStory, reconcileClusters } from './reconcile';
import { type Edge, type Member, quantise, type StoryView } from './story-view';

/** What one article's place is decided from. */
export interface DecisionInput {
  readonly subject: { readonly ordinal: number; readonly revision: number };
  /** The subject is withdrawn: it leaves its story, and the rest is looked at without it. */
  readonly leaving: boolean;
  /** The subject has a place already, and is looked at a second time. */
  readonly again?: boolean;
  /** Compared pairs above the edge floor. */
  readonly edges: readonly Edge[];
  /** The story an article is in, if any: the subject itself and everything an edge leads to. */
  readonly storyOf: (ordinal: number) => string | undefined;
  /** The stories of these articles, by id. */
  readonly stories: ReadonlyMap<string, StoryView>;
  readonly mustLink: readonly (readonly [number, number])[];
  readonly cannotLink: readonly (readonly [number, number])[];
  readonly thresholds: Thresholds;
  readonly nowMs: number;
  readonly newStoryId: () => string;
}

interface WeightedPair {
  readonly a: number;
  readonly b: number;
  probability: number;
}

/** Where everyone belongs now: only what changes is named. */
export interface Decision {
  /** The stories taken apart, to be unchanged since they were read. */
  readonly examined: readonly StoryView[];
  /** The large story that was joined, if that is what was decided. */
  readonly joined?: StoryView;
  /** Members whose story changes, the subject always among them unless it leaves. */
  readonly moves: readonly {
    readonly member: Member;
    readonly to: string;
    readonly from: string | undefined;
  }[];
  /** Stories that end: in another one, or for good where nothing is left. */
  readonly retired: readonly { readonly storyId: string; readonly into?: string }[];
}

const UNCHANGED: Decision = { examined: [], moves: [], retired: [] };

/**
 * Decides where an article belongs.
 *
 * The stories its edges reach are taken apart and clustered anew together with it, so that what earlier articles were
 * joined by is looked at again with every arrival and the order of arrivals matters little.
 */
export function decide(input: DecisionInput): Decision {
  const own = input.stories.get(input.storyOf(input.subject.ordinal) ?? '');
  if (input.leaving) {
    if (own?.locked) return leaveLocked(own);
  } else if (input.again && (!own || !canTakeApart(input, own))) {
    // It could only leave, for want of those that are not looked at.
    return !own || own.locked ? UNCHANGED : joinLarge(input, own);
  } else {
    const whole = assignedStory(input) ?? chooseLargeStory(input);
    if (whole) return joinLarge(input, whole);
  }
  const examined = chooseStories(input);
  const nodes = collectMembers(input, examined);
  const edges = liveEdges(nodes);
  const clusters = partition({
    nodes: [...nodes.values()].map(({ ordinal }) => ({ ordinal })),
    edges,
    mustLink: input.mustLink,
    cannotLink: input.cannotLink,
    thresholds: input.thresholds,
  });
  return place(input, examined, nodes, edges, clusters);
}

/** The edges that lead into each story, strongest first. */
function edgesByStory({
  edges,
  storyOf,
  subject,
}: Pick<DecisionInput, 'subject' | 'edges' | 'storyOf'>): Map<string, Edge[]> {
  const byStory = new Map<string, Edge[]>();
  for (const edge of [...edges].sort((a, b) => b.probability - a.probability || a.ordinal - b.ordinal)) {
    const id = edge.ordinal === subject.ordinal ? undefined : storyOf(edge.ordinal);
    if (id === undefined) continue;
    const list = byStory.get(id);
    if (list) list.push(edge);
    else byStory.set(id, [edge]);
  }
  return byStory;
}

/** The large story whose found members agree on the article, the most agreeing one if several do. */
function chooseLargeStory(input: DecisionInput): StoryView | undefined {
  let best: { story: StoryView; mean: number } | undefined;
  const { merge } = input.thresholds;
  const needed = merge + DECISION_LIMITS.largeMargin * (1 - merge);
  const barred = barredStories(input);
  const isBound = requiredStories(input).length > 0;
  for (const [id, edges] of edgesByStory(input)) {
    const story = input.stories.get(id);
    if (!story || edges.length < DECISION_LIMITS.bridges) continue;
    if (canTakeApart(input, story) || story.locked || barred.has(id) || isBound) continue;
    const mean = meanProbability(edges);
    if (mean >= needed && (!best || mean > best.mean)) best = { story, mean };
  }
  return best?.story;
}

function joinLarge(input: DecisionInput, story: StoryView): Decision {
  const { subject, edges, storyOf, nowMs } = input;
  const inside = edges.filter(({ ordinal }) => storyOf(ordinal) === story.id);
  // Without edges it is there by a reviewer's word.
  const probability = inside.length === 0 ? 1 : quantise(meanProbability(inside));
  const member = { ...newMember(input, nowMs), probability };
  const from = storyOf(subject.ordinal);
  const left = from === undefined || from === story.id ? undefined : input.stories.get(from);
  const retired = left?.size === 1 ? [{ storyId: left.id, into: story.id }] : [];
  return { examined: left ? [left] : [], joined: story, moves: [{ member, to: story.id, from }], retired };
}

/** A withdrawn article leaves a locked story, and the others stay as they are. */
function leaveLocked(story: StoryView): Decision {
  return { examined: [story], moves: [], retired: story.size === 1 ? [{ storyId: story.id }] : [] };
}

/** The small stories to take apart: the subject's own, that of its must-links, then those of its strongest edges, within the limits. */
export function chooseStories(
  input: Pick<DecisionInput, 'subject' | 'again' | 'edges' | 'storyOf' | 'stories' | 'mustLink'>,
): StoryView[] {
  const most = Math.max(DECISION_LIMITS.members, sizeLimit(input));
  const own = input.storyOf(input.subject.ordinal);
  const chosen: StoryView[] = [];
  let members = 0;
  const first = own === undefined ? [] : [own];
  for (const id of new Set([...first, ...requiredStories(input), ...edgesByStory(input).keys()])) {
    const story = input.stories.get(id);
    if (!story || !canTakeApart(input, story) || chosen.length >= DECISION_LIMITS.stories) continue;
    if (members + story.size > most) continue;
    chosen.push(story);
    members += story.size;
  }
  return chosen;
}

function collectMembers(input: DecisionInput, stories: readonly StoryView[]): Map<number, Member> {
  const nodes = new Map<number, Member>();
  for (const story of stories)
    for (const [ordinal, member] of story.members ?? []) nodes.set(ordinal, member);
  if (input.leaving) nodes.delete(input.subject.ordinal);
  else nodes.set(input.subject.ordinal, newMember(input, input.nowMs));
  return nodes;
}

function newMember({ subject, edges }: DecisionInput, nowMs: number): Member {
  const strongest = [...edges].sort((a, b) => b.probability - a.probability || a.ordinal - b.ordinal);
  return { ...subject, probability: 1, joinedAtMs: nowMs, edges: strongest.slice(0, DECISION_LIMITS.edges) };
}

/** The pairs between these members that still hold, once each; a pair that both articles found counts with its mean. */
function liveEdges(nodes: ReadonlyMap<number, Member>): WeightedPair[] {
  const members = [...nodes.values()];
  const places = new Map(members.map(({ ordinal }, i) => [ordinal, i]));
  const pairs: WeightedPair[] = [];
  // At i·n + j for the earlier place and the later one: where their pair is, and one more.
  const found = new Uint32Array(members.length ** 2);
  members.forEach((member, from) => {
    for (const edge of member.edges) {
      const to = places.get(edge.ordinal);
      if (to === undefined || (members[to].revision & 0xff) !== (edge.revision & 0xff)) continue;
      const key = from < to ? from * members.length + to : to * members.length + from;
      if (found[key] === 0) found[key] = pairs.push(toPair(member.ordinal, edge));
      else pairs[found[key] - 1].probability = (pairs[found[key] - 1].probability + edge.probability) / 2;
    }
  });
  return pairs;
}

const toPair = (from: number, { ordinal, probability }: Edge): WeightedPair =>
  from < ordinal ? { a: from, b: ordinal, probability } : { a: ordinal, b: from, probability };

/** Names what changes between the stories as they were and the clusters as they are to be. */
function place(
  input: DecisionInput,
  examined: readonly StoryView[],
  nodes: ReadonlyMap<number, Member>,
  pairs: readonly WeightedPair[],
  clusters: readonly (readonly number[])[],
): Decision {
  const { subject, storyOf } = input;
  const former: FormerStory[] = examined.map(({ id, createdAtMs }) => ({ id, createdAtMs }));
  const { storyIds, retired } = reconcileClusters(clusters, former, storyOf, input.newStoryId);
  const probabilities = belonging(clusters, pairs);
  const moves = clusters.flatMap((cluster, i) =>
    cluster.flatMap((ordinal) => {
      const from = storyOf(ordinal);
      const to = storyIds[i];
      if (from === to && ordinal !== subject.ordinal) return [];
      const member = nodes.get(ordinal)!;
      const joinedAtMs = from === to ? joinedBefore(input, to, member) : member.joinedAtMs;
      return [{ member: { ...member, joinedAtMs, probability: probabilities.get(ordinal)! }, to, from }];
    }),
  );
  const emptied = examined.filter(
    ({ id }) => nodes.size === 0 && !retired.some(({ storyId }) => storyId === id),
  );
  return { examined, moves, retired: [...retired, ...emptied.map(({ id }) => ({ storyId: id }))] };
}

/** When a member joined that stays where it is, unless it is another revision. */
function joinedBefore({ stories }: DecisionInput, storyId: string, member: Member): number {
  const before = stories.get(storyId)?.members?.get(member.ordinal);
  return before?.revision === member.revision ? before.joinedAtMs : member.joinedAtMs;
}

/** An article's cluster, and its pairs in there. */
interface Belonging {
  readonly cluster: readonly number[];
  sum: number;
  count: number;
}

/** Mean probability of each article's pairs with the rest of its cluster; 1 where it is alone. */
function belonging(
  clusters: readonly (readonly number[])[],
  pairs: readonly WeightedPair[],
): ReadonlyMap<number, number> {
  const places = new Map<number, Belonging>();
  for (const cluster of clusters)
    for (const ordinal of cluster) places.set(ordinal, { cluster, sum: 0, count: 0 });
  for (const { a, b, probability } of pairs) {
    const [left, right] = [places.get(a)!, places.get(b)!];
    if (left.cluster !== right.cluster) continue;
    for (const end of [left, right]) {
      end.sum += probability;
      end.count++;
    }
  }
  const mean = ({ cluster, sum, count }: Belonging) =>
    cluster.length === 1 ? 1 : count === 0 ? 0 : sum / count;
  return new Map([...places].map(([ordinal, own]) => [ordinal, quantise(mean(own))]));
}

function meanProbability(edges: readonly Edge[]): number {
  return edges.reduce((sum, { probability }) => sum + probability, 0) / Math.max(1, edges.length);
}
