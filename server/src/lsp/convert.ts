import {
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type Diagnostic,
  type Hover as LspHover,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../core/model/edit';
import type { Finding, Severity } from '../core/model/finding';
import type { Completion, CompletionKind, Hover } from '../core/service';
import { DIAGNOSTIC_SOURCE } from '../protocol';
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
export const ruleHref = (docs: string, code: string): string => `${docs.replace(/\/+$/, '')}/${code}.md`;

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

export const toHover = (hover: Hover, document: OpenDocument, features: ClientFeatures): LspHover => ({
  contents: { kind: features.hoverFormat, value: hover.markdown },
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
  readonly subject: string;
}

export function toCompletionItem(completion: Completion, document: OpenDocument, features: ClientFeatures): CompletionItem {
  const snippet = completion.snippet === true && features.snippets;
  const newText = completion.snippet === true && !features.snippets ? plainText(completion.edit.newText) : completion.edit.newText;
  const data: CompletionData | undefined = completion.subject === undefined ? undefined : { uri: document.uri, subject: completion.subject };
  return {
    label: completion.label,
    kind: KIND[completion.kind],
    ...(features.labelDetails ? { labelDetails: { description: completion.detail } } : { detail: completion.detail }),
    sortText: completion.sortText,
    ...(completion.filterText === undefined ? {} : { filterText: completion.filterText }),
    ...(completion.preselect ? { preselect: true } : {}),
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The core has indented the text for its place already.
    ...(newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    textEdit: { range: document.rangeOf(completion.edit.span), newText },
    ...(data === undefined ? {} : { data }),
  };
}
