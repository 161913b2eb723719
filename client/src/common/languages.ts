import type { DocumentSelector } from 'vscode';

/** Languages of code the server understands. The manifest's activation events name these and those of logs. */
export const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'vue', 'svelte', 'html', 'csharp', 'dart', 'php', 'java', 'go', 'swift', 'python', 'kotlin', 'rust', 'ruby'] as const;

/** Languages of texts that hold records: log files and log channels, other output channels (VS Code writes theirs with a capital), JSON. */
export const LOG_LANGUAGES = ['log', 'Log', 'json', 'jsonc', 'jsonl'] as const;

const ALL: readonly string[] = [...LANGUAGES, ...LOG_LANGUAGES];

/** By language alone: documents of remote, virtual and unsaved files count as well. */
export const SELECTOR: DocumentSelector & { language: string }[] = ALL.map((language) => ({ language }));

export const isSupported = (languageId: string): boolean => ALL.includes(languageId);
