import pino from 'pino';
import { sayLast } from '../../src/shutdown';
import { closeWorker, keepWhile } from '../../workers/close-worker';

const never = new Promise<never>(() => undefined);

function stage(close: () => Promise<void>) {
  const inHand = new Set<Promise<unknown>>();
  const log = pino({ level: 'silent' });
  const warned = jest.spyOn(log, 'warn');
  return { inHand, warned, log, worker: { name: 'articles', close } };
}

describe('closeWorker', () => {
  it('resolves with the worker', async () => {
    const { worker, inHand, log, warned } = stage(() => Promise.resolve());
    await closeWorker({ worker, inHand }, log, 1);
    expect(warned).not.toHaveBeenCalled();
  });

  it('does not wait for a worker that holds no job and never lets go', async () => {
    const { worker, inHand, log, warned } = stage(() => never);
    await closeWorker({ worker, inHand }, log, 1);
    expect(warned).toHaveBeenCalledTimes(1);
  });

  it('waits for jobs in hand, also for one that began meanwhile', async () => {
    const { worker, inHand, log } = stage(() => never);
    const ends: (() => void)[] = [];
    const job = (): Promise<void> => keepWhile(inHand, new Promise<void>((resolve) => ends.push(resolve)));
    const first = job();
    let second: Promise<void> | undefined;
    void first.then(() => (second = job()));
    let closed = false;
    const closing = closeWorker({ worker, inHand }, log, 1).then(() => (closed = true));
    ends[0]();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    expect({ closed, jobs: inHand.size }).toEqual({ closed: false, jobs: 1 });
    ends[1]();
    await Promise.all([second, closing]);
    expect(inHand.size).toBe(0);
  });

  it('forgets a job that fails, and lets its error through', async () => {
    const { inHand } = stage(() => never);
    await expect(keepWhile(inHand, Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(inHand.size).toBe(0);
  });
});

describe('sayLast', () => {
  it('says the rest when one fails', async () => {
    const { log, warned } = stage(() => never);
    const said: string[] = [];
    await sayLast(log, [
      () => Promise.reject(new Error('Connection is closed.')),
      () => {
        said.push('second');
        return Promise.resolve();
      },
    ]);
    expect(said).toEqual(['second']);
    expect(warned).toHaveBeenCalledTimes(1);
  });

  it('goes on from one that is never answered', async () => {
    const { log, warned } = stage(() => never);
    let said = false;
    await sayLast(log, [() => never, async () => void (said = true)], 1);
    expect(said).toBe(true);
    expect(warned).toHaveBeenCalledTimes(1);
  });
});
