import type { DocumentSelector } from 'vscode';

/** Languages the server understands. The manifest's activation events name the same ones. */
export const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'vue', 'svelte', 'html', 'csharp', 'php'] as const;

/** By language alone: documents of remote, virtual and unsaved files count as well. */
export const SELECTOR: DocumentSelector & { language: string }[] = LANGUAGES.map((language) => ({ language }));

export const isSupported = (languageId: string): boolean => LANGUAGES.some((language) => language === languageId);
