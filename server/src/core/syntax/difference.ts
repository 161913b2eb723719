import type { Change } from '../model/document';

/** The one change that makes `after` of `before`: what lies between the beginning and the end that both share. */
export function difference(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  const start = shared(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = shared(most - start, (from, to) => before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from));
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}

/** The greatest length up to `most` to which two texts are the same, by halves: slices compare faster than characters. */
function shared(most: number, same: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (same(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
