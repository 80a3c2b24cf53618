import { constraintName } from './constraints';
import { type Effects, NO_EFFECTS } from './effects';
import type { Intent } from './intent';
import { planConfirm, planReject } from './plan-answer';
import { planPin, setField } from './plan-field';
import { type PlanInput, type Senseless, storyOf } from './plan-input';
import { planMerge, planMove, planSplit } from './plan-membership';

/** Articles a decision may concern: it is carried out in one script, which others wait for. */
export const MAX_DECIDED_ARTICLES = 2_000;

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
