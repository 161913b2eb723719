import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import ts from 'typescript';

const NODE_GLOBALS = ['process', 'Buffer', 'global', '__dirname', '__filename', 'setImmediate'];

/** What a script loads, and which of Node's globals it names without asking first whether they exist. */
function needsOf(text: string): { readonly loads: string[]; readonly globals: string[] } {
  const loads = new Set<string>();
  const globals = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && /^(__)?require$/.test(node.expression.text)))) {
      loads.add(node.arguments.map((argument) => (ts.isStringLiteralLike(argument) ? argument.text : argument.getText())).join());
    }
    if (ts.isIdentifier(node) && NODE_GLOBALS.includes(node.text) && isValue(node)) globals.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, true));
  return { loads: [...loads].sort(), globals: [...globals].sort() };
}

/** Not a member's or a property's name, and not asked for by `typeof`. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isTypeOfExpression(parent));
}

describe('what the looks into bundles find', () => {
  it('is what a script for Node needs', () => {
    const { loads, globals } = needsOf("require('node:fs'); import('os'); process.exit(Buffer.from('').length); a.process; typeof global;");
    assert.deepEqual(loads, ['node:fs', 'os']);
    assert.deepEqual(globals, ['Buffer', 'process']);
    assert.ok(needsOf(readFileSync('dist/server/node.js', 'utf8')).loads.some((name) => builtinModules.includes(name.replace('node:', ''))));
  });
});

describe('the bundles for browsers', () => {
  for (const [file, loads] of [['dist/client/browser.js', ['vscode']], ['dist/server/browser.js', []]] as const) {
    it(`${file} need no Node: ${loads.length > 0 ? `only ${loads.join()} is loaded` : 'nothing is loaded'}`, () => {
      assert.deepEqual(needsOf(readFileSync(file, 'utf8')), { loads, globals: [] });
    });
  }
});
