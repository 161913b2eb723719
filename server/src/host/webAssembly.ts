import { setFlagsFromString } from 'node:v8';

/** Grammars with lexers so large that optimizing them costs more than it will ever give back, in bytes: Kotlin's, Swift's, C#'s. */
const LARGE = 3_000_000;
let done = false;

/**
 * Must be called with a grammar before it is compiled. From a large one on, V8 compiles with its baseline compiler alone: its
 * optimizing one would spend many seconds on such a lexer and, on Node 24, 3 GB. What runs slower by it stays fast enough for typing.
 * V8's own option for this works on the command line only, these two do at any time.
 */
export function prepareFor(grammar: Uint8Array): void {
  if (done || grammar.length < LARGE) return;
  done = true;
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--no-wasm-tier-up');
}
