import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Runs a command to its end with this terminal, and returns its exit code (1 when it could not be run). */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return result.status ?? 1;
}

/** Runs one of the project's own tools, such as `tsc`, to its end, and returns its exit code. */
export function runTool(name, args, { env = {} } = {}) {
  return run(process.execPath, [toolPath(name), ...args], { env: { PATH: toolSearchPath(), ...env } });
}

/** Starts one of the project's own tools. */
export function spawnTool(name, args, { env = {} } = {}) {
  return spawn(process.execPath, [toolPath(name), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: toolSearchPath(), ...env },
  });
}

/** Node runs a tool's script by path, so that no shell is needed. */
function toolPath(name) {
  return join(root, 'node_modules', '.bin', name);
}

/** The tools look for each other on PATH, as they do when npm runs them. */
function toolSearchPath() {
  return `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
}

/** The first of `names` that can be run from PATH, as a path, or undefined. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable);
}

export function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
