import type { Code, SwitchCase } from '../model/code';
import { span, type Span } from '../model/span';

/** What a case of a switch is written with. */
export interface CasePattern {
  /** It takes whatever comes: a default, `_`, `var x`. */
  readonly takesAll: boolean;
  /** The constants of a pattern that is nothing but constants; undefined for any other. */
  readonly constants: readonly Code[] | undefined;
  /** The pattern as a condition on the subject. */
  readonly condition: () => Code;
  readonly guard: Code | undefined;
}

/** Types of the parts of an answer: asking for one of them only says how the part is read. */
export const isPlainType = (type: string): boolean => /^(?:string|String|int|num|double|bool|object|Object|dynamic|Map|JsonElement|JsonNode|JObject|JToken)\b/.test(type);

/** Conditions that must all hold. */
export const allOf = (parts: readonly Code[], where: Span): Code =>
  parts.reduce((left, right) => ({ kind: 'logical', start: where.start, end: where.end, op: 'and', left, right }));

/** What each case says of the subject: constants to compare it with or, where one has another pattern, conditions. */
export function casesOf(parts: readonly CasePattern[], subject: Code): { readonly patterns: boolean; readonly tests: readonly Pick<SwitchCase, 'tests' | 'isDefault' | 'guard'>[] } {
  if (subject.kind !== 'list' && parts.every((p) => p.takesAll || p.constants !== undefined)) {
    return { patterns: false, tests: parts.map((p) => ({ tests: p.takesAll ? [] : (p.constants ?? []), isDefault: p.takesAll && !p.guard, guard: p.guard })) };
  }
  const tests = parts.map(({ takesAll, condition, guard }) => {
    if (takesAll) return { tests: guard ? [guard] : [], isDefault: !guard, guard: undefined };
    const test = condition();
    return { tests: [guard ? allOf([test, guard], span(test.start, guard.end)) : test], isDefault: false, guard: undefined };
  });
  return { patterns: true, tests };
}
