import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from './args';
import { fingerprints } from './fingerprint';
import type { FileReport } from './report';

const VERSION = 1;

interface Entry {
  /** Relative to the baseline's folder, with `/`. */
  readonly file: string;
  readonly code: string;
  readonly fingerprint: string;
}

/** Findings that are known, so that only new ones count. */
export class Baseline {
  constructor(
    private readonly path: string,
    private readonly entries: readonly Entry[] = [],
  ) {}

  /** @throws UsageError when the file cannot be read or holds something else */
  static read(path: string): Baseline {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      throw new UsageError(missing ? `There is no baseline ${path}. --update-baseline writes it, with the findings of today.` : `The baseline ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
    let document: { readonly version?: unknown; readonly findings?: unknown } | null;
    try {
      document = JSON.parse(text) as typeof document;
    } catch {
      document = null;
    }
    const findings = document?.version === VERSION && Array.isArray(document.findings) ? (document.findings as unknown[]) : undefined;
    if (!findings?.every(isEntry)) throw new UsageError(`${path} is no baseline of this version. --update-baseline writes it anew.`);
    return new Baseline(path, findings);
  }

  /** Leaves out what is known. `known` counts it; `gone` counts entries of the checked files that are found no more. */
  split(files: readonly FileReport[], checked: (file: string) => boolean): { readonly files: readonly FileReport[]; readonly known: number; readonly gone: number } {
    const left = new Set(this.entries.map(keyOf));
    let known = 0;
    const fresh = files.map((report) => {
      const own = entriesOf(report, this.path);
      return { ...report, findings: report.findings.filter((_, index) => {
        const entry = own[index];
        const isKnown = entry !== undefined && left.delete(keyOf(entry));
        if (isKnown) known++;
        return !isKnown;
      }) };
    });
    const gone = this.entries.filter((entry) => left.has(keyOf(entry)) && checked(resolve(dirname(this.path), entry.file))).length;
    return { files: fresh.filter(({ findings, fixed }) => findings.length + fixed.length > 0), known, gone };
  }

  /** Writes the findings of today; those of files that were not checked stay. */
  update(files: readonly FileReport[], checked: (file: string) => boolean): number {
    const kept = this.entries.filter((entry) => !checked(resolve(dirname(this.path), entry.file)));
    const all = [...kept, ...files.flatMap((report) => entriesOf(report, this.path))].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    // One line each: a merge touches only what changed.
    const lines = all.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
    writeFileSync(this.path, `{\n  "version": ${VERSION},\n  "findings": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`);
    return all.length;
  }
}

const entriesOf = ({ file, findings }: FileReport, baseline: string): Entry[] => {
  const path = relative(dirname(resolve(baseline)), resolve(file)).split(sep).join('/');
  const names = fingerprints(findings);
  return findings.map(({ code }, index) => ({ file: path, code, fingerprint: names[index] ?? '' }));
};
const keyOf = ({ file, code, fingerprint }: Entry): string => `${file}\n${code}\n${fingerprint}`;
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && ['file', 'code', 'fingerprint'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
