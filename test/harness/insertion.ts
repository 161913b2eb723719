import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/model/edit';
import type { Completion } from '../../server/src/core/service';
import { plainText } from '../../server/src/lsp/snippet';
import { COMPILERS } from './compile';
import { findingsOf, settingsOf, withDocument, type CheckOptions } from './document';
import { syntaxErrors } from './frontEnds';
import { sharedHost } from './host';
import { dedent, parseMarked, withCrLf } from './marked';

/** Which of several completions: by its label, or by a test. */
export type Pick = RegExp | ((item: Completion) => boolean);

const isPicked = (item: Completion, pick: Pick): boolean => (pick instanceof RegExp ? pick.test(item.label) : pick(item));
export const isHandler: Pick = (item) => item.kind === 'handler' && !item.label.startsWith('retry');
export const isRetry: Pick = (item) => item.label.startsWith('retry');
export const isFallback: Pick = (item) => item.kind === 'fallback';
export const isAll: Pick = (item) => item.label.startsWith('PlusAuth: all');

/** The code with one item put in, without what stands before the marked code. Also checks CRLF, and that editors can apply the edit. */
export async function insert(head: string, source: string, pick: Pick, options: CheckOptions = {}): Promise<string> {
  const marked = parseMarked(head + dedent(source));
  const results: string[] = [];
  for (const { text, cursor = 0 } of [marked, withCrLf(marked)]) {
    const items = await withDocument(text, options, (uri) => sharedHost().service.doComplete(uri, cursor, settingsOf(options)));
    const item = items.find((i) => isPicked(i, pick));
    assert.ok(item, `Expected ${String(pick)} among ${JSON.stringify(items.map((i) => i.label))}.`);
    const { start, end } = item.edit.span;
    assert.ok(start <= cursor && cursor <= end, 'The edit does not touch the cursor.');
    assert.doesNotMatch(text.slice(start, end), /[\r\n]/, 'The edit spans lines.');
    if (text.includes('\r')) assert.doesNotMatch(item.edit.newText, /[^\r]\n/);
    results.push(applyEdits(text, [{ ...item.edit, newText: item.snippet ? plainText(item.edit.newText) : item.edit.newText }]));
  }
  assert.equal(results[1], results[0]?.replaceAll('\n', '\r\n'), 'The result with CRLF differs in more than line endings.');
  return results[0] ?? '';
}

/** Like `insert`; the result compiles under strict options, and nothing is found in it. */
export async function insertClean(head: string, source: string, pick: Pick, options: CheckOptions = {}): Promise<string> {
  const result = await insert(head, source, pick, options);
  const { languageId = 'typescript' } = options;
  // Where the compiler can be had, types count as well.
  const errors = COMPILERS[languageId]?.(result) ?? (await syntaxErrors(result, languageId));
  assert.deepEqual(errors, [], result);
  assert.deepEqual((await findingsOf(result, options)).map((f) => f.message), [], result);
  return result.slice(head.length);
}

/** The completions at the cursor. */
export async function itemsOf(head: string, source: string, options: CheckOptions = {}): Promise<readonly Completion[]> {
  const { text, cursor = 0 } = parseMarked(head + dedent(source));
  return withDocument(text, options, (uri) => sharedHost().service.doComplete(uri, cursor, settingsOf(options)));
}
