import type { Format } from '../format';
import { leadingTime } from '../time';

const OBJECT = /\{\s*(?:["'`]|[\w$[]+\]?\s*(?::|=>)|:\w+\s*=>)/;

/** A text with an object in it or after it: Node's inspected errors, Python's and Ruby's dictionaries, a message followed by JSON. */
export const inspected: Format = {
  name: 'inspected',
  read(text, facts) {
    if (!OBJECT.test(text)) return false;
    facts.sentence(text, 0, facts.group());
    // The line's own time; a date in the object may be that of an answer.
    facts.time = leadingTime(text.split('\n', 1)[0] ?? '', facts.options) ?? facts.time;
    return true;
  },
};
