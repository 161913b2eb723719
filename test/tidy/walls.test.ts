import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { FINDING_CODES } from '../../server/src/core/model/finding';
import { sources } from './files';

interface Import {
  readonly from: string;
  /** A path in the repository without its extension, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

function importsOf(file: string): Import[] {
  return Array.from(fs.readFileSync(file, 'utf8').matchAll(IMPORT), (match) => {
    const name = match[2] ?? match[3] ?? '';
    const to = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name).replace(/\.[cm]?[jt]s$/, '') : name;
    return { from: file, to, typeOnly: match[1] !== undefined };
  });
}

const CORE = 'server/src/core/';
/** Each part of the core may import those of the lines before its own, and itself. */
const LAYERS = [['model'], ['catalog', 'syntax'], ['languages', 'texts'], ['context'], ['recognise'], ['logs', 'edits'], ['rules'], ['features'], ['']];
/** Folders whose members are added and removed one by one: they know nothing of each other. */
const SIBLINGS = ['languages', 'rules', 'logs/formats', 'logs/queries'];
/** The contract between the core and its hosts, and what a service is made of: all may name its types. */
const CONTRACT = `${CORE}service`;

const partOf = (file: string): string => (file.startsWith(CORE) && file.slice(CORE.length).includes('/') ? file.slice(CORE.length).split('/')[0] ?? '' : '');
const layerOf = (part: string): number => LAYERS.findIndex((layer) => layer.includes(part));
const show = ({ from, to }: Import): string => `${from} imports ${to}`;

describe('walls between the parts', () => {
  const all = [...sources('server/src'), ...sources('client/src')].flatMap(importsOf);
  const inCore = all.filter(({ from }) => from.startsWith(CORE));
  const within = inCore.filter(({ to }) => to.startsWith(CORE));

  it('reads imports at all', () => assert.ok(within.length > 10));

  it('the core has no folder that the layers do not know', () => {
    const folders = fs.readdirSync(CORE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(folders.filter((folder) => layerOf(folder.name) < 0).map((folder) => folder.name), []);
  });

  it('the core reaches its host through ports only, and no package but the parser', () => {
    const outside = inCore.filter(({ to }) => !to.startsWith(CORE) && to !== 'web-tree-sitter');
    assert.deepEqual(outside.map(show), []);
    const parser = inCore.filter(({ from, to }) => to === 'web-tree-sitter' && partOf(from) !== 'syntax');
    assert.deepEqual(parser.map(show), [], 'syntax/ is the only door to the parser');
  });

  it('imports in the core go to lower layers', () => {
    const wrong = within.filter(({ from, to, typeOnly }) => {
      if (to === CONTRACT && typeOnly) return false;
      const own = partOf(from);
      const other = to.startsWith(CORE) && fs.existsSync(to) && fs.statSync(to).isDirectory() ? to.slice(CORE.length).split('/')[0] ?? '' : partOf(to);
      return own !== other && layerOf(other) >= layerOf(own);
    });
    assert.deepEqual(wrong.map(show), []);
  });

  it('rules and features see no syntax and ask for no language', () => {
    const wrong = within.filter(({ from, to }) => ['rules', 'features'].includes(partOf(from)) && /^server\/src\/core\/(syntax|languages)\b/.test(to));
    assert.deepEqual(wrong.map(show), []);
  });

  it('languages know no error', () => {
    const wrong = within.filter(({ from, to }) => partOf(from) === 'languages' && to.startsWith(`${CORE}catalog`));
    assert.deepEqual(wrong.map(show), []);
  });

  const codes = new Set(FINDING_CODES.flatMap((code) => [code, code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())]));
  for (const folder of SIBLINGS) {
    it(`siblings under ${folder}/ do not import each other`, () => {
      const base = `${CORE}${folder}/`;
      const entries = fs.existsSync(base) ? fs.readdirSync(base, { withFileTypes: true }) : [];
      // Languages are folders and rules are named by their codes; every format is a file beside the registry.
      const isMember = (name: string) => (folder.startsWith('logs/') ? name !== 'index' && name !== 'types' : codes.has(name) || entries.some((entry) => entry.name === name && entry.isDirectory()));
      const siblings = new Set(entries.map((entry) => entry.name.replace(/\.ts$/, '')).filter(isMember));
      const member = (file: string) => (file.startsWith(base) ? file.slice(base.length).split('/')[0]?.replace(/\.ts$/, '') ?? '' : '');
      const wrong = within.filter(({ from, to }) => siblings.has(member(from)) && siblings.has(member(to)) && member(from) !== member(to));
      assert.deepEqual(wrong.map(show), []);
    });
  }

  it('only the wiring speaks the protocol of the editor', () => {
    const wrong = all.filter(({ from, to }) => from.startsWith('server/src/') && to.startsWith('vscode-languageserver') && !/^server\/src\/(lsp|node|browser)\//.test(from) && from !== 'server/src/protocol.ts');
    assert.deepEqual(wrong.map(show), []);
  });

  it('the wiring and the command line do not know each other', () => {
    const wrong = all.filter(({ from, to }) => (from.startsWith('server/src/cli/') && to.startsWith('server/src/lsp')) || (from.startsWith('server/src/lsp/') && to.startsWith('server/src/cli')));
    assert.deepEqual(wrong.map(show), []);
  });

  it('the client imports nothing of the server but the protocol', () => {
    const wrong = all.filter(({ from, to }) => from.startsWith('client/') && to.startsWith('server/') && to !== 'server/src/protocol');
    assert.deepEqual(wrong.map(show), []);
  });

  it('the server imports nothing of the client, and never the editor', () => {
    const wrong = all.filter(({ from, to }) => from.startsWith('server/') && (to.startsWith('client/') || to === 'vscode'));
    assert.deepEqual(wrong.map(show), []);
  });
});
