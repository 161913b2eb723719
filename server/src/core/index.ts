import { Projects } from './context/project';
import { Documents } from './documents';
import { isLogLanguage, LogDocuments } from './logDocuments';
import { cardFor, oneLine } from './features/card';
import { completionsAt } from './features/completion';
import { contextReport } from './features/contextReport';
import { explain } from './features/explain';
import { findingsOf } from './features/findings';
import { hoverAt } from './features/hover';
import { insertHandlerAt } from './features/insertHandler';
import { lookUpItems, matchLookUp } from './features/lookUp';
import { highlightsAt, hintsIn, namesAt, surveyOf } from './features/survey';
import { EXTENSIONS, languageOf, languageOfFile } from './languages';
import { sourceOf, type Document } from './model/document';
import type { Edit } from './model/edit';
import type { Finding } from './model/finding';
import type { Settings } from './model/settings';
import { overlaps } from './model/span';
import type { LanguageService, Ports } from './service';
import { texts } from './texts';

export type * from './service';

/** Editors call languages by names of their own (`js`, `cs`): a document in none that is known is what its file's extension says. */
function asRead(document: Document): Document {
  const { languageId, uri } = document;
  const byFile = isLogLanguage(languageId) || languageOf(languageId) ? undefined : languageOfFile(uri);
  return byFile === undefined ? document : { uri, languageId: byFile, version: document.version, source: sourceOf(document), get text() { return document.text; } };
}

/** Binds the core to a host. */
export function createLanguageService(ports: Ports): LanguageService {
  const documents = new Documents((name) => ports.readAsset(name));
  const projects = new Projects(ports);
  // Documents without code: everything else asks here first.
  const logs = new LogDocuments((uri) => projects.manifestOf(uri));
  const report = (error: unknown): void => ports.log(`A check failed and was left out: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);

  /** The analysis of a document that is worth one; undefined where the product stays silent without looking closer. */
  async function analyse(uri: string, settings: Settings): ReturnType<Documents['analyse']> {
    const open = documents.get(uri);
    if (!open?.language || settings.context === 'never') return undefined;
    if (!open.candidate && settings.context !== 'always') return undefined;
    const speaks = settings.context === 'always' || (open.evidence === undefined && (await projects.manifestOf(uri)) !== undefined);
    return documents.analyse(uri, speaks);
  }

  async function diagnose(uri: string, settings: Settings): Promise<readonly Finding[]> {
    if (logs.has(uri)) return logs.findings(uri, settings);
    const found = await analyse(uri, settings);
    return found ? findingsOf(found.analysis, settings, (offset) => documents.isComment(uri, offset), report) : [];
  }

  return {
    update(given, changes) {
      const document = asRead(given);
      const [kind, other] = isLogLanguage(document.languageId) ? [logs, documents] : [documents, logs];
      other.close(document.uri);
      kind.update(document, changes);
    },
    close(uri) {
      logs.close(uri);
      documents.close(uri);
    },
    didChangeFile: (uri) => projects.didChange(uri),

    isWorthReading: (uri) => logs.has(uri) || documents.get(uri)?.candidate === true,
    doDiagnose: diagnose,
    async doHover(uri, offset, settings) {
      if (logs.has(uri)) return logs.hover(uri, offset, settings);
      const found = await analyse(uri, settings);
      return found && hoverAt(found.analysis, offset, settings);
    },
    async doComplete(uri, offset, settings) {
      const found = await analyse(uri, settings);
      return found ? completionsAt(found.analysis, found.analyzer, offset, settings, (at) => documents.isComment(uri, at)) : [];
    },
    resolveCompletion(subject, locale) {
      const card = cardFor(subject, locale);
      return card === undefined ? undefined : { detail: oneLine(subject, locale), card };
    },
    async doCodeActions(uri, span, settings) {
      const findings = await diagnose(uri, settings);
      return findings.filter((f) => overlaps(f.span, span)).flatMap((finding) => finding.fixes().map((fix) => ({ finding, fix })));
    },
    async doFixAll(uri, settings) {
      const edits: Edit[] = [];
      for (const finding of await diagnose(uri, settings)) {
        const preferred = finding.fixes().find((fix) => fix.preferred);
        if (preferred && preferred.edits.every((e) => edits.every((other) => e.span.end < other.span.start || other.span.end < e.span.start))) edits.push(...preferred.edits);
      }
      return edits;
    },
    async doInsertHandler(uri, offset, settings) {
      const found = await analyse(uri, settings);
      return found && insertHandlerAt(found.analysis, found.analyzer, offset);
    },
    async doSurvey(uri, settings) {
      const found = await analyse(uri, settings);
      return found ? surveyOf(found.analysis, findingsOf(found.analysis, settings, (offset) => documents.isComment(uri, offset), report)) : [];
    },
    async doNames(uri, offset, settings) {
      if (logs.has(uri)) return logs.names(uri, offset, settings);
      const found = await analyse(uri, settings);
      return found ? namesAt(found.analysis, offset) : [];
    },
    async doHighlight(uri, offset, settings) {
      const found = await analyse(uri, settings);
      return found ? highlightsAt(found.analysis, offset) : [];
    },
    async doHints(uri, span, settings) {
      const found = settings.hints.length > 0 ? await analyse(uri, settings) : undefined;
      return found ? hintsIn(found.analysis, findingsOf(found.analysis, settings, (offset) => documents.isComment(uri, offset), report), span, settings) : [];
    },
    async doContext(uri, settings) {
      const evidence = logs.has(uri) ? logs.evidence(uri) : documents.get(uri)?.evidence;
      const manifest = evidence ? undefined : await projects.manifestOf(uri);
      const found = evidence || manifest !== undefined ? undefined : await analyse(uri, settings);
      return contextReport(settings, evidence, manifest, found?.analysis);
    },

    doLinks: (uri, settings) => logs.links(uri, settings),
    recordLinks: (text, folder, settings) => logs.recordLinks(text, folder, settings),

    extensions: EXTENSIONS,
    languageOfFile,
    search: (query, locale) => matchLookUp(query, lookUpItems(locale)),
    assistTexts: (locale) => texts(locale).assist,
    findTexts: (locale) => texts(locale).find,
    lookUp: lookUpItems,
    card: cardFor,
    explain,
    rest: () => documents.rest(),
    settle: () => documents.settle(),
    dispose: () => documents.dispose(),
  };
}
