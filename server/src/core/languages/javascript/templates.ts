import type { Style, Templates } from '../language';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => style.indent + line);
const quote = (text: string, style: Style): string => style.quote + text.replaceAll('\\', '\\\\').replaceAll(style.quote, `\\${style.quote}`) + style.quote;

export const templates: Templates = {
  quotes: ["'", '"', '`'],
  literal: quote,
  rethrow: (value, style) => `throw ${value}${style.terminator}`,
  raise: (message, expression, style) => `throw new Error(${templates.interpolate(message, expression, style)})${style.terminator}`,
  switchCase: (tests, lines, style) => [...tests.map((test) => `case ${test}:`), ...body(lines, style)],
  switchOn: (subject, cases, style) => [`switch (${subject}) {`, ...body(cases, style), '}'],
  switchDefault: (lines, style) => ['default:', ...body(lines, style)],
  elseIf: (test, lines, style) => [` else if (${test}) {`, ...body(lines, style), '}'].join(style.eol),
  otherwise: (lines, style) => [' else {', ...body(lines, style), '}'].join(style.eol),
  when: (test, lines, style) => [`if (${test}) {`, ...body(lines, style), '}'],
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  callback: (param, statement) => `(${param}) => { ${statement} }`,
  shownWhen: (test, subject) => `{${test} && <p>Unexpected error: {${subject}}</p>}`,
  comment: (text) => `// ${text}`,
  leave: (style) => `break${style.terminator}`,
  equals: (subject, literal) => `${subject} === ${literal}`,
  noneOf: (subject, literals) => (literals.length === 1 ? `${subject} !== ${literals[0]}` : `![${literals.join(', ')}].includes(${subject})`),
  tableEntry: (key, value) => `${/^[a-z_$][\w$]*$/i.test(key) ? key : `'${key}'`}: ${value},`,
  orElse: (expression, fallback) => `${expression} ?? ${fallback}`,
  interpolate: (text, expression) => `\`${text.replace(/[`\\$]/g, '\\$&')}\${${expression}}\``,
};
