import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';
import { giveUp, say } from './say.mjs';

/** Oldest Node this runs on; the same as `engines` in package.json. */
const OLDEST_NODE = [20, 19];

/** Ends with a message on a Node that is too old, before anything fails in a way that is harder to read. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  giveUp(`Storyfold needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
}

/** Installs the locked packages when they are missing or the lock file has changed since they were installed. */
export function ensureDependencies({ development }) {
  const reason = outdatedReason({ development });
  if (reason === undefined) return;
  refuseSharedFolder();
  say(`Installing packages from the lock file: ${reason}. This takes a minute or so the first time.`);
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // Under npm itself its command line is known by path; otherwise it is on PATH.
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run('npm', args);
  if (code !== 0)
    giveUp(
      'The packages could not be installed (see above). Check the network, then run the same command again.',
    );
}

/** `npm ci` empties the folder first: through a link it would empty another tree's packages. */
function refuseSharedFolder() {
  if (!lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  giveUp(
    'node_modules is a link to another folder, whose packages an installation would remove. Remove the link, then run the same command again.',
  );
}

function outdatedReason({ development }) {
  const wanted = readPackages('package-lock.json');
  // npm records here what it has really installed.
  const installed = readPackages('node_modules/.package-lock.json');
  if (installed === undefined) return 'none are installed';
  const missing = Object.entries(wanted ?? {}).filter(
    ([path, { version, optional, devOptional, dev, link }]) =>
      path !== '' &&
      !optional &&
      !devOptional &&
      !link &&
      (development || !dev) &&
      installed[path]?.version !== version,
  );
  return missing.length === 0 ? undefined : `${missing.length} are missing or of another version`;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
