/** More than this is not handed over as arguments of one call, of which V8 takes some 100,000. */
const MOST_ARGUMENTS = 1000;

/** Puts some items in place of `gone` others of a list from an index on; in contrast to `splice` any number of them. */
export function replaceItems<T>(list: T[], from: number, gone: number, fresh: readonly T[]): void {
  if (fresh.length <= MOST_ARGUMENTS) {
    list.splice(from, gone, ...fresh);
    return;
  }
  const rest = list.slice(from + gone);
  list.length = from;
  for (const item of fresh) list.push(item);
  for (const item of rest) list.push(item);
}
