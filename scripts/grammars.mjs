// The parser's runtime and the grammars that are shipped: grammars.lock.json says where they come from and what exactly was reviewed.
//   node scripts/grammars.mjs --lock     fills in versions and hashes, after adding an entry or upgrading a package on purpose
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './lib/paths.mjs';

/**
 * `patch` replaces one byte sequence, in hexadecimal, that must occur exactly once; `patched` is the hash of what comes out.
 * @typedef {{ package: string, file: string, version: string, sha256: string, patch?: { why: string, from: string, to: string }, patched?: string }} Grammar
 */

const lockFile = path.join(root, 'grammars.lock.json');
/** @returns {[string, Grammar][]} by the name the server asks its host for */
const locked = () => Object.entries(JSON.parse(fs.readFileSync(lockFile, 'utf8')));

/**
 * One grammar as it lies in node_modules.
 * @param {Grammar} grammar
 */
function installed(grammar) {
  const folder = path.join(root, 'node_modules', grammar.package);
  const bytes = fs.readFileSync(path.join(folder, grammar.file));
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { bytes, version, sha256: hash(bytes) };
}

/** @param {Uint8Array} bytes */
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * The grammar as it is shipped.
 * @param {string} name
 * @param {Grammar} grammar
 * @param {Buffer} bytes as installed
 * @throws when what is to be patched is not there exactly once
 */
function patched(name, { patch }, bytes) {
  if (!patch) return bytes;
  const from = Buffer.from(patch.from, 'hex');
  const at = bytes.indexOf(from);
  if (at < 0 || bytes.indexOf(from, at + 1) >= 0 || patch.from.length !== patch.to.length) throw new Error(`The patch of ${name} does not fit: ${patch.from} must occur exactly once, and be replaced by as many bytes.`);
  const result = Buffer.from(bytes);
  result.write(patch.to, at, 'hex');
  return result;
}

/**
 * Copies every grammar into `target`, after comparing it with the lock.
 * @param {string} target folder, made when missing; what else it holds is removed
 * @throws when a grammar is missing or is not the locked one
 */
export function copyGrammars(target) {
  const grammars = locked();
  fs.mkdirSync(target, { recursive: true });
  for (const file of fs.readdirSync(target)) {
    if (!grammars.some(([name]) => name === file)) fs.rmSync(path.join(target, file), { recursive: true });
  }
  for (const [name, grammar] of grammars) {
    const found = installed(grammar);
    if (grammar.version !== found.version || grammar.sha256 !== found.sha256) {
      throw new Error(
        `${name} of ${grammar.package} ${found.version} is not the one in grammars.lock.json. ` +
          'Run `npm ci` if node_modules is out of date, or `node scripts/grammars.mjs --lock` if the package was upgraded on purpose.',
      );
    }
    const bytes = patched(name, grammar, found.bytes);
    if (grammar.patch && hash(bytes) !== grammar.patched) throw new Error(`${name} is not the one in grammars.lock.json after its patch.`);
    fs.writeFileSync(path.join(target, name), bytes);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--lock')) {
  const lock = locked().map(([name, grammar]) => {
    const { bytes, version, sha256 } = installed(grammar);
    const { patch } = grammar;
    return [name, { package: grammar.package, file: grammar.file, version, sha256, ...(patch && { patch, patched: hash(patched(name, grammar, bytes)) }) }];
  });
  fs.writeFileSync(lockFile, JSON.stringify(Object.fromEntries(lock), null, 2) + '\n');
  console.log(`grammars.lock.json holds ${lock.length} files.`);
}
