import type { RedisClient } from './connect';
import { FORMAT_KEY } from './service-keys';

/**
 * The form of what this version writes. It goes up when an older version could no longer read it rightly; what an older version wrote is
 * read by every later one. Binary records have a number of their own besides.
 */
export const DATA_FORMAT = 3;

/** The data were written by a later version, which this one would misread and damage. */
export class LaterFormat extends Error {
  constructor(format: string) {
    super(
      `The data in this Redis have format ${format}, of a later version of Storyfold; this one knows ${DATA_FORMAT}. ` +
        'Start the later version, or restore a backup into another Redis.',
    );
    this.name = 'LaterFormat';
  }
}

/** Marks a Redis with the form of this version. @throws LaterFormat when a later one has been at work. */
export async function claimFormat(redis: RedisClient): Promise<void> {
  await redis.setnx(FORMAT_KEY, DATA_FORMAT);
  const marked = (await redis.get(FORMAT_KEY)) ?? '';
  if (Number(marked) < DATA_FORMAT) await redis.set(FORMAT_KEY, DATA_FORMAT);
  else if (marked !== String(DATA_FORMAT)) throw new LaterFormat(marked);
}

/**
 * Claims the format whenever the connection comes up: a Redis that was away when this process started, or that another has taken the
 * place of, is looked at before long. `refuse` is called when a later version has been at work.
 */
export function claimFormatAgain(redis: RedisClient, refuse: (error: LaterFormat) => void): void {
  redis.on('ready', () => {
    claimFormat(redis).catch((error: unknown) => {
      if (error instanceof LaterFormat) refuse(error);
    });
  });
}
