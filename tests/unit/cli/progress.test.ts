import { showProgress } from '../../../src/cli/progress';

function record(isTTY: boolean) {
  const written: string[] = [];
  let nowMs = 0;
  const output = { isTTY, write: (text: string) => written.push(text) };
  const progress = showProgress(output, () => nowMs);
  return { progress, written, pass: (ms: number) => (nowMs += ms) };
}

describe('showProgress', () => {
  it('draws one line again on a terminal, not more often than the eye sees, and clears it', () => {
    const { progress, written, pass } = record(true);
    progress.update('1 of 3');
    progress.update('2 of 3');
    pass(200);
    progress.update('3 of 3');
    progress.end();
    expect(written).toEqual(['\r\u001b[K1 of 3', '\r\u001b[K3 of 3', '\r\u001b[K']);
  });

  it('writes plain lines every few seconds elsewhere, and none for what is quick', () => {
    const { progress, written, pass } = record(false);
    progress.update('1 of 3');
    pass(6_000);
    progress.update('2 of 3');
    pass(1_000);
    progress.update('3 of 3');
    progress.end();
    expect(written.join('')).toBe('2 of 3\n');
  });

  it('keeps a note on a line of its own', () => {
    const { progress, written } = record(true);
    progress.update('1 of 3');
    progress.note('line 2 is odd');
    expect(written.at(-1)).toBe('\r\u001b[Kline 2 is odd\n');
  });
});
