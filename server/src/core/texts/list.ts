/** `a`, `b` and `c`, each as code. */
export function codeList(items: readonly (string | number)[], and: string): string {
  const quoted = items.map((item) => `\`${item}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${and} ${last}`;
}
