/** Something that was started: it becomes ready, runs, and ends by itself or is stopped. */
export interface Running {
  /** Resolves when it can be used; stays open when it ends before that. */
  readonly ready: Promise<void>;
  /** Settles with how it ended, for a person; never rejects. */
  readonly ended: Promise<string>;
  /** Ends it and waits for that; `deadline` settles when it may be ended the hard way. */
  readonly stop: (deadline: Promise<unknown>) => Promise<void>;
}

/** What is kept running, and whom to tell. */
export interface KeepRunningOptions {
  readonly name: string;
  /** Starts it once. A rejection counts as an end. */
  readonly start: () => Running | Promise<Running>;
  readonly report: (line: string) => void;
  /** Called once, when it has ended too often too soon. */
  readonly giveUp: (reason: string) => void;
}

/** The handle of something kept running. */
export interface KeptRunning {
  /** Resolves the first time it is ready; stays open when it never is (then `giveUp` is called). */
  readonly ready: Promise<void>;
  readonly stop: (deadline: Promise<unknown>) => Promise<void>;
}

/** Having run this long, it was well: its next end counts as the first. */
const WELL_AFTER_MS = 30_000;
/** Ends in a row, each soon after a start, after which another start will not help. */
const MOST_QUICK_ENDS = 6;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** Starts something and starts it again when it ends, waiting twice as long each time; gives up after six quick ends. */
export function keepRunning({ name, start, report, giveUp }: KeepRunningOptions): KeptRunning {
  const stopping = new AbortController();
  let starting: Promise<Running> | undefined;
  let markReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (markReady = resolve));

  const runOnce = async (): Promise<string> => {
    starting = Promise.resolve().then(start);
    const running = await starting;
    void running.ready.then(markReady);
    return running.ended;
  };

  const loop = async (): Promise<void> => {
    for (let quickEnds = 0; !stopping.signal.aborted; ) {
      const startedAt = performance.now();
      const how = await runOnce().catch((error: unknown) =>
        error instanceof Error ? error.message : String(error),
      );
      if (stopping.signal.aborted) return;
      quickEnds = performance.now() - startedAt > WELL_AFTER_MS ? 1 : quickEnds + 1;
      if (quickEnds >= MOST_QUICK_ENDS) return giveUp(`${name} ended ${quickEnds} times in a row: ${how}`);
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (quickEnds - 1), LONGEST_PAUSE_MS);
      report(`${name} ended (${how}); starting it again in ${pauseMs} ms`);
      await pause(pauseMs, stopping.signal);
    }
  };

  const looped = loop();
  const stop = async (deadline: Promise<unknown>): Promise<void> => {
    stopping.abort();
    const running = await starting?.catch(() => undefined);
    await running?.stop(deadline);
    await looped;
  };
  return { ready, stop };
}

/** Waits, unless the signal cuts it short. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
  });
}
