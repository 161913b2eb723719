import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { LANGUAGES } from '../../../server/src/core/languages';
import { cutAt, type Seams } from '../../../server/src/core/syntax/seams';

const seamsOf = (id: string): Seams => {
  const seams = LANGUAGES.find(({ ids }) => ids.some((own) => own === id))?.seams;
  assert.ok(seams);
  return seams;
};
const FUNCTION = 'function f($a)\n{\n    return $a;\n}\n\n';
/** The ends of all pieces. */
function endsOf(text: string, seams: Seams): number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) ends.push((at = cutAt(text, at, '', seams).end));
  return ends;
}
const pieces = (text: string): string[] => endsOf(text, seamsOf('php')).map((end, i, all) => text.slice(all[i - 1] ?? 0, end));
const KINDS = [['a text constant', "<<<'EOT'", '  EOT;'], ['a comment', '/*', '*/'], ['markup', '?>', '<?php']] as const;

describe('Seams', () => {
  afterEach(() => mock.restoreAll());

  for (const [name, open, close] of KINDS) {
    it(`are none in ${name} that is open`, () => {
      const text = `<?php\n\n${FUNCTION}${open}\n${FUNCTION}${FUNCTION}${close}\n${FUNCTION}${FUNCTION}`;
      assert.deepEqual(pieces(text), [`<?php\n\n${FUNCTION}${open}\n${FUNCTION}${FUNCTION}${close}\n${FUNCTION}`, FUNCTION]);
      const twice = `<?php\n\n${open}\n${FUNCTION}${close}\n${open}\n${FUNCTION}${close}\n${FUNCTION}`;
      assert.deepEqual(pieces(twice), [twice]);
    });
  }

  it('are looked for in each part of a text once, also where what is open never ends', () => {
    for (const open of ["'src/*'", "'<<<EOT\n'", '?>', '']) {
      const text = `${open === '' ? '' : '<?php\n\n'}$a = ${open};\n\n${FUNCTION.repeat(2_000)}`;
      const slice = mock.method(String.prototype, 'slice');
      endsOf(text, seamsOf('php'));
      const taken = slice.mock.calls.reduce((sum, { result }) => sum + (result ?? '').length, 0);
      mock.restoreAll();
      assert.ok(taken > text.length && taken < 20 * text.length, `${open}: ${taken} characters of ${text.length}`);
    }
  });

  it('are between the members of a class, and not in a body that is indented as little', () => {
    const members = [
      "  label = 'a';\n  one(a, b = '}') {\n  if (a) {\n    b();\n  }\n  for (const c of a) {\n  }\n  while (b()) {\n  }\n  a.run(() => {\n  })\n  run(a, {\n  })\n  async function inner() {\n  }\n  switch (a) {\n  }\n  }\n\n",
      '  async two<T>(a: T): Promise<{ a: T }> {\n  }\n',
      '  three(a: string): string[] {\n  }\n\n',
      '  // Of old.\n  get four() {\n  }\n',
      '  /** Five. */\n  five = () => {\n  };\n',
      '  @six()\n  private six() {\n  }\n',
      '  #seven() {\n  }\n',
      '  static {\n  }\n',
    ];
    const texts = [`import { a } from 'a';\n\nexport default class A {\n${members[0]}`, ...members.slice(1, -1), `${members.at(-1)}}\n\n`, 'export function b() {\n}\n'];
    const text = texts.join('');
    const found: string[] = [];
    for (let at = 0, within = ''; at < text.length; ) {
      const cut = cutAt(text, at, within, seamsOf('typescript'));
      found.push(text.slice(cut.start, cut.end));
      ({ end: at, next: within } = cut);
    }
    assert.deepEqual(found, texts);
  });
});
