import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitMarkup } from '../../../server/src/core/languages/embedded';
import { applyEdits } from '../../../server/src/core/model/edit';
import { difference } from '../../../server/src/core/syntax/difference';

const scripts = (text: string): string[] => splitMarkup(text).scripts.map(({ languageId, span }) => `${languageId}: ${text.slice(span.start, span.end)}`);
const comments = (text: string): string[] => splitMarkup(text).comments.map(({ start, end }) => text.slice(start, end));

describe('Documents taken apart', () => {
  it('by element, attribute and quotes', () => {
    assert.deepEqual(scripts(`<script>a</script><SCRIPT LANG='ts'>b</SCRIPT ><script lang=tsx>c</script><script lang="jsx" setup>d</script>`), [
      'javascript: a', 'typescript: b', 'typescriptreact: c', 'javascriptreact: d',
    ]);
    assert.deepEqual(scripts(`<script title="a > b" lang="ts"\n>a</script>`), ['typescript: a']);
    assert.deepEqual(scripts(`<script data-lang="coffee" data-type="x">a</script>`), ['javascript: a']);
  });

  it('without what is no code', () => {
    assert.deepEqual(scripts(`<script src="a.js"></script><script/><scripts>a</scripts><script lang="coffee">b</script><script type="importmap">{}</script>`), []);
    assert.deepEqual(scripts('<!-- <script>a</script> --><script>b</script><!-- <script>c</script>'), ['javascript: b']);
    assert.deepEqual(scripts('<style>a::after { content: "<script>b</script>" }</style>'), []);
  });

  it('where the first end is, whatever stands before it', () => {
    assert.deepEqual(scripts(`<script>let a = '<!--'; b < c; '<script>'</script>d</script>`), [`javascript: let a = '<!--'; b < c; '<script>'`]);
    assert.deepEqual(scripts('<p><script>a\n'), ['javascript: a\n']);
    assert.deepEqual(scripts('<script'), []);
  });

  it('with comments of markup alone', () => {
    assert.deepEqual(comments('<!-- a --><script><!-- b --></script><p title="c"><!----></p><!-- d'), ['<!-- a -->', '<!---->', '<!-- d']);
  });

  it('in time that grows with the text', () => {
    for (const piece of ['<script ', '<!--', '<style>', '<script "', '</script', '<script a=b ', '<script>']) assert.ok(splitMarkup(piece.repeat(50_000)).scripts.length <= 1);
  });
});

describe('The difference of two texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n', '😀', '\uD83D'), { maxLength: 60 }).map((parts) => parts.join(''));

  it('makes one of the other, and is no longer than it must be', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, newText } = difference(before, after);
        assert.equal(applyEdits(before, [{ span: { start, end }, newText }]), after);
        if (before !== after && end > start && newText !== '') {
          assert.notEqual(before.charAt(start), newText.charAt(0));
          assert.notEqual(before.charAt(end - 1), newText.charAt(newText.length - 1));
        }
        if (before === after) assert.deepEqual([end - start, newText], [0, '']);
      }),
    );
  });
});
