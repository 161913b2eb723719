import type { Value, View } from './view';

/** Last parts of expressions that hold an error's name. */
const NAME = /^error_?(?:name|code|key|type)?$|^_?error$/i;

/** Whether an expression is an error's name, by how it is written and where it comes from, before it is compared with any. */
export function isNameValue(value: Value | undefined, view: View): boolean {
  if (!value || value.origin === 'foreign') return false;
  const parts = value.subject.segments.filter((s) => !s.endsWith('()'));
  const last = parts.at(-1);
  if (value.origin !== 'plusauth' && !view.environment.fileSpeaks) return false;
  // The SDK's error carries its name as message, too.
  if (value.origin === 'plusauth' && last === 'message') return true;
  return NAME.test(last ?? '') || (last === undefined && /^error_?(?:name|code|key|type)$/i.test(value.subject.root));
}
