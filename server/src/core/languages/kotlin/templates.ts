import { accessPath } from '../jvm';
import type { BranchForm, Retry, Style, Templates } from '../language';
import { BRACES } from '../layout';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));

/** An entry of a `when`: one statement or a block behind the arrow. */
function entry(label: string, lines: readonly string[], style: Style, form: BranchForm = 'arm'): string[] {
  const [only = ''] = lines;
  const single = lines.length === 1 && form !== 'braces' && only.replace(/[\uE000\uE001]/g, '').trim() !== '' && !/^[\uE000\uE001\s]*\/\//.test(only);
  return single ? [`${label} -> ${only}`] : [`${label} -> {`, ...body(lines, style), '}'];
}

export const templates: Templates = {
  layout: { ...BRACES, indent: '    ' },
  quotes: ['"'],
  literal: (name) => `"${name.replace(/["\\$]/g, '\\$&')}"`,
  rethrow: (value) => `throw ${value}`,
  raise: (message, expression, style) => `error(${templates.interpolate(message, expression, style)})`,
  // In an entry on a value stands the value alone.
  guardedCase: (condition) => / == (.+)$/.exec(condition)?.[1] ?? condition,
  switchCase: (tests, lines, style, form) => entry(tests.join(', '), lines, style, form),
  switchOn: (subject, cases, style) => [`when (${subject}) {`, ...body(cases, style), '}'],
  switchDefault: (lines, style, form) => entry('else', lines, style, form),
  elseIf: (test, lines, style) => [` else if (${test}) {`, ...body(lines, style), '}'].join(style.eol),
  otherwise: (lines, style) => [' else {', ...body(lines, style), '}'].join(style.eol),
  when: (test, lines, style, form) => (form === 'line' && lines.length === 1 ? [`if (${test}) ${lines[0]}`] : [`if (${test}) {`, ...body(lines, style), '}']),
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  callback: (param, statement) => (param === '' ? `{ ${statement} }` : `{ ${param} -> ${statement} }`),
  comment: (text) => `// ${text}`,
  leave: () => '',
  equals: (subject, literal) => `${subject} == ${literal}`,
  noneOf: (subject, literals) => (literals.length === 1 ? `${subject} != ${literals[0]}` : `${subject} !in setOf(${literals.join(', ')})`),
  tableEntry: (key, value) => `${key} to ${value},`,
  orElse: (expression, fallback) => `${expression} ?: ${fallback}`,
  interpolate: (text, expression) => `"${text.replace(/["\\$]/g, '\\$&')}${/^[A-Za-z_]\w*$/.test(expression) ? `$${expression}` : `\${${expression}}`}"`,
  field: (value, path) => accessPath(value, path, (step) => `.${step}`),
  bindBody: (name, value, path) => `val ${name} = ${templates.field(value, path, false)}`,
  onlyInstances: (value, type) => [`if (${value} !is ${type}) throw ${value}`],
  either: (tests) => tests.join(' || '),
  nothing: 'null',
  giveBack: (expression) => `return${expression && ` ${expression}`}`,
  waitFor: (expression) => expression,
  numeric: (expression) => expression,
  retry: again,
  attempt: { open: 'try {', close: (param, handler, style, client) => [`} catch (${param}: ${client.thrown?.type ?? 'Exception'}) {`, ...body(handler, style), '}'] },
  // A clause without a variable does not exist.
  bindCaught: () => undefined,
  rejection: (param, handler, style) => [`.onFailure { ${param} ->`, ...body(handler, style), '}'],
  isAwaited: () => true,
  mayWait: () => true,
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, style: Style): string[] {
  return [
    `var ${retry.failure}${retry.type === undefined ? '' : `: ${retry.type}`} = ${retry.value}`,
    templates.comment(retry.caution),
    'for (attempt in 1..Int.MAX_VALUE) {',
    ...body(
      [
        `if (attempt > 4 || !(${retry.transient})) throw ${retry.failure}`,
        'Thread.sleep((0..minOf(30_000L, 500L shl attempt)).random())',
        'try {',
        ...body([...retry.body, ...(retry.leaves ? [] : ['break'])], style),
        `} catch (next: ${retry.type ?? 'Exception'}) {`,
        ...body([`${retry.failure} = next`], style),
        '}',
      ],
      style,
    ),
    '}',
  ];
}
