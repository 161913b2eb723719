import assert from 'node:assert/strict';
import { settingsOf, withDocument } from '../../harness/document';
import { sharedHost } from '../../harness/host';
import { SAMPLES } from '../property/samples';

const settings = settingsOf({});

/** Completes and inserts at an offset: whatever the text is, edits stay within it and on one line at the cursor. */
async function tryAt(text: string, offset: number, languageId: string): Promise<number> {
  return withDocument(text, { languageId }, async (uri) => {
    const { service } = sharedHost();
    const items = await service.doComplete(uri, offset, settings);
    for (const { label, edit } of items) {
      const { start, end } = edit.span;
      assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length, `"${label}" at ${offset} edits ${start}–${end}`);
      assert.doesNotMatch(text.slice(start, end), /[\r\n]/, `"${label}" at ${offset} edits more than one line`);
    }
    for (const { span } of (await service.doInsertHandler(uri, offset, settings)) ?? []) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    return items.length;
  });
}

describe('Completion while code is typed', () => {
  for (const { name, languageId, text } of SAMPLES) {
    it(`up to every offset of ${name}`, async () => {
      for (let length = 0; length <= text.length; length += 2) await tryAt(text.slice(0, length), length, languageId);
    }).timeout(60_000);
  }

  it('with a line taken out', async () => {
    for (const { languageId, text } of SAMPLES.slice(0, 6)) {
      const lines = text.split('\n');
      for (let i = 0; i < lines.length; i++) {
        const without = [...lines.slice(0, i), '', ...lines.slice(i + 1)].join('\n');
        await tryAt(without, lines.slice(0, i).join('\n').length + 1, languageId);
      }
    }
  });

  it('in texts that are nothing but brackets, quotes and line feeds', async () => {
    const odd = ['\n', '\n ', '\n  x', '\r\n', "'", '`', '{', '\n{', '}}}', "case '", "\n case '", '/*', '//', '/* */', '`${', '`${\n', '(((('.repeat(500), '\n\n\n'.repeat(500), `switch (e.error) {${'\n case 1:'.repeat(500)}`];
    for (const text of odd) for (const head of ['// PlusAuth\n', 'plusAuth;']) for (const offset of new Set([0, 1, text.length])) await tryAt(head + text, head.length + Math.min(offset, text.length), 'typescript');
    await tryAt('\n  plusAuth.users.create(‸'.replace('‸', ''), 2, 'typescript');
    await tryAt('\n  plusAuth', 0, 'typescript');
  });
});
