import { TimedClient } from './client';
import { LANGUAGES, type CodeSample } from './code';
import { handlingFile, type Form } from './code/make';
import { compared, interleaved, type Row } from './measure';
import { Random } from './random';

const LINES = 5000;
/** Before times count: code that ran once is not yet compiled. */
const WARM = 150;
const KEYSTROKES = 120;

/** Forms in which people write long files of a language. */
export const formsOf = ({ oneClass }: CodeSample): readonly Form[] => (oneClass ? ['parts', 'one class'] : ['parts']);

/** A place in a text. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where the branches of a file have their first lines, and where the text in these begins. */
export function branchesIn(text: string, { branch }: CodeSample): readonly Place[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => (branch.test(line) ? [{ line: index + 1, character: lines[index + 1]?.search(/\S|$/) ?? 0 }] : []));
}

/** The one in the middle. */
export function branchIn(text: string, sample: CodeSample): Place {
  const all = branchesIn(text, sample);
  const middle = all[Math.floor(all.length / 2)];
  if (!middle) throw new Error(`Nothing is handled in this ${sample.title}: ${text}`);
  return middle;
}

/** From a keystroke in a long file of each language to its findings, beside a server that does nothing. */
export async function benchLanguages(product: string, echo: string, say: (message: string) => void, only = LANGUAGES.map((l) => l.languageId)): Promise<Row[]> {
  const rows: Row[] = [];
  for (const sample of LANGUAGES.filter((l) => only.includes(l.languageId))) {
    for (const form of formsOf(sample)) {
      const row = await benchLanguage(product, echo, sample, form);
      say(`  ${row.what}: ${row.product}, ${row.ratio?.toFixed(2)}`);
      rows.push(row);
    }
  }
  return rows;
}

async function benchLanguage(product: string, echo: string, sample: CodeSample, form: Form): Promise<Row> {
  const text = handlingFile(new Random(7), sample, LINES, form);
  const { line, character } = branchIn(text, sample);
  const uri = `file:///bench/long${sample.extension}`;
  const ours = await TimedClient.start(product);
  const theirs = await TimedClient.start(echo);
  try {
    await ours.open(uri, text, sample.languageId);
    await theirs.open(uri, text, sample.languageId);
    const type = (client: TimedClient) => {
      let typed = 0;
      return (): Promise<number> => client.type(uri, line, character + typed, sample.typed.charAt(typed++ % sample.typed.length));
    };
    const both = { product: type(ours), echo: type(theirs) };
    await interleaved(WARM, both);
    const times = await interleaved(KEYSTROKES, both);
    const what = `Keystroke to findings, ${sample.title}, ${LINES.toLocaleString('en')} lines${form === 'one class' ? ' in one class' : ''}`;
    return compared(what, times.product, 'echo server', times.echo, 4);
  } finally {
    await ours.stop();
    await theirs.stop();
  }
}
