import assert from 'node:assert/strict';
import { withoutIndentation } from '../../client/src/common/text/indentation';

describe('snippets that VS Code will indent', () => {
  it('lose the indentation of their line', () => assert.equal(withoutIndentation('if (a) {\n    b\n  }', '  '), 'if (a) {\n  b\n}'));
  it('keep blank lines', () => assert.equal(withoutIndentation('a\n\n\tb', '\t'), 'a\n\nb'));
  it('stay as they are where a line has less', () => assert.equal(withoutIndentation('a\n b', '    '), 'a\n b'));
  it('stay as they are without indentation, and on one line', () => {
    assert.equal(withoutIndentation('a\n  b', ''), 'a\n  b');
    assert.equal(withoutIndentation('  a', '  '), '  a');
  });
});
