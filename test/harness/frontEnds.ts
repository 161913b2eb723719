import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import ts from 'typescript';
import { languageOf } from '../../server/src/core/languages';
import { Parsers } from '../../server/src/core/syntax/parsers';
import { EXTENSIONS } from './document';
import { readAsset } from './host';

/** Reads a text and says what is wrong with its syntax. */
type FrontEnd = (text: string) => string[] | Promise<string[]>;

/** A program that reads a file from its standard input and fails with messages; `sound` is a text it must accept. */
function program(command: string, args: readonly string[], sound: string): FrontEnd | undefined {
  const run: FrontEnd = (text) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, { input: text, encoding: 'utf8' });
    if (error) throw error;
    return status === 0 ? [] : [`${stdout}${stderr}`.trim() || `${command} ended with ${String(status)}`];
  };
  const found = spawnSync(command, args, { input: sound, encoding: 'utf8' });
  return found.error || found.status !== 0 ? undefined : run;
}

/** A program that stays: it reads texts and answers them, line by line in Base64, and ends with its input. */
function service(command: string, args: readonly string[], sound: string): FrontEnd | undefined {
  const line = (text: string): string => `${Buffer.from(text).toString('base64')}\n`;
  const found = spawnSync(command, args, { input: line(sound), encoding: 'utf8' });
  if (found.error || found.status !== 0 || found.stdout.trim() !== '') return undefined;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const handles = [child, child.stdin, child.stdout] as unknown as readonly { ref(): void; unref(): void }[];
  const answers = createInterface({ input: child.stdout });
  let last: Promise<unknown> = Promise.resolve();
  const run = async (text: string): Promise<string[]> => {
    // The tests' process waits for an answer, and for nothing else.
    handles.forEach((h) => h.ref());
    child.stdin.write(line(text));
    const [answer] = (await once(answers, 'line')) as [string];
    handles.forEach((h) => h.unref());
    return Buffer.from(answer, 'base64').toString().split('\n').filter((l) => l !== '');
  };
  handles.forEach((h) => h.unref());
  return (text) => {
    const next = last.then(() => run(text));
    last = next.catch(() => undefined);
    return next;
  };
}

const typescript =
  (extension: string): FrontEnd =>
  (text) => {
    const output = ts.transpileModule(text, {
      fileName: `code.${extension}`, reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.Preserve },
    });
    return (output.diagnostics ?? []).map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
  };

/** Go's own parser, compiled to WebAssembly with its formatter. */
function gofmt(): FrontEnd {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync('node_modules/@wasm-fmt/gofmt/gofmt.wasm')));
  const wasm = exports as unknown as { memory: WebAssembly.Memory; _initialize(): void; alloc(length: number): number; format(): number; output_ptr(): number; output_len(): number; dispose(): void };
  wasm._initialize();
  return (text) => {
    const bytes = new TextEncoder().encode(text);
    // Making room may move the memory.
    const at = wasm.alloc(bytes.length);
    new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
    try {
      // 0 where nothing changes, 1 with the formatted text, or else a message.
      return wasm.format() > 1 ? [new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, wasm.output_ptr(), wasm.output_len()))] : [];
    } finally {
      wasm.dispose();
    }
  };
}

/** The language's own front end by language identifier: looked for when first needed. Others are read by their grammar. */
const FRONT_ENDS: Readonly<Record<string, () => FrontEnd | undefined>> = {
  typescript: () => typescript('ts'),
  typescriptreact: () => typescript('tsx'),
  javascript: () => typescript('js'),
  javascriptreact: () => typescript('jsx'),
  go: gofmt,
  // Formatting needs a whole syntax tree, and no names.
  rust: () => program('rustfmt', ['--edition', '2021', '--config', 'error_on_line_overflow=false'], 'fn main() {}\n'),
  java: () => service('java', [path.join(process.cwd(), 'test/harness/ParseJava.java')], 'class A {}'),
  php: () => program('php', ['-n', '-l'], '<?php\n'),
  ruby: () => program('ruby', ['-c', '--disable=gems'], 'case 1\nin Integer then 2\nend\n'),
  python: () => program('python3', ['-I', '-S', '-W', 'error::SyntaxWarning', '-c', 'import sys; compile(sys.stdin.buffer.read(), "code.py", "exec")'], 'match 1:\n    case _: pass\n'),
  json: () => (text) => {
    try {
      JSON.parse(text);
      return [];
    } catch (error) {
      return [String(error)];
    }
  },
  // Markup holds code that is no file of its own; its scripts are tried as such.
  vue: () => () => [],
  svelte: () => () => [],
  html: () => () => [],
};

const known = new Map<string, FrontEnd | undefined>();

/** What a language's own front end says against the syntax of a text or, where this machine has none, what its grammar stumbles over. */
export async function syntaxErrors(text: string, languageId = 'typescript'): Promise<string[]> {
  if (!known.has(languageId)) known.set(languageId, FRONT_ENDS[languageId]?.());
  return (await known.get(languageId)?.(text)) ?? (await grammarErrors(text, languageId));
}

const parsers = new Parsers(readAsset);

/** Nodes that a grammar could not read, and those it had to make up. */
async function grammarErrors(text: string, languageId: string): Promise<string[]> {
  const language = languageOf(languageId);
  const grammar = language?.grammar;
  if (grammar === undefined) throw new Error(`No language is called ${languageId} (${Object.keys(EXTENSIONS).join(', ')}).`);
  const tree = (await parsers.get(grammar)).parse(language?.readable?.(text) ?? text);
  if (!tree) throw new Error('The parser gave no tree.');
  const found: string[] = [];
  const cursor = tree.walk();
  const visit = (): void => {
    if (cursor.nodeType === 'ERROR' || cursor.nodeIsMissing) found.push(`${cursor.nodeIsMissing ? 'missing ' : ''}${cursor.nodeType} at ${cursor.startPosition.row + 1}:${cursor.startPosition.column + 1}`);
    if (!cursor.gotoFirstChild()) return;
    do visit();
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  visit();
  cursor.delete();
  tree.delete();
  return found;
}
