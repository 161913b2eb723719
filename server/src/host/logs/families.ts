import type { LogRecord, Otherwise } from '../../core/logs';
import type { Cell } from '../../core/logs/tally';
import { kinOf, type Kin } from './kin';
import type { TimeSlot } from './timeSlots';

/** So many are remembered. */
const MOST_FAMILIES = 1024;
/** A list of objects, which may be entries. */
const LIST = /\[\s*\{/;

/** What a line says, of which a template is made. */
export interface Said {
  /** Where its times stand: offsets in the line with placeholders. */
  readonly places: readonly number[];
  readonly cells: readonly Cell[];
  /** Whether the first of `clocks` is the events' time. */
  readonly timed: boolean;
  readonly clocks: readonly TimeSlot[];
}

/** What lines that are kin say. */
interface Family {
  /** In the key. */
  readonly places: readonly number[];
  readonly timed: boolean;
  readonly clocks: readonly TimeSlot[];
  /** Undefined where it is not sure what is said for another error. */
  readonly otherwise: Otherwise | undefined;
  /** By name and status, of lines read as text and of those that follow from them. */
  readonly cells: Map<string, readonly Cell[]>;
}

const errorOf = ({ name, status }: Kin): string => `${name} ${status?.value}`;

/** Knows lines by their kin: one that was read as text tells what those say that differ in their error, and in words that mean nothing. */
export class Families {
  readonly #families = new Map<string, Family>();

  /** @param cellOf what stands for the event of a record; undefined when it is not counted */
  constructor(private readonly cellOf: (record: LogRecord) => Cell | undefined) {}

  /**
   * Remembers a line that was read as text.
   * @param masked with placeholders
   * @param original where a place of the masked line stands in `line`
   */
  add(masked: string, line: string, { places, cells, timed, clocks }: Said, otherwise: Otherwise | undefined, original: (place: number) => number): void {
    // Of what is not told the times are not known.
    if (cells.length === 0 || this.#families.size >= MOST_FAMILIES) return;
    const kin = kinOf(masked);
    if (!kin || (kin.silent && (LIST.test(line) || !isJson(line))) || (kin.status && otherwise?.statusAt !== original(kin.status.at))) return;
    const inKey = places.flatMap((place) => kin.inKey(place) ?? []);
    if (inKey.length === places.length) this.#families.set(kin.key, { places: inKey, timed, clocks, otherwise, cells: new Map([[errorOf(kin), cells]]) });
  }

  /** What a line says because one of its kin was read. */
  find(masked: string): Said | undefined {
    const kin = this.#families.size > 0 ? kinOf(masked) : undefined;
    const family = kin && this.#families.get(kin.key);
    if (!family) return undefined;
    let cells = family.cells.get(errorOf(kin));
    if (!cells) {
      if (!family.otherwise) return undefined;
      cells = family.otherwise.read(kin.name, kin.status?.value).flatMap((record) => this.cellOf(record) ?? []);
      family.cells.set(errorOf(kin), cells);
    }
    return { places: family.places.map((place) => kin.inLine(place)), cells, timed: family.timed, clocks: family.clocks };
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
