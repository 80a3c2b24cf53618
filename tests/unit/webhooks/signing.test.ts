import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { createSecret, signMessage } from '../../../src/webhooks/signing';

const now = () => Math.floor(Date.now() / 1_000);
const headersOf = (id: string, timestamp: number, signature: string) => ({
  'webhook-id': id,
  'webhook-timestamp': String(timestamp),
  'webhook-signature': signature,
});

test('what we sign, the reference implementation verifies, whatever the text', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(anyText, (text) => {
      const secret = createSecret();
      const body = JSON.stringify({ text });
      const timestamp = now();
      const signature = signMessage('msg_a', timestamp, body, [secret]);
      expect(new Webhook(secret).verify(body, headersOf('msg_a', timestamp, signature))).toEqual({ text });
      expect(signature).toBe(new Webhook(secret).sign('msg_a', new Date(timestamp * 1_000), body));
    }),
  );
});

test('with two secrets a receiver that knows either accepts the message', () => {
  const [before, after, stranger] = [createSecret(), createSecret(), createSecret()];
  const timestamp = now();
  const headers = headersOf('msg_a', timestamp, signMessage('msg_a', timestamp, '{}', [after, before]));
  for (const secret of [before, after]) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
  expect(() => new Webhook(stranger).verify('{}', headers)).toThrow('No matching signature');
});

test.each([
  ['body', 'msg_a', 0, '{"a":2}'],
  ['id', 'msg_b', 0, '{"a":1}'],
  ['time', 'msg_a', 1, '{"a":1}'],
])('a changed %s does not verify', (_what, id, later, body) => {
  const secret = createSecret();
  const timestamp = now();
  const signature = signMessage('msg_a', timestamp, '{"a":1}', [secret]);
  const headers = headersOf(id, timestamp + later, signature);
  expect(() => new Webhook(secret).verify(body, headers)).toThrow('No matching signature');
});

test('secrets are 32 random bytes behind whsec_', () => {
  const secrets = new Set(Array.from({ length: 100 }, createSecret));
  expect(secrets.size).toBe(100);
  for (const secret of secrets) {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
  }
});
