import type { Cell, KindTally } from '../../core/logs/tally';
import type { Counted, LogScanner } from '../scan/logScanner';
import type { Together } from './reader';
import type { TimeForm, TimeSlot } from './timeSlots';

/** Knows which of a scanner's clocks, cells and groups stand for which times, cells and kinds of errors, and hands over what the scanner counts. */
export class Counts {
  readonly #clocks = new Map<TimeForm | number, number>();
  readonly #cells = new Map<Cell, number>();
  readonly #groups = new Map<KindTally, number>();
  readonly #kinds: KindTally[] = [];
  readonly #open = new Set<number>();

  constructor(
    private readonly scanner: LogScanner,
    private readonly together: Together,
  ) {}

  /** How the scanner is to count lines that are one event of a cell, with their time in a slot; undefined when it cannot. */
  countedBy(cell: Cell, slot: TimeSlot): Counted | undefined {
    if (cell.event.contradicts) return undefined;
    const counted = { clock: this.#clock(slot), cell: this.#cell(cell), group: this.#group(cell.kind) };
    return counted.clock < 0 || counted.cell < 0 || counted.group < 0 ? undefined : counted;
  }

  #clock({ form, length }: TimeSlot): number {
    const key = form ?? length;
    let clock = this.#clocks.get(key);
    if (clock === undefined) this.#clocks.set(key, (clock = form ? this.scanner.addClock(form.form) : this.scanner.addEpoch(length)));
    return clock;
  }

  #cell(cell: Cell): number {
    let index = this.#cells.get(cell);
    if (index === undefined) this.#cells.set(cell, (index = this.scanner.addCell()));
    return index;
  }

  #group(kind: KindTally): number {
    let group = this.#groups.get(kind);
    if (group === undefined) {
      this.#groups.set(kind, (group = this.scanner.addGroup()));
      if (group >= 0) this.#kinds[group] = kind;
    }
    return group;
  }

  /** Says that a line was told that may be counted: its group is opened when it may be, its clock is set by the time just read. */
  told({ clock, group }: Counted, cell: Cell, { form }: TimeSlot): void {
    if (!this.#open.has(group)) {
      if (!this.together.settled(cell)) return;
      this.scanner.openGroup(group);
      this.#open.add(group);
    }
    const last = form?.last;
    if (last) this.scanner.setClock(clock, last.bytes, last.minute);
  }

  /** Takes a minute that is over. */
  minute(group: number, minute: number, events: number): void {
    const kind = this.#kinds[group];
    if (kind) this.together.addMinute(kind, minute, events);
  }

  /** Takes all that was counted. */
  finish(): void {
    for (const [cell, index] of this.#cells) {
      const events = index < 0 ? 0 : this.scanner.takeCell(index);
      if (events > 0) this.together.addMany(cell, events);
    }
    this.#kinds.forEach((kind, group) => {
      const { first, last, minute, events } = this.scanner.takeGroup(group);
      if (events > 0) this.together.addMinute(kind, minute, events);
      if (first <= last) this.together.addRange(kind, first, last);
    });
  }
}
