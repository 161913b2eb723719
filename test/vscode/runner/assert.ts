/** The part of `node:assert/strict` that the suites use, for the host that has no Node. The build puts it in place there. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
  }
}

type Message = string | Error | undefined;

function refuse(message: Message, own: string, actual?: unknown, expected?: unknown): never {
  throw message instanceof Error ? message : new AssertionError(message === undefined ? own : `${message}: ${own}`, actual, expected);
}

const show = (value: unknown): string => (value instanceof RegExp ? String(value) : (JSON.stringify(value) ?? String(value)));

const isPlain = (value: object): boolean => Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

/** @throws TypeError on what is neither a primitive, an array nor a plain object, for it is not looked into */
function equals(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  for (const value of [a, b]) if (!isPlain(value)) throw new TypeError(`Only plain data can be compared here, not ${Object.prototype.toString.call(value)}.`);
  const keys = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equals((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

const assert = {
  ok: (value: unknown, message?: Message) => void (value || refuse(message, `${show(value)} is not true`)),
  equal: (actual: unknown, expected: unknown, message?: Message) => void (Object.is(actual, expected) || refuse(message, `${show(actual)} is not ${show(expected)}`, actual, expected)),
  notEqual: (actual: unknown, expected: unknown, message?: Message) => void (!Object.is(actual, expected) || refuse(message, `it is ${show(actual)}`)),
  deepEqual: (actual: unknown, expected: unknown, message?: Message) => void (equals(actual, expected) || refuse(message, `${show(actual)} is not ${show(expected)}`, actual, expected)),
  match: (text: string, pattern: RegExp, message?: Message) => void (pattern.test(text) || refuse(message, `${show(text)} does not match ${show(pattern)}`, text, pattern)),
  doesNotMatch: (text: string, pattern: RegExp, message?: Message) => void (!pattern.test(text) || refuse(message, `${show(text)} matches ${show(pattern)}`, text, pattern)),
  fail: (message?: Message): never => refuse(message, 'failed'),
};

export default assert;
