import assert from 'node:assert/strict';
import { renderMarkdown } from '../../server/src/text/markdown';
import { prettyReport } from '../../server/src/cli/pretty';
import { jsonReport, type Report, type Reported } from '../../server/src/cli/report';
import { harmless, width } from '../../server/src/text/style';

const plain = { colours: false, columns: undefined };

function finding(line: string, from: number, to: number, more: Partial<Reported> = {}): Reported {
  return {
    code: 'unknown-error', severity: 'warning', message: 'No such error.', line, fixes: [], related: [],
    range: { start: { line: 11, character: from }, end: { line: 11, character: to } }, ...more,
  };
}

const report = (findings: readonly Reported[], more: Partial<Report> = {}): Report => ({ files: [{ file: 'src/a.ts', findings, fixed: [] }], checked: 3, skipped: [], fixing: false, ...more });

describe('The pretty report', () => {
  it('shows each finding at its place', () => {
    const fixes = [{ title: 'Fix', preferred: true, edits: [] }];
    assert.equal(prettyReport(report([finding("  case 'already_exist':", 7, 22, { fixes }), finding('  switch (e) {', 2, 12, { code: 'unhandled-error', severity: 'hint' })]), plain), [
      'src/a.ts',
      '  12:8  warning  unknown-error  No such error.',
      '     |',
      "  12 | case 'already_exist':",
      '     |      ^^^^^^^^^^^^^^^',
      '  12:3  hint  unhandled-error  No such error.',
      '     |',
      '  12 | switch (e) {',
      '     | ^^^^^^^^^^',
      '',
      '2 findings (1 warning, 1 hint) in 3 files. --fix fixes 1 of them.',
      '',
    ].join('\n'));
  });

  it('underlines what is seen: tabs, wide letters, several lines, the end of a line', () => {
    const underlined = (line: string, from: number, to: number, more: Partial<Reported> = {}): string[] => prettyReport(report([finding(line, from, to, more)]), plain).split('\n').slice(3, 5).map((each) => each.slice(7));
    assert.deepEqual(underlined('\t\tif (\tx)', 5, 9), ['if (  x)', '   ^^^^^']);
    assert.deepEqual(underlined("'日本' + x", 0, 4), ["'日本' + x", '^^^^^^']);
    assert.deepEqual(underlined("'日本' + x", 7, 8), ["'日本' + x", '         ^']);
    assert.deepEqual(underlined('switch (x) {', 0, 1, { range: { start: { line: 11, character: 0 }, end: { line: 14, character: 1 } } }), ['switch (x) {', '^^^^^^^^^^^^']);
    assert.deepEqual(underlined('abc', 3, 3), ['abc', '   ^']);
  });

  it('shows a window of a very long line', () => {
    const line = `${'a'.repeat(2_500_000)}'already_exist'${'b'.repeat(2_500_000)}`;
    const [shown = '', marks = ''] = prettyReport(report([finding(line, 2_500_000, 2_500_015)]), plain).split('\n').slice(3, 5);
    assert.ok(shown.length < 120);
    assert.equal(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), "'already_exist'");
  });

  it('lets no control of a file reach the terminal', () => {
    const text = prettyReport(report([finding('\x1b]0;title\x07 \u202e', 0, 3, { message: 'a\x1b[31mb' })], { skipped: [{ file: '\x1b[2J.ts', reason: 'odd', failed: false }] }), plain);
    assert.doesNotMatch(text, /[\x1b\x07\u202e]/);
  });

  it('has colours only when asked for', () => {
    const colourful = prettyReport(report([finding('x', 0, 1)]), { colours: true });
    assert.match(colourful, /\x1b\[33mwarning\x1b\[39m/);
    assert.doesNotMatch(prettyReport(report([finding('x', 0, 1)]), plain), /\x1b/);
  });

  it('says what was left out, what was fixed, and when there is nothing', () => {
    assert.equal(prettyReport({ files: [], checked: 1, skipped: [], fixing: false }, plain), 'No findings in 1 file.\n');
    assert.equal(prettyReport({ files: [], checked: 0, skipped: [{ file: 'a.ts', reason: 'It is odd.', failed: false }], fixing: true }, plain), 'skipped  a.ts: It is odd.\n\nNo findings in 0 files, 1 skipped. Nothing was fixed.\n');
    assert.equal(
      prettyReport({ files: [{ file: 'a.ts', findings: [], fixed: [{ code: 'unknown-error', title: 'Change to already_exists' }] }], checked: 1, skipped: [], fixing: true }, plain),
      'a.ts\n  fixed  Change to already_exists\n\nNo findings in 1 file. 1 fix applied.\n',
    );
  });
});

describe('The JSON report', () => {
  it('is the documented document', () => {
    const range = { start: { line: 11, character: 0 }, end: { line: 11, character: 1 } };
    const edits = [{ range, newText: 'y' }];
    const document = JSON.parse(jsonReport(report([finding('x', 0, 1, { code: 'unhandled-error', missing: ['already_exists'], fixes: [{ title: 'Fix', preferred: true, edits }] })], { skipped: [{ file: 'b.ts', reason: 'odd', failed: true }] }))) as unknown;
    assert.deepEqual(document, {
      findings: [{ file: 'src/a.ts', code: 'unhandled-error', severity: 'warning', message: 'No such error.', range, missing: ['already_exists'], fixes: [{ title: 'Fix', edits }] }],
      files: 3,
      skipped: [{ file: 'b.ts', reason: 'odd' }],
    });
  });

  it('has no `missing` for other findings, and `fixed` only when fixes were asked for', () => {
    const { findings } = JSON.parse(jsonReport(report([finding('x', 0, 1)]))) as { findings: object[] };
    assert.deepEqual(Object.keys(findings[0] ?? {}), ['file', 'code', 'severity', 'message', 'range', 'fixes']);
    const fixed = JSON.parse(jsonReport({ files: [{ file: 'a.ts', findings: [], fixed: [{ code: 'unknown-error', title: 'Fix' }] }], checked: 1, skipped: [], fixing: true })) as unknown;
    assert.deepEqual(fixed, { findings: [], files: 1, skipped: [], fixed: [{ file: 'a.ts', code: 'unknown-error', title: 'Fix' }] });
  });
});

describe('Markdown in a terminal', () => {
  it('shows headings, quotations, lists and links', () => {
    assert.equal(renderMarkdown('### `already_exists` · 409\n\n> It *is* there.\n\n**Fix it.** Now.\n- **Causes:** a\\_b; `c`\n- two\n\n[Errors](https://docs.plusauth.com/x)', plain), [
      'already_exists · 409', '', '│ It is there.', '', 'Fix it. Now.', '• Causes: a_b; c', '• two', '', 'Errors (https://docs.plusauth.com/x)', '',
    ].join('\n'));
  });

  it('dresses them where there are colours', () => {
    assert.equal(renderMarkdown('# a\n**b** `c` *d*', { colours: true, columns: 80 }), '\x1b[1ma\x1b[22m\n\x1b[1mb\x1b[22m \x1b[36mc\x1b[39m \x1b[3md\x1b[23m\n');
  });

  it('breaks long lines under their beginning', () => {
    assert.equal(renderMarkdown('- one two three four five six', { colours: false, columns: 20 }), '• one two three four\n  five six\n');
  });

  it('sets tables in columns, or below one another where there is no room', () => {
    const table = '| Name | Sentence |\n|---|---|\n| `a` | A \\| b |\n| `long` | B |';
    assert.equal(renderMarkdown(table, plain), 'Name  Sentence\na     A | b\nlong  B\n');
    const long = `| Name | Sentence |\n|---|---|\n| \`a\` | ${'word '.repeat(10)}|`;
    assert.equal(renderMarkdown(long, { colours: false, columns: 24 }), 'a\n  word word word word\n  word word word word\n  word word\n');
  });

  it('makes controls harmless and knows wide letters', () => {
    assert.equal(harmless('a\x1b[2J\u202e\ud800b'), 'a\uFFFD[2J\uFFFD\uFFFDb');
    assert.equal(width('日本e\u0301😀'), 7);
    assert.doesNotMatch(renderMarkdown('`\x1b[2J` \x1b[2J', plain), /\x1b/);
  });
});
