import type { Dispatcher } from 'undici';
import type { Logger } from '../logging';
import type { Metrics } from '../metrics';
import type { Store } from '../store/store';
import type { Webhook } from '../store/webhook-codec';
import type { DeliveryAttempt, DeliveryRecord } from '../store/webhook-deliveries';
import { type ClaimedDelivery, rewindWebhook, type Settlement, settleDelivery } from '../store/webhook-lanes';
import { toExcerpt } from './excerpt';
import { judgeAttempt, type Verdict } from './judge-attempt';
import { type SendResult, sendMessage } from './send';
import { type MessageOptions, messageId, writeMessage } from './write-message';

/** What deliveries need. Built by the composition root. */
export interface DeliveryDeps {
  readonly store: Store;
  readonly agent: Dispatcher;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly message: MessageOptions;
  /** For an answer's headers to come. */
  readonly timeoutMs: number;
  /** A webhook that has failed for this long without a success is paused. */
  readonly pauseAfterMs: number;
  /** 0 to 1, for the jitter of retries. */
  readonly random: () => number;
}

/** For the rest of an answer, which is only for the log. */
const BODY_TIMEOUT_MS = 1_000;

const MINUTE_MS = 60_000;

/** Attempts of a delivery that the log shows; it counts the others. */
const ATTEMPTS_SHOWN = 3;

/** How long a claim holds: longer than an attempt can take, so that no second worker sends the same message meanwhile. */
export const leaseMs = ({ timeoutMs }: Pick<DeliveryDeps, 'timeoutMs'>): number =>
  timeoutMs + BODY_TIMEOUT_MS + 15_000;

/** Makes one attempt to deliver a claimed message and writes down how it ended. */
export async function deliver(
  deps: DeliveryDeps,
  webhook: Webhook,
  claim: ClaimedDelivery,
  stop: AbortSignal,
): Promise<void> {
  const { store, random } = deps;
  const startedMs = store.clock();
  const result = await tryOnce(deps, webhook, claim, startedMs, stop);
  const nowMs = store.clock();
  const verdict = limitRetries(claim, webhook, judgeAttempt(result, claim.attempts + 1, random(), nowMs));
  const record = toRecord(webhook, claim, verdict, describeAttempt(result, verdict, startedMs, nowMs), nowMs);
  const failingSinceMs = await settleDelivery(store, webhook, claim, toSettlement(verdict, nowMs), record);
  deps.metrics.webhookAttempts.inc({ result: verdict.kind });
  if (verdict.kind === 'gone') await endWebhook(deps, webhook, 'disabled', 'the receiver answered 410 Gone');
  else if (failingSinceMs !== undefined && nowMs - failingSinceMs >= deps.pauseAfterMs) {
    const since = new Date(failingSinceMs).toISOString();
    await endWebhook(deps, webhook, 'paused', `every delivery has failed since ${since}`);
  }
}

/** What is not tried again: a message whose payload is gone, a test, and anything for a webhook that has ended already. */
function limitRetries({ event }: ClaimedDelivery, { status }: Webhook, verdict: Verdict): Verdict {
  if (!event) return { kind: 'giveUp', error: 'the event is no longer kept' };
  if (verdict.kind === 'retry' && event.type === 'webhook.test') return { ...verdict, kind: 'giveUp' };
  if (verdict.kind === 'gone' && status === 'disabled') return { ...verdict, kind: 'giveUp' };
  return verdict;
}

function tryOnce(
  { agent, timeoutMs, message: options }: DeliveryDeps,
  { config, secrets }: Webhook,
  { event }: ClaimedDelivery,
  nowMs: number,
  stop: AbortSignal,
): Promise<SendResult> {
  if (!event) return Promise.resolve({ kind: 'failed', error: 'nothing to send' });
  const message = writeMessage(config, secrets, event, options, nowMs);
  return sendMessage(agent, message, { timeoutMs, bodyTimeoutMs: BODY_TIMEOUT_MS }, stop);
}

function toSettlement(verdict: Verdict, nowMs: number): Settlement {
  if (verdict.kind === 'delivered') return { kind: 'done' };
  if (verdict.kind === 'giveUp') return { kind: 'drop' };
  if (verdict.kind === 'stopped') return { kind: 'release' };
  // Left at the head of its lane until the webhook is ended, which goes back to before this message.
  if (verdict.kind === 'gone') return { kind: 'retry', dueAtMs: nowMs + MINUTE_MS };
  const { delayMs, holdMs } = verdict;
  return {
    kind: 'retry',
    dueAtMs: nowMs + delayMs,
    ...(holdMs !== undefined && { holdUntilMs: nowMs + holdMs }),
  };
}

function describeAttempt(
  result: SendResult,
  verdict: Verdict,
  startedMs: number,
  nowMs: number,
): DeliveryAttempt {
  const answered = result.kind === 'answered' ? result : undefined;
  return {
    atMs: startedMs,
    durationMs: nowMs - startedMs,
    ...(answered && { status: answered.status, response: toExcerpt(answered.body) }),
    ...('error' in verdict && { error: verdict.error }),
  };
}

/** The log record after an attempt; undefined when there was none. */
function toRecord(
  { collection }: Webhook,
  { message, attempts, event, record }: ClaimedDelivery,
  verdict: Verdict,
  attempt: DeliveryAttempt,
  nowMs: number,
): DeliveryRecord | undefined {
  if (verdict.kind === 'stopped') return undefined;
  const story = (event?.data as { story?: { id?: string } } | undefined)?.story;
  const waits = verdict.kind === 'retry' || verdict.kind === 'gone';
  return {
    id: messageId(collection, message),
    type: event?.type ?? record?.type ?? 'unknown',
    ...(story?.id !== undefined && { storyId: story.id }),
    status: verdict.kind === 'delivered' ? 'delivered' : waits ? 'waiting' : 'failed',
    createdAtMs: record?.createdAtMs ?? attempt.atMs,
    attemptCount: attempts + 1,
    attempts: [...(record?.attempts ?? []), attempt].slice(-ATTEMPTS_SHOWN),
    ...(verdict.kind === 'retry' && { nextAttemptAtMs: nowMs + verdict.delayMs }),
  };
}

/** Stops a webhook and tells of it in the event stream. */
async function endWebhook(
  { store, log }: DeliveryDeps,
  { id, collection, config }: Webhook,
  status: 'paused' | 'disabled',
  why: string,
): Promise<void> {
  // Not the whole address: its path or query may be what keeps others from posting there.
  const { origin } = new URL(config.url);
  const data = {
    webhook: {
      id,
      origin,
      ...(config.description !== undefined && { description: config.description }),
      status,
    },
    reason: status === 'disabled' ? 'gone' : 'failing',
    detail: why,
  };
  const event = { type: 'webhook.paused', data };
  const outcome = await rewindWebhook(store, { id, collection }, { status, why, event });
  if (outcome === 'ok') log.warn({ webhook: id, status, why }, 'webhook stopped');
}
