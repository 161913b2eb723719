import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { LANGUAGES, LOG_LANGUAGES } from '../../client/src/common/languages';
import { FINDING_CODES, SEVERITIES } from '../../server/src/core/model/finding';
import { DEFAULT_SETTINGS } from '../../server/src/core/model/settings';
import { DEFAULT_FIELDS } from '../../server/src/core/logs/queries';
import { RULES } from '../../server/src/core/rules';
import { severityKey } from '../../server/src/core/context/settings';
import { parseSettings } from '../../server/src/lsp/settings';
import { SECTION } from '../../server/src/protocol';
import { sources } from '../tidy/files';

interface Setting {
  readonly type: string;
  readonly scope: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly description?: string;
  readonly markdownDescription?: string;
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly l10n: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const manifest = json('package.json') as Manifest;
const settings = manifest.contributes.configuration.properties;

describe('settings in the manifest', () => {
  it('have one severity for each rule, and no other', () => {
    const keys = Object.keys(settings).filter((key) => key.startsWith(`${SECTION}.severity.`));
    assert.deepEqual(keys.sort(), FINDING_CODES.map((code) => `${SECTION}.severity.${severityKey(code)}`).sort());
    for (const key of keys) assert.deepEqual(settings[key]?.enum, [...SEVERITIES, 'off'], key);
  });

  it('describe every choice, and apply per folder', () => {
    for (const [key, setting] of Object.entries(settings)) {
      assert.ok(key.startsWith(`${SECTION}.`), key);
      assert.equal(setting.scope, 'resource', key);
      assert.ok(setting.description ?? setting.markdownDescription, key);
      if (setting.enum) {
        assert.equal(setting.enumDescriptions?.length, setting.enum.length, key);
        assert.ok(setting.enum.includes(String(setting.default)), key);
      } else if (setting.type === 'object') assert.deepEqual(Object.keys(setting.properties ?? {}), Object.keys(DEFAULT_FIELDS), key);
      else assert.equal(setting.type, 'boolean', key);
    }
  });

  it('have the server’s defaults, and every choice is understood by it', () => {
    const value = (key: string) => settings[`${SECTION}.${key}`];
    assert.equal(value('context')?.default, DEFAULT_SETTINGS.context);
    assert.equal(value('strict')?.default, DEFAULT_SETTINGS.strict);
    assert.equal(value('language')?.default, 'auto');
    assert.deepEqual(value('logs.fields')?.default, DEFAULT_FIELDS);
    for (const { code, severity } of RULES) assert.equal(value(`severity.${severityKey(code)}`)?.default, severity, code);
    assert.equal(value('severity.unusedSuppression')?.default, 'hint');
    for (const [key, setting] of Object.entries(settings)) {
      const path = key.split('.').slice(1);
      for (const choice of setting.enum ?? (setting.type === 'object' ? [setting.default] : [true, false])) {
        const raw = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), choice);
        parseSettings(raw, 'en', (message) => assert.fail(message));
      }
    }
  });
});

describe('commands in the manifest', () => {
  it('are those that the client has a file for', () => {
    const files = sources('client/src/common/commands').map((file) => file.replace(/^.*\/|\.ts$/g, ''));
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), files.map((name) => `${SECTION}.${name}`).sort());
    for (const { category } of manifest.contributes.commands) assert.equal(category, 'PlusAuth');
  });

  it('start the extension, and so do the supported languages, and nothing else', () => {
    assert.deepEqual([...manifest.activationEvents].sort(), [...LANGUAGES, ...LOG_LANGUAGES].map((language) => `onLanguage:${language}`).sort());
    const palette = new Map(manifest.contributes.menus.commandPalette.map(({ command, when }) => [command, when]));
    assert.equal(palette.get(`${SECTION}.insertHandler`), `resourceLangId =~ /^(${LANGUAGES.join('|')})$/`);
    assert.deepEqual([palette.get(`${SECTION}.cancelFind`), palette.get(`${SECTION}.showPlace`)], [`${SECTION}.finding`, 'false']);
  });
});

/** First arguments of `l10n.t(…)` in a file. */
function textsOf(file: string): { readonly text: string; readonly values: number }[] {
  const found: { text: string; values: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('l10n.t')) {
      const [text, ...values] = node.arguments;
      assert.ok(text && ts.isStringLiteralLike(text), `${file}: ${node.getText()} has a literal text`);
      found.push({ text: text.text, values: values.length });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

describe('texts of the client', () => {
  const used = sources('client/src').flatMap(textsOf);
  const turkish = json(`${manifest.l10n}/bundle.l10n.tr.json`) as Record<string, string>;
  const places = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();

  it('are found at all', () => assert.ok(used.length > 20));

  it('have their Turkish, and none that is not used', () => assert.deepEqual(Object.keys(turkish).sort(), [...new Set(used.map(({ text }) => text))].sort()));

  it('take as many values as are given, in both languages', () => {
    for (const { text, values } of used) {
      assert.equal(places(text).length, values, text);
      assert.deepEqual(places(turkish[text] ?? ''), places(text), text);
    }
  });

  it('are shown through l10n only', () => {
    const shown = /\.(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*['"`](?!\$\{)/;
    assert.deepEqual(sources('client/src').filter((file) => shown.test(readFileSync(file, 'utf8'))), []);
  });
});

describe('documentation pages', () => {
  it('exist for every rule, where its findings link to', () => {
    assert.deepEqual(FINDING_CODES.filter((code) => !existsSync(`docs/rules/${code}.md`)), []);
  });
});
