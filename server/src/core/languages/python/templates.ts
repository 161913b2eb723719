import type { BranchForm, Retry, Style, Templates } from '../language';
import type { Layout } from '../layout';

const layout: Layout = { brackets: undefined, link: 'below', indented: true, empty: 'pass', closing: /(?!)/, ended: /;$/, indent: '    ' };

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const quoted = (text: string, quote: string): string => quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;

function headed(head: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] {
  return form === 'line' && lines.length === 1 ? [`${head}: ${lines[0]}`] : [`${head}:`, ...body(lines, style)];
}

/** A part of a value: a field of what a call gives is one of a mapping. */
function read(value: string, path: readonly string[], style?: Style): string {
  const quote = style?.quote ?? '"';
  return path.reduce((found, part, i) => (i > 0 && path[i - 1]?.endsWith('()') === true ? `${found}.get(${quote}${part}${quote})` : `${found}.${part}`), value);
}

export const templates: Templates = {
  layout,
  quotes: ['"', "'"],
  literal: (name, style) => quoted(name, style.quote),
  rethrow: (value, _style, caught) => (caught ? 'raise' : `raise ${value}`),
  raise: (message, expression, style) => `raise RuntimeError(${templates.interpolate(message, expression, style)})`,
  guardedCase: (condition) => `_ if ${condition}`,
  switchCase: (tests, lines, style, form) => headed(`case ${tests.join(' | ')}`, lines, style, form),
  switchOn: (subject, cases, style) => [`match ${subject}:`, ...body(cases, style)],
  switchDefault: (lines, style, form) => headed('case _', lines, style, form),
  elseIf: (test, lines, style) => style.eol + headed(`elif ${test}`, lines, style).join(style.eol),
  otherwise: (lines, style) => style.eol + headed('else', lines, style).join(style.eol),
  when: (test, lines, style, form) => headed(`if ${test}`, lines, style, form),
  both: (a, b) => `${a} and ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  // A function without a name holds an expression, and raising is none.
  callback: () => undefined,
  comment: (text) => `# ${text}`,
  leave: () => 'pass',
  equals: (subject, literal) => `${subject} == ${literal}`,
  noneOf: (subject, literals) => (literals.length === 1 ? `${subject} != ${literals[0]}` : `${subject} not in (${literals.join(', ')})`),
  tableEntry: (key, value, style, sample) => `${/^['"]/.test(key) ? key : quoted(key, /^['"]/.exec(sample)?.[0] ?? style.quote)}: ${value},`,
  orElse: (expression, fallback) => (/\.get\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(expression) ? `${expression.slice(0, -1)}, ${fallback})` : `${expression} or ${fallback}`),
  interpolate(text, expression, style) {
    // Until Python 3.12 an f-string cannot hold its own quote.
    const quote = expression.includes(style.quote) ? (style.quote === '"' ? "'" : '"') : style.quote;
    if (expression.includes(quote) || expression.includes('\\')) return `${quoted(text, style.quote)} + str(${expression})`;
    return `f${quoted(text.replace(/[{}]/g, '$&$&'), quote).slice(0, -1)}{${expression}}${quote}`;
  },
  field: (value, path, _opaque, style) => read(value, path, style),
  bindBody: (name, value, path) => `${name} = await ${read(value, path)}()`,
  onlyInstances: (value, type, style) => [`if not isinstance(${value}, ${type}):`, `${style.indent}raise`],
  either: (tests) => tests.join(' or '),
  giveBack: (expression) => `return${expression && ` ${expression}`}`,
  waitFor: (expression) => `await ${expression}`,
  numeric: (expression) => `int(${expression} or 0)`,
  retry: again,
  bindCaught: (head, param) => (/\bas\s+\w+$/.test(head) ? undefined : `${/^except\s*\*?$/.test(head) ? `${head} Exception` : head} as ${param}`),
  attempt: { open: 'try:', close: (param, handler, style, client) => [`except ${client.thrown?.type ?? 'Exception'} as ${param}:`, ...body(handler, style)] },
  rejection: () => [],
  isAwaited: () => true,
  mayWait: (source) => /^\s*async\b/.test(source),
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, style: Style): string[] {
  const waits = retry.body.some((line) => /\bawait\b/.test(line));
  return [
    waits ? 'import asyncio, itertools, random' : 'import itertools, random, time',
    '',
    `${retry.failure} = ${retry.value}`,
    templates.comment(retry.caution),
    'for attempt in itertools.count(1):',
    ...body(
      [
        `transient = ${retry.transient}`,
        'if not transient or attempt > 4:',
        ...body([`raise ${retry.failure}`], style),
        `${waits ? 'await asyncio' : 'time'}.sleep(random.uniform(0, min(30, 0.5 * 2**attempt)))`,
        'try:',
        ...body([...retry.body, ...(retry.leaves ? [] : ['break'])], style),
        'except Exception as latest:',
        ...body([`${retry.failure} = latest`], style),
      ],
      style,
    ),
  ];
}
