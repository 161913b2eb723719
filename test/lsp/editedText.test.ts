import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/core/model/edit';
import { EditedText } from '../../server/src/lsp/editedText';

function sameAs(edited: EditedText, text: string): void {
  const fresh = EditedText.of(text);
  assert.equal(edited.length, text.length);
  for (let start = 0; start <= text.length; start++) {
    for (const end of [start, start + 1, start + 5, text.length]) assert.equal(edited.slice(start, end), text.slice(start, end), `${start} to ${end}`);
    assert.equal(edited.lineAt(start), fresh.lineAt(start), `line at ${start}`);
  }
  assert.equal(edited.lineCount, fresh.lineCount);
  for (let line = 0; line <= fresh.lineCount; line++) assert.equal(edited.lineStart(line), fresh.lineStart(line), `line ${line}`);
  assert.equal(edited.toString(), text);
}

describe('A text that is edited', () => {
  const piece = (maxLength: number) => fc.string({ unit: fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc', '😀'), maxLength });

  it('is what its edits made of it, wherever they are and whatever is held apart', () => {
    fc.assert(
      fc.property(piece(40), fc.nat(4), fc.array(fc.tuple(fc.nat(), fc.nat(6), piece(8)), { maxLength: 8 }), (text, around, edits) => {
        let current = text;
        let edited = EditedText.of(text, around);
        for (const [at, length, newText] of edits) {
          const start = at % (current.length + 1);
          const end = Math.min(current.length, start + length);
          current = applyEdits(current, [{ span: { start, end }, newText }]);
          const before = edited;
          const old = before.toString();
          edited = before.replace(start, end, newText);
          sameAs(edited, current);
          assert.equal(before.toString(), old);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has lines that are counted at any place before its whole was asked for', () => {
    const line = 'a line of a long text\r\n';
    const text = line.repeat(20_000);
    const at = 10_000 * line.length;
    let edited = EditedText.of(text);
    for (const [index, char] of [...'typed\nhere'].entries()) edited = edited.replace(at + index, at + index, char);
    assert.equal(edited.lineCount, 20_002);
    assert.equal(edited.lineAt(at + 8), 10_001);
    assert.equal(edited.lineStart(10_001), at + 6);
    assert.equal(edited.lineStart(10_002), at + 10 + line.length);
    assert.equal(edited.lineAt(edited.length), 20_001);
    assert.equal(edited.slice(at - 2, at + 12), '\r\ntyped\nherea ');
    // Far from where was typed.
    edited = edited.replace(0, 2, '');
    assert.equal(edited.lineStart(10_001), at + 4);
    assert.equal(edited.toString(), `${text.slice(2, at)}typed\nhere${text.slice(at)}`);
  });
});
