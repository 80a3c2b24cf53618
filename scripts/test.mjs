// `npm test`: sets up what is missing, checks format, types and lint, builds, runs all tests. Arguments go to Jest:
// `npm test -- tests/unit`. Needs nothing but Node.
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureDependencies, requireNode } from './lib/dependencies.mjs';
import { ensureChromium, ensureCurl, ensureRedisServer } from './lib/programs.mjs';
import { root, runTool, spawnTool } from './lib/run.mjs';
import { say } from './lib/say.mjs';

/** Jest's own report of the last run; removed first, so that a run that never reached Jest leaves none. */
const REPORT = join(root, 'coverage', 'jest-result.json');

/** How long Jest may take to exit after its report. */
const EXIT_SECONDS = 20;

const CHECKS = [
  { what: 'format', tool: 'biome', args: ['check', '.'] },
  { what: 'types', tool: 'tsc', args: ['-p', 'tsconfig.json'] },
  { what: 'types of the page', tool: 'tsc', args: ['-p', 'src/admin'] },
  { what: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
];

rmSync(REPORT, { force: true });
requireNode();
ensureDependencies({ development: true });
const args = process.argv.slice(2);
const env = { NODE_ENV: 'test', ...findPrograms(args) };
for (const { what, tool, args: toolArgs } of CHECKS) {
  say(`Checking ${what}.`);
  if (runTool(tool, toolArgs) !== 0) fail(`The ${what} check failed (see above); no test was run.`);
}
ensureBuilt();
mkdirSync(join(root, 'coverage'), { recursive: true });
// Two at once: the tests that start the whole service are several processes each.
const jestArgs = ['--maxWorkers=2', '--json', `--outputFile=${REPORT}`, ...args];
const code = await runJest(jestArgs, env);
const report = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : undefined;
if (report === undefined) fail('Jest ended without a report (see above).');
if (report.numTotalTests === 0) fail('No test was run.');
process.exit(code === 0 && report.success ? 0 : 1);

/** Unit tests alone need no Redis, and only browser tests need a browser. */
function findPrograms(jestArguments) {
  const folders = jestArguments.filter((argument) => argument.startsWith('tests/'));
  const includes = (kind) =>
    folders.length === 0 || folders.some((folder) => folder.startsWith(`tests/${kind}`));
  const programs = {};
  if (['redis', 'e2e', 'browser'].some(includes)) programs.REDIS_SERVER_BIN = ensureRedisServer();
  if (includes('e2e')) ensureCurl();
  const hasBrowserTests =
    existsSync(join(root, 'tests/browser')) && readdirSync(join(root, 'tests/browser')).length > 0;
  if (includes('browser') && hasBrowserTests) programs.CHROMIUM_BIN = ensureChromium();
  return programs;
}

/** Runs Jest; ends it when it has reported but does not exit, since something a test left open would hold it forever. */
async function runJest(jestArguments, jestEnv) {
  const jest = spawnTool('jest', jestArguments, { env: jestEnv });
  let overdue = 0;
  const watch = setInterval(() => {
    if (!existsSync(REPORT) || ++overdue < EXIT_SECONDS) return;
    say('All tests have run, but Jest does not exit: a test left a process, timer or connection open.');
    jest.kill('SIGKILL');
  }, 1_000);
  const [status] = await once(jest, 'exit');
  clearInterval(watch);
  return status ?? 1;
}

function fail(text) {
  say(`\n${text}`);
  process.exit(1);
}
