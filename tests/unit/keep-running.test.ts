import { keepRunning, type Running } from '../../src/cli/keep-running';

/** Something that is ready at once and ends when told to. */
function makeRunning(): Running & {
  readonly end: (how: string) => void;
  readonly wasStopped: () => boolean;
} {
  let end: (how: string) => void = () => undefined;
  let stopped = false;
  const ended = new Promise<string>((resolve) => (end = resolve));
  const stop = async (): Promise<void> => {
    stopped = true;
    end('stopped');
    await ended;
  };
  return { ready: Promise.resolve(), ended, stop, end: (how) => end(how), wasStopped: () => stopped };
}

const never = new Promise<never>(() => undefined);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Keeps something running that ends at once, each time `how` says, and lets the pauses pass. */
async function runEnding(start: () => Running | Promise<Running>, passMs: number): Promise<string[]> {
  const said: string[] = [];
  const kept = keepRunning({
    name: 'api',
    start,
    report: (line) => said.push(line),
    giveUp: (reason) => said.push(`gave up: ${reason}`),
  });
  await jest.advanceTimersByTimeAsync(passMs);
  await kept.stop(never);
  return said;
}

describe('keepRunning', () => {
  it('waits twice as long after each end, and gives up with the reason', async () => {
    const said = await runEnding(() => {
      const running = makeRunning();
      running.end('exit code 1');
      return running;
    }, 60_000);
    expect(said).toEqual([
      ...[200, 400, 800, 1_600, 3_200].map((ms) => `api ended (exit code 1); starting it again in ${ms} ms`),
      'gave up: api ended 6 times in a row: exit code 1',
    ]);
  });

  it('takes a start that fails as an end', async () => {
    const said = await runEnding(() => Promise.reject(new Error('no such program')), 60_000);
    expect(said.at(-1)).toBe('gave up: api ended 6 times in a row: no such program');
  });

  it('starts counting anew after it has been well for a while', async () => {
    const starts: ReturnType<typeof makeRunning>[] = [];
    const said: string[] = [];
    const kept = keepRunning({
      name: 'worker-1',
      start: () => {
        const running = makeRunning();
        starts.push(running);
        return running;
      },
      report: (line) => said.push(line),
      giveUp: (reason) => said.push(reason),
    });
    for (let day = 0; day < 10; day++) {
      await jest.advanceTimersByTimeAsync(86_400_000);
      starts.at(-1)?.end('SIGKILL');
    }
    await jest.advanceTimersByTimeAsync(1_000);
    expect(new Set(said)).toEqual(new Set(['worker-1 ended (SIGKILL); starting it again in 200 ms']));
    expect(starts).toHaveLength(11);
    await kept.stop(never);
    expect(starts.map((running) => running.wasStopped())).toEqual([...Array<boolean>(10).fill(false), true]);
  });

  it('stops during a pause without another start', async () => {
    let starts = 0;
    const said = await runEnding(() => {
      starts++;
      const running = makeRunning();
      running.end('SIGSEGV');
      return running;
    }, 100);
    expect([starts, said.length]).toEqual([1, 1]);
  });
});
