import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/core/model/finding';
import type { Settings } from '../../server/src/core/model/settings';
import { DEFAULT_SETTINGS } from '../../server/src/core/model/settings';
import { sharedHost } from './host';

export interface CheckOptions {
  /** VS Code's language identifier; default `typescript`. */
  readonly languageId?: string;
  readonly settings?: Partial<Settings>;
  /** Text of a `package.json` in the document's folder. */
  readonly manifest?: string;
  /** Other files of the folder by relative path, `package.json` or `src/errors.ts`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Path of the document in its folder; default `src/code.ts` with the language's extension. */
  readonly path?: string;
}

export const EXTENSIONS: Readonly<Record<string, string>> = {
  typescript: 'ts',
  typescriptreact: 'tsx',
  javascript: 'js',
  javascriptreact: 'jsx',
  vue: 'vue',
  svelte: 'svelte',
  html: 'html',
  ruby: 'rb',
  kotlin: 'kt',
  python: 'py',
  java: 'java',
  csharp: 'cs',
  dart: 'dart',
  php: 'php',
  go: 'go',
  rust: 'rs',
  swift: 'swift',
};

export const settingsOf = (options: CheckOptions): Settings => ({ ...DEFAULT_SETTINGS, ...options.settings });

let opened = 0;

/** Opens a text in a folder of its own, runs `use` on it and closes it again. */
export async function withDocument<T>(text: string, options: CheckOptions, use: (uri: string) => Promise<T>): Promise<T> {
  const { service, files, logged } = sharedHost();
  const languageId = options.languageId ?? 'typescript';
  const folder = `file:///project-${++opened}`;
  const uri = `${folder}/${options.path ?? `src/code.${EXTENSIONS[languageId] ?? 'txt'}`}`;
  const others = { ...(options.manifest !== undefined && { 'package.json': options.manifest }), ...options.files };
  for (const [path, content] of Object.entries(others)) files.add(`${folder}/${path}`, content);
  service.update({ uri, languageId, version: 1, text });
  try {
    const result = await use(uri);
    assert.deepEqual(logged.splice(0), [], 'the core wrote to its log, where it reports what failed');
    return result;
  } finally {
    service.close(uri);
    for (const path of Object.keys(others)) files.remove(`${folder}/${path}`);
  }
}

/** The findings of a text, in source order. */
export async function findingsOf(text: string, options: CheckOptions): Promise<readonly Finding[]> {
  const findings = await withDocument(text, options, (uri) => sharedHost().service.doDiagnose(uri, settingsOf(options)));
  return [...findings].sort((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code));
}
