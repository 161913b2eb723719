import type { BranchForm, Retry, Style, Templates } from '../language';
import { BRACES } from '../layout';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const quote = (text: string, style: Style): string => style.quote + text.replaceAll('\\', '\\\\').replaceAll(style.quote, `\\${style.quote}`) + style.quote;

function labelled(label: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] {
  if (form === 'line') return [`${label} ${lines.join(' ')}`];
  return form === 'braces' ? [`${label} {`, ...body(lines, style), '}'] : [label, ...body(lines, style)];
}

export const templates: Templates = {
  layout: BRACES,
  quotes: ["'", '"', '`'],
  literal: quote,
  rethrow: (value, style) => `throw ${value}${style.terminator}`,
  raise: (message, expression, style) => `throw new Error(${templates.interpolate(message, expression, style)})${style.terminator}`,
  switchCase: (tests, lines, style, form) => [...tests.slice(0, -1).map((test) => `case ${test}:`), ...labelled(`case ${tests.at(-1)}:`, lines, style, form)],
  switchOn: (subject, cases, style) => [`switch (${subject}) {`, ...body(cases, style), '}'],
  switchDefault: (lines, style, form) => labelled('default:', lines, style, form),
  elseIf: (test, lines, style) => [` else if (${test}) {`, ...body(lines, style), '}'].join(style.eol),
  otherwise: (lines, style) => [' else {', ...body(lines, style), '}'].join(style.eol),
  when: (test, lines, style, form) => labelled(`if (${test})`, lines, style, form === 'line' && lines.length === 1 ? 'line' : 'braces'),
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
  field: (value, path) => `${value}.${path.join('?.')}`,
  bindBody: (name, value, path, _opaque, style) => [`const ${name} = await ${value}.${path.join('?.')}()${style.terminator}`],
  onlyInstances: (value, type, style) => [`if (!(${value} instanceof ${type})) throw ${value}${style.terminator}`],
  either: (tests) => tests.join(' || '),
  giveBack: (expression, style) => `return${expression && ` ${expression}`}${style.terminator}`,
  waitFor: (expression) => `await ${expression}`,
  numeric: (expression) => `Number(${expression})`,
  retry: (retry, style) => again(retry, `let ${retry.failure} = ${retry.value}`, style),
  attempt: { open: 'try {', close: (param, handler, style) => [`} catch (${param}) {`, ...body(handler, style), '}'] },
  bindCaught: (head, param) => (head.includes('(') ? undefined : `${head} (${param})`),
  rejection: (param, handler, style) => [`.catch((${param}) => {`, ...body(handler, style), '})'],
  isAwaited: (before) => /\bawait\s*\(*\s*$/.test(before),
  mayWait: (source) => /^\s*async\b/.test(source),
};

/** The type of a value that holds only what lies on a path. */
const shape = (path: readonly string[], last: string): string => path.reduceRight((inner, field) => `{ ${field}?: ${inner} }`, last);

/** TypeScript: what is caught is of unknown type. */
export const typedTemplates: Templates = {
  ...templates,
  field: (value, path, opaque) => (opaque ? templates.field(`(${value} as ${shape(path, path.at(-1) === 'error' ? 'string' : 'unknown')})`, path, false) : templates.field(value, path, false)),
  bindBody(name, value, path, opaque, style) {
    const answer = shape(['error'], 'string');
    const holder = opaque ? `(${value} as ${shape(path.slice(0, -1), `{ ${path.at(-1)}(): Promise<unknown> }`)})` : value;
    return [`const ${name} = (await ${holder}.${path.join('?.')}()) as ${path.length > 1 ? `${answer} | undefined` : answer}${style.terminator}`];
  },
  retry: (retry, style) => again(retry, `let ${retry.failure}: unknown = ${retry.value}`, style),
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, start: string, style: Style): string[] {
  const end = style.terminator;
  return [
    `${start}${end}`,
    templates.comment(retry.caution),
    'for (let attempt = 1; ; attempt++) {',
    ...body(
      [
        `const transient = ${retry.transient}${end}`,
        `if (!transient || attempt > 4) throw ${retry.failure}${end}`,
        `await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(30_000, 500 * 2 ** attempt)))${end}`,
        'try {',
        ...body([...retry.body, ...(retry.leaves ? [] : [`break${end}`])], style),
        '} catch (next) {',
        ...body([`${retry.failure} = next${end}`], style),
        '}',
      ],
      style,
    ),
    '}',
  ];
}
