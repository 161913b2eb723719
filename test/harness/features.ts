import assert from 'node:assert/strict';
import type { Completion } from '../../server/src/core/service';
import type { CheckOptions } from './document';
import { settingsOf, withDocument } from './document';
import { sharedHost } from './host';
import { CURSOR, parseMarked, withCrLf } from './marked';

/** The hover at the cursor holds a text, or there is none when `expected` is undefined. Returns its markdown. */
export async function checkHover(source: string, expected: string | RegExp | undefined, options: CheckOptions = {}): Promise<string | undefined> {
  let markdown: string | undefined;
  for (const marked of [parseMarked(source), withCrLf(parseMarked(source))]) {
    const offset = cursorOf(marked.cursor);
    const hover = await withDocument(marked.text, options, (uri) => sharedHost().service.doHover(uri, offset, settingsOf(options)));
    markdown = hover?.markdown;
    if (expected === undefined) {
      assert.equal(markdown, undefined, 'Expected no hover.');
      continue;
    }
    assert.ok(hover && markdown !== undefined, `Expected a hover with ${String(expected)}, there is none.`);
    assert.ok(hover.span.start <= offset && offset <= hover.span.end, `The hover's span ${hover.span.start}–${hover.span.end} does not hold the cursor ${offset}.`);
    assert.ok(typeof expected === 'string' ? markdown.includes(expected) : expected.test(markdown), `Expected a hover with ${String(expected)}, found:\n${markdown}`);
  }
  return markdown;
}

export interface ExpectedCompletions {
  /** Labels that are offered. */
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
  /** Labels that lead the list when ordered as an editor orders it, in this order. */
  readonly first?: readonly string[];
  /** Nothing is offered. */
  readonly none?: true;
}

/** The completions at the cursor, in the editor's order. */
export async function checkCompletion(source: string, expected: ExpectedCompletions, options: CheckOptions = {}): Promise<readonly Completion[]> {
  const marked = parseMarked(source);
  const offset = cursorOf(marked.cursor);
  const found = await withDocument(marked.text, options, (uri) => sharedHost().service.doComplete(uri, offset, settingsOf(options)));
  const ordered = [...found].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
  const labels = ordered.map((item) => item.label);
  if (expected.none) assert.deepEqual(labels, [], 'Expected no completion.');
  for (const label of expected.includes ?? []) assert.ok(labels.includes(label), `Expected "${label}" among ${JSON.stringify(labels)}.`);
  for (const label of expected.excludes ?? []) assert.ok(!labels.includes(label), `Expected no "${label}" among ${JSON.stringify(labels)}.`);
  if (expected.first) assert.deepEqual(labels.slice(0, expected.first.length), expected.first);
  for (const item of ordered) {
    const { start, end } = item.edit.span;
    assert.ok(0 <= start && start <= offset && offset <= end && end <= marked.text.length, `"${item.label}" edits ${start}–${end}, away from the cursor ${offset}.`);
  }
  return ordered;
}

function cursorOf(cursor: number | undefined): number {
  if (cursor === undefined) throw new Error(`The source needs a cursor: ${CURSOR}`);
  return cursor;
}
