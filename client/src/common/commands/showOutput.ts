import type { Product } from '../extension';

/** PlusAuth: Show Output */
export function showOutput({ output }: Product): void {
  output.show();
}
