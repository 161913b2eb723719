import type { BranchForm, Retry, Style, Templates } from '../language';
import { BRACES } from '../layout';
import { accessPath } from '../jvm';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));

function labelled(label: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] {
  if (form === 'line') return [`${label}: ${lines.join(' ')}`];
  if (form === 'arm') return arm(label, lines, style);
  return form === 'braces' ? [`${label}: {`, ...body(lines, style), '}'] : [`${label}:`, ...body(lines, style)];
}

/** Behind an arrow stands one expression, a `throw` or a block. */
function arm(label: string, lines: readonly string[], style: Style): string[] {
  const [only = ''] = lines;
  const single = lines.length === 1 && /^\s*throw\b|^[^\s;{}]*$/.test(only.replace(/[\uE000\uE001]/g, ''));
  return single ? [`${label} -> ${only}`] : [`${label} -> {`, ...body(lines, style), '}'];
}

const isNumber = (literal: string): boolean => /^\d+$/.test(literal);
/** An expression whose operators would bind less than a method call. */
const operand = (expression: string): string => (/^[\w.()"$]+$|^[\w.]+\(.*\)$/s.test(expression) ? expression : `(${expression})`);

export const templates: Templates = {
  layout: { ...BRACES, indent: '    ' },
  quotes: ['"'],
  literal: (name) => `"${name.replace(/["\\]/g, '\\$&')}"`,
  rethrow: (value) => `throw ${value};`,
  raise: (message, expression, style) => `throw new IllegalStateException(${templates.interpolate(message, expression, style)});`,
  guardedCase: (condition) => `var other when ${condition}`,
  switchCase: (tests, lines, style, form) => labelled(`case ${tests.join(', ')}`, lines, style, form),
  switchOn: (subject, cases, style) => [`switch (${subject}) {`, ...body(cases, style), '}'],
  switchDefault: (lines, style, form) => labelled('default', lines, style, form),
  elseIf: (test, lines, style) => [` else if (${test}) {`, ...body(lines, style), '}'].join(style.eol),
  otherwise: (lines, style) => [' else {', ...body(lines, style), '}'].join(style.eol),
  when: (test, lines, style, form) => (form === 'line' && lines.length === 1 ? [`if (${test}) ${lines[0]}`] : [`if (${test}) {`, ...body(lines, style), '}']),
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  callback: (param, statement) => `${param === '' ? '()' : param} -> { ${statement} }`,
  comment: (text) => `// ${text}`,
  leave: () => 'break;',
  equals: (subject, literal) => (literal.startsWith('"') ? `${literal}.equals(${subject})` : `${subject} == ${literal}`),
  noneOf(subject, literals) {
    if (literals.length > 1) return `!java.util.Set.of(${literals.join(', ')}).contains(${subject})`;
    const [only = ''] = literals;
    return isNumber(only) || !only.startsWith('"') ? `${subject} != ${only}` : `!${only}.equals(${subject})`;
  },
  tableEntry: (key, value, _, sample) => (/^[\w.]*[eE]ntry[\w<>]*\s*\(/.test(sample) ? `${sample.slice(0, sample.indexOf('('))}(${key}, ${value}),` : /^put\s*\(/.test(sample) ? `put(${key}, ${value});` : `${key}, ${value},`),
  orElse(expression, fallback) {
    const lookup = /^(.*)\.get\((.*)\)$/s.exec(expression);
    return lookup ? `${lookup[1]}.getOrDefault(${lookup[2]}, ${fallback})` : `java.util.Objects.requireNonNullElse(${expression}, ${fallback})`;
  },
  interpolate: (text, expression, style) => `${templates.literal(text, style)} + ${operand(expression)}`,
  field: (value, path) => accessPath(value, path, (step) => (/[(]/.test(step) ? `.${step}` : `.get${step.charAt(0).toUpperCase()}${step.slice(1)}()`)),
  bindBody: (name, value, path) => `var ${name} = ${templates.field(value, path, false)};`,
  onlyInstances: (value, type) => [`if (!(${value} instanceof ${type})) throw ${value};`],
  either: (tests) => tests.join(' || '),
  nothing: 'null',
  giveBack: (expression) => `return${expression && ` ${expression}`};`,
  waitFor: (expression) => expression,
  numeric: (expression) => expression,
  retry: again,
  attempt: { open: 'try {', close: (param, handler, style, client) => [`} catch (${client.thrown?.type ?? 'RuntimeException'} ${param}) {`, ...body(handler, style), '}'] },
  // A clause without a variable does not exist.
  bindCaught: () => undefined,
  rejection: (param, handler, style) => [`.exceptionally(${param} -> {`, ...body(handler, style), '})'],
  isAwaited: () => true,
  mayWait: () => true,
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, style: Style): string[] {
  return [
    `var ${retry.failure} = ${retry.value};`,
    templates.comment(retry.caution),
    'for (int attempt = 1; ; attempt++) {',
    ...body(
      [
        `if (attempt > 4 || !(${retry.transient})) throw ${retry.failure};`,
        'java.util.concurrent.locks.LockSupport.parkNanos((long) (Math.random() * Math.min(30_000, 500 << attempt)) * 1_000_000);',
        'try {',
        ...body([...retry.body, ...(retry.leaves ? [] : ['break;'])], style),
        `} catch (${retry.type ?? 'RuntimeException'} next) {`,
        ...body([`${retry.failure} = next;`], style),
        '}',
      ],
      style,
    ),
    '}',
  ];
}
