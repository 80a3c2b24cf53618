import { readFileSync } from 'node:fs';
import type { System } from './system';

const LOOK_MS = 1_000;

/** The most memory that each process had, in MB; `half` begins anew, so that growth shows. */
export interface MemoryWatch {
  readonly half: () => string;
  readonly stop: () => string;
}

/** Looks once a second at the resident memory of the service's processes, and at what Redis holds. */
export function watchMemory({ api, workers, redis }: System): MemoryWatch {
  const connection = redis.connect();
  const most = new Map<string, number>();
  const note = (name: string, mb: number): void => void most.set(name, Math.max(mb, most.get(name) ?? 0));
  const looking = setInterval(() => {
    for (const { name, pid } of [api, ...workers]) note(name, residentMb(pid));
    connection.info('memory').then(
      (info) => note('Redis', Number(/^used_memory:(\d+)/m.exec(info)?.[1] ?? 0) / 1e6),
      () => undefined,
    );
  }, LOOK_MS);
  const describe = (): string => [...most].map(([name, mb]) => `${name} ${mb.toFixed(0)} MB`).join(', ');
  return {
    half: () => {
      const said = describe();
      most.clear();
      return said;
    },
    stop: () => {
      clearInterval(looking);
      connection.disconnect();
      return describe();
    },
  };
}

function residentMb(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000;
  } catch {
    return 0;
  }
}
