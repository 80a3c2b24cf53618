import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RunningChild, startChild } from '../src/cli/child-process';

type Environment = Readonly<Record<string, string>>;

/** A process of the service that is started again whenever it ends, until it is stopped. */
export class KeptProcess {
  /** How often it has ended, and been ready. */
  ends = 0;
  starts = 0;
  /** How its ends came about. */
  readonly hows: string[] = [];
  address: string | undefined;
  private running: RunningChild | undefined;
  private isStopping = false;
  private nextEnv: Environment = {};
  private readonly loop: Promise<void>;
  private readonly firstReady: Promise<void>;

  /** @param script below `dist`. @param settings also gives the port that was taken the first time. */
  constructor(
    readonly name: string,
    private readonly script: string,
    private readonly settings: () => Environment,
    private readonly onLine: (line: string) => void,
  ) {
    let markReady = (): void => undefined;
    this.firstReady = new Promise((resolve) => (markReady = resolve));
    this.loop = this.keep(() => markReady());
  }

  private async keep(markReady: () => void): Promise<void> {
    while (!this.isStopping) {
      const running = startChild({
        script: join(__dirname, '../dist', this.script),
        env: { ...this.settings(), ...this.nextEnv },
        onLine: (line) => this.onLine(`${this.name} ${line}`),
        onReady: (address) => (this.address = address ?? this.address),
      });
      this.nextEnv = {};
      this.running = running;
      void running.ready.then(() => this.starts++).then(markReady);
      const how = await running.ended;
      this.ends++;
      this.hows.push(how);
      if (!this.isStopping) this.onLine(`${this.name} ended: ${how}`);
      await pause(this.isStopping ? 0 : 100);
    }
  }

  ready(): Promise<void> {
    return this.firstReady;
  }

  get pid(): number | undefined {
    return this.running?.child.pid;
  }

  signal(signal: NodeJS.Signals): void {
    this.running?.child.kill(signal);
  }

  /** Ends the running process; the next one gets further settings, such as a fault to die of. */
  replace(env: Environment, signal: NodeJS.Signals = 'SIGKILL'): void {
    this.nextEnv = env;
    this.signal(signal);
  }

  /** Asks it to end and answers how it did. */
  async stop(): Promise<string> {
    this.isStopping = true;
    const { running } = this;
    running?.child.kill('SIGCONT');
    running?.child.kill('SIGTERM');
    const overdue = setTimeout(() => running?.child.kill('SIGKILL'), 40_000);
    await this.loop;
    clearTimeout(overdue);
    return running?.ended ?? 'never started';
  }
}
