import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Locale } from '../core/model/settings';
import { FIX_ALL_KIND } from '../protocol';
import type { ClientFeatures } from './capabilities';
import { toDiagnostic, toWorkspaceEdit } from './convert';
import type { Engine } from './engine';
import type { SettingsStore } from './settings';

const FIX_ALL_TITLE: Readonly<Record<Locale, string>> = {
  en: 'Fix all PlusAuth findings in this file',
  tr: 'Bu dosyadaki tüm PlusAuth bulgularını düzelt',
};

/** Says of a "fix all" action whose edit is left for later which text it is for. */
interface FixAllData {
  readonly uri: string;
  readonly version: number;
}

const includesKind = (wanted: string, kind: string): boolean => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;

function countUpTo<T>(limit: number, items: readonly T[], counts: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) if (counts(item) && ++count === limit) break;
  return count;
}

/** Quick fixes at a place, and the action that fixes the whole file. */
export class Actions {
  constructor(
    private readonly engine: Engine,
    private readonly settings: SettingsStore,
    private readonly docs: string | undefined,
    private readonly features: ClientFeatures,
  ) {}

  async list({ textDocument: { uri }, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const [service, settings] = await Promise.all([this.engine.get(), this.settings.get(uri)]);
    const document = this.engine.document(uri);
    if (document === undefined) return [];
    const wants = (kind: string): boolean => !context.only || context.only.some((wanted) => includesKind(wanted, kind));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      for (const { finding, fix } of await service.doCodeActions(uri, document.spanOf(range), settings)) {
        const own = toDiagnostic(finding, document, this.docs);
        const shown: Diagnostic | undefined = context.diagnostics.find((candidate) => candidate.code === own.code && sameRange(candidate.range, own.range));
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [shown ?? own],
          ...(fix.preferred ? { isPreferred: true } : {}),
          edit: toWorkspaceEdit(fix.edits, document, this.features),
        });
      }
    }
    const fixable = countUpTo(2, await service.doDiagnose(uri, settings), (finding) => finding.fixes().some((fix) => fix.preferred));
    if (fixable === 0) return actions;
    // The quick-fix menu offers the file as well, but only when it has more to fix than what is fixed at this place.
    const kinds = [...(actions.length > 0 && fixable > 1 ? [CodeActionKind.QuickFix] : []), ...(wants(FIX_ALL_KIND) ? [FIX_ALL_KIND] : [])];
    const data: FixAllData = { uri, version: document.version };
    const all = kinds.map((kind): CodeAction => ({ title: FIX_ALL_TITLE[settings.locale], kind, data }));
    // A client that fixes on save asks for this kind alone and applies what it gets: such an answer comes complete, or not at all.
    if (this.features.resolvesActionEdits && context.only === undefined) return [...actions, ...all];
    for (const action of all) {
      const complete = await this.resolve(action);
      if (complete.edit !== undefined) actions.push(complete);
    }
    return actions;
  }

  /** Fills in the edit of a "fix all" action; without one when the text has changed since, or nothing is left to fix. */
  async resolve({ data, ...action }: CodeAction): Promise<CodeAction> {
    const { uri, version } = (data ?? {}) as Partial<FixAllData>;
    if (typeof uri !== 'string') return action;
    const [service, settings] = await Promise.all([this.engine.get(), this.settings.get(uri)]);
    const document = this.engine.document(uri);
    if (document === undefined || document.version !== version) return action;
    const edits = await service.doFixAll(uri, settings);
    return edits.length === 0 ? action : { ...action, edit: toWorkspaceEdit(edits, document, this.features) };
  }
}
