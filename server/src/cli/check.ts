import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EXTENSIONS, languageOfFile } from '../core/languages/files';
import { isGenerated } from '../core/model/document';
import type { Finding } from '../core/model/finding';
import type { Settings } from '../core/model/settings';
import type { Span } from '../core/model/span';
import type { LanguageService } from '../core/service';
import type { Skipped } from '../host/skipped';
import { githubAnnotations } from './annotations';
import { UsageError, type Arguments } from './args';
import type { Baseline } from './baseline';
import { CheckSettings } from './checkSettings';
import { decode } from './encoding';
import { findFiles } from './findFiles';
import { fixText } from './fix';
import type { Io } from './io';
import { loadEngine } from './loadEngine';
import { Lines } from './positions';
import { prettyReport } from './pretty';
import { jsonReport, type FileReport, type Range, type Report, type Reported } from './report';
import { readSource, writeSource, type SourceFile } from './sourceFile';

/** Runs `check` and says the exit code: 0 nothing found, 1 something, 2 a path that could not be read. */
export async function check(args: Arguments, io: Io, version: () => string): Promise<number> {
  const { operands, values, switches } = args;
  const fixing = switches.has('fix');
  const limit = limitOf(values['max-warnings']);
  const settings = new CheckSettings(args, io, (uri) => Promise.resolve(textOf(fileURLToPath(uri))));
  const baseline = await baselineOf(args);
  const result = switches.has('stdin') ? await checkInput(args, io, settings) : await checkPaths(operands.length > 0 ? operands : ['.'], fixing, io, settings);
  const byFile = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  const skipped = [...result.skipped].sort(byFile);
  const files = [...result.files].sort(byFile);
  const failures = skipped.filter(({ failed }) => failed);
  if (baseline && switches.has('update-baseline')) {
    const count = baseline.update(files, result.covers);
    io.out(`The baseline holds ${count} ${count === 1 ? 'finding' : 'findings'}.\n`);
  } else {
    const split = baseline?.split(files, result.covers);
    const report: Report = { files: split?.files ?? files, checked: result.checked, skipped, fixing, ...(split && { baseline: split }) };
    io.out(await printed(report, values['format'], io, version));
    for (const { file, reason } of failures) io.complain(`${file}: ${reason}`);
    return failures.length > 0 ? 2 : isFailure(report, limit) ? 1 : 0;
  }
  for (const { file, reason } of failures) io.complain(`${file}: ${reason}`);
  return failures.length > 0 ? 2 : 0;
}

async function printed(report: Report, format: string | undefined, io: Io, version: () => string): Promise<string> {
  switch (format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return (await import('./sarif')).sarifReport(report, version(), join(__dirname, '../../docs/rules'));
    case 'github':
      return githubAnnotations(report);
    default:
      return prettyReport(report, io.terminal);
  }
}

/** Without a limit every finding counts; with one, errors and what exceeds it do. */
function isFailure({ files }: Report, limit: number | undefined): boolean {
  const findings = files.flatMap((file) => file.findings);
  if (limit === undefined) return findings.length > 0;
  return findings.some((f) => f.severity === 'error') || findings.filter((f) => f.severity === 'warning').length > limit;
}

function limitOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d+$/.test(given)) throw new UsageError(`--max-warnings is a number of warnings from 0 on, not ${JSON.stringify(given)}.`);
  return Number(given);
}

async function baselineOf({ values, switches }: Arguments): Promise<Baseline | undefined> {
  const path = values['baseline'];
  const updating = switches.has('update-baseline');
  if (path === undefined) {
    if (updating) throw new UsageError('--update-baseline needs --baseline FILE, the file to write.');
    return undefined;
  }
  if (updating && switches.has('fix')) throw new UsageError('--fix and --update-baseline do not go together: fix first, then record what is left.');
  // Loaded with what only it and one format need: that takes longer than a small check.
  const { Baseline } = await import('./baseline');
  return updating && !existsSync(path) ? new Baseline(path) : Baseline.read(path);
}

/** Undefined for what cannot be read. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

interface Checked {
  readonly files: readonly FileReport[];
  readonly skipped: readonly Skipped[];
  readonly checked: number;
  /** Whether a file, by its absolute path, is one of those that were to be checked. */
  readonly covers: (path: string) => boolean;
}

async function checkPaths(paths: readonly string[], fixing: boolean, io: Io, settings: CheckSettings): Promise<Checked> {
  const found = await findFiles(paths, { everything: await settings.speaksAlways(paths) });
  const skipped: Skipped[] = [...found.skipped];
  const files: FileReport[] = [];
  let checked = found.searched;
  if (found.maybe.length > 0) {
    const service = await loadEngine(io);
    for (const path of found.maybe) {
      const result = await checkFile(path, service, await settings.of(path), fixing);
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
  const roots = paths.map((path) => resolve(path));
  return { files, skipped, checked, covers: (path) => roots.some((root) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)) };
}

async function checkInput({ operands, values, switches }: Arguments, io: Io, settings: CheckSettings): Promise<Checked> {
  const path = values['stdin-filename'];
  if (path === undefined) throw new UsageError('--stdin needs --stdin-filename PATH: the name says which language the text is in.');
  if (operands.length > 0) throw new UsageError(`--stdin checks one text; ${operands[0]} cannot be checked at the same time.`);
  if (switches.has('fix')) throw new UsageError('--fix changes files; what comes from standard input is none.');
  if (languageOfFile(path) === undefined) throw new UsageError(`Files with the extension of ${path} are not supported. Supported are ${EXTENSIONS.join(' ')}.`);
  const covers = (each: string): boolean => each === resolve(path);
  const decoded = decode(Buffer.from(await io.input()));
  if (!decoded) return { files: [], skipped: [{ file: path, reason: 'It is not text: it holds zero bytes.', failed: true }], checked: 0, covers };
  const service = await loadEngine(io);
  const result = await checkText(path, decoded.text, service, await settings.of(path), (diagnose) => diagnose(decoded.text));
  service.dispose();
  return 'failed' in result ? { files: [], skipped: [result], checked: 0, covers } : { files: [{ file: path, findings: reported(result, decoded.text), fixed: [] }], skipped: [], checked: 1, covers };
}

/** `left`: the file has fixes that could not be written. */
async function checkFile(path: string, service: LanguageService, settings: Settings, fixing: boolean): Promise<(FileReport & { left?: Skipped }) | Skipped> {
  const source = readSource(path);
  if ('failed' in source) return source;
  return checkText(path, source.text, service, settings, async (diagnose): Promise<FileReport & { left?: Skipped }> =>
    fixing ? fixFile(source, diagnose) : { file: path, findings: reported(await diagnose(source.text), source.text), fixed: [] },
  );
}

/** Opens a text for `use`, which may ask for the findings of other versions of it. */
async function checkText<T>(path: string, text: string, service: LanguageService, settings: Settings, use: (diagnose: (text: string) => Promise<readonly Finding[]>) => Promise<T>): Promise<T | Skipped> {
  if (isGenerated(text)) return { file: path, reason: 'It is generated or minified code: its lines are over 1,000 characters long on average.', failed: false };
  const uri = pathToFileURL(resolve(path)).href;
  const languageId = languageOfFile(path);
  if (languageId === undefined) return { file: path, reason: 'Files with this extension are not supported.', failed: false };
  let version = 0;
  try {
    return await use((current) => {
      service.update({ uri, languageId, version: version++, text: current });
      return service.doDiagnose(uri, settings);
    });
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
      related: (finding.related ?? []).map((each) => ({ message: each.message, range: range(each.span) })),
      line: lines.line(lines.position(finding.span.start).line),
    }));
}
