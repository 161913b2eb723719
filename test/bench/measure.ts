/** The value in the middle of some; `share` 0.95 gives the one that 95 % do not exceed. */
export function percentile(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs each of some things in turn, again and again, so that what disturbs the machine disturbs all of them; milliseconds of each. */
export async function interleaved<Name extends string>(rounds: number, things: Readonly<Record<Name, (round: number) => Promise<number>>>): Promise<Record<Name, number[]>> {
  const names = Object.keys(things) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    // Nobody is always first.
    for (let index = 0; index < names.length; index++) {
      const name = names[(index + round) % names.length];
      times[name].push(await things[name](round));
    }
  }
  return times;
}

/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly product: string;
  readonly peer: string;
  readonly ratio?: number;
  /** What the ratio, or `value`, must not exceed. */
  readonly bound: string;
  readonly holds: boolean;
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

/** A row that compares medians. `most`: what the product may take, in times of the peer's. */
export function compared(what: string, product: readonly number[], peerName: string, peer: readonly number[], most: number): Row {
  const [ours, theirs] = [percentile(product), percentile(peer)];
  const ratio = ours / theirs;
  return { what, product: milliseconds(ours), peer: `${peerName} ${milliseconds(theirs)}`, ratio, bound: `≤ ${most} ×`, holds: ratio <= most };
}

export function markdownTable(rows: readonly Row[]): string {
  return [
    '| What | PlusAuth Errors | Peer | Ratio | Bound | |',
    '|---|---|---|---|---|---|',
    ...rows.map(({ what, product, peer, ratio, bound, holds }) => `| ${what} | ${product} | ${peer} | ${ratio === undefined ? '' : ratio.toFixed(2)} | ${bound} | ${holds ? 'holds' : '**exceeded**'} |`),
  ].join('\n');
}
