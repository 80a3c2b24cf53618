import {
  bodyKey,
  fingerprintKey,
  isCollectionName,
  isKeyOf,
  ledgerKeys,
  postingPrefix,
  termCountsKey,
  termTablesKey,
} from '../../../src/store/keys';
import { idempotencyKey, processReportKey, rateKey, sessionKey } from '../../../src/store/service-keys';
import { readWebhookKey, webhookKeys } from '../../../src/store/webhook-keys';

const OF_SERVICE = [idempotencyKey, rateKey, processReportKey, sessionKey];

test('no collection is called as keys of the service begin, and none takes those for its own', () => {
  for (const keyOf of OF_SERVICE) {
    const name = keyOf('').split(':')[1];
    expect(isCollectionName(name)).toBe(false);
    expect(isCollectionName(`${name}s`)).toBe(true);
    for (const digest of ['a0c4', 'df1e', 'f', 'x-host-1']) expect(isKeyOf(name, keyOf(digest))).toBe(false);
  }
});

test('a collection has the keys of its ledger, texts and index, and not those of another', () => {
  const keysOf = (name: string): string[] => [
    ...[ledgerKeys(name).sequence, ledgerKeys(name).story('st_1'), webhookKeys(name, 'wh_1').hash],
    ...[bodyKey(name, 1), fingerprintKey(name, 1), `${postingPrefix(name, 3)}17`],
    ...[termTablesKey(name), termCountsKey(name, 'en')],
  ];
  expect(keysOf('day').every((key) => isKeyOf('day', key))).toBe(true);
  for (const other of ['days', 'da', 'df', 'a']) {
    expect(keysOf('day').filter((key) => isKeyOf(other, key))).toEqual([]);
    expect(keysOf(other).filter((key) => isKeyOf('day', key))).toEqual([]);
  }
});

test('a key of webhooks says whether it holds one, or what is sent to it', () => {
  const { hash, lanes, tries, behind, log, sent, messages, queue } = webhookKeys('day', 'wh_1f');
  expect(readWebhookKey('day', hash)).toEqual({ webhook: 'wh_1f' });
  for (const key of [lanes, tries, behind, log, sent, queue('!resend-1-0'), `${messages}1-0`])
    expect(readWebhookKey('day', key)).toBe('messages');
  expect(readWebhookKey('day', ledgerKeys('day').events)).toBeUndefined();
  expect(readWebhookKey('other', hash)).toBeUndefined();
});
