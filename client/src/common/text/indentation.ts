/**
 * Takes the indentation of the line a snippet is inserted in off the snippet's further lines, because VS Code adds it to them.
 * Text in which a further line has less of it stays as it is.
 */
export function withoutIndentation(snippet: string, indentation: string): string {
  if (indentation === '') return snippet;
  const [first = '', ...rest] = snippet.split('\n');
  if (!rest.every((line) => line.trim() === '' || line.startsWith(indentation))) return snippet;
  return [first, ...rest.map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))].join('\n');
}
