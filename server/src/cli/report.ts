import type { FindingCode, Severity } from '../core/model/finding';
import type { Skipped } from '../host/skipped';
import type { Fixed } from './fix';
import type { Position } from './positions';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A finding with all that the reports show of it. */
export interface Reported {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly missing?: readonly string[];
  readonly fixes: readonly { readonly title: string; readonly preferred: boolean; readonly edits: readonly { readonly range: Range; readonly newText: string }[] }[];
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  /** The line where it starts, for the picture. */
  readonly line: string;
}

export interface FileReport {
  readonly file: string;
  readonly findings: readonly Reported[];
  readonly fixed: readonly Fixed[];
}

/** What a run of `check` found. */
export interface Report {
  /** Files with findings or fixes, in the order of their paths. */
  readonly files: readonly FileReport[];
  readonly checked: number;
  readonly skipped: readonly Skipped[];
  /** Whether fixes were asked for. */
  readonly fixing: boolean;
  /** What a baseline left out, and what of it is found no more. */
  readonly baseline?: { readonly known: number; readonly gone: number };
}

/** The report as one JSON document; `fixed` is there only when fixes were asked for. */
export function jsonReport(report: Report): string {
  const document = {
    findings: report.files.flatMap(({ file, findings }) =>
      findings.map(({ code, severity, message, range, missing, fixes }) => ({
        file, code, severity, message, range, ...(missing && { missing }), fixes: fixes.map(({ title, edits }) => ({ title, edits })),
      })),
    ),
    files: report.checked,
    skipped: report.skipped.map(({ file, reason }) => ({ file, reason })),
    ...(report.fixing && { fixed: report.files.flatMap(({ file, fixed }) => fixed.map(({ code, title }) => ({ file, code, title }))) }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
