import type { BranchForm, Style, Templates } from '../language';
import { BRACES } from '../layout';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const labelled = (label: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] => (form === 'line' ? [`${label} ${lines.join('; ')}`] : [label, ...body(lines, style)]);
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** Texts of errors begin in lower case, by custom: they are joined to others. */
const errorText = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
/** Whether a file imports a package of the standard library. */
const imports = (name: string, { document }: Style): boolean => new RegExp(`^(?:import\\s+|\\s*)"${name}"`, 'm').test(document);

const NUMBERS = /^(?:u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune|uintptr|time\.Duration)$/;

/** A value of a type that says nothing. */
function zero(type: string): string {
  if (/^(?:[*[]|map\b|chan\b|func\b|interface\b)/.test(type) || type === 'error' || type === 'any') return type.startsWith('[') && !type.startsWith('[]') ? `${type}{}` : 'nil';
  if (type === 'string') return '""';
  if (type === 'bool') return 'false';
  return NUMBERS.test(type) ? '0' : `*new(${type})`;
}

/** Whether the last of the results is an error. */
const givesError = ({ results = [] }: Style): boolean => results.at(-1) === 'error';
const give = (error: string, { results = [] }: Style): string => `return ${[...results.slice(0, -1).map(zero), error].join(', ')}`;

/** Tells of an error where none can be given back. */
function report(value: string, style: Style): string {
  if (style.results?.length === 1 && style.results[0] === 'string') return `return ${templates.interpolate('Unexpected PlusAuth error: ', value, style)}`;
  if ((style.results ?? []).length > 0) return `panic(${value})`;
  if (imports('log/slog', style)) return `slog.Error("unexpected PlusAuth error", "error", ${value})`;
  return imports('log', style) ? `log.Printf("unexpected PlusAuth error: %v", ${value})` : `panic(${value})`;
}

export const templates: Templates = {
  layout: { ...BRACES, below: false, flatCases: true, indent: '\t' },
  quotes: ['"', '`', "'"],
  literal: quoted,
  rethrow: (value, style) => (givesError(style) ? give(value, style) : report(value, style)),
  raise(message, expression, style) {
    if (!givesError(style)) return report(expression, style);
    return imports('fmt', style) ? give(`fmt.Errorf(${quoted(`${errorText(message)}%v`)}, ${expression})`, style) : `panic(${expression})`;
  },
  switchCase: (tests, lines, style, form) => labelled(`case ${tests.join(', ')}:`, lines, style, form),
  switchOn: (subject, cases) => [`switch ${subject} {`, ...cases, '}'],
  switchDefault: (lines, style, form) => labelled('default:', lines, style, form),
  elseIf: (test, lines, style) => [` else if ${test} {`, ...body(lines, style), '}'].join(style.eol),
  otherwise: (lines, style) => [' else {', ...body(lines, style), '}'].join(style.eol),
  when: (test, lines, style) => [`if ${test} {`, ...body(lines, style), '}'],
  both: (a, b) => `${/\|\|/.test(a) ? `(${a})` : a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  // A function's signature has to be that of the table's values.
  callback: () => undefined,
  comment: (text) => `// ${text}`,
  leave: () => 'break',
  equals: (subject, literal) => `${subject} == ${literal}`,
  isError: (value) => `${value} != nil`,
  isText: (expression) => `${expression} != ""`,
  noneOf: (subject, literals) => literals.map((literal) => `${subject} != ${literal}`).join(' && '),
  tableEntry: (key, value) => `${key.startsWith('"') ? key : quoted(key)}: ${value},`,
  orElse: (expression, fallback, style) => (imports('cmp', style) ? `cmp.Or(${expression}, ${fallback})` : undefined),
  interpolate: (text, expression, style) => (imports('fmt', style) ? `fmt.Sprintf(${quoted(`${text.replaceAll('%', '%%')}%v`)}, ${expression})` : `${quoted(text)} + string(${expression})`),
  field: (value, path) => [value, ...path.map(capital)].join('.'),
  bindBody: (name, value, path, _opaque, style) => [
    `var ${name} struct {`,
    ...body(['Error string `json:"error"`'], style),
    '}',
    ...templates.when(`err := json.NewDecoder(${templates.field(value, path, false)}).Decode(&${name}); err != nil`, [templates.rethrow('err', style)], style),
  ],
  onlyInstances: () => [],
  either: (tests) => tests.join(' || '),
  giveBack: (expression) => `return${expression && ` ${expression}`}`,
  waitFor: (expression) => expression,
  numeric: (expression) => expression,
  bindCaught: () => undefined,
  isAwaited: () => true,
  mayWait: () => true,
};
