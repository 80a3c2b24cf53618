/**
 * Redis keys of webhooks. `c` is a collection, `w` a webhook's id; all but the registry are in the collection's slot, so that a
 * script can move events of the stream into the lanes of a webhook.
 *
 * A *lane* is what must be delivered in order: one story's events, or a single message that belongs to none.
 *
 * | key                    | type   | holds                                                        | written by              | lives               |
 * |------------------------|--------|--------------------------------------------------------------|-------------------------|---------------------|
 * | sf:webhooks            | hash   | webhook id → collection                                      | webhooks.ts             | with the webhook    |
 * | sf:{c}:wh:<w>          | hash   | config, secrets (JSON), status, why, since, created, pos     | webhooks.ts, lua below  | with the webhook    |
 * |                        |        | (position), pending, delivered, failed, failing, hold, claims|                         |                     |
 * | sf:{c}:wh:<w>:lanes    | zset   | lane → when its first message is due, or its claim ends      | push-, claim-, settle…  | while one waits     |
 * | sf:{c}:wh:<w>:q:<lane> | list   | message ids in order; the first is being tried               | push-, settle-, rewind… | while one waits     |
 * | sf:{c}:wh:<w>:tries    | hash   | lane → attempts of its first message, and who has claimed it | claim-, settle-, rewind…| while one waits     |
 * | sf:{c}:wh:<w>:behind   | hash   | message → its lane and the lanes whose older messages it awaits| push-, claim-, rewind…  | while one waits     |
 * | sf:{c}:wh:<w>:log      | zset   | message id by the time of its first attempt                  | settleDelivery.lua      | 500, 7 days         |
 * | sf:{c}:wh:<w>:sent     | hash   | message id → JSON log record                                 | settleDelivery.lua      | with `log`          |
 * | sf:{c}:whm:<message>   | hash   | t (type), d (deflated JSON), n (lanes that hold it)          | push-, settle-, rewind… | n > 0, 30 days      |
 */
export const WEBHOOKS_KEY = 'sf:webhooks';

/** Keys of one webhook. */
export function webhookKeys(collection: string, id: string) {
  const hash = `sf:{${collection}}:wh:${id}`;
  const prefix = `${hash}:`;
  return {
    hash,
    prefix,
    queue: (lane: string) => `${prefix}q:${lane}`,
    lanes: `${prefix}lanes`,
    tries: `${prefix}tries`,
    behind: `${prefix}behind`,
    log: `${prefix}log`,
    sent: `${prefix}sent`,
    messages: `sf:{${collection}}:whm:`,
  } as const;
}

/** What a key holds of a collection's webhooks: the webhook itself, or messages and what goes with them; undefined for other keys. */
export function readWebhookKey(
  collection: string,
  key: string,
): { readonly webhook: string } | 'messages' | undefined {
  const { hash: prefix, messages } = webhookKeys(collection, '');
  if (key.startsWith(messages)) return 'messages';
  if (!key.startsWith(prefix)) return undefined;
  const id = key.slice(prefix.length);
  return id.includes(':') ? 'messages' : { webhook: id };
}
