import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { FINDING_CODES, type FindingCode, type Severity } from '../core/model/finding';
import { fingerprints } from './fingerprint';
import type { Range, Report, Reported } from './report';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
/** Paths are relative to the folder that the check ran in; whoever reads the report says where that is. */
const ROOT = 'SRCROOT';

/** The report as SARIF 2.1.0. `pages`: folder of the rules' pages. */
export function sarifReport({ files, skipped }: Report, version: string, pages: string): string {
  const results = files.flatMap(({ file, findings }) => {
    const names = fingerprints(findings);
    return findings.map((finding, index) => resultOf(finding, file, names[index] ?? ''));
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'PlusAuth Errors', semanticVersion: version, rules: FINDING_CODES.map((code) => ruleOf(code, pages)) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: skipped.every(({ failed }) => !failed),
            toolExecutionNotifications: skipped.map(({ file, reason, failed }) => ({ level: failed ? 'error' : 'note', message: { text: reason }, locations: [{ physicalLocation: { artifactLocation: artifact(file) } }] })),
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: FindingCode, pages: string): object {
  const page = readFileSync(join(pages, `${code}.md`), 'utf8').trim();
  const summary = /^(?!#)\S.*(?:\n\S.*)*/m.exec(page)?.[0].replace(/\s+/g, ' ') ?? code;
  const plain = summary.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '');
  return { id: code, shortDescription: { text: plain }, help: { text: plain, markdown: page } };
}

function resultOf({ code, severity, message, range, fixes, related }: Reported, file: string, fingerprint: string): object {
  const located = (where: Range): object => ({ artifactLocation: artifact(file), region: region(where) });
  return {
    ruleId: code,
    ruleIndex: FINDING_CODES.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: located(range) }],
    partialFingerprints: { 'plusauthErrors/v1': fingerprint },
    ...(related.length > 0 && { relatedLocations: related.map((each, id) => ({ id, physicalLocation: located(each.range), message: { text: each.message } })) }),
    fixes: fixes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [{ artifactLocation: artifact(file), replacements: edits.map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })) }],
    })),
  };
}

const artifact = (file: string): object => ({ uri: file.split(sep).map(encodeURIComponent).join('/'), ...(!/^(?:[/\\]|[a-z]:)/i.test(file) && { uriBaseId: ROOT }) });
const region = ({ start, end }: Range): object => ({ startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 });
