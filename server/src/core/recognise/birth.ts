import type { Idioms } from '../languages';
import type { Code, Declaration } from '../model/code';
import { contains, type Span } from '../model/span';
import { isErrorName, isResponseName, type Resolver, type Subject } from './subject';

/** Where a value comes into being, and whether it may tell of a success there. */
export interface Birth {
  /** The clause or declaration; undefined where the value exists from the start of the code. */
  readonly span: Span | undefined;
  readonly success: boolean;
}

export function birthOf(subject: Subject, region: Code, idioms: Idioms): Birth {
  const { binding } = subject;
  const span = binding && contains(region, binding.declaration) && binding.kind !== 'param' ? binding.declaration : undefined;
  if (binding?.kind === 'param') return { span, success: isResponseName(binding.name) && !isErrorName(binding.name) && !isRejection(subject, idioms) };
  return { span, success: binding?.kind === 'variable' && (idioms.errorsAreValues === true || !isErrorName(binding.name) || binding.path.length > 0) };
}

/** The value is the argument of a function that only failures reach. */
function isRejection({ binding }: Subject, idioms: Idioms): boolean {
  const callee = binding?.call?.callee;
  if (callee?.kind === 'name') return idioms.rejection.has(callee.name);
  return callee?.kind === 'member' && (idioms.rejection.has(callee.property) || (callee.property === 'then' && binding?.call?.args[1] === binding?.owner));
}

/** Whether a value gets its name within what a statement begins with: `if (await read() is { } error)`, `for (const error of errors)`. */
export function isBornIn(code: Code, birth: Span | undefined): boolean {
  if (birth === undefined) return false;
  if (code.kind === 'loop') return code.head.some((head) => contains(head, birth));
  const head = code.kind === 'if' ? code.test : code.kind === 'switch' ? code.subject : code.kind === 'expression' ? code.expression : undefined;
  return head !== undefined && contains(head, birth);
}

/** `err = call()`: the variable that was born at `birth` holds another call's error from here on; what is open still has to go somewhere. */
export function renews(code: Code, birth: Span | undefined, resolver: Resolver, carries: (value: Code) => boolean): boolean {
  if (code.kind !== 'assignment' || code.target.kind !== 'name' || code.value.kind !== 'call' || !birth || carries(code.value)) return false;
  const binding = resolver.scope.find(code.target.name, code.start);
  return binding?.declaration.start === birth.start && binding.declaration.end === birth.end;
}

/** Whether a declaration, or one of the several results that it binds, is where a value comes into being. */
export const isBirth = ({ separate, pattern, start, end }: Declaration, birth: Span | undefined): boolean =>
  birth !== undefined && (separate ? pattern.fields.map((f) => f.pattern) : [{ start, end }]).some((s) => s.start === birth.start && s.end === birth.end);
