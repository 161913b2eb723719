import type { BranchForm, Retry, Style, Templates } from '../language';
import { BRACES } from '../layout';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const quote = (text: string, style: Style): string => {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(style.quote, `\\${style.quote}`);
  return style.quote + (style.quote === '"' ? escaped.replaceAll('$', '\\$') : escaped) + style.quote;
};
/** A name of the code model as a variable. */
const variable = (value: string): string => (/^\w/.test(value) ? `$${value}` : value);
/** Concatenation binds tighter than what an expression may hold. */
const operand = (expression: string): string => (/\?\?|\?[^-]|\s(?:and|or|xor|\W+)\s/.test(expression) ? `(${expression})` : expression);
/** What stands in an arm is an expression. */
const expressionOf = (lines: readonly string[]): string => lines.join(' ').replace(/;\s*$/, '');

function labelled(label: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] {
  if (form === 'line') return [`${label} ${lines.join(' ')}`];
  return form === 'braces' ? [`${label} {`, ...body(lines, style), '}'] : [label, ...body(lines, style)];
}

/** From a value to a field: methods and properties, and the keys of a decoded body. */
function reach(value: string, path: readonly string[]): string {
  const steps = path.reduce((written, step, i) => {
    const previous = path[i - 1] ?? '';
    if (previous === 'json()') return written.replace(/json\(\)$/, `json('${step}')`);
    if (previous.startsWith('toArray')) return `${written}['${step}']`;
    return `${written}${i === 0 ? '->' : '?->'}${step}`;
  }, variable(value.replace(/\?$/, '')));
  const decoded = value.endsWith('?') || path.some((step) => step.startsWith('toArray'));
  return decoded ? `${steps} ?? null` : steps;
}

export const templates: Templates = {
  layout: { ...BRACES, below: false, indent: '    ' },
  quotes: ["'", '"'],
  literal: quote,
  rethrow: (value) => `throw ${variable(value)};`,
  raise: (message, expression, style) => `throw new \\RuntimeException(${templates.interpolate(message, expression, style)});`,
  switchCase: (tests, lines, style, form) =>
    form === 'arm' ? [`${tests.join(', ')} => ${expressionOf(lines)},`] : [...tests.slice(0, -1).map((test) => `case ${test}:`), ...labelled(`case ${tests.at(-1)}:`, lines, style, form)],
  switchOn: (subject, cases, style) => [`switch (${subject}) {`, ...body(cases, style), '}'],
  switchDefault: (lines, style, form) => (form === 'arm' ? [`default => ${expressionOf(lines)},`] : labelled('default:', lines, style, form)),
  elseIf: (test, lines, style) => [` elseif (${test}) {`, ...body(lines, style), '}'].join(style.eol),
  otherwise: (lines, style) => [' else {', ...body(lines, style), '}'].join(style.eol),
  when: (test, lines, style, form) => labelled(`if (${test})`, lines, style, form === 'line' && lines.length === 1 ? 'line' : 'braces'),
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  callback: (param, statement) => `fn (${param === '' ? '' : variable(param)}) => ${expressionOf([statement])}`,
  comment: (text) => `// ${text}`,
  leave: () => 'break;',
  equals: (subject, literal) => `${/\?\?/.test(subject) ? `(${subject})` : subject} === ${literal}`,
  noneOf: (subject, literals) => (literals.length === 1 ? `${/\?\?/.test(subject) ? `(${subject})` : subject} !== ${literals[0]}` : `!in_array(${subject}, [${literals.join(', ')}], true)`),
  tableEntry: (key, value, style) => `${/^['"]/.test(key) ? key : quote(key, style)} => ${value},`,
  orElse: (expression, fallback) => `${expression} ?? ${fallback}`,
  interpolate: (text, expression, style) => `${quote(text, style)} . ${operand(expression)}`,
  field: (value, path) => reach(value, path),
  // Only an exception that came with a response has a body.
  bindBody: (name, value, path, opaque) => {
    const decoded = `json_decode((string) ${reach(value, path)})`;
    return `$${name} = ${opaque ? `${variable(value)} instanceof \\GuzzleHttp\\Exception\\RequestException ? ${decoded} : null` : decoded};`;
  },
  onlyInstances: (value, type, style) => [`if (!${variable(value)} instanceof ${type}) {`, ...body([`throw ${variable(value)};`], style), '}'],
  either: (tests) => tests.join(' || '),
  nothing: 'null',
  giveBack: (expression) => `return${expression && ` ${expression}`};`,
  waitFor: (expression) => expression,
  numeric: (expression) => `(int) ${expression}`,
  retry: again,
  attempt: { open: 'try {', close: (param, handler, style) => [`} catch (\\Throwable ${variable(param)}) {`, ...body(handler, style), '}'] },
  bindCaught: (head, param) => (head.includes('$') ? undefined : head.replace(/\s*\)$/, ` ${variable(param)})`)),
  rejection: (param, handler, style) => [`->otherwise(function (${variable(param)}) {`, ...body(handler, style), '})'],
  isAwaited: () => true,
  mayWait: () => true,
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, style: Style): string[] {
  const latest = variable(retry.failure);
  return [
    `${latest} = ${variable(retry.value)};`,
    templates.comment(retry.caution),
    'for ($attempt = 1; ; $attempt++) {',
    ...body(
      [
        `$transient = ${retry.transient};`,
        'if (!$transient || $attempt > 4) {',
        ...body([`throw ${latest};`], style),
        '}',
        'usleep(random_int(0, min(30_000, 500 * 2 ** $attempt) * 1000));',
        'try {',
        ...body([...retry.body, ...(retry.leaves ? [] : ['break;'])], style),
        '} catch (\\Throwable $next) {',
        ...body([`${latest} = $next;`], style),
        '}',
      ],
      style,
    ),
    '}',
  ];
}
