import { type Effects, type FieldChange, NO_EFFECTS } from './effects';
import type { Intent } from './intent';
import type { ReviewedStory, Senseless } from './plan-input';

/** Articles whose title or text a story is to show. */
export function planPin(story: ReviewedStory, intent: Extract<Intent, { type: 'pin' }>): Effects | Senseless {
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

/** A field of a story is set; what is set to what it was changes nothing. */
export function setField(
  storyId: string,
  field: FieldChange['field'],
  before: string,
  after: string,
): Effects {
  return { ...NO_EFFECTS, fields: before === after ? [] : [{ storyId, field, before, after }] };
}
