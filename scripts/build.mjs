import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root, run, runTool } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';

const OUT = join(root, 'dist');
const STAMP = '.sources';
const SOURCES = [
  'src',
  'workers',
  'scripts/build.mjs',
  'scripts/build-admin.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

/** Whether `dist` was made from the sources as they are now. Costs one `stat` a source file. */
export function isBuilt() {
  // A container image holds only what was built.
  if (!existsSync(join(root, 'src'))) return existsSync(OUT);
  return existsSync(join(OUT, STAMP)) && readFileSync(join(OUT, STAMP), 'utf8') === digestSources();
}

/**
 * Makes `dist` from the sources when it is not current. The new build takes the place of the old one whole, so
 * nobody sees half of it. Types are not checked here: that is for `npm run typecheck` and `npm test`.
 */
export function ensureBuilt() {
  if (isBuilt()) return;
  say('Building.');
  const digest = digestSources();
  const next = join(root, 'node_modules', '.cache', `storyfold-build-${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  const code = runTool('tsc', ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', next]);
  if (code !== 0) giveUp('The build failed (see above).');
  for (const file of listFiles(join(root, 'src')).filter(isAsset))
    cpSync(file, join(next, relative(root, file)), { recursive: true });
  if (existsSync(join(root, 'scripts/build-admin.mjs'))) {
    const adminCode = run(process.execPath, [join(root, 'scripts/build-admin.mjs'), join(next, 'src/admin')]);
    if (adminCode !== 0) giveUp('The build of the review page failed (see above).');
  }
  writeFileSync(join(next, STAMP), digest);
  const last = `${next}-last`;
  rmSync(last, { recursive: true, force: true });
  if (existsSync(OUT)) renameSync(OUT, last);
  renameSync(next, OUT);
  rmSync(last, { recursive: true, force: true });
}

/** What the compiler leaves behind: scripts for Redis, model files, pages. */
function isAsset(file) {
  return /\.(lua|json|html|css|svg|png|txt)$/.test(file);
}

function digestSources() {
  const hash = createHash('sha256').update(process.version);
  for (const file of SOURCES.flatMap((source) => listFiles(join(root, source)))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureDependencies({ development: !isBuilt() });
  ensureBuilt();
}
