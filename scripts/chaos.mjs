// `npm run chaos`: installs and builds what is missing, then hurts a service. Arguments go to `chaos/main.ts`.
import { ensureBuilt } from './build.mjs';
import { ensureDependencies, requireNode } from './lib/dependencies.mjs';
import { ensureRedisServer } from './lib/programs.mjs';
import { runTool } from './lib/run.mjs';

requireNode();
ensureDependencies({ development: true });
ensureBuilt();
const env = { REDIS_SERVER_BIN: ensureRedisServer() };
process.exit(runTool('tsx', ['chaos/main.ts', ...process.argv.slice(2)], { env }));
