import { deepStrictEqual, ok } from 'node:assert';
import * as fc from 'fast-check';
import type { Article } from '../../../src/article';
import { decodeFingerprint, encodeFingerprint, roundFingerprint } from '../../../src/fingerprint/codec';
import { fingerprintArticle, observeArticle } from '../../../src/fingerprint/fingerprint';
import { TermStatistics } from '../../../src/fingerprint/term-statistics';
import { decodePacked } from '../../../src/matching/decode-packed';
import { packFingerprint } from '../../../src/matching/packed-fingerprint';
import { PROBABILITY_STEPS } from '../../../src/matching/story-view';
import { decodeBody, encodeBody, urlKey } from '../../../src/store/article-codec';
import { CorruptRecord } from '../../../src/store/corrupt-record';
import {
  decodeForms,
  decodeJson,
  encodeJson,
  encodeShared,
  encodeWithShared,
  shareJson,
} from '../../../src/store/document-codec';
import { decodeEvent } from '../../../src/store/events';
import { decodeMember, encodeMember } from '../../../src/store/member-codec';
import { decodeWebhook, encodeConfig, encodeSecrets } from '../../../src/store/webhook-codec';
import { type DeliveryRecord, decodeDelivery, encodeDelivery } from '../../../src/store/webhook-deliveries';
import { cleanArticle } from '../../../src/text/clean-article';
import { messageId, parseMessageId } from '../../../src/webhooks/write-message';
import { damaged, hostileJson, hostileText } from './hostile-text';
import { type Law, law } from './law';

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

/** Compares as JSON does: without fields that are undefined, whatever the prototypes of generated values. */
const sameJson = (read: unknown, expected: unknown): void =>
  deepStrictEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(expected)));

const posted = fc.record({
  title: hostileText,
  text: optional(hostileText),
  html: optional(hostileText),
  source: fc.record({ name: hostileText, id: hostileText, group: hostileText }),
  url: optional(hostileText.map((text) => `https://a.example/${encodeURIComponent(text.toWellFormed())}`)),
  author: optional(hostileText),
  language: optional(hostileText),
  tags: optional(fc.array(hostileText, { maxLength: 3 })),
  credit: optional(hostileText),
  publishedAtMs: optional(fc.integer({ min: 0, max: 4e12 })),
  status: fc.constantFrom('usable' as const, 'withheld' as const, 'canceled' as const),
});

/** What is thrown for a record that is damaged. */
function readsOrRefuses(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof CorruptRecord) && !(error instanceof RangeError)) throw error;
  }
}

const member = fc.record({
  ordinal: fc.constant(7),
  revision: fc.nat(2 ** 31 - 1),
  probability: fc.nat(PROBABILITY_STEPS).map((steps) => steps / PROBABILITY_STEPS),
  joinedAtMs: fc.integer({ min: 0, max: 4e12 }),
  edges: fc.array(
    fc.record({
      ordinal: fc.nat(2 ** 31 - 1),
      revision: fc.nat(255),
      probability: fc.nat(PROBABILITY_STEPS).map((steps) => steps / PROBABILITY_STEPS),
    }),
    { maxLength: 20 },
  ),
});

const statistics = new TermStatistics();

/** The fingerprint of an article, as analysis makes it. */
function fingerprintOf(fields: Partial<Article>) {
  const named = { id: 'a', collection: 'default', revision: 1, receivedAtMs: 0, status: 'usable' as const };
  const article: Article = { ...named, title: '', source: { name: '' }, ...fields };
  const clean = cleanArticle(article, () => 'en');
  observeArticle(clean, statistics);
  return roundFingerprint(fingerprintArticle(article, clean, statistics));
}

const fingerprint = posted.map(fingerprintOf);

const webhook = fc.record({
  config: fc.record({
    url: hostileText,
    description: optional(hostileText),
    types: optional(fc.array(hostileText, { maxLength: 3 })),
    source: optional(fc.array(hostileText, { maxLength: 3 })),
    minSources: optional(fc.nat()),
    q: optional(hostileText),
    format: fc.constantFrom('plain' as const, 'cloudevents' as const),
  }),
  secrets: fc.array(fc.record({ secret: hostileText, createdAtMs: fc.nat() }), { maxLength: 3 }),
});

const attempt = fc.record({
  atMs: fc.nat(),
  durationMs: fc.nat(),
  status: optional(fc.nat(599)),
  error: optional(hostileText),
  response: optional(hostileText),
});

const delivery: fc.Arbitrary<DeliveryRecord> = fc.record({
  ...{ id: hostileText, type: hostileText, storyId: optional(hostileText) },
  status: fc.constantFrom('waiting' as const, 'delivered' as const, 'failed' as const),
  ...{ createdAtMs: fc.nat(), attemptCount: fc.nat(), nextAttemptAtMs: optional(fc.nat()) },
  attempts: fc.array(attempt, { maxLength: 3 }),
});

/** What is written is read back, and what is damaged is refused by its name and not by an accident. */
export const CODEC_LAWS: readonly Law[] = [
  law('an article that is stored is read back', posted, (article) => {
    const read = decodeBody('key', 'default', 3, encodeBody('a', article, 5));
    sameJson(read, { ...article, id: 'a', receivedAtMs: 5, collection: 'default', revision: 3 });
    ok(urlKey(article).length <= 22);
  }),
  law('JSON that is stored is read back', hostileJson, (value) => {
    deepStrictEqual(decodeJson('key', 'field', encodeJson(value)), value);
  }),
  law(
    'JSON that is shared by a document and its events is read back from both',
    fc.record({ name: hostileText, value: hostileJson, rest: hostileJson }),
    ({ name, value, rest }) => {
      const shared = shareJson(value);
      const text = `{${JSON.stringify(name)}:${JSON.stringify(value)},"rest":${JSON.stringify(rest)}}`;
      for (const form of [0, 1, 31]) {
        const readers = Array.from({ length: form + 1 }, (_, i) => (json: unknown) => ({ i, json }));
        const read = (bytes: Buffer): unknown => decodeForms('key', 'field', bytes, readers);
        deepStrictEqual(read(encodeShared(form, shared)), { i: form, json: value });
        const encoded = encodeWithShared(form, name, shared, JSON.stringify({ rest }));
        deepStrictEqual(read(encoded), { i: form, json: JSON.parse(text) });
      }
    },
  ),
  law(
    'damaged JSON is read or refused as a damaged record',
    hostileJson.chain((value) => damaged(encodeJson(value))),
    (bytes) => readsOrRefuses(() => decodeJson('key', 'field', bytes)),
  ),
  law(
    'an event is read or refused as a damaged record, whatever its fields',
    fc.array(
      fc.oneof(
        fc.constantFrom('t', 'd').map((name) => Buffer.from(name)),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      ),
      { maxLength: 6 },
    ),
    (fields) => readsOrRefuses(() => decodeEvent('default', '1-0', fields)),
  ),
  law('a member of a story is read back', member, (one) => {
    sameJson(decodeMember('key', one.ordinal, encodeMember(one)), one);
  }),
  law(
    'a damaged member is read or refused as a damaged record',
    member.chain((one) => damaged(encodeMember(one))),
    (bytes) => readsOrRefuses(() => decodeMember('key', 7, bytes)),
  ),
  law(
    'a fingerprint that is read back is the one that was compared while it was fresh',
    fingerprint,
    (one) => {
      const bytes = encodeFingerprint(one);
      deepStrictEqual(decodeFingerprint(bytes), one);
      deepStrictEqual(decodePacked(bytes), packFingerprint(one));
    },
  ),
  law(
    'a damaged fingerprint is read or refused',
    fingerprint.chain((one) => damaged(encodeFingerprint(one))),
    (bytes) => {
      readsOrRefuses(() => decodeFingerprint(bytes));
      readsOrRefuses(() => decodePacked(bytes));
    },
  ),
  law('a webhook is read back', webhook, ({ config, secrets }) => {
    const fields = { status: 'active', config: encodeConfig(config), secrets: encodeSecrets(secrets) };
    const read = decodeWebhook('key', 'wh_1', 'default', fields);
    sameJson([read?.config, read?.secrets], [config, secrets]);
  }),
  law(
    'a webhook is read or refused as a damaged record, whatever its fields',
    fc.dictionary(fc.constantFrom('status', 'config', 'secrets', 'pending', 'pos', 'hold'), hostileText),
    (fields) => readsOrRefuses(() => decodeWebhook('key', 'wh_1', 'default', fields)),
  ),
  law('what is remembered of a delivery is read back', delivery, (record) => {
    sameJson(decodeDelivery('key', record.id, encodeDelivery(record)), record);
  }),
  law(
    'the id of a message names its event, and no other text does',
    fc.tuple(hostileText, hostileText),
    ([message, other]) => {
      deepStrictEqual(parseMessageId('default', messageId('default', message)), message);
      const read = parseMessageId('default', other);
      ok(read === undefined || messageId('default', read) === other);
    },
  ),
];
