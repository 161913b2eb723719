import type { Place } from '../../edits/place';

/** What differs between languages, as it comes with a place in a document. */
export type Language = Place['language'];
