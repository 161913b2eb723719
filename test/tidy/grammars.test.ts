import assert from 'node:assert/strict';
import fs from 'node:fs';
import { sources } from './files';

type Lock = Record<string, { package: string; file: string; version: string; sha256: string }>;

describe('grammars.lock.json', () => {
  const lock = JSON.parse(fs.readFileSync('grammars.lock.json', 'utf8')) as Lock;
  const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };

  it('names the version that package.json pins', () => {
    for (const [name, entry] of Object.entries(lock)) {
      assert.equal(manifest.devDependencies[entry.package], entry.version, name);
      assert.match(entry.sha256, /^[0-9a-f]{64}$/, name);
    }
  });

  it('holds every grammar the server asks for, and no other', () => {
    const asked = new Set(
      sources('server/src').flatMap((file) => Array.from(fs.readFileSync(file, 'utf8').matchAll(/['"`]([a-z-]*tree-sitter[a-z-]*\.wasm)['"`]/g), (match) => String(match[1]))),
    );
    assert.deepEqual(Object.keys(lock).sort(), [...asked].sort());
  });
});
