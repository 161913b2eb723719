import { ERROR_NAMES, statusOfName } from '../catalog';
import { some, type Binary, type Call, type Code } from '../model/code';
import type { Atom } from '../model/handler';
import { ALL_NAMES, setOf, setOfStatuses, type NameSet } from './names';
import { and, negate, or, FAILED, NEUTRAL, NOT_OURS, SUCCEEDED, UNKNOWN, type Condition } from './logic';
import { isParse } from './scope';
import { isErrorName, type Resolver, type Subject } from './subject';

const GUARD = /^(?:is|as)_?\w*(?:axios|plus_?auth|http|api|rest|fetch|response|network_?response)\w*$|^is_?(?:error|object|string|record|json|object_?like|plain_?object|nil)$|^Array\.isArray$/i;
/** Classes whose instances can carry an API's error. */
const ERROR_CLASS = /plus_?auth|^Dio|^Flurl|axios|http|rest|api|response|request|fetch|^Error$|^\w*(?:Client|Server)(?:Error|Exception)$|^(?:Base|Runtime)?Exception$|^Throwable$|^[A-Z][a-z]?$/i;
/** Parts of a value that say that all is well. */
const SUCCESS = /^(?:ok|success|is_?success(?:ful|_?status_?code)?)(?:\(\))?$/i;
/** What a record says of a name of the code, which may be `toString` or `constructor`. */
const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);
const lastPart = (type: string): string => type.trim().split(/[.\\]|::/).at(-1) ?? '';
const NOTHING = /^(?:null|undefined|None|nil|void 0|NULL|'')$/;
const PRESENT = /^(?:error|response|data|body|isError|is_error|failed|reason)$|^@|error$/i;

export type { Condition } from './logic';

export class Conditions {
  private readonly known = new Map<Code, readonly Subject[]>();

  constructor(private readonly resolver: Resolver) {}

  /** What `code` says of the value `key`. */
  of(code: Code, key: string): Condition {
    switch (code.kind) {
      case 'not':
        return negate(this.of(code.operand, key));
      case 'logical':
        return code.op === 'and' ? and(this.of(code.left, key), this.of(code.right, key)) : or(this.of(code.left, key), this.of(code.right, key));
      case 'binary':
        return this.binary(code, key);
      case 'call':
        return this.call(code, key);
      case 'index':
        return this.tableOf(code, key) ?? this.presence(code, key);
      case 'name': {
        const binding = this.resolver.scope.find(code.name, code.start);
        const given = binding?.kind === 'variable' && binding.path.length === 0 && binding.assignments === 0 ? binding.init : undefined;
        const init = given && this.resolver.orNothing(given);
        if (init && (init.kind === 'index' || init.kind === 'call')) {
          const found = this.tableOf(init, key);
          if (found) return found;
        }
        // An answer that the language itself gave, and nobody changed: `text, ok := table[code]`.
        if (init?.kind === 'binary' && (init.op === 'in' || init.op === 'instanceof') && this.of(init, key).touches) return this.of(init, key);
        // Whether another call went well is no look at the value that it was given.
        if (this.resolver.idioms.errorsAreValues && binding && isErrorName(binding.name) && init?.kind === 'call') return this.presence(code, key);
        // A stored answer: the code has its own idea of the error, which is not followed.
        if (init && (init.kind === 'binary' || init.kind === 'logical' || init.kind === 'not' || init.kind === 'call') && this.mentions(init, key) && !this.isPresence(code, key)) return UNKNOWN;
        return this.presence(code, key);
      }
      case 'member':
        return this.presence(code, key);
      case 'other':
        return code.children.length === 1 && code.children[0] && !code.inspects ? this.of(code.children[0], key) : this.mentions(code, key) ? UNKNOWN : NEUTRAL;
      case 'assignment':
        return this.of(code.value, key);
      case 'declaration':
        // Whether there is anything to give a name to.
        if (code.init?.kind === 'call' && this.resolver.subject(code.init)?.key === key) return { ...NEUTRAL, touches: true };
        return code.init ? this.of(code.init, key) : NEUTRAL;
      default:
        return NEUTRAL;
    }
  }

  /** The keys of the values that a condition compares with a name or status, in order. */
  subjects(code: Code): readonly Subject[] {
    let known = this.known.get(code);
    if (!known) this.known.set(code, (known = this.findSubjects(code)));
    return known;
  }

  private findSubjects(code: Code): Subject[] {
    const found: Subject[] = [];
    const add = (compared: Code): void => {
      const subject = this.resolver.subject(compared);
      if (subject && !found.some((s) => s.key === subject.key)) found.push(subject);
    };
    const visit = (c: Code): void => {
      switch (c.kind) {
        case 'not':
          return visit(c.operand);
        case 'logical':
          visit(c.left);
          return visit(c.right);
        case 'binary': {
          const sides = this.sides(c);
          if (sides && this.atoms(c, sides.compared, sides.constant).length > 0) add(sides.compared);
          if (c.op === 'in' && this.keysOf(c.right).names) add(c.left);
          if (c.left.kind === 'call' || c.right.kind === 'call') [c.left, c.right].forEach(visit);
          return;
        }
        case 'call': {
          const asked = this.membership(c);
          if (asked && this.keysOf(asked.collection).names) add(asked.value);
          return;
        }
        case 'index':
          if (this.keysOf(c.object).names) add(c.index);
          return;
        case 'declaration':
          if (c.init && isParse(c.init)) visit(c.init);
          return;
        case 'name': {
          const given = this.resolver.scope.find(c.name, c.start)?.init;
          const init = given && this.resolver.orNothing(given);
          if (init && (init.kind === 'index' || init.kind === 'call' || (init.kind === 'binary' && init.op === 'in'))) visit(init);
          return;
        }
        case 'other':
          if (c.children.length === 1 && c.children[0]) visit(c.children[0]);
          return;
        default:
      }
    };
    visit(code);
    return found;
  }

  /** The atoms of `compared` being equal to `constant`; empty where it is no look at an error. */
  equality(compared: Code, constant: Code, negated: boolean, span: { start: number; end: number }): Atom[] {
    const value = this.resolver.constant(constant);
    const subject = this.resolver.subject(compared);
    if (value === undefined || !subject) return [];
    const base = { span: { start: span.start, end: span.end }, operand: constant, compared, negated, onName: this.resolver.isName(subject) };
    const status = typeof value === 'number' ? value : /^[1-5]\d\d$/.test(value) ? Number(value) : constant.kind === 'string' && constant.symbol && this.resolver.isStatus(subject) ? statusOfName(value) : undefined;
    if (status !== undefined) return status >= 400 && status <= 599 && this.resolver.isStatus(subject) ? [{ kind: 'status', ...base, status }] : [];
    if (typeof value !== 'string') return [];
    // `result.status === 'rejected'` is another status than HTTP's.
    if (!ERROR_NAMES.includes(value) && this.resolver.isStatus(subject) && !this.resolver.isName(subject) && !/^[45]xx$/i.test(value)) return [];
    if (/^[45]xx$/i.test(value)) return [{ kind: 'status', ...base, status: Number(value[0]) * 100 }];
    return [ERROR_NAMES.includes(value) ? { kind: 'name', ...base, name: value } : { kind: 'name', ...base, other: value }];
  }

  /** Names an atom takes. */
  takes(atom: Atom): NameSet {
    if (atom.name !== undefined) return setOf(atom.name);
    if (atom.status === undefined) return 0;
    const value = this.resolver.constant(atom.operand);
    return typeof value === 'string' && /xx$/i.test(value) ? setOfStatuses(atom.status, atom.status + 99) : setOfStatuses(atom.status, atom.status);
  }

  /** The condition that `compared` is one of `atoms`, all of the same value. */
  anyOf(atoms: readonly Atom[]): Condition {
    const takes = atoms.reduce((set, atom) => set | this.takes(atom), 0);
    // One 5xx status is not the whole of server_error: others stay possible.
    const partly = atoms.every((a) => a.status === undefined || a.status < 500) ? 0 : takes & setOf('server_error');
    return { takes, leaves: ALL_NAMES & ~takes, mayFail: (ALL_NAMES & ~takes) | partly, successIn: false, successPast: true, atoms, touches: true, unknown: false };
  }

  /** Names and other texts that a collection or table holds. */
  keysOf(code: Code): { names: NameSet; atoms: (compared: Code) => Atom[]; known: boolean } {
    const collection = this.resolver.collection(code);
    if (!collection) return { names: 0, atoms: () => [], known: false };
    const keys: Code[] = [];
    if (collection.kind === 'list') {
      for (const item of collection.items) keys.push(item.kind === 'list' && item.items[0] ? item.items[0] : item);
    } else if (collection.kind === 'record') {
      for (const entry of collection.entries) {
        if (entry.keyCode) keys.push(entry.keyCode);
        else if (entry.key !== undefined) keys.push({ kind: 'string', value: entry.key, start: entry.keySpan.start, end: entry.keySpan.end, content: entry.keySpan });
      }
    }
    const values = keys.map((k) => this.resolver.constant(k));
    const isStatusKey = (v: unknown): boolean => typeof v === 'number' || (typeof v === 'string' && /^[45]\d\d$/.test(v));
    const names = values.reduce<NameSet>((set, v) => set | (typeof v === 'string' ? setOf(v) : 0) | (isStatusKey(v) ? setOfStatuses(Number(v), Number(v)) : 0), 0);
    const complete = values.every((v) => v !== undefined) && (collection.kind !== 'record' || collection.entries.every((e) => e.key !== undefined || e.keyCode));
    return { names, known: complete, atoms: (compared) => keys.flatMap((k) => this.equality(compared, k, false, k)) };
  }

  /** `[…].includes(x)`, `set.has(x)`, `Object.hasOwn(table, x)`. */
  membership(call: Call): { collection: Code; value: Code } | undefined {
    const { callee, args } = call;
    const { idioms } = this.resolver;
    if (idioms.membershipFunctions.has(this.resolver.called(callee)) && args[0] && args[1]) return { collection: args[0], value: args[1] };
    return callee.kind === 'member' && args[0] && idioms.membership.has(callee.property) ? { collection: callee.object, value: args[0] } : undefined;
  }

  /** The errors that classes of exceptions stand for, `A | B` as written; undefined where one of them says no status. */
  caughtBy(types: string): NameSet | undefined {
    const classes = this.resolver.idioms.statusClasses ?? {};
    const sets = types.split('|').map((type) => own(classes, lastPart(type)));
    return sets.reduce<NameSet | undefined>((all, range) => (all === undefined || !range ? undefined : all | setOfStatuses(...range)), 0);
  }

  /** Whether an expression holds the value or a part of it. */
  mentions(code: Code, key: string): boolean {
    return some(code, (c) => (c.kind === 'name' || c.kind === 'member') && this.resolver.subject(c)?.key === key);
  }

  private isPresence(code: Code, key: string): boolean {
    return this.resolver.subject(code)?.key === key;
  }

  private sides(code: Binary): { compared: Code; constant: Code } | undefined {
    if (code.op !== 'eq' && code.op !== 'ne') return undefined;
    if (this.resolver.constant(code.right) !== undefined) return { compared: code.left, constant: code.right };
    return this.resolver.constant(code.left) !== undefined ? { compared: code.right, constant: code.left } : undefined;
  }

  private atoms(code: Binary, compared: Code, constant: Code): Atom[] {
    if (compared.kind === 'other' && compared.inspects) return [];
    return this.equality(compared, constant, code.op === 'ne', code);
  }

  private binary(code: Binary, key: string): Condition {
    if (code.op === 'eq' || code.op === 'ne') {
      const condition = this.equals(code, key);
      return code.op === 'ne' ? negate(condition) : condition;
    }
    if (code.op === 'in') {
      if (this.mentions(code.right, key) && !this.mentions(code.left, key)) return this.asksForError(code.left, code.right, key) ? FAILED : { ...NEUTRAL, touches: true };
      return this.lookup(code.right, code.left, key) ?? NEUTRAL;
    }
    if (code.op === 'instanceof') {
      if (!this.mentions(code.left, key)) return NEUTRAL;
      const type = this.classOf(code.right);
      if (this.resolver.idioms.otherErrors?.test(type)) return NOT_OURS;
      const takes = this.caughtBy(type);
      if (takes !== undefined) return failedWith(takes);
      return ERROR_CLASS.test(lastPart(type)) ? FAILED : NOT_OURS;
    }
    if (code.op === 'lt' || code.op === 'le' || code.op === 'gt' || code.op === 'ge') return this.range(code, key);
    return this.mentions(code, key) ? UNKNOWN : NEUTRAL;
  }

  /** The class that is asked for: by its name, or by the type of the variable that takes its instance. */
  private classOf(code: Code): string {
    const target = code.kind === 'assignment' ? code.target : code;
    const type = target.kind === 'name' && target !== code ? this.resolver.scope.find(target.name, target.start)?.type : undefined;
    return (type ?? this.resolver.source(target)).replace(/^[*&]+/, '');
  }

  private equals(code: Binary, key: string): Condition {
    const sides = this.sides(code);
    if (!sides) {
      const text = this.resolver.source(code.right);
      if (this.resolver.idioms.otherErrors?.test(text) && this.mentions(code.left, key)) return NOT_OURS;
      if (NOTHING.test(text) || NOTHING.test(this.resolver.source(code.left))) return negate(this.of(NOTHING.test(text) ? code.left : code.right, key));
      if (/^(?:true|false)$/.test(text)) return text === 'true' ? this.of(code.left, key) : negate(this.of(code.left, key));
      const inspected = code.left.kind === 'other' && code.left.inspects;
      return this.mentions(code, key) && !inspected ? UNKNOWN : NEUTRAL;
    }
    const { compared, constant } = sides;
    const found = this.found(compared, constant, key);
    if (found) return found;
    if (compared.kind === 'other' && compared.inspects) return this.mentions(compared, key) ? { ...NEUTRAL, touches: true } : NEUTRAL;
    const century = this.century(compared, constant, key);
    if (century) return century;
    const subject = this.resolver.subject(compared);
    if (subject?.key !== key) return this.mentions(compared, key) ? UNKNOWN : NEUTRAL;
    const value = this.resolver.constant(constant);
    if (typeof value === 'number' && value >= 100 && value < 400 && this.resolver.isStatus(subject)) return SUCCEEDED;
    const atoms = this.equality(compared, constant, false, code);
    if (atoms.length > 0) return this.anyOf(atoms);
    // `e.status === 'rejected'`, `e.retries === 3`: something else about it.
    return { ...NEUTRAL, touches: true };
  }

  /** `list.indexOf(x) !== -1`. */
  private found(compared: Code, constant: Code, key: string): Condition | undefined {
    if (this.resolver.source(constant) !== '-1' && !(constant.kind === 'number' && constant.value === -1)) return undefined;
    return compared.kind === 'call' ? negate(this.call(compared, key)) : undefined;
  }

  /** `Math.floor(status / 100) === 5`. */
  private century(compared: Code, constant: Code, key: string): Condition | undefined {
    const value = this.resolver.constant(constant);
    if (typeof value !== 'number' || value < 1 || value > 5 || !some(compared, (c) => c.kind === 'binary' && c.op === 'div' && c.right.kind === 'number' && c.right.value === 100)) return undefined;
    let subject: Subject | undefined;
    some(compared, (c) => c.kind === 'binary' && c.op === 'div' && (subject = this.resolver.subject(c.left)) !== undefined);
    if (subject?.key !== key) return undefined;
    if (value < 4) return SUCCEEDED;
    return this.interval(value * 100, value * 100 + 99, constant, compared);
  }

  private range(code: Binary, key: string): Condition {
    const flipped = this.resolver.constant(code.left) !== undefined;
    const bound = this.resolver.constant(flipped ? code.left : code.right);
    const compared = flipped ? code.right : code.left;
    const subject = this.resolver.subject(compared);
    if (compared.kind === 'call' && this.membership(compared) && this.mentions(compared, key)) {
      const inside = this.call(compared, key);
      return (code.op === 'lt') !== flipped ? negate(inside) : inside;
    }
    if (subject?.key !== key || typeof bound !== 'number') return this.mentions(code, key) ? (subject?.key === key && !this.resolver.isStatus(subject) ? { ...NEUTRAL, touches: true } : UNKNOWN) : NEUTRAL;
    if (!this.resolver.isStatus(subject)) return { ...NEUTRAL, touches: true };
    const op = flipped ? ({ lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' } as const)[code.op as 'lt' | 'le' | 'gt' | 'ge'] : code.op;
    if (op === 'ge' || op === 'gt') {
      const from = op === 'ge' ? bound : bound + 1;
      if (from <= 400) return from < 300 ? { ...NEUTRAL, touches: true } : FAILED;
      return this.interval(from, 599, flipped ? code.left : code.right, compared);
    }
    const to = op === 'le' ? bound : bound - 1;
    if (to < 400) return SUCCEEDED;
    const below = this.interval(400, to, flipped ? code.left : code.right, compared);
    return { ...below, successIn: true };
  }

  private interval(from: number, to: number, operand: Code, compared: Code): Condition {
    const takes = setOfStatuses(from, to);
    const atom: Atom = { span: operand, operand, compared, kind: 'status', status: from, negated: false, onName: false };
    const leaves = ALL_NAMES & ~takes;
    return { takes, leaves, mayFail: leaves, successIn: false, successPast: true, atoms: from > 400 || to < 599 ? [atom] : [], touches: true, unknown: false };
  }

  private call(code: Call, key: string): Condition {
    const asked = this.membership(code);
    if (asked) {
      const found = this.lookup(asked.collection, asked.value, key);
      if (found) return found;
      if (this.asksForError(asked.value, asked.collection, key)) return FAILED;
    }
    const table = this.tableOf(code, key);
    if (table) return table;
    if (!this.mentions(code, key)) return NEUTRAL;
    const asking = code.callee.kind === 'member' && code.args.length === 0 && this.isPresence(code.callee.object, key) ? own(this.resolver.idioms.statusMethods ?? {}, code.callee.property) : undefined;
    if (asking) return ofStatuses(...asking);
    const callee = this.resolver.called(code.callee);
    const last = code.callee.kind === 'member' ? code.callee.property : callee;
    if (GUARD.test(last) || GUARD.test(callee)) return FAILED;
    if (callee === 'Boolean' && code.args[0]) return this.of(code.args[0], key);
    return UNKNOWN;
  }

  /** A look-up used as a condition: holds for the table's keys. */
  private tableOf(code: Code, key: string): Condition | undefined {
    if (code.kind === 'index') return this.lookup(code.object, code.index, key, code.parses);
    if (code.kind === 'call' && code.callee.kind === 'member' && code.args[0] && this.resolver.idioms.lookup.has(code.callee.property)) return this.lookup(code.callee.object, code.args[0], key);
    return undefined;
  }

  private lookup(collection: Code, value: Code, key: string, parsed = false): Condition | undefined {
    const subject = this.resolver.subject(value);
    if (subject?.key !== key) return undefined;
    const keys = this.keysOf(collection);
    if (!keys.known) return this.resolver.subject(collection)?.key === key ? { ...NEUTRAL, touches: true } : UNKNOWN;
    return this.anyOf(parsed ? keys.atoms(value).map((a) => ({ ...a, span: value, operand: value, parsed })) : keys.atoms(value));
  }

  /** `'error' in body`, `body.has('error')`: the value is asked for the part that only failures have. */
  private asksForError(part: Code, value: Code, key: string): boolean {
    return part.kind === 'string' && isErrorName(part.value) && this.resolver.subject(value)?.key === key;
  }

  /** The error that came beside the value: with it there is no success, but without it there may still be a failure. */
  failedBeside(code: Code, key: string): boolean {
    if (code.kind !== 'name' || !isErrorName(code.name)) return false;
    const binding = this.resolver.scope.find(code.name, code.start);
    return binding !== undefined && this.resolver.scope.resultsBeside(binding).some((b) => key === `@${b.declaration.start}`);
  }

  /** The value, or a part of it, used as a condition by itself. */
  private presence(code: Code, key: string): Condition {
    const subject = this.resolver.subject(code);
    if (this.failedBeside(code, key)) return { ...NEUTRAL, successIn: false, touches: true };
    if (subject?.key !== key) return this.mentions(code, key) && code.kind !== 'member' ? UNKNOWN : NEUTRAL;
    const last = subject.segments.at(-1);
    if (last !== undefined && SUCCESS.test(last)) return SUCCEEDED;
    const part = code.kind === 'name' ? code.name : (last ?? subject.root);
    // Whatever a variable is called, it may hold the part that only failures have.
    const given = code.kind === 'name' && last !== undefined && isErrorName(last);
    return given || PRESENT.test(part) || isErrorName(part) || subject.segments.length === 0 ? FAILED : { ...NEUTRAL, touches: true };
  }
}

/** Holds for failures with these names, and says so without naming them. */
const failedWith = (takes: NameSet): Condition => ({ ...FAILED, takes, leaves: ALL_NAMES & ~takes, mayFail: ALL_NAMES & ~takes });
const ofStatuses = (from: number, to: number): Condition => (to < 400 ? SUCCEEDED : failedWith(from <= 400 && to >= 599 ? ALL_NAMES : setOfStatuses(from, to)));
