/** Answers that stay open until the client goes: they have to be ended when the service stops. */
export interface OpenStreams {
  /** False when no more can be opened. `end` is called once at the stop of the service. */
  add(end: () => void): { remove(): void } | undefined;
  endAll(): void;
  readonly size: number;
}

/** @param max streams of one process; each was measured at about 80 kB. */
export function createOpenStreams(max: number): OpenStreams {
  const ends = new Set<() => void>();
  return {
    add(end) {
      if (ends.size >= max) return undefined;
      ends.add(end);
      return { remove: () => void ends.delete(end) };
    },
    endAll() {
      for (const end of ends) end();
      ends.clear();
    },
    get size() {
      return ends.size;
    },
  };
}
