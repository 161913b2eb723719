import assert from 'node:assert/strict';
import fs from 'node:fs';
import ts from 'typescript';
import { FINDING_CODES } from '../../server/src/core/model/finding';

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties?: Readonly<Record<string, { readonly default?: unknown }>> } };
}

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest;
const pageOf = (code: string): string => fs.readFileSync(`docs/rules/${code}.md`, 'utf8');
/** The examples of a page: `wrong`, `right`, and whether they are for strict mode. */
const examplesOf = (page: string) =>
  [...page.matchAll(/^```ts (wrong|right)( strict)?\n([\s\S]*?)^```$/gm)].map(([, kind, strict, code]) => ({ kind, strict: strict !== undefined, code: code ?? '' }));

describe('documentation of the findings', () => {
  it('has a page for every finding, and no other', () => {
    assert.deepEqual(fs.readdirSync('docs/rules').sort(), FINDING_CODES.map((code) => `${code}.md`).sort());
  });

  for (const code of FINDING_CODES) {
    it(`${code}: why, wrong, right, options, how to silence`, () => {
      const page = pageOf(code);
      assert.ok(page.startsWith(`# ${code}\n`));
      assert.deepEqual([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]), ['Why', 'Wrong', 'Right', 'Fixes', 'Options', 'Silence']);
      for (const comment of ['plusauth-errors-ignore ', 'plusauth-errors-ignore-next-line ', 'plusauth-errors-ignore-file ']) assert.ok(page.includes(`// ${comment}`));
    });

    it(`${code}: the examples are whole, and TypeScript can read them`, () => {
      const page = pageOf(code);
      const examples = examplesOf(page);
      assert.equal(examples.length, (page.match(/^```ts /gm) ?? []).length);
      for (const kind of ['wrong', 'right']) assert.ok(examples.some((example) => example.kind === kind), kind);
      for (const example of examples) {
        const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
        const { diagnostics } = ts.transpileModule(example.code, { reportDiagnostics: true, compilerOptions });
        assert.deepEqual((diagnostics ?? []).map((diagnostic) => diagnostic.messageText), [], example.code);
      }
    });

    it(`${code}: the setting and its default are those of the manifest`, () => {
      const setting = `plusauthErrors.severity.${code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`;
      const property = manifest.contributes.configuration.properties?.[setting];
      assert.ok(property, setting);
      assert.ok(pageOf(code).includes(`\`${setting}\``));
      assert.ok(pageOf(code).includes(`Default: \`${String(property.default)}\`.`), `the default of ${setting} is ${String(property.default)}`);
    });
  }
});
