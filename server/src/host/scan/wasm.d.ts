/** Built from scanner.as by the bundler's plugin in scripts/scanner.mjs. */
declare module '*/scanner.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
