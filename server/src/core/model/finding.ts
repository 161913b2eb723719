import type { Edit } from './edit';
import type { Span } from './span';

/** The rules' codes, in the order of the documentation. */
export const FINDING_CODES = ['unhandled-error', 'unknown-error', 'status-mismatch', 'unreachable-branch', 'undocumented-status', 'swallowed-error', 'unused-suppression'] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface RelatedLocation {
  readonly span: Span;
  readonly message: string;
}

/** Something a rule has to say about a place in one document. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** Drawn faded: removing the code changes nothing. */
  readonly unnecessary?: boolean;
  /** Names that fall through, most likely first; for `unhandled-error`. */
  readonly missing?: readonly string[];
  readonly related?: readonly RelatedLocation[];
  /** Computed when asked for: most findings are never fixed. The first preferred one is what "fix all" applies. */
  fixes(): readonly Fix[];
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred?: boolean;
}
