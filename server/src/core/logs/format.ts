import type { Facts } from './facts';

/** One way to write a record. */
export interface Format {
  readonly name: string;
  /** Reads a record into `facts`; false when it is not of this format, and then nothing was collected. */
  read(text: string, facts: Facts): boolean;
}
