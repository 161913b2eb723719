import type { CatchClause, Code } from '../../model/code';
import { contains, span, type Span } from '../../model/span';
import { childOf, fieldOf, type SyntaxNode } from '../../syntax/node';
import type { Snippets } from '../embedded';
import { binding, block, chain, markup, nothing, trimmed, type Link } from '../markup';

/** `{#each list as item, index (key)}`. */
const EACH_KEY = /\s*\((?:[^()]|\([^()]*\))*\)\s*$/;
const AWAITED = /\s(then|catch)(?:\s+([\s\S]*))?$/;

/** Lowers a component's markup: blocks become conditions and tries, everything shown is a child. */
export function lower(root: SyntaxNode, text: string, snippets: Snippets): Code {
  return block(root, [markup(root, new Lowering(text, snippets).children(root.children))]);
}

class Lowering {
  constructor(
    private readonly text: string,
    private readonly snippets: Snippets,
  ) {}

  children(nodes: readonly SyntaxNode[]): Code[] {
    return nodes.flatMap((n) => (this.snippets.matters(n) ? this.node(n) : []));
  }

  private node(node: SyntaxNode): Code[] {
    switch (node.type) {
      case 'element':
        return [this.element(node)];
      case 'expression':
      case 'html_tag':
      case 'render_tag':
        return this.raw(node);
      case 'const_tag':
        return this.constant(node);
      case 'if_statement':
        return this.condition(node);
      case 'each_statement':
        return [this.each(node)];
      case 'await_statement':
        return [this.awaited(node)];
      case 'snippet_statement': {
        const params = childOf(childOf(node, 'snippet_start') ?? node, 'svelte_raw_text');
        const declared = params ? this.snippets.patterns(params).map((p) => binding(p, undefined)) : [];
        return [block(node, [...declared, markup(node, this.children(node.children))])];
      }
      case 'text':
      case 'comment':
      case 'debug_tag':
      case 'script_element':
      case 'style_element':
      case 'start_tag':
      case 'self_closing_tag':
      case 'end_tag':
        return [];
      default:
        return /_(?:start|end)$/.test(node.type) ? [] : this.children(node.children);
    }
  }

  private element(node: SyntaxNode): Code {
    const tag = childOf(node, 'start_tag', 'self_closing_tag');
    const declared: Code[] = [];
    const shown: Code[] = [];
    for (const attribute of tag?.children ?? []) {
      if (attribute.type !== 'attribute') continue;
      const named = childOf(attribute, 'attribute_name');
      const name = named ? this.text.slice(named.start, named.end) : '';
      if (named && name.startsWith('let:')) {
        const alias = this.within(attribute, 'svelte_raw_text')[0] ?? span(named.start + 'let:'.length, named.end);
        declared.push(...this.snippets.patterns(alias).map((p) => binding(p, undefined)));
      } else {
        for (const at of this.within(attribute, 'svelte_raw_text')) shown.push(...(/^on[:a-z]/.test(name) ? [this.snippets.statements(at) ?? nothing(at)] : this.expression(at)));
      }
    }
    const inner = markup(node, [...shown, ...this.children(node.children)]);
    return declared.length > 0 ? block(node, [...declared, inner]) : inner;
  }

  private condition(node: SyntaxNode): Code[] {
    const links: Link[] = [];
    const end = childOf(node, 'if_end')?.start ?? node.end;
    const blocks = node.children.filter((c) => c.type === 'else_if_block' || c.type === 'else_block');
    // Comments at the end of a block hang from the whole.
    const nodes = [...node.children.filter((c) => !blocks.includes(c)), ...blocks.flatMap((b) => b.children)];
    const add = (start: SyntaxNode | undefined, whole: SyntaxNode, until: number, hasTest: boolean): void => {
      if (!start) return;
      const condition = fieldOf(start, 'condition');
      const at = condition && trimmed(condition, this.text);
      const inside = span(start.end, until);
      links.push({ at: whole, test: hasTest ? ((at && this.snippets.expression(at)) ?? nothing(start)) : undefined, head: at ?? start, shown: this.body(inside, nodes.filter((n) => contains(inside, n))) });
    };
    const next = (index: number): number => blocks[index]?.start ?? end;
    const first = childOf(node, 'if_start');
    add(first, node, next(0), true);
    blocks.forEach((b, i) => {
      const start = childOf(b, 'else_if_start', 'else_start');
      add(start, b, next(i + 1), b.type === 'else_if_block');
    });
    const whole = chain(links, node.end);
    return whole ? [whole] : [];
  }

  /** The inside of a block; an empty one is known as such. */
  private body(at: Span, nodes: readonly SyntaxNode[]): Code {
    const visible = nodes.some((n) => n.type !== 'comment' && !/_(?:start|end)$/.test(n.type));
    return visible ? markup(at, this.children(nodes)) : block(at, [], nodes.some((n) => n.type === 'comment'));
  }

  private each(node: SyntaxNode): Code {
    const start = childOf(node, 'each_start');
    const list = start && fieldOf(start, 'identifier');
    const parameter = start && fieldOf(start, 'parameter');
    const init = list && this.expression(list)[0];
    const at = parameter && span(parameter.start, parameter.end - (EACH_KEY.exec(this.text.slice(parameter.start, parameter.end))?.[0].length ?? 0));
    const declared = at ? this.snippets.patterns(at).map((p, i) => binding(p, i === 0 ? init : undefined)) : [];
    return block(node, [...declared, markup(node, this.children(node.children))]);
  }

  private awaited(node: SyntaxNode): Code {
    const start = childOf(node, 'await_start');
    const head = start && childOf(start, 'svelte_raw_text');
    const source = head ? this.text.slice(head.start, head.end) : '';
    const short = AWAITED.exec(source);
    const bindingAt = short?.[2] !== undefined && head ? span(head.end - short[2].length, head.end) : undefined;
    const promise = head && this.expression(span(head.start, head.start + (short?.index ?? source.length)))[0];
    const blocks = node.children.filter((c) => c.type === 'then_block' || c.type === 'catch_block');
    const inside = node.children.filter((c) => c !== start && !blocks.includes(c));
    const value = (b: SyntaxNode): Span | undefined => {
      const opening = childOf(b, 'then_start', 'catch_start');
      return opening && childOf(opening, 'svelte_raw_text');
    };
    const scoped = (at: Span, bound: Span | undefined, nodes: readonly SyntaxNode[]): Code =>
      block(at, [...(bound ? this.snippets.patterns(bound).map((p) => binding(p, undefined)) : []), markup(at, this.children(nodes))]);
    const handlers: CatchClause[] = [];
    const caught = (at: SyntaxNode, bound: Span | undefined, nodes: readonly SyntaxNode[]): void => {
      const param = bound && this.snippets.patterns(bound)[0];
      // What an empty one means is the author's to know: nothing can be rethrown in markup.
      handlers.push({ start: at.start, end: at.end, param, head: span(at.start, at.start), body: block(at, [this.body(at, nodes)], true) });
    };
    const body: Code[] = promise ? [{ kind: 'expression', start: promise.start, end: promise.end, expression: promise }] : [];
    if (short?.[1] === 'catch') caught(node, bindingAt, inside);
    else body.push(scoped(node, bindingAt, inside));
    for (const b of blocks) {
      if (b.type === 'then_block') body.push(scoped(b, value(b), b.children));
      else caught(b, value(b), b.children);
    }
    const tried = block(node, body);
    return handlers.length > 0 ? { kind: 'try', start: node.start, end: node.end, body: tried, handlers, finalizer: undefined } : tried;
  }

  private constant(node: SyntaxNode): Code[] {
    const raw = childOf(node, 'svelte_raw_text');
    const at = raw && trimmed(raw, this.text);
    const equals = at ? this.text.slice(at.start, at.end).search(/=(?![=>])/) : -1;
    if (!at || equals < 0) return [];
    const init = this.expression(span(at.start + equals + 1, at.end))[0];
    const declared = span(at.start, at.start + equals);
    // The whole is the declaration, as in a script, not only the name.
    return this.snippets.patterns(declared).map((pattern) => ({ kind: 'declaration', start: at.start, end: at.end, pattern, init }));
  }

  private raw(node: SyntaxNode): Code[] {
    const inner = childOf(node, 'svelte_raw_text');
    return inner ? this.expression(inner) : [];
  }

  /** An expression; `...spread` is what it spreads. */
  private expression(at: Span): Code[] {
    const spread = /^\s*\.\.\./.exec(this.text.slice(at.start, at.end))?.[0].length ?? 0;
    const where = trimmed(span(at.start + spread, at.end), this.text);
    const code = where && this.snippets.expression(where);
    return code ? [code] : [];
  }

  private within(node: SyntaxNode, type: string): Span[] {
    return node.type === type ? [span(node.start, node.end)] : node.children.flatMap((c) => this.within(c, type));
  }
}
