import { Writable } from 'node:stream';
import { formatLogLine } from '../../src/cli/log-lines';
import { createLogger, type Logger } from '../../src/logging';

/** The line the service really writes for a log call. */
function lineOf(write: (logger: Logger) => void): string {
  let line = '';
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      line += chunk.toString();
      done();
    },
  });
  write(createLogger({ role: 'worker', level: 'info', destination }));
  return line.trim();
}

describe('formatLogLine', () => {
  it('shows time, who, level, message and the other fields', () => {
    const line = lineOf((logger) => logger.warn({ jobId: 'j1', took: 3 }, 'slow job'));
    expect(formatLogLine('worker-1', line)).toMatch(
      /^\d\d:\d\d:\d\d worker-1 {2}warn {2}slow job jobId=j1 took=3$/,
    );
  });

  it('shows an error with its stack below', () => {
    const shown = formatLogLine(
      'api',
      lineOf((logger) => logger.error({ err: new Error('no room') }, 'failed')),
    );
    expect(shown).toMatch(/error failed\n {4}Error: no room\n {8}at /);
  });

  it.each(['plain words', '{"half":', '{"no":"level"}', '', '[1]'])('leaves %p as it is', (line) => {
    expect(formatLogLine('api', line)).toBe(`api       ${line}`);
  });
});
