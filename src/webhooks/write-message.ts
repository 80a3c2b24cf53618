import { CLOUDEVENT_TYPE, toWire } from '../api/event-formats';
import { storyUrl } from '../api/links';
import type { StoredEvent } from '../store/events';
import { summarise } from '../store/story-list';
import type { Webhook, WebhookSecret } from '../store/webhook-codec';
import type { CanonicalStory } from '../story/canonical-story';
import type { StoryChange } from '../story/diff-stories';
import type { OutgoingMessage } from './send';
import { signMessage } from './signing';

/** What messages of all webhooks have in common. */
export interface MessageOptions {
  /** Longest body in bytes. */
  readonly maxPayloadBytes: number;
  readonly publicUrl?: string;
  readonly userAgent: string;
}

/**
 * The `webhook-id` of a message: the same for every attempt and for a delivery sent again, so that receivers know what they have
 * had. Event ids are unique in their collection only. No full stop: that separates the parts of the signed text.
 */
export const messageId = (collection: string, message: string): string => `msg_${collection}_${message}`;

/** The part of a `webhook-id` that names the message; undefined when it is none of this collection. */
export function parseMessageId(collection: string, id: string): string | undefined {
  const prefix = messageId(collection, '');
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}

/** A message for a webhook, signed for an attempt at this time. */
export function writeMessage(
  { url, format }: Webhook['config'],
  secrets: readonly WebhookSecret[],
  event: StoredEvent,
  options: MessageOptions,
  nowMs: number,
): OutgoingMessage {
  const body = writeBody(event, format, options);
  const id = messageId(event.collection, event.id);
  const timestamp = Math.floor(nowMs / 1_000);
  return {
    url,
    body,
    headers: {
      'content-type': format === 'cloudevents' ? CLOUDEVENT_TYPE : 'application/json',
      'user-agent': options.userAgent,
      'accept-encoding': 'identity',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signMessage(id, timestamp, body, activeSecrets(secrets, nowMs)),
    },
  };
}

/** The secrets that sign now: the newest, and the one before it until its time is over. */
export function activeSecrets(secrets: readonly WebhookSecret[], nowMs: number): string[] {
  return secrets.filter(({ expiresAtMs = Infinity }) => nowMs < expiresAtMs).map(({ secret }) => secret);
}

/** A body within the limit: whole, else with the story's summary and address, else also without the list of changes. */
function writeBody(
  event: StoredEvent,
  format: 'plain' | 'cloudevents',
  { maxPayloadBytes, publicUrl }: MessageOptions,
): string {
  const write = (data: StoredEvent['data']): string =>
    JSON.stringify(toWire({ ...event, data }, format, publicUrl));
  const whole = write(event.data);
  const { story, change } = event.data as { story?: CanonicalStory; change?: StoryChange };
  if (Buffer.byteLength(whole) <= maxPayloadBytes || story?.articles === undefined) return whole;
  const short = {
    ...event.data,
    story: summarise(story),
    truncated: true,
    links: { story: storyUrl(story.id, story.collection, publicUrl) },
  };
  const shorter = write(short);
  if (Buffer.byteLength(shorter) <= maxPayloadBytes || change === undefined) return shorter;
  return write({ ...short, change: { fields: change.fields, newSentenceCount: change.newSentenceCount } });
}
