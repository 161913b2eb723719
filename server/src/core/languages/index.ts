import { csharp } from './csharp';
import { go } from './go';
import { dart } from './dart';
import { html } from './html';
import { java } from './java';
import { javascript, typescript, typescriptReact } from './javascript';
import { kotlin } from './kotlin';
import type { Language } from './language';
import { php } from './php';
import { rust } from './rust';
import { swift } from './swift';
import { python } from './python';
import { ruby } from './ruby';
import { svelte } from './svelte';
import { vue } from './vue';

export type { Embedding, MarkupLanguage, Part, Parts, Snippets } from './embedded';
export { EXTENSIONS, languageOfFile } from './files';
export type { Layout } from './layout';
export type { BranchForm, Client, CommentForms, Idioms, Language, Retry, Style, Templates, Typing } from './language';

/** Every language the product reads; adding one is a line here, and one in files.ts. */
export const LANGUAGES: readonly Language[] = [typescript, typescriptReact, javascript, vue(javascript), svelte(javascript), html(javascript), csharp, dart, php, java, go, swift, python, kotlin, rust, ruby];

const byId = new Map<string, Language>(LANGUAGES.flatMap((language) => language.ids.map((id) => [id, language] as const)));

export const languageOf = (languageId: string): Language | undefined => byId.get(languageId);
