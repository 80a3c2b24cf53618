import type { Request } from 'express';
import type { Webhook, WebhookConfig } from '../store/webhook-codec';
import { rewindWebhook } from '../store/webhook-lanes';
import {
  changeConfig,
  changeSecrets,
  createWebhook,
  findWebhook,
  listWebhookRefs,
  MAX_WEBHOOKS,
  readWebhook,
  removeWebhook,
} from '../store/webhooks';
import { hasForbiddenHost } from '../webhooks/safe-dial';
import { createSecret } from '../webhooks/signing';
import { requireCollection } from './authenticate';
import type { ApiDeps } from './deps';
import { negotiate } from './negotiate';
import { readJsonBody } from './probe';
import { ProblemError } from './problems';
import { pathId } from './query';
import type { Handler } from './routes';
import { newWebhookSchema, rotationSchema, webhookChangeSchema } from './webhook-schemas';
import { toWebhookView, webhookUrl } from './webhook-view';

/** `POST /v1/webhooks`: makes a webhook that gets the events from now on; the only answer with its secret. */
export function postWebhook(deps: ApiDeps): Handler {
  return async (req, res) => {
    const body = await readJsonBody(req, newWebhookSchema, deps.options.maxBodyBytes);
    const { collection, ...config } = body;
    refuseForbidden(deps, config.url);
    const secret = createSecret();
    const webhook = await createWebhook(deps.store, collection, config, secret);
    if (!webhook) {
      throw new ProblemError('too-many-webhooks', `There are ${MAX_WEBHOOKS} webhooks, which is the most.`);
    }
    deps.wakeWebhook?.(webhook);
    res.status(201).location(webhookUrl(webhook.id, deps.options.publicUrl));
    res.set('Cache-Control', 'no-store').json({ ...view(deps, webhook), secret });
  };
}

/** `GET /v1/webhooks`: all of them, as far as the key is for their collections; they are few. */
export function getWebhooks(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    const limits = res.locals.caller?.collections;
    const refs = (await listWebhookRefs(deps.store)).filter(
      ({ collection }) => !limits || limits.includes(collection),
    );
    const webhooks = await Promise.all(refs.map((ref) => readWebhook(deps.store, ref)));
    const present = webhooks.filter((webhook) => webhook !== undefined);
    const ordered = present.toSorted((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
    res.json({ items: ordered.map((webhook) => view(deps, webhook)), nextCursor: null });
  };
}

/** `GET /v1/webhooks/{id}` */
export function getWebhook(deps: ApiDeps): Handler {
  return async (req, res) => {
    negotiate(req, ['application/json']);
    res.json(view(deps, await requireWebhook(deps, req)));
  };
}

/** `PATCH /v1/webhooks/{id}`: changes settings; `status` pauses it or makes it active again. */
export function patchWebhook(deps: ApiDeps): Handler {
  return async (req, res) => {
    const webhook = await requireWebhook(deps, req);
    const change = await readJsonBody(req, webhookChangeSchema, deps.options.maxBodyBytes);
    const { status, ...settings } = change;
    if (settings.url !== undefined) refuseForbidden(deps, settings.url);
    if (Object.keys(settings).length > 0) {
      await changeConfig(deps.store, webhook, (config) => mergeConfig(config, settings));
    }
    if (status !== undefined) {
      const why = status === 'paused' ? 'paused by hand' : '';
      await rewindWebhook(deps.store, webhook, { status, why });
    }
    deps.wakeWebhook?.(webhook);
    res.json(view(deps, await requireWebhook(deps, req)));
  };
}

/** `DELETE /v1/webhooks/{id}`: ends it at once, with everything that waits for it. */
export function deleteWebhook(deps: ApiDeps): Handler {
  return async (req, res) => {
    const webhook = await requireWebhook(deps, req);
    // Emptied first: payloads are shared between webhooks and count who still holds them.
    await rewindWebhook(deps.store, webhook, { status: 'paused', why: 'deleted' });
    await removeWebhook(deps.store, webhook);
    res.status(204).end();
  };
}

/** `POST /v1/webhooks/{id}/rotate-secret`: a new secret; the one before signs too for a time. */
export function rotateSecret(deps: ApiDeps): Handler {
  return async (req, res) => {
    const webhook = await requireWebhook(deps, req);
    const hasBody = req.headers['content-length'] !== '0' && req.headers['content-type'] !== undefined;
    const { graceSeconds } = hasBody
      ? await readJsonBody(req, rotationSchema, deps.options.maxBodyBytes)
      : rotationSchema.parse({});
    const now = deps.store.clock();
    const expiresAtMs = now + graceSeconds * 1_000;
    const secret = createSecret();
    await changeSecrets(deps.store, webhook, ([current]) => [
      { secret, createdAtMs: now },
      // Two at most: one that was itself being replaced ends here.
      ...(current ? [{ ...current, expiresAtMs }] : []),
    ]);
    const previousExpiresAt = new Date(expiresAtMs).toISOString();
    res.set('Cache-Control', 'no-store').json({ secret, previousExpiresAt });
  };
}

/** The webhook a request names. Throws `webhook-not-found`. */
export async function requireWebhook({ store }: ApiDeps, req: Request): Promise<Webhook> {
  const id = pathId(req);
  const ref = await findWebhook(store, id);
  const webhook = ref && (await readWebhook(store, ref));
  if (!webhook) throw new ProblemError('webhook-not-found', `There is no webhook "${id}".`);
  requireCollection(req, webhook.collection);
  return webhook;
}

const view = ({ store, options }: ApiDeps, webhook: Webhook) =>
  toWebhookView(webhook, store.clock(), options.publicUrl);

type Settings = { readonly [K in keyof WebhookConfig]?: WebhookConfig[K] | null };

/** The settings with a change: null takes away, undefined leaves. */
function mergeConfig(config: WebhookConfig, change: Settings): WebhookConfig {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const merged = { ...config, ...Object.fromEntries(given) };
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null),
  ) as unknown as WebhookConfig;
}

function refuseForbidden({ options }: ApiDeps, url: string): void {
  if (!hasForbiddenHost(new URL(url), options.webhookAllowHosts ?? [])) return;
  const message = 'must be a public address; the setting WEBHOOK_ALLOW_HOSTS names others that are allowed';
  throw new ProblemError('invalid-body', `The body is not valid: "url" ${message}.`, {
    errors: [{ path: 'url', message }],
  });
}
