import { useEffect, useState } from 'preact/hooks';
import { EVENT_TYPES } from '../event-types';
import { withQuery } from './api';

/** A change of a story, told as it happens. */
export interface LiveEvent {
  readonly type: string;
  readonly storyId: string | undefined;
}

const listeners = new Set<(event: LiveEvent) => void>();
let source: EventSource | undefined;
let state: LiveState = 'off';

export type LiveState = 'off' | 'on' | 'lost';
const stateListeners = new Set<(state: LiveState) => void>();

/** Follows the event stream of the service; the browser takes it up again by itself after a break. */
export function startLive(): () => void {
  source = new EventSource(withQuery('/v1/events', { after: 'latest' }));
  source.onopen = () => setState('on');
  source.onerror = () => setState('lost');
  for (const type of EVENT_TYPES)
    source.addEventListener(type, (event) => tell(type, (event as MessageEvent<string>).data));
  return () => {
    source?.close();
    setState('off');
  };
}

function tell(type: string, json: string): void {
  const { data } = JSON.parse(json) as { data?: { story?: { id?: string } } };
  for (const listener of listeners) listener({ type, storyId: data?.story?.id });
}

function setState(next: LiveState): void {
  state = next;
  for (const listener of stateListeners) listener(next);
}

export function useLive(listener: (event: LiveEvent) => void, inputs: readonly unknown[]): void {
  useEffect(() => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
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
