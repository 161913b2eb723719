import assert from 'node:assert/strict';
import { CATALOG_NAMES } from './names';
import type { Finding } from '../../server/src/core/model/finding';
import type { CheckOptions } from './document';
import { findingsOf, settingsOf, withDocument } from './document';
import { sharedHost } from './host';
import type { Mark, Marked } from './marked';
import { annotate, parseMarked, place, withCrLf } from './marked';

/** The findings of a marked source are the marked ones, no more and no fewer, with `\n` and with `\r\n`. */
export async function checkFindings(source: string, options: CheckOptions = {}): Promise<readonly Finding[]> {
  const marked = parseMarked(source);
  const findings = await compare(marked, options, 'LF');
  await compare(withCrLf(marked), options, 'CRLF');
  return findings;
}

/** Nothing is found. A source with marks is a mistake of the test. */
export async function checkSilent(source: string, options: CheckOptions = {}): Promise<void> {
  const marked = parseMarked(source);
  if (marked.expected.length > 0) throw new Error('A silent source has no marks.');
  await compare(marked, options, 'LF');
  await compare(withCrLf(marked), options, 'CRLF');
}

/** Code that has nothing to do with PlusAuth: no finding, no hover and no completion anywhere near a catalogue name. */
export async function checkForeign(source: string, options: CheckOptions = {}): Promise<void> {
  await checkSilent(source, options);
  const { text } = parseMarked(source);
  await withDocument(text, options, async (uri) => {
    const { service } = sharedHost();
    const settings = settingsOf(options);
    for (const offset of nameOffsets(text)) {
      const hover = await service.doHover(uri, offset, settings);
      assert.equal(hover, undefined, `A hover in foreign code at ${place(text, offset)}:\n${hover?.markdown ?? ''}`);
      const completions = await service.doComplete(uri, offset, settings);
      assert.deepEqual(completions.map((item) => item.label), [], `Completions in foreign code at ${place(text, offset)}`);
    }
  });
}

/** Offsets in the middle of every catalogue name of a text. */
export function nameOffsets(text: string): number[] {
  return [...text.matchAll(new RegExp(CATALOG_NAMES.join('|'), 'g'))].map((match) => match.index + (match[0].length >> 1));
}

async function compare(marked: Marked, options: CheckOptions, lineEndings: string): Promise<readonly Finding[]> {
  const findings = await findingsOf(marked.text, options);
  const problems = differences(marked, findings);
  if (problems.length === 0) return findings;
  const found = findings.map((finding) => ({ span: finding.span, note: `${finding.code}${finding.missing ? ` missing ${finding.missing.length}` : ''}: ${finding.message}` }));
  assert.fail(`${problems.join('\n')}\n\nFound (${lineEndings}, ${options.languageId ?? 'typescript'}):\n${annotate(marked.text, found)}`);
}

function differences(marked: Marked, findings: readonly Finding[]): string[] {
  const left = [...findings];
  const problems: string[] = [];
  for (const mark of marked.expected) {
    const index = left.findIndex((finding) => finding.code === mark.code && finding.span.start === mark.start && (mark.end === undefined || finding.span.end === mark.end));
    if (index < 0) {
      problems.push(`Expected ${mark.code} at ${place(marked.text, mark.start)}, "${marked.text.slice(mark.start, mark.end ?? mark.start + 20)}${mark.end === undefined ? '…' : ''}".`);
      continue;
    }
    const [finding] = left.splice(index, 1);
    if (finding) problems.push(...missingDifference(mark, finding));
  }
  for (const finding of left) problems.push(`Unexpected ${finding.code} at ${place(marked.text, finding.span.start)}: ${finding.message}`);
  return problems;
}

function missingDifference(mark: Mark, finding: Finding): string[] {
  if (!mark.missing) return [];
  const missing = [...(finding.missing ?? [])].sort();
  if (mark.missing.kind === 'count') {
    return missing.length === mark.missing.count ? [] : [`Expected ${mark.missing.count} missing names, found ${missing.length}: ${missing.join(', ')}.`];
  }
  const named = mark.missing.names;
  const unknown = named.filter((name) => !CATALOG_NAMES.includes(name));
  if (unknown.length > 0) throw new Error(`No error is called ${unknown.join(', ')}.`);
  const expected = (mark.missing.kind === 'exactly' ? [...named] : CATALOG_NAMES.filter((name) => !named.includes(name))).sort();
  if (missing.join() === expected.join()) return [];
  const more = missing.filter((name) => !expected.includes(name));
  const fewer = expected.filter((name) => !missing.includes(name));
  return [`${mark.code} at offset ${mark.start} misses too much: [${more.join(', ')}], too little: [${fewer.join(', ')}].`];
}
