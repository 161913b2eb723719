/** A JSON object or array in a text. */
export interface JsonPart {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** Attempts to read one part; what is no JSON costs a scan each, so they are bounded. */
const MOST_ATTEMPTS = 200;

/** The end of the bracket that opens at `start`, outside strings; undefined when it is not closed. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The JSON objects and arrays of a text that stand beside each other, in order. Text that is no JSON is passed over. */
export function jsonValues(text: string): readonly JsonPart[] {
  const parts: JsonPart[] = [];
  const opening = /[{[]/g;
  for (let attempt = 0, match = opening.exec(text); match && attempt < MOST_ATTEMPTS; match = opening.exec(text)) {
    const end = closing(text, match.index);
    const value = end === undefined ? undefined : parsed(text.slice(match.index, end));
    if (end === undefined || typeof value !== 'object') {
      attempt++;
      continue;
    }
    parts.push({ value, start: match.index, end });
    opening.lastIndex = end;
  }
  return parts;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller reads the text as lines.
    return undefined;
  }
}
