import { dedent } from '../../../harness/marked';

export interface Sample {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

/** A text to try properties on. */
export const sample = (name: string, text: string, languageId = 'typescript'): Sample => ({ name, languageId, text: dedent(text) });
