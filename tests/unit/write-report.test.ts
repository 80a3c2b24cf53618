import { mergeReport } from '../../bench/write-report';

const HAND = '## What was tried\n\nMuch.\n';
const short = '# Performance\n\nFrom run 1.\n\n## Latency\n\n5 ms\n\n';
const long = '## Soak\n\nFrom a run of its own, run 1.\n\nlevel\n\n';
const measured = { usual: [], long: [], args: [] };

describe('the report of the benchmark', () => {
  it('keeps by a usual run the sections of long parts and what was written by hand', () => {
    const merged = mergeReport(
      short + long + HAND,
      { ...measured, usual: ['## Latency\n\n4 ms\n'] },
      'run 2',
    );
    expect(merged).toBe(
      '# Performance\n\nFrom run 2.\nAbsolute figures move with the machine; compare within one run.\n\n' +
        `## Latency\n\n4 ms\n\n${long}${HAND}`,
    );
  });

  it('puts the section of a long part in the place of its last one, or behind what each run measures', () => {
    const run = { ...measured, long: ['## Soak\n\nrising\n'] };
    const merged = `${short}## Soak\n\nFrom a run of its own, run 2.\n\nrising\n\n${HAND}`;
    expect(mergeReport(short + long + HAND, run, 'run 2')).toBe(merged);
    expect(mergeReport(short + HAND, run, 'run 2')).toBe(merged);
  });
});
