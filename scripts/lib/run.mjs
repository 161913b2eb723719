import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const windows = process.platform === 'win32';

/**
 * Runs a program to its end and returns what it wrote to standard output; its standard error is shown.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @throws when it cannot be started or fails
 */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 1 << 28, shell: windows && program === 'npm' });
  if (result.error) throw new Error(`${program} could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`\`${program} ${args.join(' ')}\` failed (${result.signal ?? `exit code ${result.status}`}).\n${result.stdout}`);
  return result.stdout;
}

/**
 * Runs a program on this terminal; Ctrl+C reaches it, and is waited for.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 130 after an interruption
 */
export function runHere(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, ...options, stdio: 'inherit', shell: windows && program === 'npm' });
  // This process waits for the other's end, whoever the signal was sent to.
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? (signal ? 130 : 1));
    });
  });
}

/** Installs the packages of package-lock.json when node_modules does not hold exactly them. Uses nothing but Node. */
export async function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) …');
  if ((await runHere('npm', ['ci', '--loglevel=error'])) !== 0) throw new Error('`npm ci` failed: see above. Is the package registry reachable?');
}

/** Whether every package of the lock lies in node_modules in its locked version. */
function isInstalled() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  if (!fs.existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = read('package-lock.json');
  const present = read('node_modules/.package-lock.json');
  // Optional packages are those of other platforms, mostly: their absence says nothing.
  const complete = Object.keys(wanted).every((name) => name === '' || (present[name] ? present[name].version === wanted[name].version : wanted[name].optional === true));
  return complete && Object.keys(present).every((name) => wanted[name] !== undefined);
}
