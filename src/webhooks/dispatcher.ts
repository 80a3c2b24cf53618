import type { Logger } from '../logging';
import type { EventTail, Tail } from '../store/event-tail';
import type { Store } from '../store/store';
import { listWebhookRefs, type WebhookRef } from '../store/webhooks';

/** Wakes webhooks when there are events for them. */
export interface WebhookDispatcher {
  /** Follows the events of a webhook's collection from now on, if it does not yet. */
  follow(ref: WebhookRef): Promise<void>;
  /** Looks at which webhooks there are, and wakes all: what lost its job, or came in while nobody followed, is then found. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface DispatcherDeps {
  readonly store: Store;
  /** Closed with the dispatcher. */
  readonly events: EventTail;
  readonly wake: (refs: readonly WebhookRef[]) => Promise<void>;
  readonly log: Logger;
}

interface Followed {
  readonly tail: Tail;
  readonly webhooks: Map<string, WebhookRef>;
}

/**
 * Follows the event streams of all collections that have webhooks. Each worker process has one; what several of them ask for at
 * once becomes one job. Does nothing by itself until `refresh` or `follow` is called.
 */
export function createWebhookDispatcher({ store, events, wake, log }: DispatcherDeps): WebhookDispatcher {
  const followed = new Map<string, Followed>();
  const opening = new Map<string, Promise<void>>();
  const toWake = createWaker(wake, log);

  const open = async (collection: string): Promise<void> => {
    const tail = await events.open(collection);
    const entry: Followed = { tail, webhooks: new Map() };
    followed.set(collection, entry);
    tail.listen(() => toWake(entry.webhooks.values()));
  };
  const follow = async (ref: WebhookRef): Promise<void> => {
    const { collection } = ref;
    if (!followed.has(collection)) {
      const opened = opening.get(collection) ?? open(collection).finally(() => opening.delete(collection));
      opening.set(collection, opened);
      await opened;
    }
    followed.get(collection)?.webhooks.set(ref.id, ref);
  };
  return {
    follow,
    refresh: async () => {
      const refs = await listWebhookRefs(store);
      for (const ref of refs) await follow(ref);
      const present = new Set(refs.map(({ id }) => id));
      for (const [collection, { tail, webhooks }] of followed) {
        for (const id of webhooks.keys()) if (!present.has(id)) webhooks.delete(id);
        if (webhooks.size > 0) continue;
        tail.close();
        followed.delete(collection);
      }
      toWake(refs);
    },
    close: async () => {
      await events.close();
      await toWake.settled();
    },
  };
}

/** Gathers what is to be woken while a call is under way, so that a burst of events makes few calls. */
function createWaker(wake: DispatcherDeps['wake'], log: Logger) {
  const gathered = new Map<string, WebhookRef>();
  let calling: Promise<void> | undefined;
  const callAll = async (): Promise<void> => {
    while (gathered.size > 0) {
      const refs = [...gathered.values()];
      gathered.clear();
      await wake(refs).catch((err: unknown) =>
        log.warn({ err }, 'webhooks not woken now; the next look will'),
      );
    }
    calling = undefined;
  };
  const toWake = (refs: Iterable<WebhookRef>): void => {
    for (const ref of refs) gathered.set(ref.id, ref);
    if (gathered.size > 0) calling ??= callAll();
  };
  return Object.assign(toWake, { settled: async () => calling });
}
