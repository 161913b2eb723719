import type { BranchForm, Retry, Style, Templates } from '../language';
import { BRACES } from '../layout';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const braced = (head: string, lines: readonly string[], style: Style): string[] => [`${head} {`, ...body(lines, style), '}'];
const escaped = (words: string, quote: string): string => words.replaceAll('\\', '\\\\').replaceAll('$', '\\$').replaceAll(quote, `\\${quote}`);
const text = (words: string, style: Style): string => style.quote + escaped(words, style.quote) + style.quote;

/** One expression: what a statement gives back or throws. */
const expression = (lines: readonly string[]): string => lines.join(' ').replace(/^(\uE000?)return\s+/, '$1').replace(/;(\uE001?)$/, '$1');

function labelled(label: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] {
  if (form === 'arm') return [`${label} => ${expression(lines)},`];
  if (form === 'line') return [`${label}: ${lines.join(' ')}`];
  return form === 'braces' ? braced(`${label}:`, lines, style) : [`${label}:`, ...body(lines, style)];
}

/** The steps to a part of an error: fields, then keys of what the server answered. */
function read(value: string, path: readonly string[]): string {
  if (path[0] === 'body') return `jsonDecode(${value}.body)${path.slice(1).map((key) => `['${key}']`).join('')}`;
  const data = path.indexOf('data');
  return path.reduce((code, step, i) => (data >= 0 && i > data ? `${code}['${step}']` : `${code}${i === 1 ? '?' : ''}.${step}`), value);
}

export const templates: Templates = {
  layout: BRACES,
  quotes: ["'", '"'],
  literal: text,
  rethrow: (value, _style, caught) => (caught ? 'rethrow;' : `throw ${value};`),
  raise: (message, value, style) => `throw StateError(${templates.interpolate(message, value, style)});`,
  guardedCase: (test) => `_ when ${test}`,
  switchCase: (tests, lines, style, form) =>
    form === 'arm' ? labelled(tests.join(' || '), lines, style, form) : [...tests.slice(0, -1).map((test) => `case ${test}:`), ...labelled(`case ${tests.at(-1)}`, lines, style, form)],
  switchOn: (subject, cases, style) => braced(`switch (${subject})`, cases, style),
  switchDefault: (lines, style, form) => labelled(form === 'arm' ? '_' : 'default', lines, style, form),
  elseIf: (test, lines, style) => ` ${braced(`else if (${test})`, lines, style).join(style.eol)}`,
  otherwise: (lines, style) => ` ${braced('else', lines, style).join(style.eol)}`,
  when: (test, lines, style, form) => (form === 'line' && lines.length === 1 ? [`if (${test}) ${lines[0]}`] : braced(`if (${test})`, lines, style)),
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  callback: (param, statement) => `(${param}) { ${statement} }`,
  shownWhen: (test, subject) => `if (${test.replace(`${subject} && `, `${subject} != null && `)}) Text('Unexpected error: \${${subject}}'),`,
  shownEnds: /^,/,
  shownElse: (test, subject, indent, inline, style) => {
    const shown = `else if (${test} != null) Text('Unexpected error: \${${subject}}')`;
    return inline ? ` ${shown}` : style.eol + indent + shown;
  },
  comment: (words) => `// ${words}`,
  leave: () => 'break;',
  equals: (subject, literal) => `${subject} == ${literal}`,
  noneOf: (subject, literals) => (literals.length === 1 ? `${subject} != ${literals[0]}` : `!{${literals.join(', ')}}.contains(${subject})`),
  tableEntry: (key, value, style) => `${/^['"]/.test(key) ? key : text(key, style)}: ${value},`,
  orElse: (value, fallback) => `${value} ?? ${fallback}`,
  // Other quotes than those around the whole are allowed within, and the same are in braces since Dart 2.
  interpolate: (words, value, style) => `${style.quote}${escaped(words, style.quote)}${/^[A-Za-z_]\w*$/.test(value) ? `$${value}` : `\${${value}}`}${style.quote}`,
  field: read,
  bindBody: (name, value) => `final ${name} = jsonDecode(${value}.body);`,
  onlyInstances: (value, type) => [`if (${value} is! ${type}) rethrow;`],
  either: (tests) => tests.join(' || '),
  nothing: 'null',
  giveBack: (value) => `return${value && ` ${value}`};`,
  waitFor: (value) => `await ${value}`,
  numeric: (value) => `(${value} ?? 0)`,
  retry: (retry, style) => again(retry, style),
  attempt: { open: 'try {', close: (param, handler, style, client) => braced(`} on ${client.thrown?.type ?? 'Exception'} catch (${param})`, handler, style) },
  bindCaught: (head, param) => (/\bcatch\s*\(_/.test(head) ? head.replace(/\bcatch\s*\(_+/, `catch (${param}`) : /^on\s+[\w.]+$/.test(head) ? `${head} catch (${param})` : undefined),
  rejection: (param, handler, style) => [`.catchError((${param}) {`, ...body(handler, style), '})'],
  isAwaited: (before) => /\bawait\s*\(*\s*$/.test(before),
  mayWait: (source) => /^[^{]*\basync\b/.test(source),
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, style: Style): string[] {
  return [
    `dynamic ${retry.failure} = ${retry.value};`,
    templates.comment(retry.caution),
    ...braced('for (var attempt = 1;; attempt++)', [
      `final transient = ${retry.transient};`,
      `if (!transient || attempt > 4) throw ${retry.failure};`,
      'final jitter = DateTime.now().microsecondsSinceEpoch % 1000 / 1000;',
      'await Future<void>.delayed(Duration(milliseconds: (500 * (1 << attempt) * jitter).round()));',
      'try {',
      ...body([...retry.body, ...(retry.leaves ? [] : ['break;'])], style),
      ...braced('} catch (next)', [`${retry.failure} = next;`], style),
    ], style),
  ];
}
