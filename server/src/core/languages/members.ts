import type { Members } from '../syntax/seams';

/** Comments of lines above something, and what is indented behind them. */
const REMARKS = String.raw`(?:\/\/[^\n]*\r?\n[ \t]*)*`;
const DOCUMENTED = String.raw`\/\*\*|\/\/\/`;

/** A function whose type stands in front of its name, which no statement begins like. */
export const TYPED_FUNCTION = String.raw`(?!(?:return|await|throw|new|else|assert|yield|case|goto|using|lock|in|is|as|final|var|const|late)\b)[\w.<>?,\[\]]+(?:[ \t]+[\w.<>?,\[\]]+)*[ \t]+\w+(?:<[^\n()]*>)?\(`;

/** Members between braces; `begin` matches what only members begin with, beside documentation. */
export const membersInBraces = (type: string, begin: string, open: string): Members => ({
  type, end: String.raw`\}[;)]*`, begin: `${REMARKS}(?:${DOCUMENTED}|${begin})`, leave: String.raw`^\}[^\n]*\n(?:[ \t]*\r?\n)*`, frame: [`${open} {\n`, '}\n'],
});

/** Words in front of another, in any order. */
export const words = (...list: readonly string[]): string => `(?:(?:${list.join('|')})[ \\t]+)*`;
