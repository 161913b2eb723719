import assert from 'node:assert/strict';
import { checkFindings, checkSilent } from '../../harness/check';
import { findingsOf } from '../../harness/document';
import { checkFix } from '../../harness/fixes';
import { dedent } from '../../harness/marked';

/** What a file in a language is made of: an enumeration of two names, and the statements of a function that gets an error `e`. */
interface Sample {
  readonly file: (statements: string) => string;
  /** Statements that read the name as a member of the enumeration and throw what has none. */
  readonly loud?: string;
  /** The same where nothing stands for what has none; both bind `code`. */
  readonly quiet?: string;
  /** What throws where `code` is nothing. */
  readonly guard?: string;
  readonly both: string;
  readonly one: string;
  /** Matches the head of the handler in `one`. */
  readonly head: string;
}

const indent = (code: string, width: number): string => dedent(code).trimEnd().replace(/^(?=.)/gm, ' '.repeat(width));

const SAMPLES: Readonly<Record<string, Sample>> = {
  csharp: {
    file: (s) => `using Acme.PlusAuth;\n\npublic enum Code { already_exists, entity_not_found }\n\npublic class Users\n{\n    public void OnError(PlusAuthException e)\n    {\n${indent(s, 8)}\n    }\n}\n`,
    loud: 'var code = Enum.Parse<Code>(e.Error);',
    both: 'switch (code)\n{\n    case Code.already_exists: ShowTaken(); break;\n    case Code.entity_not_found: ShowGone(); break;\n}',
    one: 'if (code == Code.already_exists) ShowTaken();',
    head: 'if (code == Code.already_exists)',
  },
  dart: {
    file: (s) => `import 'package:plusauth/plusauth.dart';\n\nenum Code {\n  taken('already_exists'),\n  gone('entity_not_found');\n\n  const Code(this.wire);\n  final String wire;\n}\n\nvoid onError(PlusAuthException e) {\n${indent(s, 2)}\n}\n`,
    loud: 'final code = Code.values.firstWhere((c) => c.wire == e.error);',
    quiet: 'final code = Code.values.firstWhereOrNull((c) => c.wire == e.error);',
    guard: 'if (code == null) throw e;',
    both: 'switch (code) {\n  case Code.taken:\n    showTaken();\n  case Code.gone:\n    showGone();\n}',
    one: 'if (code == Code.taken) showTaken();',
    head: 'if (code == Code.taken)',
  },
  java: {
    file: (s) => `import com.acme.plusauth.PlusAuthException;\n\nclass Users {\n    enum Code { ALREADY_EXISTS, ENTITY_NOT_FOUND }\n\n    void onError(PlusAuthException e) {\n${indent(s, 8)}\n    }\n}\n`,
    loud: 'Code code = Code.valueOf(e.getError().toUpperCase());',
    both: 'switch (code) {\n    case ALREADY_EXISTS -> showTaken();\n    case ENTITY_NOT_FOUND -> showGone();\n}',
    one: 'if (code == Code.ALREADY_EXISTS) showTaken();',
    head: 'if (code == Code.ALREADY_EXISTS)',
  },
  php: {
    file: (s) => `<?php\n\nuse Acme\\PlusAuth\\PlusAuthException;\n\nenum Code: string\n{\n    case Taken = 'already_exists';\n    case Gone = 'entity_not_found';\n}\n\nfunction onError(PlusAuthException $e): void\n{\n${indent(s, 4)}\n}\n`,
    loud: '$code = Code::from($e->error);',
    quiet: '$code = Code::tryFrom($e->error);',
    guard: 'if ($code === null) {\n    throw $e;\n}',
    both: 'switch ($code) {\n    case Code::Taken:\n        showTaken();\n        break;\n    case Code::Gone:\n        showGone();\n        break;\n}',
    one: 'if ($code === Code::Taken) {\n    showTaken();\n}',
    head: 'if ($code === Code::Taken)',
  },
  python: {
    file: (s) => `from enum import StrEnum\n\nfrom plusauth import PlusAuthError\n\n\nclass Code(StrEnum):\n    TAKEN = "already_exists"\n    GONE = "entity_not_found"\n\n\ndef on_error(e: PlusAuthError) -> None:\n${indent(s, 4)}\n`,
    loud: 'code = Code(e.error)',
    both: 'match code:\n    case Code.TAKEN:\n        show_taken()\n    case Code.GONE:\n        show_gone()',
    one: 'if code is Code.TAKEN:\n    show_taken()',
    head: 'if code is Code.TAKEN',
  },
  swift: {
    file: (s) => `import PlusAuth\n\nenum Code: String {\n    case taken = "already_exists"\n    case gone = "entity_not_found"\n}\n\nfunc onError(_ e: PlusAuthError) throws {\n${indent(s, 4)}\n}\n`,
    quiet: 'let code = Code(rawValue: e.error)',
    guard: 'guard let code = Code(rawValue: e.error) else { throw e }',
    both: 'switch code {\ncase .taken: showTaken()\ncase .gone: showGone()\ndefault: throw e\n}',
    one: 'if code == .taken {\n    showTaken()\n}',
    head: 'if code == .taken',
  },
};

/** A source with its handler's head marked on a line below. */
function marked(text: string, head: string, note: string, comment: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(head));
  const column = lines[at]?.indexOf(head) ?? 0;
  lines.splice(at + 1, 0, column >= comment.length ? `${' '.repeat(column - comment.length)}${comment}^… ${note}` : `${comment}<^… ${note}`);
  return lines.join('\n');
}

describe('A name that is read as a member of an enumeration', () => {
  for (const [languageId, { file, loud, quiet, guard, both, one, head }] of Object.entries(SAMPLES)) {
    const options = { languageId };
    const comment = languageId === 'python' ? '#' : '//';
    describe(languageId, () => {
      if (loud !== undefined) {
        it('what has no member is thrown', () => checkSilent(file(`${loud}\n${both}`), options));
        it('a member that is forgotten vanishes alone', async () => {
          await checkFindings(marked(file(`${loud}\n${one}`), head, 'unhandled-error missing 1', comment), options);
          await checkFix(file(`${loud}\n${one}`), { code: 'unhandled-error' }, undefined, options);
        });
      }
      if (quiet !== undefined) {
        it('what has no member vanishes where nobody asks', () => checkFindings(marked(file(`${quiet}\n${one}`), head, 'unhandled-error missing 13', comment), options));
        it('its fallback is added', () => checkFix(file(`${quiet}\n${one}`), { code: 'unhandled-error' }, undefined, options));
      }
      if (guard !== undefined) {
        const before = guard.startsWith('guard') ? guard : `${quiet ?? ''}\n${guard}`;
        it('a guard throws what has none', () => checkSilent(file(`${before}\n${both}`), options));
        it('behind it a member that is forgotten vanishes', async () => {
          await checkFix(file(`${before}\n${one}`), { code: 'unhandled-error' }, undefined, options);
        });
      }
    });
  }

  it('TryParse as a condition', () => checkFindings(SAMPLES['csharp']?.file(`
    if (Enum.TryParse<Code>(e.Error, out var code))
  //<^… unhandled-error missing 12
    {
        switch (code)
        {
            case Code.already_exists: ShowTaken(); break;
            case Code.entity_not_found: ShowGone(); break;
        }
    }
  `) ?? '', { languageId: 'csharp' }));

  const silent = (languageId: string, name: string, source: string): void => void it(`${languageId}: ${name}`, () => checkSilent(dedent(source), { languageId }));
  const inFile = (languageId: string, statements: string): string => SAMPLES[languageId]?.file(statements) ?? '';

  silent('php', 'a default that throws', inFile('php', `
    $code = Code::tryFrom($e->error) ?? throw $e;
    switch ($code) {
        case Code::Taken:
            showTaken();
            break;
        case Code::Gone:
            showGone();
            break;
    }
  `));
  silent('dart', 'an orElse that throws', inFile('dart', `
    final code = Code.values.firstWhere((c) => c.wire == e.error, orElse: () => throw e);
    switch (code) {
      case Code.taken:
        showTaken();
      case Code.gone:
        showGone();
    }
  `));
  silent('dart', 'an orElse that takes one of the members', inFile('dart', `
    final code = Code.values.firstWhere((c) => c.wire == e.error, orElse: () => Code.gone);
    switch (code) {
      case Code.taken:
        showTaken();
      case Code.gone:
        showGone();
    }
  `));
  silent('java', 'a search in a stream', inFile('java', `
    Code code = Arrays.stream(Code.values()).filter(c -> c.name().equalsIgnoreCase(e.getError())).findFirst().orElseThrow(() -> e);
    switch (code) {
        case ALREADY_EXISTS -> showTaken();
        case ENTITY_NOT_FOUND -> showGone();
    }
  `));
  silent('java', 'an attempt whose failure is thrown', inFile('java', `
    Code code;
    try {
        code = Code.valueOf(e.getError());
    } catch (IllegalArgumentException unknown) {
        throw e;
    }
    switch (code) {
        case ALREADY_EXISTS -> showTaken();
        case ENTITY_NOT_FOUND -> showGone();
    }
  `));
  silent('kotlin', 'what none of the entries is', `
    import com.acme.plusauth.PlusAuthException

    enum class Code(val wire: String) { Exists("already_exists"), Missing("entity_not_found") }

    fun onError(e: PlusAuthException) {
        val code = Code.entries.first { it.wire == e.error }
        when (code) {
            Code.Exists -> showTaken()
            Code.Missing -> showGone()
        }
        when (Code.valueOf(e.error)) {
            Code.Exists -> showTaken()
            Code.Missing -> showGone()
        }
    }
  `);
  silent('python', 'an enumeration of another file', `
    from acme.codes import Code
    from plusauth import PlusAuthError


    def on_error(e: PlusAuthError) -> None:
        match Code(e.error):
            case Code.ALREADY_EXISTS:
                show_taken()
            case Code.ENTITY_NOT_FOUND:
                show_gone()
  `);
  it('a case for nothing, and nothing in it, for which a fallback is put', async () => {
    const nothing = (mark: string): string => inFile('dart', `
      final code = Code.values.asNameMap()[e.error];
      switch (code) {
        case Code.taken:
          showTaken();
        case Code.gone:
          showGone();
        case null:${mark}
          break;
      }
    `);
    await checkFindings(nothing('\n      //^^^^^^^^^^ swallowed-error'), { languageId: 'dart' });
    await checkFix(nothing(''), { code: 'swallowed-error' }, undefined, { languageId: 'dart' });
  });
  it('no names are written among members', async () => {
    const finding = (await findingsOf(inFile('php', `
      $code = Code::from($e->error);
      switch ($code) {
          case Code::Taken:
              showTaken();
              break;
      }
    `), { languageId: 'php' }))[0];
    assert.deepEqual(finding?.fixes().map((f) => f.title), ['Add a fallback that rethrows']);
  });

  it('tables of a class that is read whole', () => checkFindings(dedent(`
    from plusauth import PlusAuthError


    class Texts:
        BY_NAME = {"already_exists": "Taken", "entity_not_found": "Gone"}
        #<^^^^^ unhandled-error missing 12

        def text(self, e: PlusAuthError):
            return self.BY_NAME.get(e.error)
  `), { languageId: 'python' }));
});
