import { Writable } from 'node:stream';
import { createLogger } from '../../../src/logging';

function capture(): { lines: Record<string, unknown>[]; destination: Writable } {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  return { lines, destination };
}

describe('createLogger', () => {
  test('writes no secret, wherever it is', () => {
    const { lines, destination } = capture();
    const log = createLogger({ role: 'api', level: 'info', destination });
    const secret = 'sfk_secret';
    log.info(
      {
        authorization: secret,
        config: { adminKey: secret, redisUrl: secret },
        req: { headers: { authorization: secret, cookie: secret } },
      },
      'x',
    );
    expect(JSON.stringify(lines)).not.toContain(secret);
    expect(lines[0]).toMatchObject({ level: 'info', role: 'api', msg: 'x', authorization: '[redacted]' });
  });

  test('writes of an error what helps, not the command it came from', () => {
    const { lines, destination } = capture();
    const log = createLogger({ role: 'api', level: 'info', destination });
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const error = Object.assign(new Error('no answer', { cause }), {
      command: { args: ['the text of an article'] },
    });
    log.error({ err: error }, 'x');
    expect(lines[0].err).toMatchObject({
      message: 'no answer',
      cause: { message: 'refused', code: 'ECONNREFUSED' },
    });
    expect(JSON.stringify(lines)).not.toContain('the text of an article');
  });
});
