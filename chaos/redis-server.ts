import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';

const servers = new Set<RedisServer>();

// Interrupted runs leave no server behind.
process.once('exit', () => {
  for (const server of servers) server.signal('SIGKILL');
});

/** A `redis-server` with its append-only file, on a port of its own, that can be ended and started again on its data. */
export class RedisServer {
  /** Port of the server it follows; undefined where it leads. Holds for the next start, as a file that was rewritten would. */
  follows: number | undefined;
  private child: ChildProcess | undefined;
  private lines: string[] = [];

  constructor(
    private readonly binary: string,
    readonly folder: string,
    readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {
    servers.add(this);
  }

  /** Starts it, again and again where it ends at once, and waits until it answers. */
  async start(): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      this.spawn();
      if (await this.answers()) return;
      await this.end('SIGKILL');
      await pause(100);
    }
    throw new Error(`redis-server does not start:\n${this.lines.join('')}`);
  }

  private spawn(): void {
    const settings: Record<string, string> = {
      ...{ bind: '127.0.0.1', port: String(this.port), dir: this.folder, save: '' },
      ...(this.follows !== undefined && { replicaof: `127.0.0.1 ${this.follows}` }),
      ...this.settings,
    };
    const args = Object.entries(settings).flatMap(([directive, value]) => [`--${directive}`, value]);
    this.child = spawn(this.binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.lines = [...this.lines.slice(-20), text];
      });
  }

  private async answers(): Promise<boolean> {
    const probe = this.connect({ maxRetriesPerRequest: null });
    try {
      for (let looks = 0; looks < 1_000; looks++) {
        if (!this.isAlive()) return false;
        const pong = await Promise.race([probe.ping().catch(() => ''), pause(200).then(() => '')]);
        if (pong === 'PONG') return true;
        await pause(10);
      }
      return false;
    } finally {
      probe.disconnect();
    }
  }

  isAlive(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    if (this.isAlive()) this.child?.kill(signal);
  }

  /** Sends a signal that ends it and waits for the end; SIGTERM lets it write what it holds. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (child === undefined || !this.isAlive()) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** A connection past any proxy, which the caller closes. */
  connect(options: { readonly maxRetriesPerRequest?: null } = {}): Redis {
    const redis = new Redis(this.port, '127.0.0.1', { retryStrategy: () => 50, ...options });
    redis.on('error', () => undefined);
    return redis;
  }

  /** The last lines it printed. */
  said(): string {
    return this.lines.join('');
  }
}
