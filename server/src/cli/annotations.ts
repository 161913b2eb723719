import type { Severity } from '../core/model/finding';
import type { Report } from './report';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** The report as workflow commands of GitHub Actions, which shows them beside the lines of a change. Lines and columns count from 1. */
export function githubAnnotations({ files }: Report): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map(({ code, severity, message, range: { start, end } }) => {
        // Columns are shown only for what is within one line.
        const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
        return `::${COMMANDS[severity]} file=${property(file)},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${property(code)}::${data(message)}\n`;
      }),
    )
    .join('');
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
