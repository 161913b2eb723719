import type { BranchForm, Retry, Style, Templates } from '../language';
import { BRACES } from '../layout';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const braced = (head: string, lines: readonly string[], style: Style): string[] => [...opened(head, style), ...body(lines, style), '}'];
const opened = (head: string, style: Style): string[] => (style.bracesBelow ? [head, '{'] : [`${head} {`]);
const text = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** One expression: what a statement gives back or throws. */
const expression = (lines: readonly string[]): string => lines.join(' ').replace(/^(\uE000?)return\s+/, '$1').replace(/;(\uE001?)$/, '$1');

function labelled(label: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] {
  if (form === 'arm') return [`${label} => ${expression(lines)},`];
  if (form === 'line') return [`${label}: ${lines.join(' ')}`];
  return form === 'braces' ? braced(`${label}:`, lines, style) : [`${label}:`, ...body(lines, style)];
}

/** What makes a catch clause for the errors of a kind of client. */
const EXCEPTION = 'Exception';

export const templates: Templates = {
  layout: { ...BRACES, below: true, indent: '    ' },
  quotes: ['"'],
  literal: text,
  rethrow: (value, _style, caught) => (caught ? 'throw;' : `throw ${value};`),
  raise: (message, value, style) => `throw new InvalidOperationException(${templates.interpolate(message, value, style)});`,
  guardedCase: (condition, form) => `${form === 'arm' ? '_' : 'var _'} when ${condition}`,
  switchCase: (tests, lines, style, form) =>
    form === 'arm' ? labelled(tests.join(' or '), lines, style, form) : [...tests.slice(0, -1).map((test) => `case ${test}:`), ...labelled(`case ${tests.at(-1)}`, lines, style, form)],
  switchOn: (subject, cases, style) => braced(`switch (${subject})`, cases, style),
  switchDefault: (lines, style, form) => labelled(form === 'arm' ? '_' : 'default', lines, style, form),
  elseIf: (test, lines, style) => (style.bracesBelow ? style.eol : ' ') + braced(`else if (${test})`, lines, style).join(style.eol),
  otherwise: (lines, style) => (style.bracesBelow ? style.eol : ' ') + braced('else', lines, style).join(style.eol),
  when: (test, lines, style, form) => (form === 'line' && lines.length === 1 ? [`if (${test}) ${lines[0]}`] : braced(`if (${test})`, lines, style)),
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${templates.numeric(subject)} >= ${status}`,
  callback: (param, statement) => `${param === '' ? '()' : param} => { ${statement} }`,
  comment: (words) => `// ${words}`,
  leave: () => 'break;',
  equals: (subject, literal) => `${subject} == ${literal}`,
  noneOf: (subject, literals) => `${subject} is not ${literals.length === 1 ? literals[0] : `(${literals.join(' or ')})`}`,
  tableEntry(name, value, _style, sample) {
    const key = name.startsWith('"') ? name : text(name);
    return sample.startsWith('{') ? `{ ${key}, ${value} },` : `[${key}] = ${value},`;
  },
  orElse: (value, fallback) => `${value} ?? ${fallback}`,
  // Quotes within the braces are an error before C# 11, and a colon or `??` wants parentheses.
  interpolate: (words, value) => (/["\\]/.test(value) ? `${text(words)} + ${value}` : `$${text(words.replace(/[{}]/g, '$&$&')).slice(0, -1)}{${/[:?]/.test(value) ? `(${value})` : value}}"`),
  field: (value, path) => (path.length === 1 && path[0] === 'error' && /^answer\??$/.test(value) ? `(string?)answer?["error"]` : `${value}.${path.map((p) => p.charAt(0).toUpperCase() + p.slice(1)).join('?.')}`),
  bindBody(name, value, path) {
    const type = 'System.Text.Json.Nodes.JsonNode';
    if (path.at(-1) === 'Parse') return `var ${name} = ${type}.Parse(${value}.Content ?? "{}");`;
    return `var ${name} = await ${value}.${path.join('.')}<${type}>();`;
  },
  onlyInstances: (value, type) => [`if (${value} is not ${type}) throw;`],
  either: (tests) => tests.join(' || '),
  nothing: 'null',
  giveBack: (value) => `return${value && ` ${value}`};`,
  waitFor: (value) => `await ${value}`,
  numeric: (value) => `(int)${value}`,
  retry: (retry, style) => again(retry, style),
  attempt: {
    open: (style) => opened('try', style).join('\n'),
    close(param, handler, style, client) {
      const clause = `catch (${client.thrown?.type ?? EXCEPTION} ${param})`;
      return style.bracesBelow ? ['}', ...braced(clause, handler, style)] : braced(`} ${clause}`, handler, style);
    },
  },
  bindCaught: (head, param) => (head === 'catch' ? `catch (${EXCEPTION} ${param})` : /^catch \([\w.]+\)$/.test(head) ? head.replace(/\)$/, ` ${param})`) : undefined),
  rejection: () => [],
  isAwaited: (before) => /\bawait\s*\(*\s*$/.test(before),
  mayWait: (source) => /\basync\b/.test(source.split('{')[0] ?? ''),
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, style: Style): string[] {
  return [
    `dynamic ${retry.failure} = ${retry.value};`,
    templates.comment(retry.caution),
    ...braced('for (var attempt = 1; ; attempt++)', [
      `var transient = ${retry.transient};`,
      `if (!transient || attempt > 4) throw ${retry.failure};`,
      'await Task.Delay(TimeSpan.FromSeconds(Random.Shared.NextDouble() * Math.Min(30, 0.5 * Math.Pow(2, attempt))));',
      ...braced('try', [...retry.body, ...(retry.leaves ? [] : ['break;'])], style),
      ...braced(`catch (${EXCEPTION} next)`, [`${retry.failure} = next;`], style),
    ], style),
  ];
}
