import { createHash } from 'node:crypto';

/** What of a finding stays when its lines move: its rule and the line it stands in, without its white space. */
interface Place {
  readonly code: string;
  readonly line: string;
}

/**
 * Gives each finding of a file a name that survives moved lines: equal ones are told apart by their order.
 * 16 hexadecimal digits; the file's path is no part of it.
 */
export function fingerprints(findings: readonly Place[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, line }) => {
    const what = `${code}\n${line.replace(/\s+/g, ' ').trim()}`;
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return createHash('sha256').update(`${what}\n${count}`).digest('hex').slice(0, 16);
  });
}
