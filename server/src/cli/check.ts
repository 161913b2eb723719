import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../core/model/finding';
import { isGenerated } from '../core/model/document';
import { DEFAULT_SETTINGS, type ContextMode, type Settings } from '../core/model/settings';
import type { Span } from '../core/model/span';
import type { LanguageService } from '../core/service';
import type { Skipped } from '../host/skipped';
import { EXTENSIONS, languageOfFile } from '../core/languages';
import { fixText } from './fix';
import { findFiles } from './findFiles';
import { loadEngine } from './loadEngine';
import { localeOf, type Io } from './io';
import { Lines } from './positions';
import { prettyReport } from './pretty';
import { jsonReport, type FileReport, type Range, type Reported } from './report';
import { readSource, writeSource, type SourceFile } from './sourceFile';
import type { Arguments, CommandSpec } from './args';

const CONTEXTS = ['auto', 'always', 'never'] as const satisfies readonly ContextMode[];

export const checkSpec: CommandSpec = {
  name: 'check',
  summary: 'find code that forgets or misspells errors',
  usage: 'check [paths…] [options]',
  details: [
    'Checks the given files and the files below the given folders, or below the current folder. What .gitignore files name, .git and node_modules are left out; a file or folder that is named itself is not.',
    `Reads files that end in ${EXTENSIONS.join(' ')}`,
  ],
  options: {
    format: { value: 'FORMAT', choices: ['pretty', 'json'], help: 'how findings are printed; pretty if not given' },
    fix: { help: 'apply the preferred fix of every finding that has one' },
    strict: { help: 'a fallback does not excuse missing names; a body that only logs swallows' },
    context: { value: 'MODE', choices: CONTEXTS, help: 'speak where PlusAuth is evident (auto, if not given), everywhere or nowhere' },
    lang: { value: 'LANGUAGE', choices: ['en', 'tr'], help: 'language of the messages; by LANG if not given' },
  },
};

/** Runs `check` and says the exit code: 0 nothing found, 1 something, 2 a path that could not be read. */
export async function check({ operands, values, switches }: Arguments, io: Io): Promise<number> {
  const fixing = switches.has('fix');
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    context: CONTEXTS.find((mode) => mode === values['context']) ?? DEFAULT_SETTINGS.context,
    strict: switches.has('strict'),
    locale: localeOf(values['lang'], io.env),
  };
  const found = await findFiles(operands.length > 0 ? operands : ['.'], { everything: settings.context === 'always' });
  const skipped: Skipped[] = [...found.skipped];
  const files: FileReport[] = [];
  let checked = found.searched;
  if (found.maybe.length > 0) {
    const service = await loadEngine(io);
    for (const path of found.maybe) {
      const result = await checkFile(path, service, settings, fixing);
      if ('failed' in result) {
        skipped.push(result);
        checked--;
      } else {
        if (result.left) skipped.push(result.left);
        if (result.findings.length + result.fixed.length > 0) files.push(result);
      }
    }
    service.dispose();
  }
  const byFile = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  const report = { files: files.sort(byFile), checked, skipped: skipped.sort(byFile), fixing };
  io.out(values['format'] === 'json' ? jsonReport(report) : prettyReport(report, io.terminal));
  const failures = report.skipped.filter(({ failed }) => failed);
  for (const { file, reason } of failures) io.complain(`${file}: ${reason}`);
  return failures.length > 0 ? 2 : files.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

/** `left`: the file has fixes that could not be written. */
async function checkFile(path: string, service: LanguageService, settings: Settings, fixing: boolean): Promise<(FileReport & { left?: Skipped }) | Skipped> {
  const source = readSource(path);
  if ('failed' in source) return source;
  if (isGenerated(source.text)) return { file: path, reason: 'It is generated or minified code: its lines are over 1,000 characters long on average.', failed: false };
  const uri = pathToFileURL(resolve(path)).href;
  const languageId = languageOfFile(path);
  if (languageId === undefined) return { file: path, reason: 'Files with this extension are not supported.', failed: false };
  let version = 0;
  const diagnose = (text: string): Promise<readonly Finding[]> => {
    service.update({ uri, languageId, version: version++, text });
    return service.doDiagnose(uri, settings);
  };
  try {
    if (fixing) return await fixFile(source, diagnose);
    return { file: path, findings: reported(await diagnose(source.text), source.text), fixed: [] };
  } catch (error) {
    return { file: path, reason: `It could not be checked, which is a mistake of this program: ${error instanceof Error ? error.message : String(error)}`, failed: true };
  } finally {
    service.close(uri);
  }
}

async function fixFile(source: SourceFile, diagnose: (text: string) => Promise<readonly Finding[]>): Promise<FileReport & { left?: Skipped }> {
  const { text, findings, fixed } = await fixText(source.text, diagnose);
  const left = text === source.text ? undefined : writeSource(source, text);
  if (!left) return { file: source.path, findings: reported(findings, text), fixed };
  return { file: source.path, findings: reported(await diagnose(source.text), source.text), fixed: [], left };
}

function reported(findings: readonly Finding[], text: string): Reported[] {
  const lines = new Lines(text);
  const range = (span: Span): Range => ({ start: lines.position(span.start), end: lines.position(span.end) });
  return [...findings]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      range: range(finding.span),
      ...(finding.missing && { missing: finding.missing }),
      fixes: finding.fixes().map(({ title, preferred, edits }) => ({
        title, preferred: preferred === true, edits: edits.map((edit) => ({ range: range(edit.span), newText: edit.newText })),
      })),
      line: lines.line(lines.position(finding.span.start).line),
    }));
}
