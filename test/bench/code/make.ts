import { IGNORED, NOUNS, REMARKS, sizeOf, upper, VERBS } from '../sources';
import type { Random } from '../random';
import { LANGUAGES } from '.';
import type { CodeSample, Words } from './sample';

/** As one long class, or as people write most files: functions, and classes of some ten functions. */
export type Form = 'one class' | 'parts';

const ERRORS: Words = ['already_exists', 'entity_not_found', 'invalid_entity', 'too_many_requests', 'plan_limit_exceeded', 'missing_scope'];
const METHODS = 10;

type Further = Readonly<Record<string, string>>;

/** A text with its words filled in, line by line. */
function filled(random: Random, template: string, index: number, further: Further, client = true): string[] {
  const noun = random.pick(NOUNS);
  const other = random.pick(NOUNS.filter((word) => word !== noun) as unknown as Words);
  const verb = random.pick(VERBS);
  const first = random.pick(ERRORS);
  const second = random.pick(ERRORS.filter((name) => name !== first) as unknown as Words);
  const words: Further = { noun, Noun: upper(noun), other, Other: upper(other), verb, Verb: upper(verb), remark: random.pick(REMARKS), first, second, index: String(index), most: '', rare: '', client: '', ...further };
  const complete = random.next() < 0.9;
  return template.split('\n').flatMap((line) =>
    line.startsWith(complete ? '«rare»' : '«most»') || (!client && line.startsWith('«client»')) ? [] : line.replace(/«(\w+)»/g, (mark, word: string) => (word === 'number' ? String(random.between(2, 90)) : (words[word] ?? mark))),
  );
}

/** Functions without end, in a random order: one handler, then two ordinary ones, or ordinary ones alone. */
function* functionsOf(random: Random, sample: CodeSample, handlers: boolean): Generator<(further: Further) => string[]> {
  for (let index = 0; ; index++) {
    const template = handlers && index % 3 === 0 ? random.pick(sample.handlers) : random.pick(sample.plain);
    yield (further) => [...filled(random, template, index, further), ''];
  }
}

/** Code until `enough`, of so many lines and characters; what would exceed `most` lines is left out. */
function code(random: Random, sample: CodeSample, form: Form, handlers: boolean, most: number, enough: (characters: number) => boolean): string[] {
  const lines = (handlers ? sample.head : sample.plainHead).split('\n');
  const foot = (sample.foot ?? '').split('\n');
  let characters = 0;
  const source = functionsOf(random, sample, handlers);
  const next = (further: Further, indent: string): string[] => (source.next().value as (further: Further) => string[])(further).map((line) => (line === '' ? '' : indent + line));
  const { type, free } = sample;
  for (let part = 0; ; part++) {
    const room = most - lines.length - foot.length;
    const asType = type && (form === 'one class' || !free || part % 2 === 1);
    const block = asType ? filled(random, type.open, part, {}, handlers) : [];
    const count = asType && form === 'one class' ? Infinity : METHODS;
    let done = 0;
    for (; done < count && !enough(characters); done++) {
      const more = next((asType ? type.words : free) ?? {}, asType ? type.indent : '');
      if (block.length + more.length + 2 > room) break;
      characters += more.reduce((sum, line) => sum + line.length + 1, 0);
      block.push(...more);
    }
    if (asType) block.push(type.close, '');
    if (done > 0) lines.push(...block);
    if (done < count) break;
  }
  const padding = Number.isFinite(most) ? Math.max(0, most - lines.length - foot.length) : 0;
  return [...lines, ...Array<string>(padding).fill(''), ...foot];
}

/** A file of exactly `lines` lines in which one function of three calls PlusAuth and handles some of its errors, one in ten incompletely. */
export const handlingFile = (random: Random, sample: CodeSample, lines: number, form: Form): string => code(random, sample, form, true, lines, () => false).join('\n');

/** A file of about so many characters without any name of the catalogue and without PlusAuth. */
export const ordinaryFile = (random: Random, sample: CodeSample, characters: number): string => code(random, sample, 'parts', false, Infinity, (length) => length >= characters).join('\n');

/** How many texts there are of each language in a tree; files differ by where they end, too. */
const TEXTS = 16;

/** Path and text of the files of a workspace without PlusAuth in which every language occurs: folders of some ten files, each of one language. */
export function* mixedTree(random: Random, files: number): Generator<readonly [path: string, text: string]> {
  const texts = LANGUAGES.map((sample) => Array.from({ length: TEXTS }, (_, index) => ordinaryFile(random, sample, sizeOf(index / TEXTS)).split('\n')));
  yield ['.gitignore', IGNORED];
  for (let index = 0; index < files; index++) {
    const folder = Math.floor(index / 10);
    const language = folder % LANGUAGES.length;
    const text = texts[language]?.[random.between(0, TEXTS - 1)] ?? [];
    const last = random.between(Math.ceil(text.length * 0.8), text.length);
    yield [`services/service-${folder % 40}/src/${NOUNS[folder % NOUNS.length]}/part-${folder}/${random.pick(VERBS)}${index}${LANGUAGES[language]?.extension}`, text.slice(0, last).join('\n')];
  }
}
