import { entryOf, isOperation, nameOfIdentifier } from '../catalog';
import { speaksOfPlusAuth } from '../context/evidence';
import type { Idioms } from '../languages';
import { walk, type Code, type Pattern, type StringLiteral } from '../model/code';
import { constantsOf, type Declared, type Environment } from './environment';

/** What one unit declares for the others. */
export interface Declarations {
  readonly constants: readonly (readonly [string, string | number])[];
  readonly declared: readonly Declared[];
  readonly plusAuth: readonly string[];
  /** Imported from another vendor. */
  readonly foreign: readonly string[];
  /** Variables that hold an instance of a class. */
  readonly made: readonly (readonly [variable: string, className: string])[];
  /** Made of another host's address. */
  readonly elsewhere: readonly string[];
  /** Equal for those that declare the same; undefined where that includes code, which is looked at by others. */
  readonly key: string | undefined;
}

export const NO_DECLARATIONS: Declarations = { constants: [], declared: [], plusAuth: [], foreign: [], made: [], elsewhere: [], key: '' };

/** Collects what a top-level piece of code declares; `foreign` are names that other units import from other vendors. */
export function declarationsOf(root: Code, unit: number, source: (code: { start: number; end: number }) => string, idioms: Idioms): Declarations {
  const constants: (readonly [string, string | number])[] = [];
  const declared: Declared[] = [];
  const plusAuth = new Set<string>();
  const foreign = new Set<string>();
  const elsewhere = new Set<string>();
  const made: (readonly [string, string])[] = [];
  const top = (code: Code): void => {
    if (code.kind === 'declaration') {
      const { name } = code.pattern;
      const { init } = code;
      if (name === undefined || !init) return;
      if (init.kind === 'string' || init.kind === 'number') constants.push([name, init.value]);
      const inner = init.kind === 'call' && idioms.collections.has(source(init.callee).replace(/<.*>$/s, '')) ? init.args[0] : init;
      if (inner?.kind === 'record') for (const [key, value] of constantsOf(inner)) constants.push([`${name}.${key}`, value]);
      if (inner?.kind === 'record' || inner?.kind === 'list') {
        const at = code.start + Math.max(0, source(code).indexOf(name));
        declared.push({ unit, name, nameSpan: { start: at, end: at + name.length }, code: inner });
      }
    } else if (code.kind === 'type' && code.isEnum) {
      const values = code.members.flatMap((m) => (m.kind === 'declaration' && m.pattern.name !== undefined ? [m.init ?? spelt(m.pattern.name, m)] : []));
      // What all members stand for on the wire is what a text can be parsed into.
      if (code.name !== undefined && values.some((v) => v.kind === 'string' && entryOf(v.value))) {
        const at = code.start + Math.max(0, source(code).indexOf(code.name));
        declared.push({ unit, name: code.name, nameSpan: { start: at, end: at + code.name.length }, code: { kind: 'list', start: code.start, end: code.end, items: values } });
      }
      for (const member of code.members) {
        if (member.kind !== 'declaration' || member.pattern.name === undefined) continue;
        const { init } = member;
        if (init && init.kind !== 'string' && init.kind !== 'number') top(member);
        if (init?.kind !== 'string' && init?.kind !== 'number') continue;
        constants.push([`${code.name}.${member.pattern.name}`, init.value]);
        if (idioms.bareMembers) constants.push([member.pattern.name, init.value]);
      }
    } else if (code.kind === 'type') {
      // A class that is not taken apart knows its constants and tables as one that is.
      for (const member of code.members) top(member);
    } else if (code.kind === 'import') {
      if (speaksOfPlusAuth(code.module)) code.names.forEach((n) => plusAuth.add(n));
      else if (!idioms.neutralModules.test(code.module)) code.names.forEach((n) => foreign.add(n));
    } else if (code.kind === 'other' || code.kind === 'block') {
      for (const child of code.kind === 'other' ? code.children : code.body) top(child);
    }
  };
  top(root);
  walk(root, (code) => {
    if (code.kind === 'declaration' && code.pattern.name !== undefined && code.init?.kind === 'call' && code.init.isNew) made.push([code.pattern.name, source(code.init.callee)]);
    if (code.kind === 'declaration') bind(code.pattern, code.init, source, plusAuth, elsewhere);
    if (code.kind === 'function') for (const param of code.params) if (param.type !== undefined && speaksOfPlusAuth(param.type) && param.name !== undefined) plusAuth.add(param.name).add(`this.${param.name}`);
    if (code.kind === 'assignment' && producesPlusAuth(code.value, source)) [nameOf(code.target, source), nameOf(code.target, source).replace(/^this\./, '')].forEach((name) => plusAuth.add(name));
    return true;
  });
  const found = { constants, declared, plusAuth: [...plusAuth], foreign: [...foreign], made, elsewhere: [...elsewhere] };
  // One value for all that declare nothing: a change among them changes nothing for the others.
  return Object.values(found).every((list) => list.length === 0) ? NO_DECLARATIONS : { ...found, key: declared.length > 0 ? undefined : JSON.stringify(found) };
}

/** A member without a value stands for a text that is spelt as it is. */
const spelt = (name: string, { start, end }: Code): StringLiteral => ({ kind: 'string', start, end, content: { start, end }, value: nameOfIdentifier(name) ?? name });

/** How a target is named elsewhere, whatever the language calls the object itself. */
const nameOf = (target: Code, source: (code: Code) => string): string => (target.kind === 'member' && target.object.kind === 'name' && target.object.name === 'this' ? `this.${target.property}` : source(target));

function bind(pattern: Pattern, init: Code | undefined, source: (code: { start: number; end: number }) => string, plusAuth: Set<string>, elsewhere: Set<string>): void {
  if (pattern.name === undefined) return;
  const typed = pattern.type !== undefined && speaksOfPlusAuth(pattern.type);
  if (init && init.kind !== 'function' && isElsewhere(init)) elsewhere.add(pattern.name).add(`this.${pattern.name}`);
  if (typed || (init && (producesPlusAuth(init, source) || isApiAddress(init)))) plusAuth.add(pattern.name).add(`this.${pattern.name}`);
}

/** The address of PlusAuth's REST API: what is called with it is PlusAuth's; the tenant's address alone may lead to OAuth. */
function isApiAddress(init: Code): boolean {
  const text = init.kind === 'string' ? init.value : init.kind === 'interpolation' ? init.text : '';
  const host = /^(?:https?:)?\/\/([^/\s?#]+)\/api\/v\d/i.exec(text)?.[1];
  return host !== undefined && speaksOfPlusAuth(host);
}

/** The value is made with the address of another host. */
function isElsewhere(init: Code): boolean {
  let found = false;
  walk(init, (code) => {
    if (code.kind === 'function' || code.kind === 'list') return false;
    const host = code.kind === 'string' ? /^(?:https?:)?\/\/([^/\s?#]+)/i.exec(code.value)?.[1] : undefined;
    if (host !== undefined && !speaksOfPlusAuth(host) && !/^(?:localhost|127\.|0\.0\.0\.0|\[::1)/.test(host)) found = true;
    return true;
  });
  return found && !speaksIn(init);
}

const speaksIn = (init: Code): boolean => {
  let speaks = false;
  walk(init, (code) => {
    if ((code.kind === 'name' && speaksOfPlusAuth(code.name)) || (code.kind === 'string' && speaksOfPlusAuth(code.value)) || (code.kind === 'member' && speaksOfPlusAuth(code.property))) speaks = true;
    return true;
  });
  return speaks;
};

/** `new PlusAuthRestClient(…)`, `createPlusAuth()`, `usePlusAuth()`: the value is a client of PlusAuth's. */
function producesPlusAuth(init: Code, source: (code: { start: number; end: number }) => string): boolean {
  if (init.kind === 'call') {
    const callee = source(init.callee);
    if (init.callee.kind === 'member' && init.callee.object.kind === 'member' && isOperation(init.callee.object.property, init.callee.property)) return false;
    // A call on a client gives data, not a client; its address says where a hand-made client points to.
    if (init.callee.kind === 'member' && !/create|extend|instance|get|use|inject|with|build|defaults/i.test(init.callee.property)) return false;
    return speaksOfPlusAuth(callee) || ((init.isNew || /create|make|client|build|extend|instance|^use|connect/i.test(callee)) && init.args.some((arg) => arg.kind !== 'function' && speaksOfPlusAuth(source(arg))));
  }
  return false;
}

/** Joins what all units declare; an instance of what another vendor's module exports is that vendor's client. */
export function environmentOf(all: readonly Declarations[], fileSpeaks: boolean): Environment {
  const imported = new Set(all.flatMap((d) => d.foreign));
  return {
    constants: unambiguous(all.flatMap((d) => d.constants)),
    declared: new Map(all.flatMap((d) => d.declared).map((d) => [d.name, d])),
    plusAuth: new Set(all.flatMap((d) => d.plusAuth)),
    foreign: new Set([...all.flatMap((d) => d.made).flatMap(([name, type]) => (imported.has(type.split('.')[0] ?? type) ? [name, `this.${name}`] : [])), ...all.flatMap((d) => d.elsewhere)]),
    fileSpeaks,
  };
}

/** Names that stand for one value each: classes of one file can use a name for different ones, which then says nothing. */
function unambiguous(constants: readonly (readonly [string, string | number])[]): Map<string, string | number> {
  const found = new Map<string, string | number>();
  const several = new Set<string>();
  for (const [name, value] of constants) {
    if (found.has(name) && found.get(name) !== value) several.add(name);
    found.set(name, value);
  }
  for (const name of several) found.delete(name);
  return found;
}

/** A text that is equal for two environments exactly when units can be told nothing different by them. */
export function fingerprint(environment: Environment): string {
  return JSON.stringify([
    [...environment.constants], [...environment.declared].map(([name, d]) => [name, d.unit]), [...environment.plusAuth], [...environment.foreign], environment.fileSpeaks,
  ]);
}
