declare module 'lucene' {
  /** @throws for what is no query */
  export function parse(query: string): unknown;
}
