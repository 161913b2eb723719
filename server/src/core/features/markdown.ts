/** Plain text as markdown that shows exactly that text, on one line. */
export const escapeMarkdown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&');

/** Text as inline code, on one line and never longer than `limit` characters; safe for text that holds backticks or nothing at all. */
export function codeSpan(text: string, limit = 80): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD').trim();
  const characters = [...line];
  const short = characters.length > limit ? `${characters.slice(0, limit).join('')}…` : line;
  if (short === '') return '` `';
  const fence = '`'.repeat(1 + Math.max(0, ...[...short.matchAll(/`+/g)].map((run) => run[0].length)));
  const pad = short.startsWith('`') || short.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${short}${pad}${fence}`;
}

/** A cell of a table: pipes and line ends would end it. */
export const tableCell = (markdown: string): string => markdown.replace(/\s+/g, ' ').replace(/(?<!\\)\|/g, '\\|');

/** A link; parentheses in its address would end it. */
export function link(title: string, url: string): string {
  const address = encodeURI(url).replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${escapeMarkdown(title)}](${address})`;
}
