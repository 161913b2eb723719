import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { readZip } from './zip';

const { PACKAGE_FILE, PACKAGE_AGAIN } = process.env;

/** What lets people check what they install. */
describe('the packed extension can be checked', () => {
  assert.ok(PACKAGE_FILE && PACKAGE_AGAIN, 'PACKAGE_FILE and PACKAGE_AGAIN name two packages that were made of the same sources');
  const files = readZip(PACKAGE_FILE);
  const text = (name: string): string => files.get(`extension/${name}`)?.toString('utf8') ?? '';

  it('two builds give the same bytes', () => {
    const again = readZip(PACKAGE_AGAIN);
    assert.deepEqual([...again.keys()], [...files.keys()]);
    for (const [name, content] of files) assert.ok(again.get(name)?.equals(content), name);
    assert.ok(fs.readFileSync(PACKAGE_FILE).equals(fs.readFileSync(PACKAGE_AGAIN)));
  });

  it('its bill of materials is valid, and lists what is shipped with version and licence', async () => {
    const bom = text('dist/sbom.cdx.json');
    assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bom), null);
    const { components } = JSON.parse(bom) as { components: { group?: string; name: string; version: string; licenses: { license: { id: string } }[] }[] };
    const names = components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
    const lock = JSON.parse(fs.readFileSync('grammars.lock.json', 'utf8')) as Record<string, { package: string; version: string }>;
    for (const { package: name, version } of Object.values(lock)) assert.equal(components[names.indexOf(name)]?.version, version, name);
    for (const name of ['vscode-languageclient', 'vscode-languageserver', 'vscode-jsonrpc']) assert.ok(names.includes(name), name);
    assert.ok(!names.some((name) => /mocha|esbuild|typescript-eslint|playwright/.test(name)), names.join(' '));
    const permissive = ['MIT', 'ISC', 'BlueOak-1.0.0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause'];
    for (const { name, licenses } of components) assert.ok(permissive.includes(licenses[0]?.license.id ?? ''), `${name}: ${licenses[0]?.license.id}`);
    const notices = text('dist/THIRD-PARTY-NOTICES.txt');
    for (const [index, name] of names.entries()) assert.ok(notices.includes(`${name} ${components[index]?.version} (`), name);
    assert.doesNotMatch(notices, /holds no text of its licence/);
  });
});
