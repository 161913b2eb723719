import type { BranchForm, Retry, Style, Templates } from '../language';
import type { Layout } from '../layout';

const layout: Layout = { brackets: undefined, link: 'within', indented: false, flatCases: true, empty: '', closing: /^(?:end|else|elsif|when|in|rescue|ensure)\b/, ended: /;$/, indent: '  ' };

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const quoted = (text: string, quote: string): string => {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return quote + (quote === '"' ? escaped.replace(/#(?=[{@$])/g, '\\#') : escaped) + quote;
};

function headed(head: string, lines: readonly string[], style: Style, form: BranchForm = 'lines'): string[] {
  return form === 'line' && lines.length === 1 ? [`${head}${head === 'else' ? '' : ' then'} ${lines[0]}`] : [head, ...body(lines, style)];
}

/** Words as Ruby writes lists of them. */
function listed(literals: readonly string[]): string {
  if (literals.every((l) => /^(['"])\w+\1$/.test(l))) return `%w[${literals.map((l) => l.slice(1, -1)).join(' ')}]`;
  return literals.every((l) => /^:\w+$/.test(l)) ? `%i[${literals.map((l) => l.slice(1)).join(' ')}]` : `[${literals.join(', ')}]`;
}

/** From a value to a field: what a parsed body holds has keys. */
const read = (value: string, path: readonly string[], quote = "'"): string =>
  path.reduce((found, part, i) => ((i === 0 && /^answer\??$/.test(value)) || path[i - 1] === 'parsed_response' ? `${found}[${quote}${part}${quote}]` : `${found}.${part}`), value.replace(/\?$/, ''));

export const templates: Templates = {
  layout,
  quotes: ["'", '"'],
  literal: (name, style, sample = '') => (sample.startsWith(':') && !/^:["']/.test(sample) ? `:${name}` : quoted(name, style.quote)),
  rethrow: (value, _style, caught) => (caught ? 'raise' : `raise ${value}`),
  raise: (message, expression, style) => `raise ${templates.interpolate(message, expression, style)}`,
  guardedCase: (condition) => `_ if ${condition}`,
  switchCase: (tests, lines, style, form) => headed(tests[0]?.startsWith('_ if ') ? `in ${tests[0]}` : `when ${tests.join(', ')}`, lines, style, form),
  switchOn: (subject, cases) => [`case ${subject}`, ...cases, 'end'],
  switchDefault: (lines, style, form) => headed('else', lines, style, form),
  elseIf: (test, lines, style) => style.eol + [`elsif ${test}`, ...body(lines, style)].join(style.eol),
  otherwise: (lines, style) => style.eol + ['else', ...body(lines, style)].join(style.eol),
  when: (test, lines, style) => (test.startsWith('!') && !/ (?:&&|\|\|) /.test(test) ? [`unless ${test.slice(1)}`, ...body(lines, style), 'end'] : [`if ${test}`, ...body(lines, style), 'end']),
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  callback: (param, statement) => (param === '' ? `-> { ${statement} }` : `->(${param}) { ${statement} }`),
  comment: (text) => `# ${text}`,
  leave: () => '',
  equals: (subject, literal) => `${subject} == ${literal}`,
  noneOf: (subject, literals) => (literals.length === 1 ? `${subject} != ${literals[0]}` : `!${listed(literals)}.include?(${subject})`),
  tableEntry(key, value, style, sample) {
    const bare = key.replace(/^['":]|['"]$/g, '');
    if (/^\w+:/.test(sample)) return `${bare}: ${value},`;
    return sample.startsWith(':') ? `:${bare} => ${value},` : `${quoted(bare, /^['"]/.exec(sample)?.[0] ?? style.quote)} => ${value},`;
  },
  orElse: (expression, fallback) => `${expression} || ${fallback}`,
  interpolate: (text, expression) => `${quoted(text, '"').slice(0, -1)}#{${expression}}"`,
  field: (value, path, _opaque, style) => read(value, path, style?.quote),
  bindBody: (name, value, path) => `${name} = JSON.parse(${read(value, path)})`,
  onlyInstances: (value, type) => [`raise unless ${value}.is_a?(${type})`],
  either: (tests) => tests.join(' || '),
  giveBack: (expression) => `return${expression && ` ${expression}`}`,
  waitFor: (expression) => expression,
  numeric: (expression) => `${expression}.to_i`,
  retry: again,
  attempt: { open: 'begin', close: (param, handler, style, client) => [`rescue ${client.thrown?.type ?? 'StandardError'} => ${param}`, ...body(handler, style), 'end'] },
  bindCaught: (head, param) => (head.includes('=>') ? undefined : `${head} => ${param}`),
  isAwaited: () => true,
  mayWait: () => true,
};

/** Full jitter: waits that grow in the mean, and differ between callers that failed together. */
function again(retry: Retry, style: Style): string[] {
  return [
    `${retry.failure} = ${retry.value}`,
    templates.comment(retry.caution),
    '(1..).each do |attempt|',
    ...body(
      [
        `transient = ${retry.transient}`,
        `raise ${retry.failure} if !transient || attempt > 4`,
        '',
        'sleep(rand * [30, 0.5 * 2**attempt].min)',
        'begin',
        ...body([...retry.body, ...(retry.leaves ? [] : ['break'])], style),
        'rescue StandardError => latest',
        ...body([`${retry.failure} = latest`], style),
        'end',
      ],
      style,
    ),
    'end',
  ];
}
