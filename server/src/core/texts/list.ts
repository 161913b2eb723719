/** `a`, `b` and `c`, each as code in markdown. */
export const codeList = (items: readonly (string | number)[], and: string): string => joined(items.map((item) => `\`${item}\``), and);

/** 'a', 'b' and 'c', for plain text. */
export const plainList = (items: readonly (string | number)[], and: string): string => joined(items.map((item) => `'${item}'`), and);

function joined(quoted: string[], and: string): string {
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${and} ${last}`;
}
