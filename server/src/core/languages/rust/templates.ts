import type { BranchForm, Style, Templates } from '../language';
import { BRACES } from '../layout';

const body = (lines: readonly string[], style: Style): string[] => lines.map((line) => (line === '' ? line : style.indent + line));
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
/** Statements as an expression; what marks a place to fill in stays. */
const bare = (lines: readonly string[]): string => lines.join(' ').replace(/;([\uE000\uE001]*)$/, '$1');

/** An arm: one expression, or a block of statements. */
const arm = (head: string, lines: readonly string[], style: Style, form: BranchForm = 'arm'): string[] =>
  lines.length === 1 && form !== 'braces' && !/^\s*(?:\/\/|$)/.test(lines[0] ?? '') ? [`${head} => ${bare(lines)},`] : [`${head} => {`, ...body(lines, style), '}'];

const givesResult = ({ results = [] }: Style): boolean => /\bResult\b/.test(results[0] ?? '');
/** What kind of error a function gives that can be made of a text; undefined where that is not known. */
function errorOf(style: Style): 'anyhow' | 'text' | undefined {
  const type = /\bResult\s*<[\s\S]*,\s*([^,]+)>\s*$/.exec(style.results?.[0] ?? '')?.[1];
  if (type !== undefined) return /\banyhow::Error\b/.test(type) ? 'anyhow' : /^(?:String|Box<dyn\b.*)$/s.test(type.trim()) ? 'text' : undefined;
  return givesResult(style) && speaks('anyhow', style) ? 'anyhow' : undefined;
}

const speaks = (macro: string, { document }: Style): boolean => new RegExp(`\\b${macro}\\b`).test(document);

/** Tells of an error where none can be given back; a panic is of any type. */
function report(value: string, style: Style): string {
  if (style.results?.length !== 0) return `panic!("unexpected PlusAuth error: {:?}", ${value});`;
  return `${speaks('tracing', style) ? 'tracing::error!' : speaks('log', style) && /\blog::/.test(style.document) ? 'log::error!' : 'eprintln!'}("unexpected PlusAuth error: {:?}", ${value});`;
}

export const templates: Templates = {
  layout: { ...BRACES, below: false, indent: '    ' },
  quotes: ['"'],
  literal: quoted,
  // The function's error is the same or made of it.
  rethrow: (value, style) => (givesResult(style) ? `return Err(${value}.into());` : report(value, style)),
  raise(message, expression, style) {
    const error = errorOf(style);
    if (error === undefined) return report(expression, style);
    const text = `${quoted(`${message.charAt(0).toLowerCase()}${message.slice(1)}{:?}`)}, ${expression}`;
    return error === 'anyhow' ? `return Err(anyhow::anyhow!(${text}));` : `return Err(format!(${text}).into());`;
  },
  guardedCase: (condition) => `_ if ${condition}`,
  caseTest: (literal, subject, sample) => (/^\s*(?:\|\s*)?Some\s*\(/.test(sample) ? `Some(${literal})` : wrapped(subject, literal)),
  switchCase: (tests, lines, style, form) => arm(tests.join(' | '), lines, style, form),
  switchOn: (subject, cases, style) => [`match ${subject} {`, ...body(cases, style), '}'],
  switchDefault: (lines, style, form) => arm('_', lines, style, form),
  elseIf: (test, lines, style) => [` else if ${test} {`, ...body(lines, style), '}'].join(style.eol),
  otherwise: (lines, style) => [' else {', ...body(lines, style), '}'].join(style.eol),
  when: (test, lines, style) => [`if ${test} {`, ...body(lines, style), '}'],
  both: (a, b) => `${a} && ${b}`,
  atLeast: (subject, status) => `${subject} >= ${status}`,
  callback: () => undefined,
  comment: (text) => `// ${text}`,
  leave: () => '',
  equals: (subject, literal) => `${subject} == ${wrapped(subject, literal)}`,
  isText: (expression) => (isOption(expression) ? `${expression}.is_some()` : `!${expression}.is_empty()`),
  noneOf: (subject, literals) => literals.map((literal) => `${subject} != ${wrapped(subject, literal)}`).join(' && '),
  tableEntry: (key, value, _style, sample) => {
    const name = key.startsWith('"') ? key : quoted(key);
    return sample.startsWith('(') ? `(${name}, ${value}),` : `${name} => ${value},`;
  },
  orElse: () => undefined,
  interpolate: (text, expression) => `format!(${quoted(`${text.replace(/[{}]/g, '$&$&')}{}`)}, ${expression})`,
  // A struct of the code's own: its name of the error is a text.
  field: (value, path) => `${[value, ...path].join('.')}${path.at(-1) === 'error' ? '.as_str()' : ''}`,
  // Where the body is no JSON, no name is found in it.
  bindBody: (name, value, path) => [`let ${name}: serde_json::Value = ${value}.${path.join('.')}().await.unwrap_or_default();`],
  answerField: (name, field) => `${name}["${field}"].as_str()`,
  onlyInstances: () => [],
  either: (tests) => tests.join(' || '),
  giveBack: (expression) => `return${expression && ` ${expression}`};`,
  waitFor: (expression) => `${expression}.await`,
  numeric: (expression) => expression,
  bindCaught: (head, param) => (/\(\s*_\s*\)/.test(head) ? head.replace(/\(\s*_\s*\)/, `(${param})`) : undefined),
  isAwaited: () => true,
  mayWait: (source) => /\basync\b/.test(source),
};

/** Expressions that give a text or nothing, as far as their last step tells. */
const isOption = (expression: string): boolean => /\.(?:as_deref|as_ref|get)\([^()]*\)$|\]\.as_str\(\)$/.test(expression);
const wrapped = (subject: string, literal: string): string => (isOption(subject) && !literal.startsWith('Some(') ? `Some(${literal})` : literal);
