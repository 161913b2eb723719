// What of others' work is shipped: a list of licences for people, and a software bill of materials (CycloneDX) for programs.
// Both are made from what the bundles really hold, and are the same for the same sources.
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';

/** @typedef {{ name: string, version: string, license: string, text: string }} Shipped */

/**
 * @param {string} name of an installed package
 * @returns {Shipped}
 * @throws when it says no licence, or holds no text of it
 */
function read(name) {
  const folder = path.join(root, 'node_modules', name);
  const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(folder).sort().find((each) => /^(licen[cs]e|copying)(\.|$)/i.test(each));
  if (typeof license !== 'string') throw new Error(`${name} does not say its licence: it cannot be shipped.`);
  return { name, version, license, text: file ? fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '' };
}

/**
 * The packages of which something is shipped.
 * @param {readonly string[]} inputs files in the bundles, relative to the repository
 * @returns {Shipped[]}
 */
export function shippedPackages(inputs) {
  const names = new Set(inputs.flatMap((file) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'grammars.lock.json'), 'utf8'));
  for (const { package: name } of Object.values(lock)) names.add(name);
  return [...names].sort().map(read);
}

/**
 * Writes dist/THIRD-PARTY-NOTICES.txt and dist/sbom.cdx.json.
 * @param {readonly string[]} inputs
 */
export function writeNotices(inputs) {
  const shipped = shippedPackages(inputs);
  const { name, version, description, license } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const parts = shipped.map((each) => `${each.name} ${each.version} (${each.license})\n\n${each.text || `The package holds no text of its licence; it declares ${each.license}.`}`);
  fs.writeFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), `PlusAuth Errors ships parts of these packages.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);

  const bom = new Models.Bom();
  const component = (/** @type {Omit<Shipped, 'text'>} */ each, /** @type {Enums.ComponentType} */ type) => {
    const [group, own] = each.name.startsWith('@') ? each.name.split('/') : [undefined, each.name];
    const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${own}@${each.version}`;
    return new Models.Component(type, own ?? each.name, { ...(group && { group }), version: each.version, bomRef: purl, purl, licenses: new Models.LicenseRepository([new Models.SpdxLicense(each.license)]) });
  };
  const product = component({ name, version, license }, Enums.ComponentType.Application);
  product.description = description.startsWith('%') ? undefined : description;
  bom.metadata.component = product;
  for (const each of shipped) {
    const own = component(each, Enums.ComponentType.Library);
    bom.components.add(own);
    product.dependencies.add(own.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  fs.writeFileSync(path.join(root, 'dist/sbom.cdx.json'), `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`);
}
