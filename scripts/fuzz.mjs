// `npm run fuzz -- --requests 100000`: installs and builds what is missing, then sends requests to a service of its own.
import { ensureBuilt } from './build.mjs';
import { ensureDependencies, requireNode } from './lib/dependencies.mjs';
import { ensureRedisServer } from './lib/programs.mjs';
import { runTool } from './lib/run.mjs';

requireNode();
ensureDependencies({ development: true });
ensureBuilt();
const env = { REDIS_SERVER_BIN: ensureRedisServer() };
process.exit(runTool('tsx', ['tests/fuzz/main.ts', ...process.argv.slice(2)], { env }));
