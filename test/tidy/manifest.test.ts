import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { documents } from './files';

interface Manifest {
  readonly extensionKind: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown }; readonly virtualWorkspaces: unknown };
  readonly main: string;
  readonly browser?: string;
  readonly icon?: string;
  readonly bin: Record<string, string>;
  readonly engines: { readonly vscode: string; readonly node: string };
  readonly dependencies?: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

const json = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as unknown;

describe('package.json', () => {
  const manifest = json('package.json') as Manifest;

  it('pins every package to one version', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  });

  it('needs no package at run time: everything is bundled', () => assert.deepEqual(manifest.dependencies ?? {}, {}));

  it('is checked against the oldest VS Code and Node it allows', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
    assert.equal(manifest.devDependencies['@types/node']?.split('.')[0], manifest.engines.node.replace('>=', ''));
  });

  it('names only entry points that the build makes', () => {
    const build = fs.readFileSync('esbuild.mjs', 'utf8');
    for (const entry of [manifest.main, manifest.browser, ...Object.values(manifest.bin)]) {
      if (entry !== undefined) assert.ok(build.includes(`'${path.posix.normalize(entry)}'`), `esbuild.mjs makes no ${entry}`);
    }
  });

  it('says that it runs anywhere: beside the files or the window, in untrusted and virtual workspaces, in a browser', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace', 'ui']);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    assert.ok(manifest.browser);
  });

  it('names an icon that exists', () => assert.ok(manifest.icon !== undefined && fs.existsSync(manifest.icon)));

  it('takes every text it marks from package.nls.json, and each has its Turkish', () => {
    const marked = new Set(Array.from(JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g), (match) => String(match[1])));
    const english = json('package.nls.json') as Record<string, string>;
    const turkish = json('package.nls.tr.json') as Record<string, string>;
    assert.deepEqual(Object.keys(english).sort(), [...marked].sort());
    assert.deepEqual(Object.keys(turkish).sort(), [...marked].sort());
    for (const [key, text] of Object.entries({ ...english, ...turkish })) assert.notEqual(text.trim(), '', key);
  });
});

describe('JSON files', () => {
  it('can be read', () => {
    for (const file of documents().filter((name) => name.endsWith('.json') && !name.includes('.vscode/'))) json(file);
  });
});
