import { constraintName } from '../review/constraints';
import type { Effects } from '../review/effects';
import { recordedPairs } from '../review/pairs';
import { readArticleIds } from '../store/article-names';
import type { DecisionPart } from '../store/commit';
import {
  type Actor,
  type DecisionRecord,
  type DecisionType,
  decisionId,
  encodeDecision,
  ordinalsOf,
  type PairEvidence,
} from '../store/decisions';
import { encodeJson } from '../store/document-codec';
import type { Store } from '../store/store';
import { readPublished } from '../store/story-documents';
import type { ReviewedMembership } from './review-change';
import type { ReviewView } from './review-view';

/** Articles shown before and after in the record of a decision. */
export const SHOWN_ARTICLES = 200;

/** Reviewed pairs kept with one decision. */
const KEPT_EVIDENCE = 200;

interface DecisionFacts {
  readonly type: DecisionType;
  readonly actor: Actor;
  readonly reason?: string;
  readonly text?: string;
  readonly undoes: readonly number[];
  /** Stories it is about, besides those whose articles move. */
  readonly stories: readonly string[];
}

/** The record of a decision for the audit. Two round trips. */
export async function describeDecision(
  store: Store,
  collection: string,
  effects: Effects,
  membership: ReviewedMembership,
  view: ReviewView,
  facts: DecisionFacts,
): Promise<DecisionRecord> {
  const { moves, fields } = effects;
  const stories = [
    ...new Set([
      ...facts.stories,
      ...moves.flatMap(({ from, to }) => [from, to]),
      ...fields.map(({ storyId }) => storyId),
    ]),
  ];
  const before = stories.map((id) => [id, [...(view.stories.get(id)?.members.keys() ?? [])]] as const);
  const after = before.map(
    ([id, members]) => [id, [...(membership.after.get(id)?.keys() ?? members)]] as const,
  );
  const shown = before.flatMap(([, members]) => members);
  const ordinals = new Set([...ordinalsOf(effects), ...shown.slice(0, SHOWN_ARTICLES)]);
  const names = await readArticleIds(store, collection, ordinals);
  const show = (rows: readonly (readonly [string, readonly number[]])[]) =>
    Object.fromEntries(
      rows.map(([id, members]) => [id, members.flatMap((ordinal) => names.get(ordinal) ?? [])]),
    );
  return {
    ...facts,
    stories,
    number: view.constraintsVersion + 1,
    at: store.clock(),
    effects,
    names: Object.fromEntries([...names].filter(([ordinal]) => ordinals.has(ordinal))),
    before: show(before),
    after: show(after),
    truncated: shown.length > SHOWN_ARTICLES,
    evidence: facts.type === 'undo' ? [] : weighPairs(effects, view),
  };
}

/** The pairs a decision speaks about that have a recorded probability. */
function weighPairs({ added }: Effects, { stories }: ReviewView): PairEvidence[] {
  const members = new Map([...stories.values()].flatMap((story) => [...story.members]));
  const recorded = new Map(recordedPairs(members).map(({ a, b, probability }) => [`${a} ${b}`, probability]));
  const byName = new Map(added.map((constraint) => [constraintName(constraint), constraint]));
  return [...byName.values()]
    .flatMap(({ kind, a, b }) => {
      const probability = recorded.get(`${a} ${b}`);
      return probability === undefined ? [] : [{ a, b, same: kind === 'must', probability }];
    })
    .slice(0, KEPT_EVIDENCE);
}

/** A record as the commit takes it, with the event that tells of it. */
export async function writeDecision(
  store: Store,
  collection: string,
  record: DecisionRecord,
  undone: DecisionPart['undone'],
): Promise<Omit<DecisionPart, 'added' | 'removed' | 'fields' | 'moved' | 'revived'>> {
  const { number, stories, type, actor, reason, before, after, undoes, at } = record;
  const [storyId = ''] = stories;
  const published = storyId === '' ? undefined : await readPublished(store, collection, storyId);
  const change = {
    ...{ decision: decisionId(number), type, actor, stories, before, after },
    ...(reason === undefined ? {} : { reason }),
    ...(undoes.length === 0 ? {} : { undoes: undoes.map(decisionId) }),
  };
  const event = { story: published?.story, change, timestamp: new Date(at).toISOString() };
  return {
    ...{ number, undone, stories, record: encodeDecision(record) },
    events: [{ type: 'review.decided', storyId, data: encodeJson(event) }],
  };
}
