import { claimFormat, claimFormatAgain, DATA_FORMAT } from '../../../src/store/data-format';
import { decodeJson, encodeJson } from '../../../src/store/document-codec';
import { decodeMember, encodeMember } from '../../../src/store/member-codec';
import { FORMAT_KEY } from '../../../src/store/service-keys';
import { withRedis } from '../../support/redis';

test('a Redis is marked with the form of its data, and left alone where a later version has written', async () => {
  await withRedis(async ({ redis }) => {
    await claimFormat(redis);
    await claimFormat(redis);
    expect(await redis.get(FORMAT_KEY)).toBe(String(DATA_FORMAT));
    await redis.set(FORMAT_KEY, '0');
    await claimFormat(redis);
    expect(await redis.get(FORMAT_KEY)).toBe(String(DATA_FORMAT));
    await redis.set(FORMAT_KEY, '7');
    await expect(claimFormat(redis)).rejects.toThrow(
      `have format 7, of a later version of Storyfold; this one knows ${DATA_FORMAT}`,
    );
    expect(await redis.get(FORMAT_KEY)).toBe('7');
  });
});

test('a Redis that comes up later is looked at then', async () => {
  await withRedis(async ({ redis, connect }) => {
    await redis.set(FORMAT_KEY, '7');
    const refused = new Promise<Error>((resolve) => claimFormatAgain(connect(), resolve));
    expect((await refused).message).toContain('have format 7');
  });
});

test('records of a later form are told apart from damaged ones', () => {
  const later = Buffer.from([(5 << 3) | 0b111, 1, 2, 3]);
  expect(() => decodeJson('sf:{c}:doc:st_x', 'd', later)).toThrow('form 5, of a later version of Storyfold');
  expect(() => decodeJson('sf:{c}:doc:st_x', 'd', Buffer.from('damaged'))).toThrow('cannot be read');
  const member = encodeMember({ ordinal: 1, revision: 1, probability: 1, joinedAtMs: 0, edges: [] });
  member[0] = 9;
  expect(() => decodeMember('sf:{c}:s:st_x', 1, member)).toThrow('form 9, of a later version of Storyfold');
  // No form of today can be taken for a later one: the type of its first block is never the reserved one.
  for (const value of [0, '', null, {}, 'x'.repeat(100_000), Array.from({ length: 999 }, (_, i) => i)])
    expect(encodeJson(value)[0] & 0b110).not.toBe(0b110);
});
