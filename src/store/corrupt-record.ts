/** A value in Redis that cannot be read as what its key promises. */
export class CorruptRecord extends Error {
  readonly code = 'corrupt_record';

  constructor(
    readonly key: string,
    readonly field: string,
    cause?: unknown,
  ) {
    super(`The record ${key}${field ? ` (field ${field})` : ''} cannot be read: ${describe(cause)}`, {
      cause,
    });
    this.name = 'CorruptRecord';
  }
}

function describe(cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  return typeof cause === 'string' ? cause : 'unknown form';
}
