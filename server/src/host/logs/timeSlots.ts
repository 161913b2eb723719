import { timeIn } from '../../core/logs/time';
import type { ReadOptions } from '../../core/logs';
import { latin1 } from '../bytes';
import type { ClockForm } from '../scan/logScanner';

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
/** Letters that stand before the clock in one of the forms, at most. */
const LONGEST_DATE = 24;
const FRACTION = /^.*?\d\d:\d\d:\d\d[.,](\d+)/;

const MINUTE = 60_000;

/** A way to write a time, which many lines share: the minute read last is the one that comes next, mostly. */
export class TimeForm {
  readonly #minuteEnd: number;
  readonly #fraction: number;
  readonly #zone: number;
  readonly #known: Uint8Array;
  /** What the known bytes stand for, without the seconds; NaN when they are no time. */
  #minute = Number.NaN;

  constructor(
    readonly length: number,
    sample: string,
    private readonly options: ReadOptions,
  ) {
    this.#minuteEnd = sample.search(/:\d\d(?:[^\d:]|$)/);
    this.#fraction = FRACTION.exec(sample)?.[1]?.length ?? 0;
    this.#zone = this.#minuteEnd + 3 + (this.#fraction === 0 ? 0 : this.#fraction + 1);
    this.#known = new Uint8Array(length);
  }

  /** Milliseconds since the epoch of the time at `start`; NaN for what is no time. */
  read(bytes: Uint8Array, start: number): number {
    const seconds = start + this.#minuteEnd;
    const second = bytes[seconds + 1] * 10 + bytes[seconds + 2] - 528;
    if (second > 60) return Number.NaN;
    const digits = this.#fraction;
    const fraction = digits === 0 ? 0 : (bytes[seconds + 4] - 48) * 100 + (digits > 1 ? (bytes[seconds + 5] - 48) * 10 : 0) + (digits > 2 ? bytes[seconds + 6] - 48 : 0);
    const rest = second * 1000 + fraction;
    if (!this.#isKnown(bytes, start)) {
      const written = bytes.subarray(start, start + this.length);
      this.#known.set(written);
      this.#minute = (timeIn(latin1(written), this.options) ?? Number.NaN) - rest;
    }
    return this.#minute + rest;
  }

  #isKnown(bytes: Uint8Array, start: number): boolean {
    const known = this.#known;
    // The first letters change last.
    for (let at = this.#minuteEnd - 1; at >= 0; at--) if (bytes[start + at] !== known[at]) return false;
    for (let at = this.#zone; at < this.length; at++) if (bytes[start + at] !== known[at]) return false;
    return true;
  }

  get form(): ClockForm {
    return { length: this.length, seconds: this.#minuteEnd + 1, fraction: this.#fraction, zone: this.#zone };
  }

  /** The bytes of the time read last, and its minute since the epoch; undefined when that was no time. */
  get last(): { readonly bytes: Uint8Array; readonly minute: number } | undefined {
    const minute = this.#minute / MINUTE;
    return Number.isInteger(minute) && minute >= 0 ? { bytes: this.#known, minute } : undefined;
  }

  forget(): void {
    this.#known.fill(0);
  }
}

/** Seconds or milliseconds since the epoch; NaN for what is no time. */
function readEpoch(bytes: Uint8Array, start: number, length: number): number {
  let value = 0;
  for (let at = start; at < start + length; at++) value = value * 10 + bytes[at] - 48;
  const time = length === 10 ? value * 1000 : value;
  return time >= 1e12 && time < 1e13 ? time : Number.NaN;
}

/** Where in a line that equals a template a time stands. */
export class TimeSlot {
  constructor(
    readonly start: number,
    readonly length: number,
    /** Undefined for a number since the epoch. */
    readonly form: TimeForm | undefined,
  ) {}

  /** Milliseconds since the epoch of the time of this form at `start`; NaN for what is no time. */
  read(bytes: Uint8Array, start: number): number {
    return this.form ? this.form.read(bytes, start) : readEpoch(bytes, start, this.length);
  }
}

/** Finds the times of lines, and knows the forms that came before. */
export class TimeForms {
  readonly #forms = new Map<string, TimeForm>();

  constructor(private readonly options: ReadOptions) {}

  /** The clocks of a line, and undefined when it holds a time of day in another form. Offsets count letters of the line, which was read byte by byte. */
  clocks(line: string): TimeSlot[] | undefined {
    const slots: TimeSlot[] = [];
    CLOCKS.lastIndex = 0;
    for (let clock = CLOCKS.exec(line), end = 0; clock; clock = CLOCKS.exec(line)) {
      FORMS.lastIndex = Math.max(end, clock.index - LONGEST_DATE);
      const found = FORMS.exec(line);
      if (!found || found.index > clock.index) return undefined;
      const { index, 0: text } = found;
      CLOCKS.lastIndex = end = index + text.length;
      if (end <= clock.index) return undefined;
      const shape = text.replace(/\d/g, '0');
      let form = this.#forms.get(shape);
      if (!form) this.#forms.set(shape, (form = new TimeForm(text.length, text, this.options)));
      slots.push(new TimeSlot(index, text.length, form));
    }
    return slots;
  }

  epochs(line: string): TimeSlot[] {
    return [...line.matchAll(EPOCH)].map(({ index, 0: text }) => new TimeSlot(index, text.length, undefined));
  }

  /** What was read is not used again: the options are others now. */
  forget(): void {
    for (const form of this.#forms.values()) form.forget();
  }
}
