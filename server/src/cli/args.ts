/** What the person asked for cannot be done as asked: said in one or two sentences, ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether something was thrown as a `UsageError`, perhaps by another bundle, which has a class of its own. */
export const isUsageError = (error: unknown): error is Error => error instanceof Error && error.name === 'UsageError';

export interface OptionSpec {
  /** Name of the value in the help; an option without one is a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** It can be given more than once. */
  readonly many?: boolean;
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Paragraphs of the command's own help. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
}

export interface Arguments {
  readonly operands: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** All values of options that can be given more than once. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly switches: ReadonlySet<string>;
}

/**
 * Reads what follows a command: `--name value`, `--name=value`, `--switch`, `-` as an operand, and operands only after `--`.
 * @throws UsageError for an unknown option, a value that is missing, not asked for or not one of the choices
 */
export function parseArguments(given: readonly string[], spec: CommandSpec): Arguments {
  const operands: string[] = [];
  const values: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  const switches = new Set<string>();
  const rest = [...given];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      operands.push(...rest.splice(0));
    } else if (!word.startsWith('-') || word === '-') {
      operands.push(word);
    } else {
      const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
      const option = Object.hasOwn(spec.options, name) ? spec.options[name] : undefined;
      if (!option) throw new UsageError(unknown('option', word.split('=', 1).join(), Object.keys(spec.options).map((each) => `--${each}`), `plusauth-errors ${spec.name} --help`));
      if (option.value === undefined) {
        if (inline !== undefined) throw new UsageError(`--${name} takes no value.`);
        switches.add(name);
        continue;
      }
      const value = inline ?? rest.shift();
      const expected = option.choices ? `one of ${option.choices.join(', ')}` : option.value;
      if (value === undefined || (inline === undefined && value.startsWith('--'))) throw new UsageError(`--${name} needs a value: ${expected}.`);
      if (option.choices && !option.choices.includes(value)) throw new UsageError(`--${name} is ${expected}, not ${JSON.stringify(value)}.`);
      if (option.many) (lists[name] ??= []).push(value);
      else values[name] = value;
    }
  }
  return { operands, values, lists, switches };
}

/** Says that a word is not known, what may have been meant, and where the known ones are listed. */
export function unknown(kind: string, word: string, known: readonly string[], help: string): string {
  const near = closest(word, known);
  return `There is no ${kind} ${JSON.stringify(word)}.${near === undefined ? '' : ` Did you mean ${near}?`} \`${help}\` lists them.`;
}

/** The candidate that takes the fewest edits to get to, if they are few for the length of the word. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates.map((candidate) => ({ candidate, edits: edits(word.toLowerCase(), candidate) })).sort((a, b) => a.edits - b.edits);
  const [best] = ranked;
  return best && best.edits <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}

function edits(a: string, b: string): number {
  if (a.length > 100) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}
