import { setTimeout as pause } from 'node:timers/promises';
import { claimDeliveries, nextDueMs } from '../store/webhook-lanes';
import { readWebhook, type WebhookRef } from '../store/webhooks';
import { type DeliveryDeps, deliver, leaseMs } from './deliver';
import { takeEvents } from './take-events';

/** Deliveries of one webhook on their way at once: its own slow ones hold up no more than this many of its stories. */
const CONCURRENCY = 16;

/** New events and due retries are looked for this often while deliveries are on their way. */
const LOOK_MS = 250;

/** Deliveries of one job; what is left gets another, so that no job lasts for ever. */
const DELIVERIES_PER_JOB = 1_000;

/** When to go on: at once, at a time, or when there is something new. */
export type DrainOutcome =
  | { readonly kind: 'more' | 'idle' }
  | { readonly kind: 'later'; readonly dueAtMs: number };

/**
 * Delivers what is due for one webhook. Several may run for the same one: claims keep them apart. Ends early, without waiting for
 * answers, when `stop` is raised; what was on its way is then sent again by the next.
 */
export async function drainWebhook(
  deps: DeliveryDeps,
  ref: WebhookRef,
  stop: AbortSignal,
): Promise<DrainOutcome> {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let started = 0;
  try {
    while (!stop.aborted && failures.length === 0) {
      const webhook = await readWebhook(deps.store, ref);
      if (!webhook) return { kind: 'idle' };
      const more = await takeEvents(deps.store, webhook);
      const room = Math.min(CONCURRENCY - underWay.size, DELIVERIES_PER_JOB - started);
      const claims = room > 0 ? await claimDeliveries(deps.store, ref, room, leaseMs(deps)) : [];
      for (const claim of claims) {
        const task: Promise<void> = deliver(deps, webhook, claim, stop)
          .catch((error: unknown) => void failures.push(error))
          .finally(() => underWay.delete(task));
        underWay.add(task);
      }
      started += claims.length;
      if (underWay.size > 0) await waitForOne(underWay);
      else if (!more || started >= DELIVERIES_PER_JOB) break;
    }
  } finally {
    await Promise.all(underWay);
  }
  if (failures.length > 0) throw failures[0];
  return findNext(deps, ref);
}

async function waitForOne(underWay: ReadonlySet<Promise<void>>): Promise<void> {
  const looking = new AbortController();
  const look = pause(LOOK_MS, undefined, { signal: looking.signal }).catch(() => undefined);
  await Promise.race([...underWay, look]);
  looking.abort();
}

async function findNext({ store }: DeliveryDeps, ref: WebhookRef): Promise<DrainOutcome> {
  const [dueAtMs, webhook] = await Promise.all([nextDueMs(store, ref), readWebhook(store, ref)]);
  if (dueAtMs === undefined || !webhook) return { kind: 'idle' };
  const wakeMs = Math.max(dueAtMs, webhook.holdUntilMs ?? 0);
  return wakeMs <= store.clock() ? { kind: 'more' } : { kind: 'later', dueAtMs: wakeMs };
}
