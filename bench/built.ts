import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Loads a module of the built service, as the service runs it: the loader that runs these files makes every import a function call, three
 * times as slow.
 *
 * @param name path under `dist/src`, such as `./matching/match`.
 */
export const requireBuilt = createRequire(join(__dirname, '../dist/src/'));
