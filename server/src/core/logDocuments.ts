import { findEvidence, type Evidence } from './context/evidence';
import { logFindings, MOST_FINDINGS } from './features/logs/findings';
import { recordConcerns, type LogDocument } from './features/logs/concerns';
import { logHoverAt } from './features/logs/hover';
import { logLinks, MOST_LINKS, recordLinks } from './features/logs/links';
import { readRecords, type LogRecord } from './logs';
import { LogText } from './logs/logText';
import { sourceOf, type Change, type Document } from './model/document';
import type { Finding } from './model/finding';
import type { Settings } from './model/settings';
import { touches } from './model/span';
import type { Hover, Link, RecordLink } from './service';

/** Languages of logs and of JSON, by VS Code's identifiers: files (`log`), output channels (`Log`), JSON and JSON lines. */
const LOGS = new Set(['log', 'Log', 'jsonl']);
const JSON_DOCUMENTS = new Set(['json', 'jsonc']);
/** So much of a text is searched for what names PlusAuth; a record is searched besides, wherever it stands. In UTF-16 code units. */
const EVIDENCE_LENGTH = 262_144;

interface State {
  document: Document;
  readonly isJson: boolean;
  readonly records: LogText;
  /** Null when it was looked for in vain. */
  evidence: Evidence | null | undefined;
}

/** Whether a document holds records and no code. */
export const isLogLanguage = (languageId: string): boolean => LOGS.has(languageId) || JSON_DOCUMENTS.has(languageId);

/** The open logs and JSON documents, and what the features say of them. */
export class LogDocuments {
  private readonly states = new Map<string, State>();

  /** @param manifestOf URI of the manifest that names PlusAuth for a file */
  constructor(private readonly manifestOf: (uri: string) => Promise<string | undefined>) {}

  has(uri: string): boolean {
    return this.states.has(uri);
  }

  update(document: Document, changes?: readonly Change[]): void {
    const state = this.states.get(document.uri);
    if (!state || state.document.languageId !== document.languageId) {
      const isJson = JSON_DOCUMENTS.has(document.languageId);
      this.states.set(document.uri, { document, isJson, records: new LogText(sourceOf(document), isJson), evidence: undefined });
      return;
    }
    state.document = document;
    state.records.update(sourceOf(document), changes);
    // What names PlusAuth in front of every change still does; where nothing does, only a change among what is searched can bring it.
    const end = state.evidence ? state.evidence.span.end + 20 : EVIDENCE_LENGTH;
    if (!changes?.every((change) => change.start > end)) state.evidence = undefined;
  }

  close(uri: string): void {
    this.states.delete(uri);
  }

  /** What names PlusAuth at the beginning of a document. */
  evidence(uri: string): Evidence | undefined {
    const state = this.states.get(uri);
    if (!state) return undefined;
    if (state.evidence === undefined) state.evidence = findEvidence(sourceOf(state.document).slice(0, EVIDENCE_LENGTH)) ?? null;
    return state.evidence ?? undefined;
  }

  async hover(uri: string, offset: number, settings: Settings): Promise<Hover | undefined> {
    const records = await this.concerning(uri, settings, ({ records }, wanted) => records.at(offset).filter(wanted));
    return logHoverAt(records, offset, settings.locale);
  }

  /** The error that the record at an offset carries. */
  async names(uri: string, offset: number, settings: Settings): Promise<readonly string[]> {
    const records = await this.concerning(uri, settings, ({ records }, wanted) => records.at(offset).filter(wanted));
    return [...new Set(records.flatMap(({ name, mentions }) => (name && mentions.some((span) => touches(span, offset)) ? [name.value] : [])))];
  }

  async findings(uri: string, settings: Settings): Promise<readonly Finding[]> {
    const records = await this.concerning(uri, settings, ({ records }, wanted) => records.all((record) => record.contradicts && wanted(record), MOST_FINDINGS));
    const state = this.states.get(uri);
    return state ? logFindings(records, state.isJson ? state.document.text : undefined, settings) : [];
  }

  async links(uri: string, settings: Settings): Promise<readonly Link[]> {
    return logLinks(await this.concerning(uri, settings, ({ records }, wanted) => records.all((record) => record.name !== undefined && wanted(record), MOST_LINKS)), settings.locale);
  }

  /** The same for a piece of log that is in no document. */
  async recordLinks(text: string, folder: string | undefined, settings: Settings): Promise<readonly RecordLink[]> {
    const records = readRecords(text);
    if (records.length === 0) return [];
    const projectSpeaks = folder !== undefined && (await this.manifestOf(`${folder.replace(/\/+$/, '')}/.`)) !== undefined;
    return recordLinks(records.filter((record) => recordConcerns(record, { fileSpeaks: false, projectSpeaks, isJson: false }, settings)), settings.locale);
  }

  /** The records about PlusAuth among those that `read` takes from a document, given a test. Without evidence in the record that is asked of the file, then of the project. */
  private async concerning(uri: string, settings: Settings, read: (state: State, wanted: (record: LogRecord) => boolean) => readonly LogRecord[]): Promise<readonly LogRecord[]> {
    const state = this.states.get(uri);
    if (!state || settings.context === 'never') return [];
    const about = (projectSpeaks: boolean): LogDocument => ({ fileSpeaks: this.evidence(uri) !== undefined, projectSpeaks, isJson: state.isJson });
    const could = about(true);
    // Most documents hold nothing that could be about PlusAuth whatever its project is: no manifest is looked at.
    let any = false;
    read(state, (record) => (any ||= recordConcerns(record, could, settings)) && false);
    if (!any) return [];
    const sure = about(!could.fileSpeaks && (await this.manifestOf(uri)) !== undefined);
    // Read again, for the text may have changed meanwhile; what did not change is known.
    return this.states.get(uri) === state ? read(state, (record) => recordConcerns(record, sure, settings)) : [];
  }
}
