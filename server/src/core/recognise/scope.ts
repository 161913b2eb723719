import { childrenOf, type Code, type Declaration, type FunctionLiteral, type Pattern, type Try } from '../model/code';
import { contains, type Span } from '../model/span';

/** Where a name gets its value. */
export interface Binding {
  readonly name: string;
  /** Where the name is known. */
  readonly scope: Span;
  /** The whole parameter, clause or declaration; names bound together share it. */
  readonly declaration: Span;
  /** Fields between the value and the name: `{ error: code }` gives `['error']`. */
  readonly path: readonly string[];
  readonly kind: 'param' | 'catch' | 'variable';
  readonly type: string | undefined;
  init: Code | undefined;
  /** Assignments after the declaration. */
  assignments: number;
  /** What they assign, in the order of the text. */
  readonly values: Code[];
  /** The declaration whose call has several results, of which this is one. */
  readonly results: Declaration | undefined;
  /** The function of a parameter, with the call it is an argument of. */
  readonly owner: FunctionLiteral | undefined;
  readonly call: Code & { kind: 'call' } | undefined;
  readonly attempt: Try | undefined;
}

/** What is known of a binding beside its pattern. */
type Found = Pick<Binding, 'scope' | 'declaration' | 'kind' | 'init'> & Partial<Pick<Binding, 'results' | 'owner' | 'call' | 'attempt'>>;

/** The names declared in one piece of code, found by name and place. */
export class Scope {
  private readonly byName = new Map<string, Binding[]>();
  private readonly byCall = new Map<Declaration, Binding[]>();
  /** Where a text is read as a member of an enumeration, or else thrown. */
  readonly parses: Code[] = [];
  readonly functions: { readonly code: FunctionLiteral; readonly call: (Code & { kind: 'call' }) | undefined }[] = [];

  /** The innermost function on the way, or all of the code. */
  private within: Span;

  constructor(root: Code) {
    this.within = root;
    this.visit(root, root, undefined);
  }

  /** The innermost binding of a name at an offset; of several in one scope the last one before it. What is declared only later counts where nothing else does. */
  find(name: string, offset: number): Binding | undefined {
    let best: Binding | undefined;
    for (const binding of this.byName.get(name) ?? []) {
      if (!contains(binding.scope, { start: offset, end: offset })) continue;
      const known = isKnown(binding, offset);
      if (!best || (known === isKnown(best, offset) ? contains(best.scope, binding.scope) : known)) best = binding;
    }
    return best;
  }

  /** The other results of the call that gave a binding its value. */
  resultsBeside(binding: Binding): Binding[] {
    return (binding.results && this.byCall.get(binding.results)?.filter((b) => b !== binding)) ?? [];
  }

  /** The binding of a whole value to a name. */
  bindingOf(init: Code): Binding | undefined {
    for (const list of this.byName.values()) for (const binding of list) if (binding.init === init && binding.path.length === 0) return binding;
    return undefined;
  }

  /** The innermost function around an offset. */
  functionAt(offset: number): FunctionLiteral | undefined {
    let best: FunctionLiteral | undefined;
    for (const { code } of this.functions) if (contains(code, { start: offset, end: offset }) && (!best || contains(best, code))) best = code;
    return best;
  }

  private add(pattern: Pattern, path: readonly string[], found: Found): void {
    const { name, type } = pattern;
    if (name !== undefined) {
      // Spelt out: copies of objects with different fields are slow, and this is asked of every name at each keystroke.
      const { scope, declaration, kind, init, results, owner, call, attempt } = found;
      const added: Binding = { name, scope, declaration, path, kind, type, init, assignments: 0, values: [], results, owner, call, attempt };
      const list = this.byName.get(name);
      if (list) list.push(added);
      else this.byName.set(name, [added]);
      if (results) this.byCall.set(results, [...(this.byCall.get(results) ?? []), added]);
    }
    for (const field of pattern.fields) this.add(field.pattern, [...path, field.key], found);
  }

  private visit(code: Code, block: Span, call: (Code & { kind: 'call' }) | undefined): void {
    switch (code.kind) {
      case 'function':
        this.functions.push({ code, call });
        for (const param of code.params) this.add(param, [], { scope: code, declaration: param, kind: 'param', init: undefined, owner: code, call });
        if (code.name !== undefined) this.add(named(code.name, code), [], { scope: block, declaration: code, kind: 'variable', init: code });
        this.inFunction(code);
        return;
      case 'declaration':
        if (code.separate) for (const { pattern } of code.pattern.fields) this.add(pattern, [], { scope: block, declaration: pattern, kind: 'variable', init: code.init, results: code });
        else this.add(code.pattern, [], { scope: code.hoisted ? this.within : block, declaration: code, kind: code.caught ? 'catch' : 'variable', init: code.init });
        break;
      case 'binary':
        if (code.binds) this.add(code.binds, [], { scope: block, declaration: code.binds, kind: 'variable', init: code.left });
        break;
      case 'assignment':
        if (code.target.kind === 'name') {
          const binding = this.find(code.target.name, code.start);
          if (binding) {
            binding.assignments++;
            binding.values.push(code.value);
            if (binding.kind === 'variable' && (!binding.init || isNothing(binding.init))) binding.init = code.value;
          }
        }
        break;
      case 'try':
        this.visit(code.body, code.body, undefined);
        for (const handler of code.handlers) {
          if (handler.param) this.add(handler.param, [], { scope: handler, declaration: handler.param, kind: 'catch', init: undefined, attempt: code });
          if (handler.filter) this.visit(handler.filter, handler, undefined);
          this.visit(handler.body, handler, undefined);
        }
        if (code.finalizer) this.visit(code.finalizer, code.finalizer, undefined);
        return;
      case 'index':
      case 'logical':
        if (isParse(code)) this.parses.push(code);
        break;
      case 'call':
        this.visit(code.callee, block, undefined);
        for (const arg of code.args) this.visit(arg, block, code);
        return;
      case 'if':
      case 'block':
      case 'loop':
        for (const child of childrenOf(code)) this.visit(child, code.kind === 'if' ? block : code, undefined);
        return;
      default:
    }
    for (const child of childrenOf(code)) this.visit(child, block, undefined);
  }

  private inFunction(code: FunctionLiteral): void {
    const outer = this.within;
    this.within = code;
    for (const child of childrenOf(code)) this.visit(child, code, undefined);
    this.within = outer;
  }
}

/** What a variable holds that is declared before it has a value: `$body = null`. */
const isNothing = (init: Code): boolean => init.kind === 'name' && /^(?:null|undefined|None|nil)$/i.test(init.name);

/** Whether a name has its value already: a parameter, or a declaration that is done. */
const isKnown = ({ kind, declaration, init }: Binding, offset: number): boolean => kind !== 'variable' || init?.kind === 'function' || declaration.end <= offset;

/** Whether an expression reads a text as a member of an enumeration, with or without something in the place of what has none. */
export const isParse = (code: Code): boolean => (code.kind === 'index' ? code.parses === true : code.kind === 'logical' && code.op !== 'and' && isParse(code.left));

const named = (name: string, at: Span): Pattern => ({ start: at.start, end: at.end, name, fields: [], type: undefined, fallback: undefined });
