import assert from 'node:assert/strict';
import { commandLink, pageHtml, plainBody } from '../../client/src/common/views/page';

describe('the page of a card', () => {
  const page = pageHtml({ title: '<b>"x" & y</b>', body: '<h1>Card</h1>', language: 'tr', nonce: 'n0nce' });

  it('allows its own style and nothing else', () => {
    assert.match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-n0nce';">/);
    assert.match(page, /<style nonce="n0nce">/);
  });

  it('says its language and title, for screen readers', () => {
    assert.match(page, /<html lang="tr">/);
    assert.match(page, /<title>&#60;b&#62;&#34;x&#34; &#38; y&#60;\/b&#62;<\/title>/);
    assert.match(page, /<main>\n<h1>Card<\/h1>\n<\/main>/);
  });

  it('takes every colour from the theme', () => {
    const style = /<style[^>]*>([^]*)<\/style>/.exec(page)?.[1] ?? '';
    assert.deepEqual(style.match(/#[0-9a-f]{3,8}\b|\brgba?\(/gi) ?? [], []);
  });

  it('shows text as text where nothing renders markdown', () => assert.equal(plainBody('<i>&</i>'), '<pre>&#60;i&#62;&#38;&#60;/i&#62;</pre>'));
});

describe('a link that runs a command', () => {
  it('carries its argument as data', () => {
    assert.equal(commandLink('Copy & go', 'a.b', `x"y'<z>`), '<a href="command:a.b?%5B%22x%5C%22y\'%3Cz%3E%22%5D">Copy &#38; go</a>');
  });
});
