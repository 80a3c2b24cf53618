import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { resolve as absolutePath, join } from 'node:path';

/** A data folder held by this process alone. */
export interface DataFolder {
  readonly path: string;
  /** Where the private Redis listens: in the folder, or in a short one when the folder's path is too long. */
  readonly redisSocket: string;
  readonly release: () => Promise<void>;
}

/** The longest path of a unix socket: 108 bytes with the final zero on Linux, 104 on macOS. */
const MAX_SOCKET_PATH_BYTES = 103;

/**
 * Makes the folder if need be and claims it.
 *
 * The claim is a listening socket, not a file with a process number: it ends with its process whatever happens, and
 * numbers come again, in containers nearly always.
 *
 * @throws Error when another process holds it.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = realpathSync(folder);
  const sockets = socketFolder(path);
  const claim = join(sockets, 'storyfold.lock');
  if (await isListening(claim)) {
    throw new Error(
      `Another Storyfold is running on the data folder ${path}. Stop it first, or give this one its own DATA_DIR and PORT.`,
    );
  }
  rmSync(claim, { force: true });
  const server = createServer((connection) => connection.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(claim, resolve);
  });
  server.unref();
  const release = async (): Promise<void> => {
    await new Promise((resolve) => server.close(resolve));
    if (sockets !== path) rmSync(sockets, { recursive: true, force: true });
  };
  return { path, redisSocket: join(sockets, 'redis.sock'), release };
}

/** Where the private Redis of a data folder listens, whoever runs it. */
export function privateRedisSocket(folder: string): string {
  const path = existsSync(folder) ? realpathSync(folder) : absolutePath(folder);
  return join(socketFolder(path), 'redis.sock');
}

/** Whether a process listens on this unix socket; a file left behind by a dead one does not count. */
export function isListening(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('connect', () => resolve(true)).once('error', () => resolve(false));
    connection.once('close', () => connection.destroy()).once('connect', () => connection.end());
  });
}

function socketFolder(path: string): string {
  if (Buffer.byteLength(join(path, 'storyfold.lock')) <= MAX_SOCKET_PATH_BYTES) return path;
  const { uid } = userInfo();
  const short = join(
    tmpdir(),
    `storyfold-${uid}-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`,
  );
  mkdirSync(short, { recursive: true, mode: 0o700 });
  // The temporary folder is open to all: someone else's folder of this name must not be trusted.
  const found = lstatSync(short);
  if (!found.isDirectory() || found.uid !== uid)
    throw new Error(`${short} belongs to another user; use a shorter DATA_DIR.`);
  chmodSync(short, 0o700);
  return short;
}
