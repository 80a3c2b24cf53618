import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Paths that can carry a secret in any object that is logged. `*` is one level. */
const SECRET_PATHS = [
  'authorization',
  'cookie',
  'token',
  'secret',
  'adminKey',
  'password',
  'redisUrl',
].flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]);

/** Settings of a logger. `role` says which process writes, such as `api` or `worker`. */
export interface LoggerOptions {
  readonly role: string;
  readonly level: string;
  /** Where lines go; standard output when left out. */
  readonly destination?: DestinationStream;
}

/** A logger that writes one JSON object a line, with secrets replaced by `[redacted]`. */
export function createLogger({ role, level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { role, pid: process.pid },
    redact: { paths: SECRET_PATHS, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serializeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Errors without the command arguments that ioredis attaches: they can hold article text and key records. */
function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const code = (error as { code?: unknown }).code;
  return {
    type: name,
    message: message.slice(0, 2_000),
    stack,
    ...(code !== undefined && { code }),
    ...(cause !== undefined && { cause: serializeError(cause) }),
  };
}
