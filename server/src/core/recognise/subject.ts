import type { Idioms } from '../languages';
import { some, type Code } from '../model/code';
import { nameOfIdentifier, statusOfName } from '../catalog';
import type { Declared, Environment } from './environment';
import { isParse, type Binding, type Scope } from './scope';

/** A value that is looked at: where it comes from and which of its parts. */
export interface Subject {
  /** Equal for all looks at one error value: its name and its status, before and after unwrapping. */
  readonly key: string;
  readonly binding: Binding | undefined;
  /** The root variable as written where the value is looked at, to pass it on: `err`. */
  readonly root: string;
  readonly segments: readonly string[];
  readonly code: Code;
}

/** Parts of an error that belong to the same error value. */
const CARRIER =
  /^(?:_?errors?|err|code|status|name|message|response|data|_data|body|type|reason|payload|content|root_?element|details?|extensions|ok|is_?success(?:ful|_?status_?code)?|kind|title|value|headers|statusText|(?:http_?)?status(?:_?code|_?text)?|error_?(?:code|name|type|key|description)|response_?code|json|success|\d+|\[\]|.*\(\))$/i;
const STATUS = /^(?:http_?|response_?|error_?|res_?)?status(?:_?code)?$|^statusCode$|^code$|^(?:http_?|response_?)code$|status$|statuscode$/i;
const NAME = /^(?:_?errors?|err|code|name|message|type|reason|kind|key|id|slug|title|value|failure|problem|error_?(?:code|name|type|key|id))$|(?:error|code|err|reason)$/i;
/** Names of variables that hold a failure, or a response that may be one. */
const ERROR_NAME = /^(?:e|ex|er|err|error|exc|exception|reason|cause|failure|problem|fault|rejection)$|(?:err|error|exception|failure|reason)$/i;
const RESPONSE_NAME = /^(?:r|res|resp|response|reply|result|body|data|json|payload|output|answer)$|(?:res|resp|response|result|body|payload)$/i;

/** What goes elsewhere instead of giving a value. */
export const LEAVES: ReadonlySet<Code['kind']> = new Set(['throw', 'return', 'break', 'continue']);

export const isErrorName = (name: string): boolean => ERROR_NAME.test(name);
export const isResponseName = (name: string): boolean => RESPONSE_NAME.test(name);

/** The last part of a value that is asked for: methods count where their names say so, as `getStatusCode()` does and `trim()` does not. */
function lastAsked(segments: readonly string[], wanted: RegExp): string | undefined {
  return segments.flatMap((s) => (s.endsWith('()') ? (asked(s, wanted) ?? []) : [s])).at(-1);
}

function asked(method: string, wanted: RegExp): string | undefined {
  const bare = method.slice(0, -2);
  const got = /^get_?([A-Za-z]\w*)$/.exec(bare)?.[1];
  if (got !== undefined) return wanted.test(got) ? got : undefined;
  return /^(?:error|code|reason|message|name|status(?:_?code)?|error_?(?:code|name|type|key))$/i.test(bare) && wanted.test(bare) ? bare : undefined;
}

/** Follows expressions to the values they look at, and constants to their text. */
export class Resolver {
  constructor(
    readonly scope: Scope,
    readonly environment: Environment,
    readonly idioms: Idioms,
    readonly source: (code: { start: number; end: number }) => string,
  ) {}

  /** What a call calls, its steps joined by dots whatever the language writes: `this.logger.error`. */
  called(callee: Code): string {
    switch (callee.kind) {
      case 'name':
        return callee.name;
      case 'member':
        return `${this.called(callee.object)}.${callee.property}`;
      case 'call':
        return `${this.called(callee.callee)}()`;
      default:
        return this.source(callee);
    }
  }

  private readonly subjects = new Map<Code, Subject | undefined>();

  /** The value that an expression looks at; undefined where it makes a new one. */
  subject(code: Code): Subject | undefined {
    if (!this.subjects.has(code)) this.subjects.set(code, this.findSubject(code));
    return this.subjects.get(code);
  }

  private findSubject(code: Code): Subject | undefined {
    const path = this.path(code, 0);
    if (!path) return undefined;
    const kept = path.segments.filter((s) => !CARRIER.test(s));
    const paired = path.segments.length === 0 ? this.pairedParameter(path.binding) : undefined;
    return { key: paired ?? [path.root, ...kept].join('.'), binding: path.binding, root: path.name, segments: path.segments, code };
  }

  /** Whether the subject is an HTTP status by the name of its last part. */
  isStatus(subject: Subject): boolean {
    const last = lastAsked(subject.segments, STATUS) ?? subject.root;
    // `code` is a status only where the value is an answer or an error.
    return STATUS.test(last) && (!/^code$/i.test(last) || isErrorName(subject.root) || isResponseName(subject.root) || subject.segments.length === 0);
  }

  /** Whether the subject is, by the name of its last part, what names an error. */
  isName(subject: Subject): boolean {
    const last = lastAsked(subject.segments.filter((s) => s !== '[]' && !/^\d+$/.test(s)), NAME) ?? subject.binding?.name ?? subject.root;
    return NAME.test(last) || isErrorName(last);
  }

  /** Code that says that there is no value: `null`. */
  isNothing(code: Code): boolean {
    return code.kind === 'name' && this.idioms.nothing.test(code.name);
  }

  /** The reading of a text as a member of an enumeration that an expression is; undefined where it is none, or another value takes the place of what has no member. */
  parse(code: Code): { readonly enumeration: Code; readonly text: Code; readonly loud: boolean } | undefined {
    if (code.kind === 'index') return code.parses && this.collection(code.object) ? { enumeration: code.object, text: code.index, loud: code.loud === true } : undefined;
    if (code.kind !== 'logical' || code.op === 'and') return undefined;
    const read = this.parse(code.left);
    const leaves = LEAVES.has(code.right.kind);
    return read && (leaves || this.isNothing(code.right)) ? { ...read, loud: read.loud || leaves } : undefined;
  }

  /** The same of a variable that holds it. */
  parseOf(code: Code): ReturnType<Resolver['parse']> {
    const binding = code.kind === 'name' ? this.scope.find(code.name, code.start) : undefined;
    const init = binding?.kind === 'variable' && binding.path.length === 0 && binding.assignments === 0 ? binding.init : undefined;
    return this.parse(init ?? code);
  }

  /** What stands before a default that is no value: `table[code] ?? null`. */
  orNothing(code: Code): Code {
    return code.kind === 'logical' && code.op !== 'and' && this.isNothing(code.right) ? code.left : code;
  }

  /** A constant's value: a literal, or a name that stands for one in this file. */
  constant(code: Code): string | number | undefined {
    switch (code.kind) {
      case 'string':
      case 'number':
        return code.value;
      case 'name': {
        const binding = this.scope.find(code.name, code.start);
        if (binding) {
          const init = binding.kind === 'variable' && binding.path.length === 0 && binding.assignments === 0 ? binding.init : undefined;
          return init && (init.kind === 'string' || init.kind === 'number') ? init.value : undefined;
        }
        return this.environment.constants.get(code.name) ?? enumLike(code.name, '');
      }
      case 'member': {
        const qualified = dotted(code);
        const known = this.environment.constants.get(qualified);
        if (known !== undefined) return known;
        const local = code.object.kind === 'name' ? this.collection(code.object) : undefined;
        if (local?.kind === 'record') {
          const value = local.entries.find((e) => e.key === code.property)?.value;
          return value && (value.kind === 'string' || value.kind === 'number') ? value.value : undefined;
        }
        if (/^(?:value|rawValue)$/.test(code.property)) return this.constant(code.object);
        return enumLike(code.property, qualified) ?? this.ofClass(qualified, code.property);
      }
      default:
        return undefined;
    }
  }

  /** A constant of a class of this file: `Codes.Taken`, where classes are taken apart into their members. */
  private ofClass(qualified: string, member: string): string | number | undefined {
    return /^(?:(?:\w+\.)*[A-Z]\w*|self|Self|static|cls|this|)\.\w+$/.test(qualified) ? this.environment.constants.get(member) : undefined;
  }

  /** The literal collection an expression stands for: a list, set or table, here or at the top of the file. */
  collection(code: Code): Code | undefined {
    switch (code.kind) {
      case 'record':
      case 'list':
        return code;
      case 'call': {
        const callee = this.called(code.callee).replace(/<.*>$/s, '');
        if (!this.idioms.collections.has(callee)) return undefined;
        const inner = code.args[0];
        return inner ? this.collection(inner) : undefined;
      }
      case 'name': {
        const binding = this.scope.find(code.name, code.start);
        if (binding) return binding.init && binding.kind === 'variable' && binding.path.length === 0 ? this.collectionOnce(binding.init) : undefined;
        return this.collectionOnce(this.declared(code)?.code);
      }
      case 'member':
        return this.collectionOnce(this.declared(code)?.code);
      default:
        return undefined;
    }
  }

  /** The declaration at the top of the file, or in a class of it, that a name stands for. */
  declared(code: Code): Declared | undefined {
    const { declared } = this.environment;
    if (code.kind === 'name') return this.scope.find(code.name, code.start) ? undefined : declared.get(code.name);
    if (code.kind !== 'member' || code.object.kind !== 'name') return undefined;
    const own = /^(?:this|self)$/.test(code.object.name) ? declared.get(`this.${code.property}`) : undefined;
    // A constant of a class, which is taken apart into its members.
    const isOwn = /^(?:self|Self|static|cls)$/.test(code.object.name);
    return own ?? (isOwn || (/^(?:[A-Z]|this$)/.test(code.object.name) && /^[A-Z][A-Z0-9_]*$/.test(code.property)) ? declared.get(code.property) : undefined);
  }

  private collectionOnce(code: Code | undefined): Code | undefined {
    return code && code.kind !== 'name' ? this.collection(code) : undefined;
  }

  private path(code: Code, depth: number): { root: string; name: string; binding: Binding | undefined; segments: readonly string[] } | undefined {
    if (depth > 12) return undefined;
    switch (code.kind) {
      case 'name': {
        const binding = this.scope.find(code.name, code.start);
        const init = binding && valueAt(binding, code.start);
        // Of several results only the first can be a part of what the call was given.
        const isOwn = binding?.results && binding.results.pattern.fields[0]?.pattern.name !== binding.name;
        if (binding?.kind === 'variable' && init && !isOwn && !this.isOutcome(binding, init) && this.isProjection(init, depth)) {
          const origin = this.path(init, depth + 1);
          if (origin) return { ...origin, segments: [...origin.segments, ...binding.path] };
        }
        // What is asked of a value, or made of it in a way that says more than the value, is not that value.
        if (binding?.init && ((binding.init.kind === 'other' && binding.init.inspects) || isParse(binding.init) || isSearched(binding.init))) return undefined;
        const root = binding ? `@${binding.declaration.start}` : code.name;
        return { root, name: binding && binding.path.length > 0 ? '' : code.name, binding, segments: binding?.path ?? [] };
      }
      case 'member': {
        const object = this.path(code.object, depth + 1);
        return object && { ...object, segments: [...object.segments, code.property] };
      }
      case 'index': {
        if (code.parses) return this.parsePath(code, depth);
        const object = this.path(code.object, depth + 1);
        return object && { ...object, segments: [...object.segments, '[]'] };
      }
      case 'call':
        return this.pathOfCall(code, depth);
      case 'logical':
        return isParse(code) ? this.parsePath(code, depth) : this.path(code.op === 'and' ? code.right : code.left, depth + 1);
      case 'interpolation':
        return code.parts.length === 1 && code.parts[0] ? this.path(code.parts[0], depth + 1) : undefined;
      // A name given on the way to a value.
      case 'declaration':
        return code.init && this.path(code.init, depth + 1);
      case 'other':
        return code.children.length === 1 && code.children[0] && !code.inspects ? this.path(code.children[0], depth + 1) : undefined;
      default:
        return undefined;
    }
  }

  /** What is read as a member of an enumeration stands for the text, if the enumeration is known. */
  private parsePath(code: Code, depth: number): ReturnType<Resolver['path']> {
    const read = this.parse(code);
    return read && this.path(read.text, depth + 1);
  }

  private pathOfCall(code: Code & { kind: 'call' }, depth: number): ReturnType<Resolver['path']> {
    const callee = code.callee;
    if (this.isLookup(code)) return undefined;
    const text = this.called(callee);
    const transparent = this.idioms.transparent.has(text);
    const first = code.args[0];
    if (first && (transparent || callee.kind === 'name' || (callee.kind === 'member' && callee.object.kind === 'name'))) {
      const inner = this.path(first, depth + 1);
      if (inner && (transparent || this.holdsError(inner.binding, inner.segments))) return { ...inner, segments: [...inner.segments, `${text}()`] };
    }
    if (callee.kind === 'member') {
      const object = this.path(callee.object, depth + 1);
      const fields = this.fieldsOf(code);
      if (object && fields) return { ...object, segments: [...object.segments, ...fields] };
      return object && { ...object, segments: [...object.segments, `${callee.property}()`] };
    }
    return undefined;
  }

  /** `err := json.Unmarshal(data, &body)`: whether that succeeded is no part of what was read. */
  private isOutcome(binding: Binding, init: Code): boolean {
    return this.idioms.errorsAreValues === true && init.kind === 'call' && (init.args.some((a) => a.kind === 'assignment') || (/^err$/i.test(binding.name) && !this.idioms.transparent.has(this.called(init.callee))));
  }

  /** The fields that a call reads by their names: `body.get("error")`. */
  private fieldsOf({ callee, args }: Code & { kind: 'call' }): readonly string[] | undefined {
    if (callee.kind !== 'member' || !this.idioms.fields?.has(callee.property)) return undefined;
    const names: string[] = [];
    for (const arg of args) {
      // What stands behind the names is a default.
      if (arg.kind !== 'string' || !CARRIER.test(arg.value)) break;
      names.push(arg.value);
    }
    return names.length > 0 ? names : undefined;
  }

  /** Whether an initial value is a part of another value rather than a new one. */
  private isProjection(init: Code, depth: number): boolean {
    if (isParse(init)) return this.parse(init) !== undefined;
    switch (init.kind) {
      case 'name':
      case 'member':
        return true;
      case 'logical':
        return this.isProjection(init.op === 'and' ? init.right : init.left, depth);
      case 'index':
        return init.index.kind === 'string' || init.index.kind === 'number';
      case 'other':
        return init.children.length === 1 && init.children[0] !== undefined && !init.inspects && this.isProjection(init.children[0], depth);
      case 'call': {
        const callee = init.callee;
        if (this.isLookup(init)) return false;
        if (this.idioms.transparent.has(this.called(callee))) return init.args[0] !== undefined && this.isProjection(init.args[0], depth);
        if (callee.kind === 'member') {
          if (this.idioms.transparent.has(callee.property)) return this.isProjection(callee.object, depth);
          if (this.fieldsOf(init)) return true;
          // `response.status()` is a part of the response.
          if (init.args.length === 0 && /^(?:get_?)?status(?:_?code)?$/i.test(callee.property)) return this.isProjection(callee.object, depth);
          // `errors.codeOf(err)`: what is asked of an error is a part of it.
        }
        const first = init.args[0];
        const inner = first && this.path(first, depth + 1);
        return inner !== undefined && this.holdsError(inner.binding, inner.segments);
      }
      default:
        return false;
    }
  }

  /** What a table of this code gives for an error is no part of the error. */
  private isLookup({ callee }: Code & { kind: 'call' }): boolean {
    return callee.kind === 'member' && this.idioms.lookup.has(callee.property) && this.collection(callee.object) !== undefined;
  }

  private holdsError(binding: Binding | undefined, segments: readonly string[]): boolean {
    if (!binding) return false;
    if (binding.kind === 'catch') return true;
    if (segments.some((s) => /^(?:error|response|reason)$/.test(s))) return true;
    return binding.kind === 'param' ? ERROR_NAME.test(binding.name) || RESPONSE_NAME.test(binding.name) : ERROR_NAME.test(binding.name) || /^res(?:p|ponse)?$/i.test(binding.name);
  }

  /** `(error, status)`: two parameters that are the name and the status of one error. */
  private pairedParameter(binding: Binding | undefined): string | undefined {
    const params = binding?.kind === 'param' ? binding.owner?.params : undefined;
    if (!params || params.length < 2) return undefined;
    const status = params.find((p) => p.name !== undefined && STATUS.test(p.name) && !/^code$/i.test(p.name));
    const name = params.find((p) => p !== status && p.name !== undefined && /^(?:error|code|name|err|errorCode|errorName|reason)$/i.test(p.name));
    return status && name && (binding?.name === status.name || binding?.name === name.name) ? `@pair${name.start}` : undefined;
  }
}

/** What was searched for among values of the code's own: whether it was found, the search alone knows. */
const isSearched = (init: Code): boolean =>
  some(init, (c) => c.kind === 'call' && c.callee.kind === 'member' && /^(?:find|first|filter|single|detect|search)/i.test(c.callee.property) && c.args.some((a) => a.kind === 'function' && some(a, (b) => b.kind === 'binary' && b.op === 'eq')));

/** What a variable was given last before an offset, as far as the text shows: what it was declared with, or else an assignment. */
function valueAt({ declaration, init, values }: Binding, offset: number): Code | undefined {
  const declared = init && declaration.start <= init.start && init.end <= declaration.end;
  return declared ? init : (values.findLast((v) => v.start < offset) ?? init);
}

/** `a.b.c` of names and members; what is neither is left out. Never read from the text: the code may be another unit's. */
const dotted = (code: Code): string => (code.kind === 'name' ? code.name : code.kind === 'member' ? `${dotted(code.object)}.${code.property}` : '');

/** What people put in front of an error's name: `ErrAlreadyExists`, `ErrorCodeAlreadyExists`, `ERROR_ALREADY_EXISTS`. */
const PREFIX = /^(?:(?:plus_?auth)?_?(?:err(?:or)?)?_?(?:codes?|names?|types?)?)_?(?=[A-Z])/i;

/** An identifier of another file whose spelling says its value: `PlusAuthError.ALREADY_EXISTS`, `HttpStatus.CONFLICT`. */
function enumLike(identifier: string, qualified: string): string | number | undefined {
  const owner = qualified.slice(0, -identifier.length);
  const spelt = /^(?:HTTP|SC)_([A-Z_]+)$/.exec(identifier)?.[1];
  const named = spelt === undefined ? undefined : statusOfName(spelt);
  if (named !== undefined) return named;
  const numbered = /status/i.test(owner) ? /^(?:Status|SC_?|HTTP_?)_?([1-5]\d\d)(?!\d)/i.exec(identifier)?.[1] : undefined;
  if (numbered !== undefined) return Number(numbered);
  if (/status|http/i.test(owner) || /\bcodes\.$/.test(owner)) return statusOfName(identifier.replace(/^Status(?=[A-Z])/, ''));
  // A variable of that name is no constant: only spellings that people give to constants count.
  return /^[A-Z]/.test(identifier) || /^[A-Z]|^\.$/.test(owner) ? nameOfIdentifier(identifier.replace(PREFIX, '')) : undefined;
}
