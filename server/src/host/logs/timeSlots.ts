import { timeIn } from '../../core/logs/time';
import type { ReadOptions } from '../../core/logs';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const CLOCK = String.raw`\d\d:\d\d:\d\d`;
const ZONE = String.raw`(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)(?![\w:]))?`;
/** ISO with its relatives, Apache's form, syslog's. The groups: up to the minute, the seconds, their fraction, the zone. */
const FORMS = new RegExp(
  String.raw`(?<![\d.:])(?:(?:\d{4}-\d\d-\d\d[T _]|\d\d/${MONTH}/\d{4}:)${CLOCK}(?:[.,]\d{1,9})?${ZONE}|${MONTH} {1,2}\d{1,2} ${CLOCK}(?:[.,]\d{1,9})?(?! \d{4}))(?![\d:])`,
  'g',
);
const EPOCH = /(?<![\d.])(?:\d{10}|\d{13})(?![\d.])/g;
/** Anything in which some reading may see a time of day. */
const CLOCKS = /\d:\d\d|\dT\d{2}/g;
const FRACTION = /^.*?\d\d:\d\d:\d\d[.,](\d+)/;

/** Where in a line that equals a template its time stands. */
export class TimeSlot {
  readonly #minuteEnd: number;
  readonly #fraction: number;
  readonly #zone: number;
  /** The bytes and the value of the minute read last: lines come in the order of time, mostly. */
  readonly #known: Uint8Array;
  #minute: number | undefined;

  private constructor(
    readonly start: number,
    readonly length: number,
    readonly epoch: boolean,
    sample: string,
    private readonly options: ReadOptions,
  ) {
    this.#minuteEnd = epoch ? 0 : sample.search(/:\d\d(?:[^\d:]|$)/);
    this.#fraction = epoch ? 0 : (FRACTION.exec(sample)?.[1]?.length ?? 0);
    this.#zone = epoch ? 0 : this.#minuteEnd + 3 + (this.#fraction === 0 ? 0 : this.#fraction + 1);
    this.#known = new Uint8Array(length);
  }

  /** The clocks of a line, and undefined when it holds a time of day in another form. Offsets count bytes: the line is Latin letters up to the last one. */
  static clocks(line: string, options: ReadOptions): TimeSlot[] | undefined {
    const slots = [...line.matchAll(FORMS)].map(({ index, 0: text }) => new TimeSlot(index, text.length, false, text, options));
    const covered = ({ index }: RegExpExecArray): boolean => slots.some(({ start, length }) => start <= index && index < start + length);
    return [...line.matchAll(CLOCKS)].every(covered) ? slots : undefined;
  }

  static epochs(line: string, options: ReadOptions): TimeSlot[] {
    return [...line.matchAll(EPOCH)].map(({ index, 0: text }) => new TimeSlot(index, text.length, true, text, options));
  }

  /** Milliseconds since the epoch, of a time of this form that stands at `start`; undefined for what is no time. */
  read(bytes: Buffer, start: number): number | undefined {
    if (this.epoch) {
      let value = 0;
      for (let at = start; at < start + this.length; at++) value = value * 10 + bytes[at] - 48;
      const time = this.length === 10 ? value * 1000 : value;
      return time >= 1e12 && time < 1e13 ? time : undefined;
    }
    const second = (bytes[start + this.#minuteEnd + 1] - 48) * 10 + bytes[start + this.#minuteEnd + 2] - 48;
    if (second > 60) return undefined;
    let fraction = 0;
    for (let digit = 0; digit < 3; digit++) fraction = fraction * 10 + (digit < this.#fraction ? bytes[start + this.#minuteEnd + 4 + digit] - 48 : 0);
    if (!this.#isKnown(bytes, start)) {
      bytes.copy(this.#known, 0, start, start + this.length);
      const time = timeIn(bytes.toString('latin1', start, start + this.length), this.options);
      this.#minute = time === undefined ? undefined : time - second * 1000 - fraction;
    }
    return this.#minute === undefined ? undefined : this.#minute + second * 1000 + fraction;
  }

  /** What was read is not used again: the options are others now. */
  forget(): void {
    this.#known.fill(0);
  }

  #isKnown(bytes: Buffer, start: number): boolean {
    // The first letters change last.
    for (let at = this.#minuteEnd - 1; at >= 0; at--) if (bytes[start + at] !== this.#known[at]) return false;
    for (let at = this.#zone; at < this.length; at++) if (bytes[start + at] !== this.#known[at]) return false;
    return true;
  }
}
