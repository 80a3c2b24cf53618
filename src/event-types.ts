/** Types of the events that subscribers get. */
export const EVENT_TYPES = [
  'story.created',
  'story.updated',
  'story.merged',
  'story.split',
  'story.retracted',
  'review.needed',
  'review.decided',
  'webhook.paused',
] as const;
