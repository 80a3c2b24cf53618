import { buildAsyncApi } from '../../../src/api/asyncapi';
import { buildOpenApi } from '../../../src/api/openapi';
import { EVENT_TYPES } from '../../../src/event-types';

/** What a JSON pointer of a document leads to. */
const find = (document: unknown, pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);

const refsIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);

describe('the AsyncAPI document', () => {
  const document = JSON.parse(JSON.stringify(buildAsyncApi('https://folds.example/news')));

  test('has what AsyncAPI 3.0 requires', () => {
    expect(document).toMatchObject({
      asyncapi: '3.0.0',
      info: { title: expect.any(String), version: expect.any(String) },
      servers: { api: { host: 'folds.example', pathname: '/news', protocol: 'https' } },
    });
    for (const operation of Object.values<Record<string, unknown>>(document.operations)) {
      expect(['send', 'receive']).toContain(operation.action);
      expect(find(document, (operation.channel as { $ref: string }).$ref)).toBeDefined();
      // Its messages must be of its own channel.
      const { $ref } = operation.channel as { $ref: string };
      for (const message of operation.messages as { $ref: string }[]) {
        expect(message.$ref.startsWith(`${$ref}/messages/`)).toBe(true);
      }
    }
  });

  test('refers only to what it has', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(30);
    expect(refs.filter((ref) => find(document, ref) === undefined)).toEqual([]);
  });

  test('has every type of event that can be asked for, with a payload', () => {
    const names = Object.values<{ name: string; payload: unknown }>(document.components.messages);
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining([...EVENT_TYPES, 'stream.reset']));
    for (const { payload } of names) expect(payload).toBeDefined();
  });
});

describe('the webhooks of the OpenAPI document', () => {
  const document = JSON.parse(JSON.stringify(buildOpenApi()));

  test('are every type of message, with headers and schema', () => {
    expect(Object.keys(document.webhooks)).toEqual(
      expect.arrayContaining([...EVENT_TYPES, 'stream.reset', 'webhook.test']),
    );
    for (const { post } of Object.values<Record<string, Record<string, unknown>>>(document.webhooks)) {
      const names = (post.parameters as { name: string }[]).map(({ name }) => name);
      expect(names).toEqual(['webhook-id', 'webhook-timestamp', 'webhook-signature']);
      expect(post.requestBody).toHaveProperty(['content', 'application/json', 'schema']);
    }
  });

  test('refers only to what it has', () => {
    expect(refsIn(document).filter((ref) => find(document, ref) === undefined)).toEqual([]);
  });
});
