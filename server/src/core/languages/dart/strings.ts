import type { Code } from '../../model/code';
import { span } from '../../model/span';
import { aroundValues, at } from '../lowering';
import type { Rule } from './lowering';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

/** A text constant: plain, raw, over several lines, or several of them side by side. */
export const text: Rule = (x, n): Code => {
  const source = x.source(n);
  const [open = ''] = /^r?(?:'''|"""|'|")/.exec(source) ?? [];
  const quote = open.replace('r', '');
  const closed = source.length >= open.length + quote.length && source.endsWith(quote);
  const content = span(n.start + open.length, closed ? n.end - quote.length : n.end);
  const parts = n.children.filter((c) => c.type === 'template_substitution');
  if (parts.length === 0) {
    const raw = x.source(content);
    return { kind: 'string', ...at(n), content, value: open.startsWith('r') ? raw : unescape(raw) };
  }
  return { kind: 'interpolation', ...at(n), parts: parts.map((p) => x.code(p)), text: aroundValues(x.text, content, parts) };
};

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g, (_, brace?: string, four?: string, two?: string, one?: string) => {
    const hex = brace ?? four ?? two;
    if (hex === undefined) return ESCAPES[one ?? ''] ?? one ?? '';
    const point = parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
