import { setFlagsFromString } from 'node:v8';

/** The version of V8 whose optimizing compiler takes up to 3 GB for the lexers of some grammars, and those after it. */
const GREEDY = 13;
let done = false;

/**
 * Has grammars compiled by V8's baseline compiler alone: a little slower to run, and small. Must be called before the first
 * one is compiled; what was compiled before keeps both compilers. V8's own switch for this works on the command line only.
 */
export function compileLightly(): void {
  if (done || Number.parseInt(process.versions.v8, 10) < GREEDY) return;
  done = true;
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--no-wasm-tier-up');
}
