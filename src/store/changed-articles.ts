import { ledgerKeys } from './keys';
import type { Store } from './store';

/** As many entries as `markPending.lua` and `commit.lua` keep. */
const KEPT_CHANGES = 1_000;

/** Before the first change. */
export const NO_CHANGE = '0-0';

/** The articles that were revised or withdrawn after a change. */
export interface ChangedArticles {
  /** `all`: so many that older ones are forgotten, and any article may have changed. */
  readonly ordinals: readonly number[] | 'all';
  /** The newest change, to ask from the next time. */
  readonly last: string;
}

/** Which articles have changed since a change read before. One round trip, most often with nothing in it. */
export async function readChangedArticles(
  { redis }: Pick<Store, 'redis'>,
  collection: string,
  after: string,
): Promise<ChangedArticles> {
  const { changes } = ledgerKeys(collection);
  const entries = await redis.xrange(changes, `(${after}`, '+', 'COUNT', KEPT_CHANGES);
  const ordinals = entries.length === KEPT_CHANGES ? 'all' : entries.map(([, fields]) => Number(fields[1]));
  return { ordinals, last: entries.at(-1)?.[0] ?? after };
}
