import assert from 'node:assert/strict';
import { annotate, dedent, parseMarked, place, withCrLf } from './marked';

describe('Marked sources', () => {
  it('take annotations and the cursor out', () => {
    const marked = parseMarked(`
      const a = f(b‸c);
              //^^^^^ unknown-error
      next();
    `);
    assert.equal(marked.text, 'const a = f(bc);\nnext();\n');
    assert.equal(marked.cursor, 'const a = f(b'.length);
    assert.deepEqual(marked.expected, [{ code: 'unknown-error', start: 10, end: 15 }]);
  });

  it('mark columns behind the comment opener, from it, and starts only', () => {
    const { text, expected } = parseMarked(`
      if (a) b();
      //<^^^ unhandled-error missing 3
      //  ^ unknown-error
      //^^^^… unreachable-branch
    `);
    assert.equal(text, 'if (a) b();\n');
    assert.deepEqual(expected, [
      { code: 'unhandled-error', start: 0, end: 6, missing: { kind: 'count', count: 3 } },
      { code: 'unknown-error', start: 4, end: 5 },
      { code: 'unreachable-branch', start: 2, end: undefined },
    ]);
  });

  it('read lists of names', () => {
    const { expected } = parseMarked('abcdef\n//<^^^ unhandled-error missing: a, b\n//<^^^ unhandled-error without: c\n');
    assert.deepEqual(expected.map(({ missing }) => missing), [{ kind: 'exactly', names: ['a', 'b'] }, { kind: 'without', names: ['c'] }]);
  });

  it('allow comments of markup', () => {
    const { text, expected } = parseMarked('<p>abcdef</p>\n<!-- ^^ unknown-error -->\n');
    assert.equal(text, '<p>abcdef</p>\n');
    assert.deepEqual(expected, [{ code: 'unknown-error', start: 5, end: 7 }]);
  });

  it('leave other comments alone', () => {
    const source = '// 2 ^ 3 is a number\nx(); // ^^^ unknown-error\n';
    assert.equal(parseMarked(source).text, source);
  });

  it('refuse what they do not understand', () => {
    assert.throws(() => parseMarked('abcdef\n// ^^^ no-such-finding\n'), /No finding is called/);
    assert.throws(() => parseMarked('abc\n// ^^^^^ unknown-error\n'), /reaches behind/);
    assert.throws(() => parseMarked('// ^^ unknown-error\nabc\n'), /code line above/);
    assert.throws(() => parseMarked('abcdef\n// ^^ unhandled-error except a\n'), /is no "missing 12"/);
  });

  it('count carriage returns', () => {
    const marked = withCrLf(parseMarked('a\nb‸cdefg\n//<^^^ unknown-error\n'));
    assert.equal(marked.text, 'a\r\nbcdefg\r\n');
    assert.deepEqual(marked.expected, [{ code: 'unknown-error', start: 3, end: 9 }]);
    assert.equal(marked.cursor, 4);
  });

  it('lose the indentation of their test', () => {
    assert.equal(dedent('\n    a\n      b\n\n    c\n  '), 'a\n  b\n\nc\n');
    assert.equal(dedent('\n\t\ta\n\t\t\tb\n'), 'a\n\tb\n');
  });

  it('show findings and places', () => {
    assert.equal(annotate('ab cd\nef', [{ span: { start: 3, end: 5 }, note: 'here' }]), 'ab cd\n   ^^ here\nef');
    assert.equal(place('ab\ncd', 4), '2:2');
  });
});
