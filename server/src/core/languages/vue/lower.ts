import type { Code } from '../../model/code';
import { span, type Span } from '../../model/span';
import { childOf, type SyntaxNode } from '../../syntax/node';
import type { Snippets } from '../embedded';
import { binding, block, chain, markup, nothing, trimmed, type Link } from '../markup';

interface Attribute {
  /** As written: `v-if`, `:title`, `@click.prevent`, `#default`. */
  readonly name: string;
  readonly at: Span;
  /** Its text, without quotes. */
  readonly value: Span | undefined;
}

const FOR = /^([\s\S]*?)\s(?:in|of)\s([\s\S]*)$/;

/** Lowers a template: conditions on elements become chains, loops and slots bind names, everything shown is a child. */
export function lower(root: SyntaxNode, text: string, snippets: Snippets): Code {
  const lowering = new Lowering(text, snippets);
  return block(root, [markup(root, lowering.siblings(root.children))]);
}

class Lowering {
  constructor(
    private readonly text: string,
    private readonly snippets: Snippets,
  ) {}

  siblings(nodes: readonly SyntaxNode[]): Code[] {
    const found: Code[] = [];
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index];
      if (!node) continue;
      const attributes = isElement(node) ? this.attributes(node) : [];
      if (!attributes.some((a) => a.name === 'v-if')) {
        if (this.snippets.matters(node)) found.push(...this.node(node, attributes));
        continue;
      }
      let matters = this.snippets.matters(node);
      const links = [this.link(node, attributes, 'v-if')];
      let end = node.end;
      for (let next = index + 1; next < nodes.length && links.at(-1)?.test; next++) {
        const sibling = nodes[next];
        if (!sibling || sibling.type === 'comment') continue;
        const own = isElement(sibling) ? this.attributes(sibling) : [];
        const keyword = own.find((a) => a.name === 'v-else-if' || a.name === 'v-else')?.name;
        if (keyword === undefined) break;
        links.push(this.link(sibling, own, keyword));
        end = sibling.end;
        index = next;
        matters ||= this.snippets.matters(sibling);
      }
      const whole = matters ? chain(links, end) : undefined;
      if (whole) found.push(whole);
    }
    return found;
  }

  private link(node: SyntaxNode, attributes: readonly Attribute[], keyword: string): Link {
    const attribute = attributes.find((a) => a.name === keyword);
    const at = attribute?.value && trimmed(attribute.value, this.text);
    const test = keyword === 'v-else' ? undefined : ((at && this.snippets.expression(at)) ?? nothing(at ?? node));
    return { at: node, test, head: at ?? attribute?.at ?? node, shown: this.shown(node, attributes) };
  }

  private node(node: SyntaxNode, attributes: readonly Attribute[]): Code[] {
    switch (node.type) {
      case 'interpolation': {
        const inner = childOf(node, 'raw_text');
        return inner ? this.expression(inner) : [];
      }
      case 'element':
      case 'template_element': {
        const when = attributes.find((a) => a.name === 'v-show')?.value;
        const at = when && trimmed(when, this.text);
        const test = at && this.snippets.expression(at);
        const shown = this.shown(node, attributes);
        // It hides what is there: no chain can go on behind it.
        return [test ? { kind: 'logical', op: 'and', start: node.start, end: node.end, left: test, right: shown } : shown];
      }
      case 'text':
      case 'comment':
      case 'start_tag':
      case 'end_tag':
      case 'script_element':
      case 'style_element':
        return [];
      default:
        return this.siblings(node.children);
    }
  }

  /** What an element shows where its condition holds. */
  private shown(node: SyntaxNode, attributes: readonly Attribute[]): Code {
    const children = [...attributes.flatMap((a) => this.attribute(a)), ...this.siblings(node.children)];
    const visible = node.type !== 'template_element' || node.children.some((c) => c.type !== 'comment' && !c.type.endsWith('_tag'));
    const inner = visible ? markup(node, children) : block(node, [], node.children.some((c) => c.type === 'comment'));
    const declared = attributes.flatMap((a) => this.bound(a));
    return declared.length > 0 ? block(node, [...declared, inner]) : inner;
  }

  private bound({ name, value }: Attribute): Code[] {
    if (!value) return [];
    if (name === 'v-for') {
      const match = FOR.exec(this.text.slice(value.start, value.end));
      if (!match) return [];
      const [, left = '', right = ''] = match;
      const open = /^\s*\(/.exec(left)?.[0].length ?? 0;
      const close = open > 0 ? /\)?\s*$/.exec(left)?.[0].length ?? 0 : 0;
      const at = trimmed(span(value.end - right.length, value.end), this.text);
      const list = at && this.snippets.expression(at);
      return this.snippets.patterns(span(value.start + open, value.start + left.length - close)).map((pattern, i) => binding(pattern, i === 0 ? list : undefined));
    }
    return /^(?:v-slot|#|slot-scope$)/.test(name) ? this.snippets.patterns(value).map((pattern) => binding(pattern, undefined)) : [];
  }

  private attribute({ name, value }: Attribute): Code[] {
    if (!value || !/^(?:v-|[:@.])/.test(name) || /^v-(?:if|else|else-if|for|show|slot\b.*|pre|once|cloak)$/.test(name)) return [];
    if (/^(?:@|v-on\b)/.test(name)) return [this.snippets.statements(value) ?? nothing(value)];
    return this.expression(value);
  }

  private expression(at: Span): Code[] {
    const where = trimmed(at, this.text);
    const code = where && this.snippets.expression(where);
    return code ? [code] : [];
  }

  private attributes(element: SyntaxNode): Attribute[] {
    const tag = childOf(element, 'start_tag', 'self_closing_tag');
    return (tag?.children ?? []).flatMap((node) => {
      if (node.type !== 'directive_attribute' && node.type !== 'attribute') return [];
      const quoted = childOf(node, 'quoted_attribute_value', 'attribute_value');
      const inner = quoted?.type === 'quoted_attribute_value' ? childOf(quoted, 'attribute_value') : quoted;
      return [{ name: this.text.slice(node.start, quoted?.start ?? node.end).replace(/\s*=\s*$/, ''), at: node, value: inner && span(inner.start, inner.end) }];
    });
  }
}

const isElement = (node: SyntaxNode): boolean => node.type === 'element' || node.type === 'template_element';
