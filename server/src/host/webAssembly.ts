import { setFlagsFromString } from 'node:v8';

/** Grammars with lexers so large that optimizing them costs more than it will ever give back, in bytes: Kotlin's, Swift's, C#'s, Ruby's. */
const LARGE = 2_000_000;
/** By name, as long as the process lives: V8 gives whoever compiles the same bytes again the code that is there. */
const compiled = new Map<string, WebAssembly.Module>();

/**
 * Must be called with an asset before it is compiled. A large grammar is compiled here and now by V8's baseline compiler, and stays so: its
 * optimizing one would spend many seconds on such a lexer and, on Node 24, 3 GB. Whatever else is compiled is optimized as ever.
 */
export function prepareFor(name: string, bytes: Uint8Array): void {
  if (bytes.length < LARGE || compiled.has(name)) return;
  // All functions at once: one compiled at its first call would be as the switches are by then.
  setFlagsFromString('--no-wasm-lazy-compilation');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--no-wasm-tier-up');
  try {
    compiled.set(name, new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>));
  } catch {
    // No grammar: whoever loads it says so.
  } finally {
    setFlagsFromString('--wasm-tier-up');
    setFlagsFromString('--wasm-dynamic-tiering');
    setFlagsFromString('--wasm-lazy-compilation');
  }
}
