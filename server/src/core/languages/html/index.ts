import { splitMarkup } from '../embedded';
import type { Language } from '../language';

/** HTML: its scripts are read, markup without control flow is not. `script` is the language of its scripts. */
export const html = (script: Language): Language => ({ ...script, ids: ['html'], embedding: { split: splitMarkup } });
