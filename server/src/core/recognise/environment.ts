import type { Code, RecordLiteral } from '../model/code';
import type { Span } from '../model/span';

/** A table or list declared at the top of a file; spans count from the start of the unit that declares it. */
export interface Declared {
  readonly unit: number;
  readonly name: string;
  readonly nameSpan: Span;
  readonly code: Code;
}

/** What the units of a document know of each other. Nothing in it depends on where in the text a unit stands. */
export interface Environment {
  /** Constants and enum members by (qualified) name: `NOT_FOUND`, `Codes.NOT_FOUND`. */
  readonly constants: ReadonlyMap<string, string | number>;
  /** Top-level declarations with a literal collection or function as value. */
  readonly declared: ReadonlyMap<string, Declared>;
  /** Names bound to something of PlusAuth's: imports, clients, fields. */
  readonly plusAuth: ReadonlySet<string>;
  /** Names bound to something of another vendor's. */
  readonly foreign: ReadonlySet<string>;
  /** The document itself names PlusAuth, or its project does, or the user said so. */
  readonly fileSpeaks: boolean;
}

/** The values of a record literal that are constants, by key. */
export function constantsOf(record: RecordLiteral): [string, string | number][] {
  return record.entries.flatMap((entry): [string, string | number][] =>
    entry.key !== undefined && (entry.value?.kind === 'string' || entry.value?.kind === 'number') ? [[entry.key, entry.value.value]] : [],
  );
}
