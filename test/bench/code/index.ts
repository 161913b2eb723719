import { csharp } from './csharp';
import { dart } from './dart';
import { go } from './go';
import { java } from './java';
import { kotlin } from './kotlin';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import type { CodeSample } from './sample';
import { swift } from './swift';
import { html, javascript, svelte, typescript, vue } from './typescript';

export type { CodeSample } from './sample';

/** Every language that is read. */
export const LANGUAGES: readonly [CodeSample, ...CodeSample[]] = [typescript, javascript, vue, svelte, html, python, java, kotlin, csharp, go, php, ruby, rust, swift, dart];
