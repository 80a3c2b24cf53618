import type { StoredEvent } from '../store/events';

/** How an event is written: our own envelope, or CloudEvents 1.0 in structured JSON. */
export type EventFormat = 'plain' | 'cloudevents';

/** Media types of CloudEvents: one event, and an array of them. */
export const CLOUDEVENT_TYPE = 'application/cloudevents+json';
export const CLOUDEVENTS_TYPE = 'application/cloudevents-batch+json';

/** An event as a CloudEvent (v1.0.2, JSON format). `source` + `id` is unique, as the specification wants it. */
export function toCloudEvent(event: StoredEvent, publicUrl = ''): Record<string, unknown> {
  const story = (event.data as { story?: { id?: string } }).story;
  return {
    specversion: '1.0',
    id: event.id,
    type: event.type,
    source: `${publicUrl}/v1/events?collection=${encodeURIComponent(event.collection)}`,
    ...(story?.id !== undefined && { subject: story.id }),
    time: event.timestamp,
    datacontenttype: 'application/json',
    data: event.data,
  };
}

/** An event as it is sent. */
export function toWire(event: StoredEvent, format: EventFormat, publicUrl?: string): unknown {
  return format === 'cloudevents' ? toCloudEvent(event, publicUrl) : event;
}

/**
 * One frame of an event stream. `id` and `type` must not have line breaks: they would start another field.
 *
 * Data is split at every kind of line break, as the specification reads them.
 */
export function sseFrame(frame: {
  readonly id?: string;
  readonly type?: string;
  readonly data: string;
}): string {
  for (const value of [frame.id, frame.type]) {
    if (value !== undefined && /[\r\n\0]/.test(value))
      throw new Error('An event id or type has a line break');
  }
  const id = frame.id === undefined ? '' : `id: ${frame.id}\n`;
  const type = frame.type === undefined ? '' : `event: ${frame.type}\n`;
  const data = frame.data
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('');
  return `${id}${type}${data}\n`;
}
