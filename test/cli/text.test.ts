import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, encode } from '../../server/src/cli/encoding';
import { Lines } from '../../server/src/cli/positions';
import { localeOf, wantsColours } from '../../server/src/cli/io';

const TEXT = "if (error === 'already_exists') {\r\n  // ı 😀\r\n}\n";

describe('Encodings', () => {
  const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
  const files: readonly (readonly [name: string, bytes: Buffer, encoding: string, mark: boolean])[] = [
    ['UTF-8', Buffer.from(TEXT), 'utf8', false],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf8', true],
    ['UTF-16, little endian, with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf16le', true],
    ['UTF-16, big endian, with a mark', swapped(`\uFEFF${TEXT}`), 'utf16be', true],
    ['UTF-16, little endian', Buffer.from(TEXT, 'utf16le'), 'utf16le', false],
    ['UTF-16, big endian', swapped(TEXT), 'utf16be', false],
  ];
  for (const [name, bytes, encoding, mark] of files) {
    it(`reads ${name} and writes it back`, () => {
      const decoded = decode(bytes);
      assert.deepEqual(decoded, { text: TEXT, encoding, mark });
      assert.deepEqual(encode(TEXT, decoded), bytes);
    });
  }

  it('keeps lone surrogates of UTF-16', () => {
    const bytes = Buffer.from("\uFEFF'\ud800' '\udc00'", 'utf16le');
    const decoded = decode(bytes);
    assert.ok(decoded);
    assert.deepEqual(encode(decoded.text, decoded), bytes);
  });

  it('keeps every byte of a file in no known encoding, and refuses to write a letter into it that it has not', () => {
    const bytes = Buffer.from([0x27, 0xe9, 0xed, 0xa0, 0x80, 0xff, 0x27]);
    const decoded = decode(bytes);
    assert.equal(decoded?.encoding, 'latin1');
    assert.ok(decoded);
    assert.deepEqual(encode(decoded.text, decoded), bytes);
    assert.throws(() => encode(`${decoded.text} ş`, decoded), RangeError);
  });

  it('takes what holds zero bytes for no text, and half a letter of UTF-16 too', () => {
    assert.equal(decode(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1])), undefined);
    assert.equal(decode(Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Buffer.from('x')])), undefined);
  });

  it('never fails, and gives back what it was given, for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decode(Buffer.from(bytes));
      if (decoded) assert.deepEqual(encode(decoded.text, decoded), Buffer.from(bytes));
    }), { numRuns: 2000 });
  });
});

describe('Positions', () => {
  it('counts lines as LSP does', () => {
    const lines = new Lines('a\nb\r\nc\rd\r\n');
    assert.deepEqual([0, 1, 2, 3, 5, 6, 7, 8, 10].map((offset) => lines.position(offset)), [
      { line: 0, character: 0 }, { line: 0, character: 1 }, { line: 1, character: 0 }, { line: 1, character: 1 }, { line: 2, character: 0 },
      { line: 2, character: 1 }, { line: 3, character: 0 }, { line: 3, character: 1 }, { line: 4, character: 0 },
    ]);
    assert.deepEqual([0, 1, 2, 3, 4, 5].map((index) => lines.line(index)), ['a', 'b', 'c', 'd', '', '']);
  });

  it('equals a count from the start, at every offset', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀') }), (text) => {
      const lines = new Lines(text);
      for (let offset = 0; offset <= text.length; offset++) {
        // The place between the two halves of a line end belongs to the line that they end.
        const inside = text[offset - 1] === '\r' && text[offset] === '\n';
        const before = (inside ? `${text.slice(0, offset - 1)}x` : text.slice(0, offset)).split(/\r\n|\n|\r/);
        assert.deepEqual(lines.position(offset), { line: before.length - 1, character: before.at(-1)?.length });
      }
    }));
  });
});

describe('The environment', () => {
  it('decides on colours: a terminal has them, NO_COLOR takes them, FORCE_COLOR gives them', () => {
    assert.equal(wantsColours(true, {}), true);
    assert.equal(wantsColours(false, {}), false);
    assert.equal(wantsColours(true, { NO_COLOR: '1' }), false);
    assert.equal(wantsColours(true, { NO_COLOR: '' }), true);
    assert.equal(wantsColours(true, { TERM: 'dumb' }), false);
    assert.equal(wantsColours(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
    assert.equal(wantsColours(true, { FORCE_COLOR: '0' }), false);
  });

  it('decides on the language, unless one is asked for', () => {
    assert.equal(localeOf(undefined, { LANG: 'tr_TR.UTF-8' }), 'tr');
    assert.equal(localeOf(undefined, { LC_ALL: 'C', LANG: 'tr_TR.UTF-8' }), 'en');
    assert.equal(localeOf(undefined, { LC_ALL: '', LC_MESSAGES: 'tr', LANG: 'de' }), 'tr');
    assert.equal(localeOf('en', { LANG: 'tr_TR.UTF-8' }), 'en');
    assert.equal(localeOf(undefined, {}), 'en');
    assert.equal(localeOf(undefined, { LANG: 'trv_TW' }), 'en');
  });
});
