import type { Tree } from 'web-tree-sitter';
import wasm from './copy.wasm';
import type { SyntaxNode } from './node';

/** Nesting deeper than this is generated or hostile: what lies below is left out rather than risking the stack. */
export const MAX_DEPTH = 400;

/** What of a tree is worth a copy. */
export interface Pruning {
  /** Whether something of interest lies between two offsets of the tree. */
  holds(start: number, end: number): boolean;
  /** How much is copied of a node that holds nothing of interest but stands beside something that does. */
  beside(type: string, start: number, end: number): 'nothing' | 'first child' | 'outline';
  /** Whether a node in such an outline is needed whole. */
  readonly whole: ReadonlySet<string>;
}

/** The exports of copy.as. */
interface Copier {
  address(): number;
  copyTree(tree: number, depth: number): number;
  copyNode(tree: number, depth: number, id: number, from: number, pruned: boolean): number;
}

/** How much is copied of a node; the numbers are those of copy.as. */
const SHARES = { whole: 0, named: 1, outline: 2, 'first child': 3, nothing: 4 } as const;
const RECORD = 4;
const NONE: readonly SyntaxNode[] = [];

let copier: Copier;
let memory: WebAssembly.Memory;
let share: (symbol: number, start: number, end: number) => number = () => SHARES.whole;
// What is read: the records, where in them, and what they count from and name.
let records = new Int32Array();
let at = 0;
let from = 0;
let types: readonly string[] = [];
let fields: readonly (string | null)[] = [];

/** Copies from now on the trees of a parser's runtime. */
export function copyFrom(runtime: WebAssembly.Instance, itsMemory: WebAssembly.Memory): void {
  memory = itsMemory;
  const host = { share: (symbol: number, start: number, end: number) => share(symbol, start, end) };
  copier = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { ...runtime.exports, memory }, host }).exports as unknown as Copier;
}

/** A plain copy of a tree; its offsets count from `base`. */
export function copyTree(tree: Tree, base: number): SyntaxNode {
  copier.copyTree(addressOf(tree), MAX_DEPTH);
  return read(tree, base);
}

/** Whether two trees in the same language have the same nodes in the same places. */
export function sameTree(one: Tree, other: Tree): boolean {
  const nodes = recorded(copier.copyTree(addressOf(one), MAX_DEPTH)).slice();
  const others = recorded(copier.copyTree(addressOf(other), MAX_DEPTH));
  return nodes.length === others.length && nodes.every((value, index) => value === others[index]);
}

/** A plain copy of the node with the parser's id that starts at an offset, if it is there; no field belongs to it. With `pruning` only of what is of interest in it. */
export function copyNode(tree: Tree, id: number, start: number, base: number, pruning?: Pruning): SyntaxNode | undefined {
  if (pruning) share = (symbol, start, end) => shareOf(tree.language.types[symbol] || 'ERROR', start, end, pruning);
  return copier.copyNode(addressOf(tree), MAX_DEPTH, id, start, pruning !== undefined) > 0 ? read(tree, base) : undefined;
}

function shareOf(type: string, start: number, end: number, pruning: Pruning): number {
  if (pruning.whole.has(type)) return SHARES.whole;
  return SHARES[pruning.holds(start, end) ? 'named' : pruning.beside(type, start, end)];
}

/** The package hands its own functions this number, and offers no other way to a tree's nodes than one crossing for each. */
const addressOf = (tree: Tree): number => (tree as unknown as { readonly 0: number })[0];

/** The records of what was copied last, as long as nothing else is. */
function recorded(bytes: number): Int32Array {
  return new Int32Array(memory.buffer, copier.address(), bytes / Int32Array.BYTES_PER_ELEMENT);
}

function read({ language }: Tree, base: number): SyntaxNode {
  // A memory that grew has another buffer.
  if (records.buffer !== memory.buffer) records = new Int32Array(memory.buffer);
  ({ types, fields } = language);
  from = base;
  at = copier.address() / Int32Array.BYTES_PER_ELEMENT;
  return next();
}

/** The node of the next record. */
function next(): SyntaxNode {
  const i = at;
  at += RECORD;
  const kind = records[i] ?? 0;
  const count = records[i + 3] ?? 0;
  let children = NONE;
  if (count > 0) {
    const own: SyntaxNode[] = [];
    for (let n = 0; n < count; n++) own.push(next());
    children = own;
  }
  return { type: types[kind & 0xffff] || 'ERROR', field: fields[kind >>> 16] ?? '', start: (records[i + 1] ?? 0) - from, end: (records[i + 2] ?? 0) - from, children };
}
