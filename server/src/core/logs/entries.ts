import type { Span } from '../model/span';
import { readLiteral, type Group, type Literal } from './literal';

/** Members by which an object shows that it is what was logged at once. */
const ENTRY_KEY = /^(?:time|timestamp|ts|@timestamp|@t|date|datetime|level|severity|levelname|msg|message|event|event_type|error|error_description|status|statusCode|status_code)$/;

/**
 * The objects of a JSON text that are records of their own: the entries of its lists, or the object itself. Undefined when the text is no JSON
 * that begins with an object or a list and holds nothing else.
 */
export function entriesOf(text: string): Span[] | undefined {
  const start = text.search(/[^\s\uFEFF]/);
  const first = text.charAt(start);
  if (first !== '{' && first !== '[') return undefined;
  const literal = readLiteral(text, start);
  const [root] = literal.groups;
  if (!root || !isJson(text, literal, root)) return undefined;
  const { groups, fields } = literal;
  const children = groups.map((): number[] => []);
  groups.forEach((group, index) => children[group.parent]?.push(index));
  const isEntry = groups.map(() => false);
  for (const { key, owner } of fields) if (key !== undefined && ENTRY_KEY.test(key)) isEntry[owner] = true;
  const found: Span[] = [];
  const holdsEntries = (index: number): boolean => groups[index]?.list === true && (children[index] ?? []).some((child) => groups[child]?.list === false && isEntry[child]);
  const visit = (index: number): void => {
    const group = groups[index];
    if (!group) return;
    const inner = children[index] ?? [];
    // A list of entries in an object makes it an envelope, unless it is an entry itself: then they are details.
    if (!group.list && (isEntry[index] || !inner.some(holdsEntries)) && !(group.parent < 0 && inner.some((child) => holdsEntries(child) && isLog(groups[child])))) {
      found.push({ start: group.start, end: group.end });
    } else inner.forEach(visit);
  };
  visit(0);
  return found;
}

const isLog = (group: Group | undefined): boolean => /^(?:logs|entries|records|events|items|hits|results|data|executions)$/i.test(group?.key ?? '');

function isJson(text: string, literal: Literal, root: Group): boolean {
  const rest = text.slice(literal.end);
  if (literal.closed ? !/^[\s,\]}]*$/.test(rest) : root.list) return false;
  return root.list ? literal.groups.length > 1 : /^\{\s*(?:"|\}|\/[/*])/.test(text.slice(root.start, root.start + 200));
}
