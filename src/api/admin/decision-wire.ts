import type { Constraint } from '../../review/constraints';
import { type DecisionRecord, decisionId, type KeptDecision } from '../../store/decisions';

/** A constraint as clients read it. An article past retention is named by its number. */
export function toConstraintWire(
  { kind, a, b, decision }: Constraint,
  nameOf: (ordinal: number) => string | undefined,
) {
  const articleIds = [a, b].map((ordinal) => nameOf(ordinal) ?? `#${ordinal}`);
  return { kind, articleIds, decision: decisionId(decision) };
}

/** Constraints shown with one decision. */
const CONSTRAINTS_SHOWN = 200;

/** A decision as clients read it. */
export function toDecisionWire(record: DecisionRecord | KeptDecision) {
  const { number, type, at, actor, reason, text, stories, effects, undoes, names, before, after } = record;
  const nameOf = (ordinal: number) => names[ordinal];
  const show = (list: readonly Constraint[]) =>
    list.slice(0, CONSTRAINTS_SHOWN).map((constraint) => toConstraintWire(constraint, nameOf));
  const undoneBy = 'undoneBy' in record ? record.undoneBy : undefined;
  return {
    id: decisionId(number),
    ...{ type, at: new Date(at).toISOString(), actor },
    reason: reason ?? null,
    ...(text !== undefined && { text }),
    summary: summarise(record),
    stories,
    articles: [...new Set(effects.moves.flatMap(({ ordinal }) => names[ordinal] ?? []))],
    before: { stories: before, fields: fieldsOf(record, 'before') },
    after: { stories: after, fields: fieldsOf(record, 'after') },
    constraints: { added: show(effects.added), removed: show(effects.removed) },
    undoneBy: undoneBy === undefined ? null : decisionId(undoneBy),
    undoes: undoes.map(decisionId),
    ...(record.settings && { settings: record.settings }),
    ...(record.truncated && { truncated: true }),
  };
}

export type DecisionWire = ReturnType<typeof toDecisionWire>;

function fieldsOf({ effects }: DecisionRecord, side: 'before' | 'after') {
  return effects.fields.map((field) => ({ storyId: field.storyId, field: field.field, value: field[side] }));
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

function summarise({ type, stories, effects, undoes, names, text }: DecisionRecord): string {
  const articles = count(effects.moves.length, 'article', 'articles');
  const [first = '', second = ''] = stories;
  const [moved] = effects.moves;
  switch (type) {
    case 'merge':
      return `Merged ${count(stories.length - 1, 'story', 'stories')} into ${first}: ${articles}`;
    case 'split':
      return `Split ${articles} off ${first}`;
    case 'move':
      return `Moved ${moved ? names[moved.ordinal] : 'an article'} from ${first} to ${second}`;
    case 'remove':
      return `Removed ${moved ? names[moved.ordinal] : 'an article'} from ${first}`;
    case 'confirm':
      return effects.moves.length > 0
        ? `Confirmed ${first} and ${second} as one story`
        : `Confirmed ${first}`;
    case 'reject':
      return effects.moves.length > 0
        ? `Rejected a pair of ${first}: ${articles} split off`
        : `Keeps ${first} and ${second} apart`;
    case 'lock':
      return effects.fields[0]?.after === '' ? `Unlocked ${first}` : `Locked ${first}`;
    case 'pin':
      return `Pinned articles of ${first}`;
    case 'note':
      return `Note on ${first}: ${(text ?? '').slice(0, 100)}`;
    case 'settings':
      return 'Changed the settings';
    case 'undo':
      return `Took back ${undoes.map(decisionId).join(', ')}`;
  }
}
