/** Where progress is shown: standard error, or a test's stand-in. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far long work has come. */
export interface Progress {
  /** Shows the newest state. Cheap: most calls show nothing. */
  readonly update: (text: string) => void;
  /** Prints a line that stays. */
  readonly note: (text: string) => void;
  /** Leaves the terminal clean; to be called before anything else is printed. */
  readonly end: () => void;
}

/** A terminal's line is drawn again this often; a file or pipe gets a line of its own at the slower pace. */
const REDRAW_MS = 100;
const LINE_MS = 5_000;

/** One line that is drawn again on a terminal, plain lines now and then elsewhere. `nowMs` is any steady clock. */
export function showProgress(output: ProgressOutput, nowMs: () => number): Progress {
  const { isTTY = false } = output;
  let shownAt = isTTY ? Number.NEGATIVE_INFINITY : nowMs();
  const clear = isTTY ? '\r\u001b[K' : '';
  return {
    update: (text) => {
      if (nowMs() - shownAt < (isTTY ? REDRAW_MS : LINE_MS)) return;
      shownAt = nowMs();
      output.write(isTTY ? `${clear}${text}` : `${text}\n`);
    },
    note: (text) => void output.write(`${clear}${text}\n`),
    end: () => void output.write(clear),
  };
}
