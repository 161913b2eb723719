import type { Connection } from 'vscode-languageserver';
import type { Settings } from '../core/model/settings';
import { assistCheckRequest, assistLookUpRequest, type Method } from '../protocol';
import { OpenDocument } from './documents';
import type { Engine } from './engine';
import { guarded, type Log } from './guards';
import type { SettingsStore } from './settings';

interface Parts {
  readonly engine: Engine;
  readonly settings: SettingsStore;
  readonly folders: () => Promise<readonly string[]>;
  readonly log: Log;
}

/** So many cards are enough for words that fit many errors. */
const MOST_CARDS = 3;

/** Answers the tools of assistants: text that says what is, why, and what to do. */
export function registerAssist(connection: Connection, { engine, settings, folders, log }: Parts): void {
  const on = <P, R>({ name }: Method<P, R>, empty: R, answer: (params: P) => Promise<R>) => connection.onRequest(name, guarded<P, R>(log, name, empty, answer));

  on(assistLookUpRequest, '', async ({ query, uri }) => {
    const [service, { locale }] = await Promise.all([engine.get(), settings.get(uri)]);
    const say = service.assistTexts(locale);
    const wanted = typeof query === 'string' ? query.trim() : '';
    if (wanted === '') return say.noQuery();
    const card = service.card(wanted, locale);
    if (card !== undefined) return card;
    const found = service.search(wanted, locale).slice(0, MOST_CARDS);
    if (found.length === 0) return say.notFound(wanted, service.lookUp(locale).map(({ name }) => name));
    return found.map(({ name }) => service.card(name, locale) ?? '').join('\n\n---\n\n');
  });

  on(assistCheckRequest, '', async ({ uri, path, lines }) => {
    const service = await engine.get();
    const open = engine.document(uri);
    const folder = (await folders()).map((each) => each.replace(/\/+$/, '')).find((each) => uri.startsWith(`${each}/`));
    const wanted = open || folder === undefined ? await settings.get(open ? uri : undefined) : await settings.within(folder, uri);
    const say = service.assistTexts(wanted.locale);
    const languageId = open?.languageId ?? service.languageOfFile(uri);
    // Only what people work on: nothing else is read for an assistant.
    const text = open?.text ?? (folder === undefined || languageId === undefined ? undefined : (await engine.ports.readFile(uri))?.replace(/^\uFEFF/, ''));
    if (languageId === undefined) return say.unread(path, service.extensions);
    if (text === undefined) return say.noFile(path);
    const document = open ?? new OpenDocument(uri, languageId, 0, text);
    return open ? report(uri, document, wanted) : engine.once(document, (inner) => report(inner, document, wanted));

    async function report(at: string, shown: OpenDocument, given: Settings): Promise<string> {
      const part = lines ? shown.spanOf({ start: { line: lines.first - 1, character: 0 }, end: { line: lines.last, character: 0 } }) : { start: 0, end: shown.text.length };
      const inPart = ({ span }: { readonly span: { readonly start: number; readonly end: number } }): boolean => span.start < Math.max(part.end, part.start + 1) && part.start <= span.end;
      const [findings, sightings, { speaks, reason }] = [(await service.doDiagnose(at, given)).filter(inPart), (await service.doSurvey(at, given)).filter(inPart), await service.doContext(at, given)];
      if (!speaks && findings.length + sightings.length === 0) return say.silent(path, reason);
      const handled = [...new Set(sightings.flatMap(({ standing, names }) => (standing === 'handled' ? names : [])))];
      return [
        findings.length === 0 ? say.clean(path) : say.findings(path, findings.length),
        ...findings.flatMap((finding) => {
          const { line, character } = shown.positionAt(finding.span.start);
          const titles = finding.fixes().map(({ title }) => title);
          return [`- ${path}:${line + 1}:${character + 1} ${finding.severity} ${finding.code}: ${finding.message}`, ...(titles.length > 0 ? [`  ${say.fixes(titles)}`] : [])];
        }),
        ...(handled.length > 0 ? [say.handled(handled)] : []),
        ...(findings.length > 0 ? [say.advice] : []),
      ].join('\n');
    }
  });
}
