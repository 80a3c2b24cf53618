// `npm start`, `npm run start:api` and `npm run start:worker`: what is missing is installed and built, then the
// program takes over this very process, so that signals reach it. Needs nothing but Node.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt, isBuilt } from './build.mjs';
import { ensureDependencies, requireNode } from './lib/dependencies.mjs';
import { ensureRedisServer } from './lib/programs.mjs';
import { root } from './lib/run.mjs';
import { giveUp } from './lib/say.mjs';

const ENTRIES = { all: 'src/cli/start.js', api: 'src/server.js', worker: 'workers/main.js' };

const role = process.argv[2] ?? 'all';
const entry = ENTRIES[role];
if (entry === undefined) giveUp(`Unknown role ${role}: ${Object.keys(ENTRIES).join(', ')}.`);

requireNode();
ensureDependencies({ development: !isBuilt() });
ensureBuilt();
if (role === 'all' && !process.env.REDIS_URL?.trim()) process.env.REDIS_SERVER_BIN = ensureRedisServer();

process.argv = [process.execPath, join(root, 'dist', entry), ...process.argv.slice(3)];
createRequire(import.meta.url)('node:module').runMain(process.argv[1]);
