import assert from 'node:assert/strict';
import fs from 'node:fs';
import { readZip } from './zip';

const { PACKAGE_FILE } = process.env;

describe('the packed extension', () => {
  assert.ok(PACKAGE_FILE, 'PACKAGE_FILE names the package to look into');
  const files = readZip(PACKAGE_FILE);
  const inside = [...files.keys()].filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length)).sort();
  const text = (name: string) => files.get(`extension/${name}`)?.toString('utf8') ?? '';
  const manifest = JSON.parse(text('package.json')) as { main: string; browser: string; bin: Record<string, string>; icon: string };

  it('holds these kinds of files and no other', () => {
    const kinds = [
      /^package(\.nls(\.tr)?)?\.json$/,
      /^(readme|changelog)\.md$/i,
      /^license(\.txt)?$/i,
      /^media\/icon\.png$/,
      /^media\/walkthrough\/[a-z]+\.(svg|ts)$/,
      /^dist\/(core|client\/node|client\/browser|server\/(node|browser|vscode-languageserver|session|finder|clientLogs)|cli\/\w+)\.js$/,
      /^dist\/grammars\/[a-z-]+\.wasm$/,
      /^dist\/(THIRD-PARTY-NOTICES\.txt|sbom\.cdx\.json)$/,
      /^docs\/rules\/[a-z-]+\.md$/,
      /^l10n\/bundle\.l10n(\.tr)?\.json$/,
      /^schemas\/[a-z-]+\.schema\.json$/,
      /^syntaxes\/[a-z-]+\.tmLanguage\.json$/,
    ];
    assert.deepEqual(inside.filter((name) => !kinds.some((kind) => kind.test(name))), []);
    for (const kind of kinds.slice(0, 6)) assert.ok(inside.some((name) => kind.test(name)), `nothing matches ${kind}`);
  });

  it('has all that its manifest names', () => {
    for (const file of [manifest.main, manifest.browser, manifest.icon, ...Object.values(manifest.bin)]) assert.ok(inside.includes(file.replace(/^\.\//, '')), file);
  });

  it('has exactly the grammars of the lock', () => {
    const locked = Object.keys(JSON.parse(fs.readFileSync('grammars.lock.json', 'utf8')) as object).map((name) => `dist/grammars/${name}`);
    assert.deepEqual(inside.filter((name) => name.startsWith('dist/grammars/')), locked.sort());
  });

  it('is minified and points to no source map', () => {
    for (const name of inside.filter((file) => file.endsWith('.js'))) {
      assert.doesNotMatch(text(name), /\/\/# sourceMappingURL=/, name);
      const code = text(name);
      assert.ok(code.length / code.split('\n').length > 200, `${name} has short lines`);
    }
  });

  it('stays small', () => {
    const { size } = fs.statSync(PACKAGE_FILE);
    assert.ok(size < 5_000_000, `${size} bytes`);
  });
});
