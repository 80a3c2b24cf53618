/** How long to wait and what to call it when it does not come. */
export interface UntilOptions {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
  /** What is waited for, in the error. */
  readonly what?: string;
}

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

function isTruthy<T>(value: T): value is Truthy<T> {
  return Boolean(value);
}

/**
 * Asks `condition` again and again until it answers something truthy, and returns that. An error thrown by
 * `condition` counts as "not yet" and is the cause of the error thrown after `timeoutMs` (30 s: what takes one second here may take ten on a busy machine).
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 30_000, everyMs = 20, what = 'the condition' }: UntilOptions = {},
): Promise<Truthy<T>> {
  const deadline = Date.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const value = await condition();
      if (isTruthy(value)) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  } while (Date.now() < deadline);
  throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`, { cause });
}
