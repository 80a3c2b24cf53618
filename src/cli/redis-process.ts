import { type ChildProcess, spawn } from 'node:child_process';

/** How a server ended: its exit code (null after a signal) and the last lines it printed. */
export interface RedisEnd {
  readonly code: number | null;
  readonly output: string;
}

/** A `redis-server` child. It ends when this process does, however that ends. */
export interface RedisProcess {
  readonly socket: string;
  readonly url: string;
  readonly child: ChildProcess;
  /** Settles when the server has ended; never rejects. */
  readonly ended: Promise<RedisEnd>;
  /** Lets the server finish its append-only file and waits for its end. */
  readonly stop: () => Promise<void>;
}

// The shell holds one end of a pipe (descriptor 3) whose other end is in this process. When this process ends, even
// by SIGKILL, the pipe closes, `read` returns and the server gets its SIGTERM, on which it writes what it holds.
const WATCHED_SERVER = `
"$@" 3<&- & server=$!
{ read -r _ <&3; kill -TERM $server; } >/dev/null 2>&1 & watcher=$!
exec 3<&-
trap 'kill -TERM $server 2>/dev/null' TERM
wait $server; code=$?
while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
kill $watcher 2>/dev/null
exit $code
`;

/** A server that has not ended this long after it was asked to is hung. */
const STOP_TIMEOUT_MS = 10_000;

/**
 * Starts a `redis-server` that listens only on a unix socket. Does not wait until it answers.
 *
 * @param settings pairs of a redis.conf directive and its value.
 */
export function spawnRedis(
  binary: string,
  socket: string,
  settings: Readonly<Record<string, string>>,
): RedisProcess {
  const args = Object.entries({ port: '0', unixsocket: socket, unixsocketperm: '700', ...settings }).flatMap(
    ([directive, value]) => [`--${directive}`, value],
  );
  // Detached: a Ctrl-C in the terminal must not stop Redis before the processes that still write to it.
  const child = spawn('/bin/sh', ['-c', WATCHED_SERVER, 'redis-watch', binary, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      tail.push(text);
      if (tail.length > 20) tail.shift();
    });
  }
  const ended = new Promise<RedisEnd>((resolve) => {
    child.once('close', (code) => resolve({ code, output: tail.join('') }));
  });
  const lifeline = child.stdio[3];
  lifeline?.on('error', () => undefined); // the server ended first
  child.once('exit', () => lifeline?.destroy()); // an open pipe would hold back `close`
  const stop = async (): Promise<void> => {
    lifeline?.destroy();
    const overdue = setTimeout(() => killGroup(child), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(overdue);
  };
  return { socket, url: `unix://${socket}`, child, ended, stop };
}

/** Ends the watching shell and the server the hard way; being detached, they are a process group of their own. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
}
