/** Built from the .as file of the same name by the bundler's plugin in scripts/assemblyScript.mjs. */
declare module '*canner.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
