import { walk, type Code } from '../model/code';
import type { Atom } from '../model/handler';
import type { Conditions } from './condition';
import type { Resolver, Subject } from './subject';

/** All looks at one error value within one function. */
export interface Group {
  readonly subject: Subject;
  /** The function, or the whole piece of code, that the looks are in. */
  readonly region: Code;
  readonly atoms: Atom[];
  /** Texts of lists and tables that stand in another piece of code. */
  readonly elsewhere: { readonly atom: Atom; readonly unit: number }[];
}

/** Finds every comparison with a text or an error status, by value and function. */
export function compare(root: Code, resolver: Resolver, conditions: Conditions): Group[] {
  const groups = new Map<string, Group>();
  const add = (compared: Code, atoms: readonly Atom[], elsewhere: { atom: Atom; unit: number }[] = []): void => {
    const subject = resolver.subject(compared);
    if (!subject || atoms.length === 0) return;
    const region = resolver.scope.functionAt(compared.start) ?? root;
    const id = `${subject.key}|${region.start}|${region.end}`;
    let group = groups.get(id);
    if (!group) groups.set(id, (group = { subject, region, atoms: [], elsewhere: [] }));
    for (const atom of atoms) if (!group.atoms.some((a) => a.operand === atom.operand && a.name === atom.name)) group.atoms.push(atom);
    group.elsewhere.push(...elsewhere);
  };
  const addKeys = (collection: Code, value: Code): void => {
    const keys = conditions.keysOf(collection);
    const declared = resolver.declared(collection);
    const atoms = keys.atoms(value);
    if (!declared) return add(value, atoms);
    // The keys stand in another piece of code: the look counts, their places do not.
    if (atoms.length > 0) add(value, atoms.map((a) => ({ ...a, span: value, operand: value })), atoms.map((atom) => ({ atom, unit: declared.unit })));
  };
  walk(root, (code) => {
    switch (code.kind) {
      case 'binary': {
        if (code.op === 'eq' || code.op === 'ne') {
          for (const [compared, constant] of [[code.left, code.right], [code.right, code.left]] as const) {
            if (resolver.constant(constant) !== undefined && resolver.constant(compared) === undefined && !(compared.kind === 'other' && compared.inspects)) add(compared, conditions.equality(compared, constant, code.op === 'ne', code));
          }
        } else if (code.op === 'in') addKeys(code.right, code.left);
        else for (const subject of conditions.subjects(code)) add(subject.code, []);
        if (code.op !== 'other' && code.op !== 'in') for (const subject of [code.left, code.right].flatMap((c) => resolver.subject(c) ?? [])) add(subject.code, conditions.of(code, subject.key).atoms);
        return true;
      }
      case 'switch':
        for (const test of code.subject ? code.cases.flatMap((c) => c.tests) : []) {
          if (!code.subject) continue;
          const atoms = conditions.equality(code.subject, test, false, test);
          if (atoms.length > 0) add(code.subject, atoms);
          else addKeys(test, code.subject);
        }
        return true;
      case 'index':
        addKeys(code.object, code.index);
        return true;
      case 'call': {
        const asked = conditions.membership(code);
        if (asked) addKeys(asked.collection, asked.value);
        else if (code.callee.kind === 'member' && code.args[0] && resolver.idioms.lookup.has(code.callee.property)) addKeys(code.callee.object, code.args[0]);
        else if (code.callee.kind === 'name' && code.callee.name === 'match' && code.args[0]) addMatch(code.args[0], code, root, add, conditions);
        return true;
      }
      default:
        return true;
    }
  });
  return [...groups.values()];
}

/** The patterns of `match(subject).with('a', …)`. */
function addMatch(subject: Code, match: Code, root: Code, add: (compared: Code, atoms: readonly Atom[]) => void, conditions: Conditions): void {
  walk(root, (c) => {
    if (c.kind !== 'call' || c.callee.kind !== 'member' || c.callee.property !== 'with' || c.start !== match.start) return true;
    for (const pattern of c.args.slice(0, -1)) {
      const constants = pattern.kind === 'record' ? pattern.entries.flatMap((e) => e.value ?? []) : [pattern];
      add(subject, constants.flatMap((k) => conditions.equality(subject, k, false, k)));
    }
    return true;
  });
}
