import {
  CodeActionKind,
  MarkupKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { DIAGNOSTIC_SOURCE, FIX_ALL_KIND } from '../protocol';

/** What the client can do, as far as anything here depends on it. */
export interface ClientFeatures {
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchedFilesRegistration: boolean;
  readonly workspaceFolders: boolean;
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly hintRefresh: boolean;
  /** The client shows how far the server is when asked to. */
  readonly progress: boolean;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  /** A completion list can say once what holds for all its items. */
  readonly itemDefaults: boolean;
  readonly documentChanges: boolean;
  readonly resolvesActionEdits: boolean;
  readonly hoverFormat: MarkupKind;
  readonly documentationFormat: MarkupKind;
}

const markup = (formats: readonly MarkupKind[] | undefined): MarkupKind =>
  formats === undefined || formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;

export function featuresOf({ workspace, textDocument, window }: ClientCapabilities): ClientFeatures {
  const item = textDocument?.completion?.completionItem;
  return {
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchedFilesRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    hintRefresh: workspace?.inlayHint?.refreshSupport === true,
    progress: window?.workDoneProgress === true,
    snippets: item?.snippetSupport === true,
    itemDefaults: ['editRange', 'data'].every((name) => textDocument?.completion?.completionList?.itemDefaults?.includes(name)),
    labelDetails: item?.labelDetailsSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    resolvesActionEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    hoverFormat: markup(textDocument?.hover?.contentFormat),
    documentationFormat: markup(item?.documentationFormat),
  };
}

/** A name is completed as soon as its string is opened; the blank is for `case ` and `=== `. */
export const TRIGGER_CHARACTERS: readonly string[] = ["'", '"', '`', ' '];

export function serverCapabilities(features: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(features.workspaceFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
    hoverProvider: true,
    documentHighlightProvider: true,
    referencesProvider: { workDoneProgress: true },
    workspaceSymbolProvider: { workDoneProgress: true },
    inlayHintProvider: true,
    documentLinkProvider: {},
    completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS], resolveProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: features.resolvesActionEdits },
    ...(features.pullDiagnostics
      ? { diagnosticProvider: { identifier: DIAGNOSTIC_SOURCE, interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}

/** Files that can say that a project uses PlusAuth, and those that say how it is judged. */
export const WATCHED =
  '**/{plusauth-errors.json,package.json,pom.xml,build.gradle,build.gradle.kts,pubspec.yaml,requirements.txt,pyproject.toml,composer.json,*.csproj,go.mod,Gemfile,Cargo.toml,Package.swift,Podfile}';
