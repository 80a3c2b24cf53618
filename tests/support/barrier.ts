/** A place where several wait for each other. */
export interface Barrier {
  /** Counts one more, and waits until as many have come as were expected. */
  readonly arrive: () => Promise<void>;
  /** Resolves when all have come, without being one of them. */
  readonly passed: Promise<void>;
}

export function createBarrier(expected: number): Barrier {
  let open = (): void => undefined;
  let left = expected;
  const passed = new Promise<void>((resolve) => (open = resolve));
  const arrive = (): Promise<void> => {
    if (--left <= 0) open();
    return passed;
  };
  return { arrive, passed };
}
