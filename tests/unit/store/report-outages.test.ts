import { EventEmitter } from 'node:events';
import { connectRedis, type RedisClient } from '../../../src/store/connect';
import { reportOutages } from '../../../src/store/report-outages';

function watch(url: string) {
  const emitter = new EventEmitter();
  const lines: string[] = [];
  const log = {
    warn: (_: object, line: string) => lines.push(line),
    info: (line: string) => lines.push(line),
  };
  reportOutages(emitter as unknown as RedisClient, url, log);
  return { emitter, lines };
}

describe('reportOutages', () => {
  test('tells of each outage once, and of its end', () => {
    const { emitter, lines } = watch('redis://127.0.0.1:6379');
    emitter.emit('ready');
    for (let i = 0; i < 3; i++) emitter.emit('error', new Error('connect ECONNREFUSED 127.0.0.1:6379'));
    emitter.emit('ready');
    emitter.emit('ready');
    emitter.emit('error', Object.assign(new Error(''), { code: 'ECONNREFUSED' }));
    expect(lines).toEqual([
      expect.stringContaining('Redis at redis://127.0.0.1:6379 cannot be used (connect ECONNREFUSED'),
      'Redis can be used again',
      expect.stringContaining('cannot be used (ECONNREFUSED)'),
    ]);
  });

  test('keeps names and passwords to itself', () => {
    const { emitter, lines } = watch('redis://desk:hush@one:7000,rediss://desk:hush@two:7001');
    emitter.emit('error', new Error('WRONGPASS invalid username-password pair'));
    expect(lines[0]).toContain('Redis at redis://one:7000, rediss://two:7001 cannot be used (WRONGPASS');
    expect(lines.join()).not.toMatch(/hush|desk/);
  });
});

test('a connection that nobody listens to takes its errors in silence', () => {
  const redis = connectRedis('redis://127.0.0.1:1', { name: 'test' });
  redis.disconnect();
  expect(redis.emit('error', new Error('connect ECONNREFUSED 127.0.0.1:1'))).toBe(true);
});
