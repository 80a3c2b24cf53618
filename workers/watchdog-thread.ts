import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { WatchdogData } from './watchdog';

/** Watches the main thread; see `watchdog.ts`. It never returns to its own event loop: it sleeps and looks. */
function watch({ beats, everyMs, looks }: WatchdogData): never {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  let last = -1;
  let still = 0;
  for (;;) {
    Atomics.wait(sleeper, 0, 0, everyMs);
    const now = Atomics.load(beats, 0);
    still = now === last ? still + 1 : 0;
    last = now;
    if (still < looks) continue;
    const msg = 'worker stuck: its event loop has not turned, so it is ended to be started again';
    const line = { level: 'fatal', time: new Date().toISOString(), role: 'worker', pid: process.pid, msg };
    // The main thread would have to carry anything written the usual way.
    writeSync(2, `${JSON.stringify(line)}\n`);
    process.kill(process.pid, 'SIGKILL');
  }
}

watch(workerData as WatchdogData);
