import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenDocument } from '../../server/src/lsp/documents';
import { applyEdits } from '../../server/src/core/model/edit';
import { rangeAt } from './testServer';

const open = (text: string) => new OpenDocument('file:///a.ts', 'typescript', 1, text);

describe('open documents', () => {
  it('count lines that end in LF, CRLF and CR', () => {
    const document = open('a\nbb\r\nccc\rd');
    assert.deepEqual(document.positionAt(0), { line: 0, character: 0 });
    assert.deepEqual(document.positionAt(4), { line: 1, character: 2 });
    assert.deepEqual(document.positionAt(6), { line: 2, character: 0 });
    assert.deepEqual(document.positionAt(10), { line: 3, character: 0 });
    assert.equal(document.offsetAt({ line: 2, character: 1 }), 7);
  });

  it('take a place beyond a line for its end, and one beyond the text for the text’s', () => {
    const document = open('ab\r\ncd\n');
    assert.equal(document.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(document.offsetAt({ line: 1, character: 99 }), 6);
    assert.equal(document.offsetAt({ line: 2, character: 5 }), 7);
    assert.equal(document.offsetAt({ line: 9, character: 0 }), 7);
    assert.deepEqual(document.positionAt(99), { line: 2, character: 0 });
  });

  it('take senseless numbers for the beginning', () => {
    const document = open('ab\ncd');
    assert.equal(document.offsetAt({ line: -1, character: Number.NaN }), 0);
    assert.equal(document.offsetAt({ line: 1, character: -3 }), 3);
    assert.deepEqual(document.positionAt(-1), { line: 0, character: 0 });
  });

  it('count characters outside the BMP as two, and a BOM as one', () => {
    const document = open('\uFEFF😀x\n');
    assert.deepEqual(document.positionAt(3), { line: 0, character: 3 });
  });

  it('leave the version before a change as it was', () => {
    const before = open('one\ntwo');
    const { document } = before.apply([{ range: rangeAt('one\ntwo', 0, 4), text: '' }], 2);
    assert.equal(before.text, 'one\ntwo');
    assert.deepEqual(before.positionAt(4), { line: 1, character: 0 });
    assert.equal(document.text, 'two');
    assert.equal(document.version, 2);
  });

  it('forget the changes when the whole text is replaced', () => {
    const { document, changes } = open('a').apply([{ range: rangeAt('a', 0, 1), text: 'b' }, { text: 'x\ny' }, { range: rangeAt('x\ny', 3, 3), text: '!' }], 5);
    assert.equal(document.text, 'x\ny!');
    assert.equal(changes, undefined);
  });

  it('follow any sequence of edits: text, changes and every line stay right', () => {
    const piece = fc.string({ unit: fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(piece, fc.array(fc.tuple(fc.nat(), fc.nat(), piece), { maxLength: 6 }), (text, edits) => {
        let expected = text;
        let document = open(text);
        for (const [a, b, newText] of edits) {
          const [from, to] = [a % (expected.length + 1), b % (expected.length + 1)].sort((x, y) => x - y) as [number, number];
          const { document: next, changes } = document.apply([{ range: rangeAt(expected, from, to), text: newText }], document.version + 1);
          // A place inside of CRLF does not exist in LSP, so the server's own reading of the range is what was changed.
          const span = document.spanOf(rangeAt(expected, from, to));
          assert.deepEqual(changes, [{ ...span, newText }]);
          expected = applyEdits(expected, [{ span, newText }]);
          document = next;
          assert.equal(document.text, expected);
          const fresh = open(expected);
          for (let offset = 0; offset <= expected.length; offset++) {
            assert.deepEqual(document.positionAt(offset), fresh.positionAt(offset));
            assert.equal(document.offsetAt(document.positionAt(offset)), fresh.offsetAt(fresh.positionAt(offset)));
          }
        }
      }),
    );
  });

  it('agree with counting line ends from the start', () => {
    const piece = fc.string({ unit: fc.constantFrom('\r\n', '\n', '\r', 'ab', 'ç'), maxLength: 20 });
    fc.assert(
      fc.property(piece, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        const inside = text[offset - 1] === '\r' && text[offset] === '\n';
        if (!inside) assert.deepEqual(open(text).positionAt(offset), rangeAt(text, offset, offset).start);
      }),
    );
  });
});
