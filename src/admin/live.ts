import { useEffect, useState } from 'preact/hooks';
import { EVENT_TYPES } from '../event-types';
import { checkLogIn, withQuery } from './api';

/** A change of a story, told as it happens. `stream.reset`: some were missed, so that all that is shown may be old. */
export interface LiveEvent {
  readonly type: string;
  readonly storyId: string | undefined;
}

export type LiveState = 'off' | 'on' | 'lost';

/** Pause before the stream is opened anew after it was refused; it doubles up to the longest. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

const listeners = new Set<(event: LiveEvent) => void>();
const stateListeners = new Set<(state: LiveState) => void>();
let state: LiveState = 'off';

/**
 * Follows the event stream of the service. A browser takes a stream up again by itself when the connection breaks, but not
 * when it is answered with an error, as while Redis is away: then it is opened anew here.
 */
export function startLive(): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  const open = (): void => {
    source = new EventSource(withQuery('/v1/events', { after: 'latest' }));
    source.onopen = () => {
      pauseMs = FIRST_PAUSE_MS;
      if (state === 'lost') tellAll({ type: 'stream.reset', storyId: undefined });
      setState('on');
    };
    source.onerror = () => {
      setState('lost');
      if (source?.readyState !== EventSource.CLOSED) return;
      // The log-in may have ended, which nothing else would tell a page that is only looked at.
      checkLogIn().catch(() => undefined);
      timer = setTimeout(open, pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    };
    for (const type of [...EVENT_TYPES, 'stream.reset'])
      source.addEventListener(type, (event) => tell(type, (event as MessageEvent<string>).data));
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
    setState('off');
  };
}

function tell(type: string, json: string): void {
  const { data } = JSON.parse(json) as { data?: { story?: { id?: string } } };
  tellAll({ type, storyId: data?.story?.id });
}

function tellAll(event: LiveEvent): void {
  for (const listener of listeners) listener(event);
}

function setState(next: LiveState): void {
  state = next;
  for (const listener of stateListeners) listener(next);
}

/** Calls with every event that is `wanted`, and when some were missed. */
export function useLive(
  wanted: (event: LiveEvent) => boolean,
  listener: () => void,
  inputs: readonly unknown[],
): void {
  useEffect(() => {
    const told = (event: LiveEvent): void => {
      if (event.type === 'stream.reset' || wanted(event)) listener();
    };
    listeners.add(told);
    return () => void listeners.delete(told);
  }, [...inputs]);
}

export function useLiveState(): LiveState {
  const [current, setCurrent] = useState(state);
  useEffect(() => {
    stateListeners.add(setCurrent);
    return () => void stateListeners.delete(setCurrent);
  }, []);
  return current;
}
