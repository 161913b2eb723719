import type { CatchClause, Code, If, Pattern, RecordEntry, SwitchCase } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, fieldOf, fieldsOf, type SyntaxNode } from '../../syntax/node';
import { at, BaseLowering } from '../lowering';
import { constantText, isSkipped } from './nodes';
import { RULES } from './rules';

/** Wrappers that change nothing about the value: the wrapped part is their last child. */
const TRANSPARENT = new Set(['parenthesized_expression', 'cast_expression', 'error_suppression_expression', 'clone_expression', 'argument', 'by_ref', 'reference_modifier']);

/** Lowers PHP. */
export function lower(node: SyntaxNode, text: string): Code {
  return new Lowering(text).code(node);
}

export class Lowering extends BaseLowering {
  /** Variables of the function at hand that have a value already: the next assignment declares nothing. */
  private known = new Set<string>();
  /** What a jump leaves, innermost last. */
  private around: ('switch' | 'loop')[] = [];

  protected skips(node: SyntaxNode): boolean {
    return isSkipped(node);
  }

  code(node: SyntaxNode): Code {
    const rule = RULES[node.type];
    if (rule) return rule(this, node);
    const inner = TRANSPARENT.has(node.type) ? this.parts(node).at(-1) : undefined;
    return inner ? this.code(inner) : this.other(node);
  }

  block(node: SyntaxNode | undefined, end: number): Code & { kind: 'block' } {
    if (!node) return { kind: 'block', start: end, end, body: [], commented: false };
    const listed = node.type === 'compound_statement' || node.type === 'colon_block';
    const body = listed ? this.all(node.children) : this.all([node]);
    return { kind: 'block', ...at(node), body, commented: listed && node.children.some((c) => c.type === 'comment') };
  }

  /** A variable's name: IR names have no sigil. */
  variable(node: SyntaxNode): string {
    return this.source(node).replace(/^\$/, '');
  }

  member(node: SyntaxNode, object: Code, property: Span): Code {
    return { kind: 'member', ...at(node), object, property: this.source(property), propertySpan: { start: property.start, end: property.end } };
  }

  string(node: SyntaxNode, content: Span): Code {
    return { kind: 'string', ...at(node), content, value: constantText(this.source(content), this.text[node.start] === '"') };
  }

  /** A text between double quotes or in a heredoc: a constant, or an interpolation. */
  interpolated(node: SyntaxNode, content: Span, pieces: readonly SyntaxNode[]): Code {
    const values = pieces.filter((c) => c.type !== 'string_content' && c.type !== 'escape_sequence' && !isSkipped(c));
    if (values.length === 0) return this.string(node, content);
    let text = '';
    let from = content.start;
    for (const value of values) {
      text += this.source({ start: from, end: value.start }).replace(/\{$/, '') + '\uFFFD';
      from = this.text[value.end] === '}' ? value.end + 1 : value.end;
    }
    return { kind: 'interpolation', ...at(node), parts: this.all(values), text: text + this.source({ start: from, end: Math.max(from, content.end) }) };
  }

  pattern(node: SyntaxNode): Pattern {
    const base = { name: undefined, ...at(node), fields: [], type: undefined, fallback: undefined };
    if (node.type === 'variable_name') return { ...base, name: this.variable(node) };
    if (node.type !== 'list_literal' && node.type !== 'array_creation_expression') return base;
    const fields: { key: string; pattern: Pattern }[] = [];
    let key: string | undefined;
    for (const child of this.parts(node).flatMap((c) => (c.type === 'array_element_initializer' ? this.parts(c) : [c]))) {
      const constant = this.code(child);
      if (constant.kind === 'string' || constant.kind === 'number') key = String(constant.value);
      else {
        fields.push({ key: key ?? String(fields.length), pattern: this.pattern(child) });
        key = undefined;
      }
    }
    return { ...base, fields };
  }

  /** A statement that assigns: the first one in its function declares the variable. */
  assigned(node: SyntaxNode, assignment: SyntaxNode): Code {
    const left = fieldOf(assignment, 'left');
    const pattern = left && this.pattern(left);
    const names = pattern ? namesIn(pattern) : [];
    if (!pattern || names.length === 0 || (pattern.name !== undefined && this.known.has(pattern.name))) return { kind: 'expression', ...at(node), expression: this.code(assignment) };
    const init = this.field(assignment, 'right');
    names.forEach((n) => this.known.add(n));
    return { kind: 'declaration', ...at(node), pattern, init, hoisted: true };
  }

  callable(node: SyntaxNode): Code {
    const outer = { known: this.known, around: this.around };
    const name = fieldOf(node, 'name');
    const params = (fieldOf(node, 'parameters')?.children ?? []).flatMap((p): Pattern[] => {
      const bound = fieldOf(p, 'name');
      const type = fieldOf(p, 'type');
      return bound ? [{ ...this.pattern(bound), ...at(p), type: type && this.source(type), fallback: this.optional(fieldOf(p, 'default_value')) }] : [];
    });
    const captured = childOf(node, 'anonymous_function_use_clause')?.children.map((c) => this.variable(childOf(c, 'variable_name') ?? c)) ?? [];
    this.known = new Set([...params.flatMap(namesIn), ...captured, ...(node.type === 'arrow_function' ? outer.known : [])]);
    this.around = [];
    const body = fieldOf(node, 'body');
    const lowered = body && (body.type === 'compound_statement' ? this.block(body, node.end) : this.code(body));
    Object.assign(this, outer);
    return { kind: 'function', ...at(node), name: name && this.source(name), params, body: lowered };
  }

  /** `elseif` and `else` clauses hang on the `if` in a row; here each is the alternative of the one before. */
  branch(node: SyntaxNode): Code {
    // Where markup stands between the words, what is shown is not known.
    if (holdsMarkup(node)) return this.other(node);
    const body = fieldOf(node, 'body');
    if (!body || body.end === body.start) return this.other(node);
    const links = [node, ...fieldsOf(node, 'alternative').filter((c) => c.type === 'else_if_clause')];
    const last = fieldsOf(node, 'alternative').find((c) => c.type === 'else_clause');
    const lastBody = last && fieldOf(last, 'body');
    // Between colons, nothing can be joined to a chain: its links end where it ends.
    const alone = body.type === 'colon_block';
    let otherwise: Code | undefined = lastBody && (lastBody.type === 'if_statement' ? this.code(lastBody) : this.block(lastBody, node.end));
    let elseSpan = last && span(last.start, last.start + 'else'.length);
    for (const link of [...links].reverse()) {
      const then = this.block(fieldOf(link, 'body'), link.end);
      const made: If = {
        kind: 'if', start: link.start, end: alone ? node.end : (otherwise?.end ?? link.end), test: this.field(link, 'condition'), then, otherwise, elseSpan,
        head: span(link.start, fieldOf(link, 'condition')?.end ?? link.end), ...(link !== node && { link: true }), ...(alone && { alone }),
      };
      otherwise = made;
      elseSpan = span(link.start, link.start + 'elseif'.length);
    }
    return otherwise ?? this.other(node);
  }

  switch(node: SyntaxNode): Code {
    if (holdsMarkup(node)) return this.other(node);
    const body = fieldOf(node, 'body');
    this.around.push('switch');
    const parsed = this.comparedCall = parsedEnum(node, this);
    const on = this.switchOn(node);
    const cases = (body?.children ?? []).filter((c) => c.type === 'case_statement' || c.type === 'default_statement').map((c) => this.switchCase(c, body, parsed !== undefined));
    this.around.pop();
    return { ...on, cases, fallsThrough: true };
  }

  private switchOn(node: SyntaxNode): Code & { kind: 'switch' } {
    const condition = fieldOf(node, 'condition');
    const body = fieldOf(node, 'body');
    const subject = this.field(node, 'condition');
    const colon = body !== undefined && this.text[body.start] === ':';
    const close = body && (colon ? this.source(body).lastIndexOf('endswitch') : this.source(body).lastIndexOf('}'));
    return {
      kind: 'switch', ...at(node), subject: subject.kind === 'name' && /^true$/i.test(subject.name) ? undefined : subject, cases: [], head: span(node.start, condition?.end ?? node.end),
      body: body ? span(body.start + 1, body.start + Math.max(1, close ?? 1)) : span(node.end, node.end), fallsThrough: false,
    };
  }

  private switchCase(node: SyntaxNode, list: SyntaxNode | undefined, parsed: boolean): SwitchCase {
    const value = fieldOf(node, 'value');
    const statements = node.children.filter((c) => c !== value);
    const [only] = statements;
    const braced = statements.length === 1 && only?.type === 'compound_statement' ? only : undefined;
    const followed = list?.children[list.children.indexOf(node) + 1]?.type === 'comment';
    const labelEnd = /^\s*[:;]/.exec(this.text.slice(value?.end ?? node.start + 'default'.length))?.[0].length ?? 0;
    const test = value && this.code(value);
    // What is no case of the enumeration is null.
    const isDefault = !test || (parsed && test.kind === 'name' && /^null$/i.test(test.name));
    return {
      ...at(node), tests: test && !isDefault ? [test] : [], isDefault, guard: undefined, body: this.all((braced ?? { children: statements }).children),
      commented: followed || [...node.children, ...(braced?.children ?? [])].some((c) => c.type === 'comment'), label: span(node.start, (value?.end ?? node.start + 'default'.length) + labelEnd),
    };
  }

  /** `match`: arms of one expression each. */
  match(node: SyntaxNode): Code {
    const body = fieldOf(node, 'body');
    const parsed = this.comparedCall = parsedEnum(node, this);
    const on = this.switchOn(node);
    const cases = this.parts(body ?? node).filter((c) => c.type === 'match_conditional_expression' || c.type === 'match_default_expression').map((arm): SwitchCase => {
      const list = fieldOf(arm, 'conditional_expressions');
      const tests = this.all(list?.children ?? []);
      const value = fieldOf(arm, 'return_expression');
      const isDefault = !list || (parsed !== undefined && tests.some((t) => t.kind === 'name' && /^null$/i.test(t.name)));
      const comma = /^\s*,/.exec(this.text.slice(arm.end, body?.end))?.[0].length ?? 0;
      const arrow = this.source({ start: list?.end ?? arm.start, end: value?.start ?? arm.end }).indexOf('=>');
      const labelEnd = arrow < 0 ? arm.end : (list?.end ?? arm.start) + arrow + '=>'.length;
      return { start: arm.start, end: arm.end + comma, tests: isDefault ? [] : tests, isDefault, guard: undefined, body: value ? [this.code(value)] : [], commented: false, label: span(arm.start, labelEnd) };
    });
    return { ...on, cases, throwsUnmatched: true, arms: { separator: ',' } };
  }

  attempt(node: SyntaxNode): Code {
    const body = this.block(fieldOf(node, 'body'), node.start);
    const handlers = node.children.filter((c) => c.type === 'catch_clause').map((clause): CatchClause => {
      const bound = fieldOf(clause, 'name');
      const type = fieldOf(clause, 'type');
      const block = fieldOf(clause, 'body');
      const name = bound && this.variable(bound);
      if (name !== undefined) this.known.add(name);
      const head = span(clause.start, clause.start + this.text.slice(clause.start, block?.start ?? clause.end).trimEnd().length);
      return {
        ...at(clause), head, body: this.block(block, clause.end),
        param: bound && { ...at(bound), name, fields: [], type: type && this.source(type), fallback: undefined },
      };
    });
    const finalizer = childOf(node, 'finally_clause');
    return { kind: 'try', ...at(node), body, handlers, finalizer: finalizer && this.block(fieldOf(finalizer, 'body'), finalizer.end) };
  }

  loop(node: SyntaxNode): Code {
    const body = fieldOf(node, 'body');
    this.around.push('loop');
    const lowered = this.block(body, node.end);
    this.around.pop();
    return { kind: 'loop', ...at(node), head: this.all(node.children.filter((c) => c !== body)), body: lowered };
  }

  /** In a `switch`, `continue` means `break`; `continue 2` goes on with the loop around it. */
  jump(node: SyntaxNode): Code {
    const depth = Number(/\d+/.exec(this.source(node))?.[0] ?? 1);
    const inSwitch = this.around.at(-1) === 'switch';
    if (inSwitch) return { kind: depth > 1 ? 'continue' : 'break', ...at(node) };
    return { kind: node.type === 'continue_statement' ? 'continue' : 'break', ...at(node) };
  }

  entry(node: SyntaxNode): RecordEntry | undefined {
    const [key, value] = this.parts(node);
    if (!key) return undefined;
    if (!value) return { key: undefined, ...at(node), keySpan: at(key), value: this.code(key) };
    const constant = this.code(key);
    const text = constant.kind === 'string' || constant.kind === 'number' ? String(constant.value) : undefined;
    return { key: text, ...at(node), ...(text === undefined && { keyCode: constant }), keySpan: at(key), value: this.code(value) };
  }

  remember(name: string): void {
    this.known.add(name);
  }
}

const namesIn = (pattern: Pattern): string[] => [...(pattern.name === undefined ? [] : [pattern.name]), ...pattern.fields.flatMap((f) => namesIn(f.pattern))];

/** Whether the code of a template goes on in markup. */
const holdsMarkup = (node: SyntaxNode): boolean => node.type === 'text_interpolation' || (node.type !== 'anonymous_function' && node.children.some(holdsMarkup));

/** `switch (ErrorCode::tryFrom($code))`: null stands for what is no case of the enumeration. */
function parsedEnum(node: SyntaxNode, x: Lowering): SyntaxNode | undefined {
  const inner = fieldOf(node, 'condition')?.children.find((c) => !isSkipped(c));
  const name = inner && fieldOf(inner, 'name');
  return inner?.type === 'scoped_call_expression' && name !== undefined && x.source(name) === 'tryFrom' ? inner : undefined;
}
