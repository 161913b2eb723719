import type { Product } from '../extension';

/** PlusAuth: Stop Finding Errors. */
export function cancelFind({ errors }: Product): void {
  errors.cancel();
}
