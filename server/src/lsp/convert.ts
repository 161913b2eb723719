import {
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type Hover as LspHover,
  type MarkupContent,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../core/model/edit';
import type { Finding, Severity } from '../core/model/finding';
import type { Span } from '../core/model/span';
import type { Completion, CompletionKind, Hover } from '../core/service';
import { DIAGNOSTIC_SOURCE } from '../protocol';
import { renderMarkdown } from '../text/markdown';
import type { ClientFeatures } from './capabilities';
import type { OpenDocument } from './documents';
import { plainText } from './snippet';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const KIND: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  name: CompletionItemKind.EnumMember,
  status: CompletionItemKind.Value,
  branch: CompletionItemKind.Snippet,
  handler: CompletionItemKind.Snippet,
  fallback: CompletionItemKind.Snippet,
};

/** Address of a rule's page in the folder of pages. */
const ruleHref = (docs: string, code: string): string => `${docs.replace(/\/+$/, '')}/${code}.md`;

export function toDiagnostic(finding: Finding, document: OpenDocument, docs: string | undefined): Diagnostic {
  return {
    range: document.rangeOf(finding.span),
    severity: SEVERITY[finding.severity],
    code: finding.code,
    ...(docs === undefined ? {} : { codeDescription: { href: ruleHref(docs, finding.code) } }),
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related?.length
      ? { relatedInformation: finding.related.map(({ span, message }) => ({ location: { uri: document.uri, range: document.rangeOf(span) }, message })) }
      : {}),
  };
}

/** A card as the client shows it. */
export const toMarkup = (markdown: string, kind: MarkupKind): MarkupContent => ({
  kind,
  value: kind === MarkupKind.Markdown ? markdown : renderMarkdown(markdown, { colours: false, columns: undefined }).trimEnd(),
});

export const toHover = (hover: Hover, document: OpenDocument, features: ClientFeatures): LspHover => ({
  contents: toMarkup(hover.markdown, features.hoverFormat),
  range: document.rangeOf(hover.span),
});

export const toTextEdit = (edit: Edit, document: OpenDocument): TextEdit => ({ range: document.rangeOf(edit.span), newText: edit.newText });

/** The edits of one document; tied to its version where the client can check it, so that a late answer never damages newer text. */
export function toWorkspaceEdit(edits: readonly Edit[], document: OpenDocument, features: ClientFeatures): WorkspaceEdit {
  const textEdits = edits.map((edit) => toTextEdit(edit, document));
  if (!features.documentChanges) return { changes: { [document.uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: textEdits }] };
}

/** What travels with a completion item from the list to its resolution. */
export interface CompletionData {
  readonly uri: string;
  /** Undefined where it is the item's label. */
  readonly subject?: string;
}

/** What all items share is said once where the client can take it so: the list is made on every keystroke. */
export function toCompletionList(completions: readonly Completion[], document: OpenDocument, features: ClientFeatures): CompletionList | CompletionItem[] {
  const [first] = completions;
  if (!first || !features.itemDefaults) return completions.map((completion) => toCompletionItem(completion, document, features, undefined));
  return {
    isIncomplete: false,
    itemDefaults: { editRange: document.rangeOf(first.edit.span), data: { uri: document.uri } satisfies CompletionData },
    items: completions.map((completion) => toCompletionItem(completion, document, features, first.edit.span)),
  };
}

function toCompletionItem(completion: Completion, document: OpenDocument, features: ClientFeatures, shared: Span | undefined): CompletionItem {
  const { label, edit, subject, filterText, detail, note = detail } = completion;
  const snippet = completion.snippet === true && features.snippets;
  const newText = completion.snippet === true && !features.snippets ? plainText(edit.newText) : edit.newText;
  const isShared = shared !== undefined && edit.span.start === shared.start && edit.span.end === shared.end;
  // Property by property: an object per condition to spread would be most of the work of a list.
  const item: CompletionItem = { label, kind: KIND[completion.kind] };
  if (features.labelDetails && note !== '') item.labelDetails = { description: note };
  // What has a card gets its detail with that.
  if (!features.labelDetails || (note !== detail && subject === undefined)) item.detail = detail;
  item.sortText = completion.sortText;
  if (filterText !== undefined && filterText !== label) item.filterText = filterText;
  if (completion.preselect) item.preselect = true;
  if (snippet) item.insertTextFormat = InsertTextFormat.Snippet;
  // The core has indented the text for its place already.
  if (newText.includes('\n')) item.insertTextMode = InsertTextMode.asIs;
  if (!isShared) item.textEdit = { range: document.rangeOf(edit.span), newText };
  else if (newText !== label) item.textEditText = newText;
  if (subject !== undefined && !(shared && subject === label)) item.data = { uri: document.uri, subject } satisfies CompletionData;
  return item;
}
