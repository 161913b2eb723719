import { createConnection, DiagnosticSeverity, TextDocuments, TextDocumentSyncKind, type Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

// The least that a language server on vscode-languageserver can be: it keeps documents and answers everything at once with a constant.

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const diagnostic: Diagnostic = { range, message: 'echo', severity: DiagnosticSeverity.Warning };

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true, completionProvider: {} } }));
connection.onHover(() => ({ contents: { kind: 'markdown', value: 'echo' }, range }));
connection.onCompletion(() => ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'].map((label) => ({ label })));
documents.onDidChangeContent(({ document }) => void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [diagnostic] }));
documents.listen(connection);
connection.listen();
