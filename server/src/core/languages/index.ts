import { csharp } from './csharp';
import { go } from './go';
import { dart } from './dart';
import { html } from './html';
import { java } from './java';
import { javascript, typescript, typescriptReact } from './javascript';
import { kotlin } from './kotlin';
import type { Language } from './language';
import { php } from './php';
import { swift } from './swift';
import { python } from './python';
import { svelte } from './svelte';
import { vue } from './vue';

export type { Embedding, MarkupLanguage, Part, Parts, Snippets } from './embedded';
export type { Layout } from './layout';
export type { BranchForm, Client, CommentForms, Idioms, Language, Retry, Style, Templates, Typing } from './language';

/** Every language the product reads; adding one is a line here. */
export const LANGUAGES: readonly Language[] = [typescript, typescriptReact, javascript, vue(javascript), svelte(javascript), html(javascript), csharp, dart, php, java, go, swift, python, kotlin];

const byId = new Map(LANGUAGES.flatMap((language) => Object.keys(language.ids).map((id) => [id, language] as const)));
const idOfExtension = new Map(
  LANGUAGES.flatMap((language) => Object.entries(language.ids).flatMap(([id, extensions]) => extensions.map((extension) => [extension, id] as const))),
);

export const languageOf = (languageId: string): Language | undefined => byId.get(languageId);

/** File extensions that are read, with their dot, in lower case. */
export const EXTENSIONS: readonly string[] = [...idOfExtension.keys()];

/** The language identifier for a file's path, by its extension; undefined where the product does not read it. */
export const languageOfFile = (path: string): string | undefined => idOfExtension.get(/\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '');
