import type { Member } from '../matching/story-view';
import {
  type Constraint,
  type ConstraintKind,
  constraintName,
  makeConstraint,
  type Pair,
} from './constraints';
import { type Effects, type FieldChange, type Move, NO_EFFECTS } from './effects';
import type { Intent } from './intent';
import { recordedPairs, representatives } from './pairs';
import { takeSide } from './take-side';

/** A story as a decision about it sees it. */
export interface ReviewedStory {
  readonly id: string;
  readonly members: ReadonlyMap<number, Member>;
  readonly locked?: boolean;
  readonly pins?: { readonly title?: number; readonly representative?: number };
}

/** What a decision is planned from. */
export interface PlanInput {
  readonly intent: Intent;
  /** The stories the intent names. */
  readonly stories: ReadonlyMap<string, ReviewedStory>;
  /** What earlier decisions say about their articles. */
  readonly constraints: readonly Constraint[];
  /** The number of this decision. */
  readonly decision: number;
  readonly newStoryId: () => string;
}

/** An intent that makes no sense for the stories as they are; the message says what would. */
export interface Senseless {
  readonly path: string;
  readonly message: string;
}

/** Articles a decision may concern: it is carried out in one script, which others wait for. */
export const MAX_DECIDED_ARTICLES = 2_000;

/** Articles that speak for a story in a constraint: with more than one, the withdrawal of one does not undo the decision. */
const SPOKESMEN = 3;

/** Cannot-links of a split written out pair by pair up to here; beyond it one article stands for those split off. */
const MAX_SPELT_OUT = 200;

/** What carrying out an intent changes, or why it cannot be. A pure function of its input and of the ids it is given. */
export function planDecision(input: PlanInput): Effects | Senseless {
  const { intent } = input;
  const planned = plan(input, intent);
  if ('message' in planned) return planned;
  const known = new Set(
    input.constraints.filter(({ decision }) => decision === input.decision).map(constraintName),
  );
  const added = [...new Map(planned.added.map((one) => [constraintName(one), one])).values()];
  return { ...planned, added: added.filter((one) => !known.has(constraintName(one))) };
}

function plan(input: PlanInput, intent: Intent): Effects | Senseless {
  switch (intent.type) {
    case 'merge':
      return planMerge(input, intent.into, intent.from, []);
    case 'split':
      return planSplit(input, storyOf(input, intent.story), new Set(intent.articles), 'articleIds');
    case 'move':
      return planMove(input, intent.article, storyOf(input, intent.from), storyOf(input, intent.to));
    case 'remove':
      return planSplit(input, storyOf(input, intent.story), new Set([intent.article]), 'articleId');
    case 'confirm':
      return planConfirm(input, intent.stories, intent.articles);
    case 'reject':
      return planReject(input, intent.stories, intent.articles);
    case 'lock':
      return setField(
        intent.story,
        'lock',
        storyOf(input, intent.story).locked ? '1' : '',
        intent.locked ? '1' : '',
      );
    case 'pin':
      return planPin(storyOf(input, intent.story), intent);
    case 'note':
      return NO_EFFECTS;
  }
}

function storyOf({ stories }: PlanInput, id: string): ReviewedStory {
  const story = stories.get(id);
  if (!story) throw new Error(`The story ${id} was not read`);
  return story;
}

function link({ decision }: PlanInput, kind: ConstraintKind, pairs: readonly Pair[]): Constraint[] {
  return pairs.flatMap(([a, b]) => (a === b ? [] : [makeConstraint(kind, a, b, decision)]));
}

function moveAll(members: Iterable<Member>, from: string, to: string, after?: number): Move[] {
  return [...members].map(({ ordinal, probability }) => ({
    ordinal,
    from,
    to,
    before: probability,
    after: after ?? probability,
  }));
}

function planMerge(
  input: PlanInput,
  into: string,
  from: readonly string[],
  named: readonly number[],
): Effects | Senseless {
  if (from.includes(into) || new Set(from).size !== from.length)
    return { path: 'from', message: 'must name other stories, each once' };
  const target = storyOf(input, into);
  const others = from.map((id) => storyOf(input, id));
  const pairs = others.flatMap((other) => joiningPairs(target, other));
  return {
    ...NO_EFFECTS,
    moves: others.flatMap(({ id, members }) => moveAll(members.values(), id, into)),
    added: link(input, 'must', [...pairs, ...chainOf(named)]),
  };
}

/** The pairs that hold two stories together: the likest pair, and one between each of their spokesmen. */
function joiningPairs(left: ReviewedStory, right: ReviewedStory): Pair[] {
  const lefts = representatives(left.members, SPOKESMEN);
  const rights = representatives(right.members, SPOKESMEN);
  const count = Math.max(lefts.length, rights.length);
  const pairs = Array.from(
    { length: count },
    (_, i): Pair => [lefts[Math.min(i, lefts.length - 1)], rights[Math.min(i, rights.length - 1)]],
  );
  return [...likestPair(left, right), ...pairs];
}

function likestPair(left: ReviewedStory, right: ReviewedStory): Pair[] {
  const between = recordedPairs(new Map([...left.members, ...right.members])).filter(
    ({ a, b }) => left.members.has(a) !== left.members.has(b),
  );
  const [best] = between.sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
  return best ? [[best.a, best.b]] : [];
}

const chainOf = (ordinals: readonly number[]): Pair[] =>
  ordinals.slice(1).map((ordinal): Pair => [ordinals[0], ordinal]);

function planSplit(
  input: PlanInput,
  story: ReviewedStory,
  leaving: ReadonlySet<number>,
  path: string,
  pairs?: readonly Pair[],
): Effects | Senseless {
  const strangers = [...leaving].filter((ordinal) => !story.members.has(ordinal));
  if (leaving.size === 0 || strangers.length > 0) return { path, message: 'must be articles of the story' };
  const staying = [...story.members.keys()].filter((ordinal) => !leaving.has(ordinal));
  if (staying.length === 0) return { path, message: 'must leave an article in the story' };
  const to = input.newStoryId();
  const members = [...leaving].map((ordinal) => story.members.get(ordinal)!);
  return {
    ...NO_EFFECTS,
    moves: moveAll(members, story.id, to, members.length === 1 ? 1 : undefined),
    added: pairs ? link(input, 'cannot', pairs) : separate(input, [...leaving], staying),
  };
}

/** Keeps two groups apart: every pair, or, where these are too many, one article for the group that leaves, which is bound together. */
function separate(input: PlanInput, leaving: readonly number[], staying: readonly number[]): Constraint[] {
  const whole = leaving.length * staying.length <= MAX_SPELT_OUT;
  const speakers = whole ? leaving : leaving.slice(0, 1);
  const apart = speakers.flatMap((a) => staying.map((b): Pair => [a, b]));
  return [...link(input, 'cannot', apart), ...(whole ? [] : link(input, 'must', chainOf(leaving)))];
}

function planMove(
  input: PlanInput,
  article: number,
  from: ReviewedStory,
  to: ReviewedStory,
): Effects | Senseless {
  const member = from.members.get(article);
  if (!member) return { path: 'articleId', message: `must be an article of the story ${from.id}` };
  if (from.id === to.id) return { path: 'to', message: 'must be another story' };
  const staying = [...from.members.keys()].filter((ordinal) => ordinal !== article);
  const own: ReviewedStory = { id: from.id, members: new Map([[article, member]]) };
  return {
    ...NO_EFFECTS,
    moves: moveAll([member], from.id, to.id, 1),
    added: [
      ...link(input, 'must', joiningPairs(own, to)),
      ...link(
        input,
        'cannot',
        staying.map((ordinal): Pair => [article, ordinal]),
      ),
    ],
  };
}

function planConfirm(
  input: PlanInput,
  ids: readonly string[],
  articles: readonly number[],
): Effects | Senseless {
  const [into, ...from] = ids;
  const members = new Map(ids.flatMap((id) => [...storyOf(input, id).members]));
  if (articles.some((ordinal) => !members.has(ordinal)))
    return { path: 'articleIds', message: 'must be articles of the stories named' };
  if (from.length > 0) return planMerge(input, into, from, articles);
  const [hub] = representatives(members, 2).filter(
    (ordinal) => articles.length !== 1 || ordinal !== articles[0],
  );
  if (hub === undefined || members.size < 2)
    return { path: 'stories', message: 'must be a story of two articles or more' };
  const chosen =
    articles.length >= 2 ? articles : [hub, ...(articles.length === 1 ? articles : members.keys())];
  return { ...NO_EFFECTS, added: link(input, 'must', chainOf(chosen)) };
}

function planReject(
  input: PlanInput,
  ids: readonly string[],
  articles: readonly number[],
): Effects | Senseless {
  const stories = ids.map((id) => storyOf(input, id));
  const [left, right] = stories;
  const members = new Map(stories.flatMap((story) => [...story.members]));
  const [a, b] = articles;
  if (
    articles.some((ordinal) => !members.has(ordinal)) ||
    (articles.length > 0 && (articles.length !== 2 || a === b))
  )
    return { path: 'articleIds', message: 'must be two articles of the stories named' };
  if (!right) {
    if (articles.length === 0) return { path: 'articleIds', message: 'must name the two articles' };
    return planSplit(input, left, takeSide(left.members, [a, b], input.constraints), 'articleIds', [[a, b]]);
  }
  const pairs = representatives(left.members, SPOKESMEN).flatMap((x) =>
    representatives(right.members, SPOKESMEN).map((y): Pair => [x, y]),
  );
  const named: Pair[] = articles.length === 2 ? [[a, b]] : [];
  return { ...NO_EFFECTS, added: link(input, 'cannot', [...named, ...likestPair(left, right), ...pairs]) };
}

function planPin(story: ReviewedStory, intent: Extract<Intent, { type: 'pin' }>): Effects | Senseless {
  const { title = story.pins?.title, representative = story.pins?.representative } = intent;
  for (const [path, ordinal] of Object.entries({
    title: intent.title,
    representative: intent.representative,
  })) {
    if (typeof ordinal === 'number' && !story.members.has(ordinal))
      return { path, message: 'must be an article of the story' };
  }
  const after = {
    ...(typeof title === 'number' ? { title } : {}),
    ...(typeof representative === 'number' ? { representative } : {}),
  };
  return setField(story.id, 'pin', encodePins(story.pins ?? {}), encodePins(after));
}

const encodePins = ({ title, representative }: NonNullable<ReviewedStory['pins']>): string =>
  title === undefined && representative === undefined ? '' : JSON.stringify({ title, representative });

function setField(storyId: string, field: FieldChange['field'], before: string, after: string): Effects {
  return { ...NO_EFFECTS, fields: before === after ? [] : [{ storyId, field, before, after }] };
}
