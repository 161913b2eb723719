import type { LogRecord } from '../../logs';
import type { Finding } from '../../model/finding';
import type { Settings } from '../../model/settings';
import { recordMismatch, statusMismatch } from '../../rules/statusMismatch';
import { texts } from '../../texts';
import { applySuppressions, severityOf } from '../findings';
import { findSuppressions } from '../suppressions';

/** More are of no use in a list: the report counts them. */
export const MOST_FINDINGS = 200;

/**
 * The records that contradict themselves, as findings.
 * @param text of a JSON document, whose findings have fixes and whose comments can silence them; undefined for a log
 */
export function logFindings(records: readonly LogRecord[], text: string | undefined, settings: Settings): readonly Finding[] {
  const severity = severityOf('status-mismatch', statusMismatch.severity, settings);
  const say = texts(settings.locale);
  const findings: Finding[] = [];
  for (const record of severity ? records : []) {
    const found = recordMismatch(record, say, text !== undefined);
    if (!found || !severity) continue;
    findings.push({ code: 'status-mismatch', severity, span: found.span, message: found.message, fixes: () => found.fixes() });
  }
  return text === undefined ? findings : applySuppressions(findings, findSuppressions(text, (offset) => isComment(text, offset)), settings, { text });
}

/** Whether the quotation marks of the line before `offset` are in pairs: JSON's strings end on their line. */
function isComment(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace(/\\./g, '');
  return (line.split('"').length - 1) % 2 === 0;
}
