/** What the core uses of WebAssembly, which is wherever JavaScript is, but not in its library. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>;
  function compile(bytes: Uint8Array): Promise<Module>;
  class Module {
    private readonly module: never;
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Record<string, unknown>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}

/** Built from the .as file of the same name by the bundler's plugin in scripts/assemblyScript.mjs. */
declare module '*.wasm' {
  const bytes: Uint8Array;
  export default bytes;
}
