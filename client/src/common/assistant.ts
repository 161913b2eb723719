import * as vscode from 'vscode';
import { assistCheckRequest, assistLookUpRequest } from '../../../server/src/protocol';
import { aboutActiveDocument } from './editor';
import type { Server } from './server';

/** What VS Code has of tools for language models since 1.95; the version this is compiled for knows less. */
interface ToolHost {
  readonly lm?: { registerTool?(name: string, tool: { invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<object> }): vscode.Disposable };
  readonly LanguageModelToolResult?: new (content: readonly object[]) => object;
  readonly LanguageModelTextPart?: new (value: string) => object;
}

/** Answers one invocation of a tool in words. */
export type Tool = (input: unknown, token?: vscode.CancellationToken) => Promise<string>;

const field = (input: unknown, name: string): unknown => (typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>)[name] : undefined);
const lineOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined);

/** The tools of the manifest by name. Both only read. */
export function assistantTools(server: Server): Readonly<Record<string, Tool>> {
  const failed = () => vscode.l10n.t('The PlusAuth language server could not answer. Its output says why; try again after it was restarted.');
  return {
    plusauth_look_up_error: async (input, token) => {
      const query = field(input, 'query');
      return (await server.ask(assistLookUpRequest, { query: typeof query === 'number' ? String(query) : typeof query === 'string' ? query : '', ...aboutActiveDocument() }, token)) || failed();
    },
    plusauth_check_error_handling: async (input, token) => {
      const path = field(input, 'path');
      if (typeof path !== 'string' || path.trim() === '') return vscode.l10n.t('The input "path" is missing. Give the path of a file relative to a workspace folder, or the URI of an open document.');
      const first = lineOf(field(input, 'firstLine'));
      const last = lineOf(field(input, 'lastLine')) ?? first;
      if (last !== undefined && first !== undefined && last < first) return vscode.l10n.t('The last line ({0}) is before the first line ({1}). Lines count from 1.', last, first);
      const uri = await uriOf(path.trim());
      return (await server.ask(assistCheckRequest, { uri: uri.toString(), path, ...(last === undefined ? {} : { lines: { first: first ?? 1, last } }) }, token)) || failed();
    },
  };
}

/** A URI, an absolute path, or a path in one of the workspace's folders: the first that has such a file. */
async function uriOf(path: string): Promise<vscode.Uri> {
  if (/^[\w+.-]{2,}:\//.test(path) || path.startsWith('untitled:')) return vscode.Uri.parse(path);
  if (/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return vscode.Uri.file(path);
  const candidates = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, path));
  for (const uri of candidates) {
    try {
      await vscode.workspace.fs.stat(uri);
      return uri;
    } catch {
      // It may be in the next folder.
    }
  }
  return candidates[0] ?? vscode.Uri.file(path);
}

/** Offers the tools where the host has language models with tools; nowhere else is anything done. */
export function registerAssistant(tools: Readonly<Record<string, Tool>>): vscode.Disposable[] {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Part } = vscode as unknown as ToolHost;
  if (typeof lm?.registerTool !== 'function' || !Result || !Part) return [];
  return Object.entries(tools).flatMap(([name, tool]) => lm.registerTool?.(name, { invoke: async ({ input }, token) => new Result([new Part(await tool(input, token))]) }) ?? []);
}
