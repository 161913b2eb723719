import type { BranchForm, Retry, Style, Templates } from '../language';
import { BRACES } from '../layout';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

function labelled(label: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] {
  if (form === 'line') return [`${label} ${lines.join('; ')}`];
  return form === 'braces' ? [`${label} {`, ...body(lines, style), '}'] : [label, ...body(lines, style)];
}

/** From a value to a field of it that may be missing. */
const reach = (value: string, path: readonly string[]): string => [value, ...path].join('.').replaceAll('?.', '.').replace(/\./g, (dot, at: number, whole: string) => (whole.slice(0, at).includes('.') ? '?.' : dot));

export const templates: Templates = {
  layout: { ...BRACES, below: false, fullCases: true, indent: '    ', ended: /[};)\w"\]]$/ },
  quotes: ['"'],
  literal: quote,
  rethrow: (value) => `throw ${value}`,
  raise: (message, expression, style) => `fatalError(${templates.interpolate(message, expression, style)})`,
  guardedCase: (condition) => `_ where ${condition}`,
  switchCase: (tests, lines, style, form) => labelled(`case ${tests.join(', ')}:`, lines, style, form),
  // Cases stand below the word that opens them.
  switchOn: (subject, cases) => [`switch ${subject} {`, ...cases, '}'],
  switchDefault: (lines, style, form) => labelled('default:', lines, style, form),
  elseIf: (test, lines, style) => [` else if ${test} {`, ...body(lines, style), '}'].join(style.eol),
  otherwise: (lines, style) => [' else {', ...body(lines, style), '}'].join(style.eol),
  when: (test, lines, style) => labelled(`if ${test}`, lines, style, 'braces'),
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  callback: (param, statement) => (param === '' ? `{ ${statement} }` : `{ ${param} in ${statement} }`),
  comment: (text) => `// ${text}`,
  leave: () => 'break',
  equals: (subject, literal) => `${subject} == ${literal}`,
  noneOf: (subject, literals) => (literals.length === 1 ? `${subject} != ${literals[0]}` : `![${literals.join(', ')}].contains(${subject})`),
  tableEntry: (key, value) => `${key.startsWith('"') ? key : quote(key)}: ${value},`,
  orElse: (expression, fallback) => `${expression} ?? ${fallback}`,
  interpolate: (text, expression) => `"${text.replace(/[\\"]/g, '\\$&')}\\(${expression})"`,
  field: (value, path) => reach(value, path),
  bindBody: (name, value, path) => `let ${name} = ${reach(value, path)}`,
  onlyInstances: (value, type, style) => [`guard let ${value} = ${value} as? ${type} else {`, ...body([`throw ${value}`], style), '}'],
  either: (tests) => tests.join(' || '),
  giveBack: (expression) => `return${expression && ` ${expression}`}`,
  nothing: 'nil',
  waitFor: (expression) => `try await ${expression}`,
  numeric: (expression) => `(${expression} ?? 0)`,
  retry: again,
  attempt: { open: 'do {', close: (_, handler, style) => ['} catch {', ...body(handler, style), '}'] },
  bindCaught: () => undefined,
  rejection: (param, handler, style) => [`.catch { ${param} in`, ...body(handler, style), '}'],
  isAwaited: (before) => /\bawait\s*\(*\s*$/.test(before),
  mayWait: (source) => /\basync\b/.test(source),
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, style: Style): string[] {
  return [
    `var ${retry.failure} = ${retry.value}`,
    templates.comment(retry.caution),
    'for attempt in 1... {',
    ...body(
      [
        `let transient = ${retry.transient}`,
        `guard transient, attempt <= 4 else { throw ${retry.failure} }`,
        'try await Task.sleep(nanoseconds: UInt64.random(in: 0...(min(30_000, 500 << UInt64(attempt)) * 1_000_000)))',
        'do {',
        ...body([...retry.body, ...(retry.leaves ? [] : ['break'])], style),
        '} catch let next {',
        ...body([`${retry.failure} = next`], style),
        '}',
      ],
      style,
    ),
    '}',
  ];
}
