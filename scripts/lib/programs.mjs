import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { findProgram, isRunnable, run } from './run.mjs';
import { giveUp, say } from './say.mjs';

/** How each system's package manager installs; the first one found is used. */
const MANAGERS = [
  {
    program: 'apt-get',
    needsRoot: true,
    update: ['update', '-qq'],
    install: ['install', '-y', '-qq', '--no-install-recommends'],
  },
  { program: 'apk', needsRoot: true, install: ['add', '--no-cache'] },
  { program: 'dnf', needsRoot: true, install: ['install', '-y', '-q'] },
  { program: 'brew', needsRoot: false, install: ['install', '--quiet'] },
];

/** Path of a `redis-server`, installed when there is none; ends the process with the ways out when that cannot be. */
export function ensureRedisServer() {
  const given = process.env.REDIS_SERVER_BIN;
  if (given && isRunnable(given)) return given;
  if (given) giveUp(`REDIS_SERVER_BIN=${given} is not a program that can be run.`);
  return ensureProgram({
    what: 'redis-server',
    why: 'Storyfold keeps its data in a Redis of its own',
    names: ['redis-server', 'valkey-server'],
    packages: { 'apt-get': ['redis-server'], apk: ['redis'], dnf: ['redis'], brew: ['redis'] },
    waysOut: [
      'install it: apt-get install redis-server, apk add redis, dnf install redis or brew install redis',
      'or set REDIS_SERVER_BIN to where it is',
      'or set REDIS_URL to a Redis that runs already (npm start only)',
      'or run everything in containers: docker compose up',
    ],
  });
}

/** Path of a Chromium for the browser tests. */
export function ensureChromium() {
  const given = process.env.CHROMIUM_BIN;
  if (given && isRunnable(given)) return given;
  return ensureProgram({
    what: 'Chromium',
    why: 'the browser tests run in it',
    names: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
    packages: {
      'apt-get': ['chromium-headless-shell', 'fonts-dejavu-core'],
      apk: ['chromium'],
      dnf: ['chromium'],
    },
    waysOut: [
      'install it: apt-get install chromium-headless-shell, apk add chromium or dnf install chromium',
      'or set CHROMIUM_BIN to where it is',
      'or leave the browser tests out: npm test -- tests/unit tests/redis tests/e2e',
    ],
  });
}

/** Path of curl, for the examples of the API guide. */
export function ensureCurl() {
  return ensureProgram({
    what: 'curl',
    why: 'the examples of the API guide are run with it',
    names: ['curl'],
    packages: { 'apt-get': ['curl'], apk: ['curl'], dnf: ['curl'], brew: ['curl'] },
    waysOut: ['install it', 'or leave these tests out: npm test -- tests/unit tests/redis'],
  });
}

function ensureProgram({ what, why, names, packages, waysOut }) {
  const found = findProgram(...names);
  if (found !== undefined) return found;
  const refusal = installPackages(what, why, packages);
  const installed = findProgram(...names);
  if (installed !== undefined) return installed;
  return giveUp(
    `${what} was not found, and ${why}. ${refusal}\nWays out:\n${waysOut.map((way) => `  - ${way}`).join('\n')}`,
  );
}

/** Tries the system's package manager; returns why it did not help. */
function installPackages(what, why, packages) {
  const manager = MANAGERS.find(
    ({ program }) => packages[program] !== undefined && findProgram(program) !== undefined,
  );
  if (manager === undefined) return 'No package manager known here could install it.';
  const { program, needsRoot, update, install } = manager;
  if (needsRoot && process.getuid?.() !== 0)
    return `Installing it with ${program} needs root, which this is not.`;
  say(`Installing ${packages[program].join(' ')} with ${program}: ${what} was not found, and ${why}.`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  withoutStartingServices(program, () => {
    // A machine that was never updated knows no packages, one updated long ago asks for versions that are gone.
    if (update !== undefined) run(program, update, { env, quiet: true });
    run(program, [...install, ...packages[program]], { env, quiet: true });
  });
  return `${program} could not install it (see above).`;
}

/** Debian starts a service with its package; this keeps a Redis nobody asked for off port 6379. */
function withoutStartingServices(program, install) {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = program === 'apt-get' && !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}
