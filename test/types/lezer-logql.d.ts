/** What the tests use of it. Declared here, so that types can be checked where it is not installed yet. */
declare module '@grafana/lezer-logql' {
  export const parser: { parse(text: string): { iterate(visitor: { enter(node: { readonly name: string }): void }): void } };
}
