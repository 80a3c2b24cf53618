/**
 * Redis keys that belong to no collection: those of the service itself.
 *
 * | key                     | type   | holds                                                   | written by       | lives          |
 * |-------------------------|--------|---------------------------------------------------------|------------------|----------------|
 * | sf:format               | string | number of the form that everything here has             | data-format.ts   | for good       |
 * | sf:api-keys             | hash   | key id → JSON record with the hash of the secret        | api-keys.ts      | for good       |
 * | sf:session:<sha256>     | string | JSON of a log-in of the review page                     | sessions.ts      | 12 h           |
 * | sf:idem:<sha256>        | string | empty while in flight, then hash of the body, status and answer | idempotency.ts | 24 h          |
 * | sf:rate:<client>        | string | requests of the running minute                          | countRequest.lua | one minute     |
 * | sf:process:<name>       | string | JSON of the metrics of one process                      | process-reports  | 30 s           |
 * | sf:processes            | zset   | names of processes by the time of their last report     | process-reports  | pruned by reads|
 */

/** The form of the data in this Redis. */
export const FORMAT_KEY = 'sf:format';

export const API_KEYS_KEY = 'sf:api-keys';

/** The remembered answer for one Idempotency-Key of one caller; `digest` is a hex hash over both. */
export const idempotencyKey = (digest: string): string => `sf:idem:${digest}`;

/** Requests of one client (a key or an address) in the running minute. */
export const rateKey = (client: string): string => `sf:rate:${client}`;

/** Report of one process; also the sign that it is alive. */
export const processReportKey = (name: string): string => `sf:process:${name}`;

/** Set of the names of processes that have reported lately, scored by time. */
export const PROCESS_NAMES_KEY = 'sf:processes';

/** One log-in; `digest` is a hex hash of its token. */
export const sessionKey = (digest: string): string => `sf:session:${digest}`;
