import type { Code, Switch, SwitchCase } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at } from '../lowering';
import { isComment, meant, question, type Lowering } from './lower';

/** `when`, with and without a subject; `value`: it stands for one, and is complete because the compiler says so. */
export function whenOf(x: Lowering, n: SyntaxNode, value: boolean): Code {
  const head = childOf(n, 'when_subject');
  const parts = head ? meant(head.children) : [];
  const bound = parts.find((c) => c.type === 'variable_declaration');
  const asked = parts.find((c) => c !== bound);
  const init = asked && x.code(asked);
  const name = bound && childOf(bound, 'identifier');
  const subject: Code | undefined = name ? { kind: 'name', ...at(name), name: x.source(name) } : init;
  const entries = n.children.filter((c) => c.type === 'when_entry');
  // Ranges and types are no values that the subject can be equal to: then each entry is a condition on it.
  const patterns = subject !== undefined && entries.some((e) => fieldsOf(e, 'condition').some((c) => isPattern(c, x)));
  const cases = entries.map((e, i) => entryOf(x, e, entries[i + 1]?.start ?? n.end, { value, subject: patterns ? subject : undefined, conditions: subject === undefined, parsed: init?.kind === 'call' && !entries.some((other) => fieldsOf(other, 'condition').length === 0) }));
  const open = x.text.indexOf('{', head?.end ?? n.start);
  const complete = value || cases.some((c) => c.tests.length > 0) && cases.every((c) => c.isDefault || c.tests.every(isMember));
  const code: Switch = {
    kind: 'switch', ...at(n), subject: patterns ? undefined : subject, cases, head: span(n.start, head?.end ?? n.start + 'when'.length), body: span(Math.min(open + 1, n.end), Math.max(open + 1, n.end - 1)),
    fallsThrough: false, arms: { separator: '', statements: true, between: ';' }, ...(complete && { throwsUnmatched: true }), ...(patterns && { patterns: true }),
  };
  if (!bound || !init) return code;
  return { kind: 'block', ...at(n), body: [{ kind: 'declaration', ...at(head ?? n), pattern: x.pattern(bound), init }, code], commented: false };
}

/** Members of an enumeration and classes of a sealed one must be complete even where the value is not used; statuses are neither. */
const isMember = (test: Code): boolean => test.kind === 'member' && /^[A-Z]/.test(test.property) && !(test.object.kind === 'name' && /status/i.test(test.object.name));

const isPattern = (c: SyntaxNode, x: Lowering): boolean => c.type === 'type_test' || (c.type === 'range_test' && listIn(c, x) === undefined);

/** The values of `in setOf("a", "b")`. */
function listIn(test: SyntaxNode, x: Lowering): readonly Code[] | undefined {
  const [collection] = meant(test.children);
  const code = collection && !x.source(test).startsWith('!') && collection.type !== 'range_expression' ? x.code(collection) : undefined;
  return code?.kind === 'list' ? code.items : undefined;
}

interface Owner {
  readonly value: boolean;
  /** Set where each entry is a condition on it. */
  readonly subject: Code | undefined;
  readonly conditions: boolean;
  /** The value is what a function made of another one: nothing comes of what it does not know. */
  readonly parsed: boolean;
}

function entryOf(x: Lowering, n: SyntaxNode, next: number, { value, subject, conditions, parsed }: Owner): SwitchCase {
  const tests = fieldsOf(n, 'condition');
  const rest = n.children.filter((c) => c.field !== 'condition');
  const body = meant(rest)[0];
  const arrow = x.text.indexOf('->', tests.at(-1)?.end ?? n.start);
  const label = span(n.start, arrow < 0 || arrow > n.end ? n.end : arrow + 2);
  // What the grammar cannot read was made blank: a condition of its own, which is not followed.
  const guarded = /\bif\b/.test(x.source({ start: tests.at(-1)?.end ?? n.start, end: Math.max(label.end - 2, tests.at(-1)?.end ?? n.start) }));
  const isElse = tests.length === 0 || (parsed && tests.every((t) => x.source(t) === 'null'));
  const inner = body?.type === 'block' ? body.children : body ? [body] : [];
  const end = body?.end ?? label.end;
  const asked = subject ? [joined(tests.map((t) => conditionOf(x, t, subject)))] : conditions ? [joined(tests.map((t) => x.code(t)))] : tests.flatMap((t) => (t.type === 'range_test' ? (listIn(t, x) ?? []) : [x.code(t)]));
  const unknown: Code = { kind: 'name', ...at(label), name: '' };
  return {
    start: n.start, end, tests: isElse ? [] : asked, isDefault: isElse && !guarded, guard: guarded ? unknown : undefined, body: x.statements(inner, value), label,
    commented: (body?.type === 'block' && body.children.some(isComment)) || n.children.some(isComment) || /^[^\S\n]*\/[/*]/.test(x.text.slice(end, next)),
  };
}

function conditionOf(x: Lowering, test: SyntaxNode, subject: Code): Code {
  const [right] = test.type === 'type_test' ? test.children : meant(test.children);
  const denied = x.source(test).startsWith('!');
  if (right && test.type === 'type_test') return question(x, 'instanceof', subject, right, test, denied);
  if (right && test.type === 'range_test') return question(x, 'in', subject, right, test, denied);
  return { kind: 'binary', ...at(test), op: 'eq', left: subject, right: x.code(test) };
}

/** Conditions of which one must hold. */
function joined(conditions: readonly Code[]): Code {
  const [first] = conditions;
  const where: Span = { start: first?.start ?? 0, end: conditions.at(-1)?.end ?? 0 };
  return conditions.slice(1).reduce<Code>((a, b) => ({ kind: 'logical', ...where, op: 'or', left: a, right: b }), first ?? { kind: 'other', ...where, children: [] });
}
