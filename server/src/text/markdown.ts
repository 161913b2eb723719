import { harmless, styles, width, type Style } from './style';

/** What a text is shown on. */
export interface Terminal {
  readonly colours: boolean;
  /** Letters in a line; undefined where lines are not broken. */
  readonly columns: number | undefined;
}

/** Widest text, in columns: longer lines are hard to read. */
const WIDEST = 100;

/**
 * Cards as a terminal shows them: headings, quotations, lists, tables, bold, italic, code and links of markdown; nothing else of it is used.
 * Without `columns` lines are not broken.
 */
export function renderMarkdown(markdown: string, { colours, columns }: Terminal): string {
  const style = styles(colours);
  const limit = columns === undefined ? Infinity : Math.max(20, Math.min(columns, WIDEST));
  const lines: string[] = [];
  const source = markdown.split(/\r?\n/);
  for (let index = 0; index < source.length; index++) {
    const line = source[index] ?? '';
    if (line.startsWith('|')) {
      const rows: string[] = [];
      for (; source[index]?.startsWith('|'); index++) rows.push(source[index] ?? '');
      index--;
      lines.push(...table(rows, style, limit));
      continue;
    }
    const fence = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      for (index++; index < source.length && !source[index]?.startsWith(fence); index++) lines.push(`    ${style.cyan(harmless(source[index] ?? ''))}`);
      continue;
    }
    const heading = /^#{1,6} (.*)$/.exec(line);
    const quote = /^> ?(.*)$/.exec(line);
    const item = /^(\s*)[-*] (.*)$/.exec(line);
    if (heading) lines.push(...wrap(inline(heading[1] ?? '', style), limit, '', '').map(style.bold));
    else if (quote) lines.push(...wrap(inline(quote[1] ?? '', style), limit, `${style.dim('│')} `, `${style.dim('│')} `));
    else if (item) lines.push(...wrap(inline(item[2] ?? '', style), limit, `${item[1] ?? ''}• `, `${item[1] ?? ''}  `));
    else if (/^(-{3,}|\*{3,})$/.test(line.trim())) lines.push(style.dim('─'.repeat(Math.min(limit, 40))));
    else lines.push(...wrap(inline(line, style), limit, '', ''));
  }
  return `${lines.join('\n').trim()}\n`;
}

const INLINE = /\\([!-/:-@[-`{-~])|(`+)([^`]|[^`].*?[^`])\2(?!`)|\*\*((?:\\.|[^\\])+?)\*\*|\*((?:\\.|[^\\*])+?)\*|\[((?:\\.|[^\\\]])*)\]\(([^)\s]*)\)/gs;

/** The pieces of a line of text in their dress; a link shows its address behind its title, for a pipe or a terminal has no other way. */
function inline(markdown: string, style: Style): string {
  let result = '';
  let end = 0;
  for (const match of markdown.matchAll(INLINE)) {
    result += harmless(markdown.slice(end, match.index));
    end = match.index + match[0].length;
    const [, escaped, , code, bold, italic, title, url] = match;
    if (escaped !== undefined) result += escaped;
    else if (code !== undefined) result += style.cyan(harmless(code.trim()));
    else if (bold !== undefined) result += style.bold(inline(bold, style));
    else if (italic !== undefined) result += style.italic(inline(italic, style));
    else result += `${inline(title ?? '', style)} ${style.dim(`(${harmless(url ?? '')})`)}`;
  }
  return result + harmless(markdown.slice(end));
}

const ESCAPES = /\x1b\[[0-9;]*m/g; // the dress this program puts on itself
const shown = (text: string): number => width(text.replace(ESCAPES, ''));

/** Breaks a text between words. */
function wrap(text: string, limit: number, first: string, next: string): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const length = shown(word);
    const room = limit - shown(lines.length === 0 ? first : next);
    if (line !== '' && used + 1 + length > room) {
      lines.push((lines.length === 0 ? first : next) + line);
      line = word;
      used = length;
    } else {
      line = line === '' ? word : `${line} ${word}`;
      used += line === word ? length : 1 + length;
    }
  }
  lines.push((lines.length === 0 ? first : next) + line);
  return lines;
}

/** Columns side by side where they fit, else one row below the other. */
function table(rows: readonly string[], style: Style, limit: number): string[] {
  const cells = rows
    .filter((row) => !/^\|[\s:|-]+$/.test(row))
    .map((row) => row.replace(/^\||\|\s*$/g, '').split(/(?<!\\)\|/).map((cell) => inline(cell.trim(), style)));
  const [head = [], ...body] = cells;
  const widths = head.map((_, column) => Math.max(...cells.map((row) => shown(row[column] ?? ''))));
  if (widths.reduce((sum, each) => sum + each + 2, 0) <= limit) {
    const line = (row: readonly string[]): string => row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - shown(cell)))).join('  ').trimEnd();
    return [style.bold(line(head)), ...body.map(line)];
  }
  return body.flatMap((row) => row.flatMap((cell, column) => wrap(column === 0 ? style.bold(cell) : cell, limit, column === 0 ? '' : '  ', column === 0 ? '' : '  ')));
}
