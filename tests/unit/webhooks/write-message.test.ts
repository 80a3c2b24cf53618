import type { StoredEvent } from '../../../src/store/events';
import type { WebhookSecret } from '../../../src/store/webhook-codec';
import { toExcerpt } from '../../../src/webhooks/excerpt';
import { activeSecrets, messageId, parseMessageId, writeMessage } from '../../../src/webhooks/write-message';

const NOW = Date.parse('2026-05-04T12:00:00.900Z');
const SECRETS: readonly WebhookSecret[] = [
  { secret: 'whsec_bmV3', createdAtMs: NOW },
  { secret: 'whsec_b2xk', createdAtMs: 0, expiresAtMs: NOW + 1 },
];

const story = (sentences: number) => ({
  id: 's1',
  collection: 'news',
  version: 3,
  status: 'active',
  language: 'en',
  title: { text: 'Bridge closed', articleId: 'a', rule: 'earliest' },
  lead: { text: 'The bridge was closed.', articleId: 'a', rule: 'earliest', articleIds: ['a'] },
  body: Array.from({ length: sentences }, (_, at) => ({ text: `Sentence ${at} — ünïcode` })),
  articles: [{ id: 'a', source: { name: 'Harbour News' } }],
  counts: { articles: 1, sources: 1, independentSources: 1, reprints: 0 },
  origin: null,
  firstPublishedAt: null,
  updatedAt: null,
});

const event = (sentences: number, newSentences = 0): StoredEvent => ({
  id: '1777896000000-0',
  type: 'story.updated',
  timestamp: '2026-05-04T12:00:00.000Z',
  collection: 'news',
  data: {
    story: story(sentences),
    change: {
      articles: { added: [], removed: [], revised: [] },
      newSentences: Array.from({ length: newSentences }, () => ({ text: 'x'.repeat(500), articleId: 'a' })),
      newSentenceCount: newSentences,
      conflicts: [],
      settledConflicts: [],
      fields: ['lead'],
    },
  },
});

const write = (stored: StoredEvent, format: 'plain' | 'cloudevents' = 'plain', publicUrl?: string) => {
  const options = { maxPayloadBytes: 8_192, userAgent: 'Storyfold/1', ...(publicUrl && { publicUrl }) };
  const config = { url: 'https://receiver.example/hook', format };
  const message = writeMessage(config, SECRETS, stored, options, NOW);
  return { ...message, json: JSON.parse(message.body) };
};

test('a message is the event with the headers of Standard Webhooks', () => {
  const { url, headers, json } = write(event(2));
  expect(url).toBe('https://receiver.example/hook');
  expect(json).toEqual(event(2));
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'Storyfold/1',
    'webhook-id': 'msg_news_1777896000000-0',
    'webhook-timestamp': '1777896000',
  });
  expect(headers['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/);
});

test('CloudEvents on request', () => {
  const { headers, json } = write(event(1), 'cloudevents', 'https://folds.example');
  expect(headers['content-type']).toBe('application/cloudevents+json');
  expect(json).toMatchObject({
    specversion: '1.0',
    id: '1777896000000-0',
    type: 'story.updated',
    source: 'https://folds.example/v1/events?collection=news',
    subject: 's1',
    data: { story: { version: 3 } },
  });
});

test('a story over the limit comes as its summary with a link', () => {
  const { body, json } = write(event(500), 'plain', 'https://folds.example');
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(8_192);
  expect(json.data.story.body).toBeUndefined();
  expect(json.data.story).toMatchObject({
    id: 's1',
    version: 3,
    title: { text: 'Bridge closed' },
    sources: ['Harbour News'],
  });
  expect(json.data).toMatchObject({ truncated: true, change: { newSentenceCount: 0 } });
  expect(json.data.links.story).toBe('https://folds.example/v1/stories/s1?collection=news');
});

test('a change over the limit is cut as well', () => {
  const { body, json } = write(event(500, 50));
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(8_192);
  expect(json.data.change).toEqual({ fields: ['lead'], newSentenceCount: 50 });
});

test('a replaced secret signs until its time is over', () => {
  expect(activeSecrets(SECRETS, NOW)).toEqual(['whsec_bmV3', 'whsec_b2xk']);
  expect(activeSecrets(SECRETS, NOW + 1)).toEqual(['whsec_bmV3']);
});

test('message ids name collection and message, and are read back for their own collection only', () => {
  expect(parseMessageId('news', messageId('news', '5-0'))).toBe('5-0');
  expect(parseMessageId('sport', messageId('news', '5-0'))).toBeUndefined();
  expect(messageId('news', '5-0')).not.toContain('.');
});

test.each([
  ['plain', 'ok', 'ok'],
  ['markup', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['control characters', 'a\u001b[31mb\0\r\n\tc', 'a\\u001b[31mb\\u0000\\r\\n\\tc'],
  ['direction marks', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
])('an excerpt of %s', (_what, text, shown) => {
  expect(toExcerpt(Buffer.from(text))).toBe(shown);
});

test('an excerpt is bounded and well-formed, whatever the bytes', () => {
  for (const bytes of [
    Buffer.alloc(100_000, 0),
    Buffer.alloc(100_000, 0xff),
    Buffer.from('😀'.repeat(10_000)),
  ]) {
    const excerpt = toExcerpt(bytes);
    expect(excerpt.length).toBeLessThanOrEqual(600);
    expect(excerpt.isWellFormed()).toBe(true);
  }
});
