import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** How often this thread shows that it turns, and the other looks. */
const BEAT_MS = 500;

/** What the watching thread is given. */
export interface WatchdogData {
  /** One number, raised by the watched thread with every beat. */
  readonly beats: Int32Array;
  readonly everyMs: number;
  /** Looks in a row without a beat after which the process is ended. */
  readonly looks: number;
}

/**
 * Ends this process, the hard way, when its event loop has not turned for `afterMs`: an article that makes code loop would otherwise
 * hold a worker for ever. Whoever keeps the process running starts it again, and the job is taken up as after any other death.
 *
 * Looks are counted rather than time, so that a process that was stopped and continued is not taken for a stuck one.
 */
export function startWatchdog(afterMs: number): void {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WatchdogData = { beats, everyMs: BEAT_MS, looks: Math.ceil(afterMs / BEAT_MS) };
  const thread = new Worker(join(__dirname, 'watchdog-thread.js'), { workerData });
  thread.unref();
  setInterval(() => Atomics.add(beats, 0, 1), BEAT_MS).unref();
}
