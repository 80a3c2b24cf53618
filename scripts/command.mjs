// `npm run cluster`, `eval`, `ingest`, `demo`: what is missing is installed and built, then the command takes over this
// very process, so that signals reach it. Needs nothing but Node.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { ensureBuilt, isBuilt } from './build.mjs';
import { ensureDependencies, requireNode } from './lib/dependencies.mjs';
import { ensureRedisServer } from './lib/programs.mjs';
import { root } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';

/** Commands, and whether they may have to run a Redis of their own. */
const COMMANDS = {
  cluster: () => true,
  eval: (args) => !args.some((arg) => arg.startsWith('--pred')),
  ingest: () => false,
  backup: () => false,
  restore: () => false,
  recluster: () => true,
  train: () => false,
  'count-terms': () => false,
  demo: (args) => !args.some((arg) => arg.startsWith('--url')),
};

const [, , name = '', ...args] = process.argv;
const needsRedis = COMMANDS[name];
if (needsRedis === undefined) giveUp(`Unknown command ${name}: ${Object.keys(COMMANDS).join(', ')}.`);

requireNode();
ensureDependencies({ development: !isBuilt() });
ensureBuilt();
if (needsRedis(args)) process.env.REDIS_SERVER_BIN = ensureRedisServer();

// npm runs scripts in the project's folder; the files a person names are seen from where that person is.
process.env.DATA_DIR = resolve(root, process.env.DATA_DIR?.trim() || 'data');
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

process.argv = [process.execPath, join(root, 'dist/src/cli', `${name}.js`), ...args];
createRequire(import.meta.url)('node:module').runMain(process.argv[1]);
