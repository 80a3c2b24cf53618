import { setTimeout as pause } from 'node:timers/promises';
import type { Target } from './client';

/** A subscriber of one collection that resumes where it was cut off, as the guide says. */
export interface Subscriber {
  readonly collection: string;
  /** Ids of events in the order they came. */
  readonly ids: readonly string[];
  /** How often it had to connect. */
  readonly connects: () => number;
  /** Told by the service that it had missed events; must not happen here. */
  readonly resets: () => number;
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

export function subscribe({ url, key }: Target, collection: string): Subscriber {
  const ids: string[] = [];
  let [connects, resets] = [0, 0];
  const stopping = new AbortController();
  let connection = new AbortController();

  const take = (frame: string): void => {
    const field = (name: string): string | undefined => new RegExp(`^${name}: ?(.*)$`, 'm').exec(frame)?.[1];
    if (field('event') === 'stream.reset') resets++;
    const id = field('id');
    if (id !== undefined && field('data') !== undefined) ids.push(id);
  };
  const follow = async (): Promise<void> => {
    connection = new AbortController();
    connects++;
    const answer = await fetch(new URL(`/v1/events?collection=${collection}`, url), {
      headers: {
        ...{ accept: 'text/event-stream', authorization: `Bearer ${key}` },
        'last-event-id': ids.at(-1) ?? '0-0',
      },
      signal: connection.signal,
    });
    if (!answer.ok || !answer.body) throw new Error(`answered ${answer.status}`);
    let rest = '';
    for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
      const frames = (rest + text).split('\n\n');
      rest = frames.pop() ?? '';
      frames.forEach(take);
    }
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await follow().catch(() => undefined);
      await pause(100);
    }
  };
  const looped = loop();
  return {
    ...{ collection, ids, connects: () => connects, resets: () => resets },
    cut: () => connection.abort(),
    stop: async () => {
      stopping.abort();
      connection.abort();
      await looped;
    },
  };
}
