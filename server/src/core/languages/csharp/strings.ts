import { span } from '../../model/span';
import { aroundValues, at } from '../lowering';
import type { Rule } from './lowering';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', 0: '\0' };

/** A text constant: plain, verbatim or raw. */
export const text: Rule = (x, n) => {
  const source = x.source(n);
  const [open = ''] = /^@?(?:"""+|"|')/.exec(source) ?? [];
  const quote = open.replace('@', '');
  const suffix = /(?:u8|U8)?$/.exec(source)?.[0].length ?? 0;
  const closed = source.length - suffix >= open.length + quote.length && source.slice(0, source.length - suffix).endsWith(quote);
  const content = span(n.start + open.length, closed ? n.end - suffix - quote.length : n.end);
  const raw = x.source(content);
  return { kind: 'string', ...at(n), content, value: open.startsWith('@') ? raw.replaceAll('""', '"') : quote.length > 1 ? raw : unescape(raw) };
};

/** `$"…"` in all its forms. */
export const interpolated: Rule = (x, n) => {
  const parts = n.children.filter((c) => c.type === 'interpolation');
  const source = x.source(n);
  const open = /^[$@]*"+/.exec(source)?.[0].length ?? 1;
  const quotes = /^[$@]*("""+|")/.exec(source)?.[1]?.length ?? 1;
  const content = span(n.start + Math.min(open, source.length), Math.max(n.start + open, n.end - quotes));
  if (parts.length === 0) return { kind: 'string', ...at(n), content, value: x.source(content) };
  return { kind: 'interpolation', ...at(n), parts: parts.map((p) => x.code(p)), text: aroundValues(x.text, content, parts) };
};

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{1,4})|([\s\S]))/g, (_, four?: string, hex?: string, one?: string) => {
    const code = four ?? hex;
    return code === undefined ? (ESCAPES[one ?? ''] ?? one ?? '') : String.fromCharCode(parseInt(code, 16));
  });
}
