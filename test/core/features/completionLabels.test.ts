import { ERROR_NAMES } from '../../../server/src/core/catalog';
import { checkCompletion } from '../../harness/features';

/** A function that calls PlusAuth and handles what fails; `%` is a line where the handling stands, with its indentation. */
interface Frame {
  readonly languageId: string;
  readonly text: string;
}

const typescript: Frame = {
  languageId: 'typescript',
  text: `import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';
const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: '' });
export async function add() {
  try { await plusAuth.users.create({}); } catch (e: any) {
    %
  }
}
`,
};
const java: Frame = {
  languageId: 'java',
  text: `import com.plusauth.sdk.PlusAuthException;
class Users {
    int add(PlusAuth plusAuth) {
        try { plusAuth.users().create(); } catch (PlusAuthException e) {
            %
        }
        return 0;
    }
}
`,
};
const kotlin: Frame = {
  languageId: 'kotlin',
  text: `import com.plusauth.rest.PlusAuth
fun add(plusAuth: PlusAuth): Int {
    try { plusAuth.users.create() } catch (e: PlusAuthException) {
        %
    }
    return 0
}
`,
};
const csharp: Frame = {
  languageId: 'csharp',
  text: `using PlusAuth;
class Users {
    int Add(PlusAuthClient plusAuth) {
        try { plusAuth.Users.Create(); } catch (PlusAuthException e) {
            %
        }
        return 0;
    }
}
`,
};
const go: Frame = {
  languageId: 'go',
  text: `package users

import "github.com/acme/plusauth"

func add(c *plusauth.Client) int {
\terr := c.Users.Create()
\tvar e *plusauth.Error
\tif errors.As(err, &e) {
\t\t%
\t}
\treturn 0
}
`,
};
const php: Frame = {
  languageId: 'php',
  text: `<?php
use PlusAuth\\Client;
function add(Client $plusAuth) {
    try { $plusAuth->users->create(); } catch (PlusAuthException $e) {
        %
    }
}
`,
};
const ruby: Frame = { languageId: 'ruby', text: "require 'plusauth'\ndef add(plusauth)\n  plusauth.users.create\nrescue PlusAuth::Error => e\n  %\nend\n" };
const rust: Frame = {
  languageId: 'rust',
  text: `use plusauth::Client;
fn add(c: &Client) -> Result<i32, plusauth::Error> {
    if let Err(e) = c.users().create() {
        %
    }
    Ok(0)
}
`,
};
const swift: Frame = {
  languageId: 'swift',
  text: `import PlusAuth
func add(plusAuth: PlusAuth) throws -> Int {
    do { try plusAuth.users.create() } catch let e as PlusAuthError {
        %
    }
    return 0
}
`,
};
const dart: Frame = {
  languageId: 'dart',
  text: `import 'package:plusauth/plusauth.dart';
int add(PlusAuth plusAuth) {
  try { plusAuth.users.create(); } on PlusAuthException catch (e) {
    %
  }
  return 0;
}
`,
};
const python: Frame = { languageId: 'python', text: 'import plusauth\ndef add(client):\n    try:\n        client.users.create()\n    except plusauth.PlusAuthError as e:\n        %\n' };

/** A choice by the error's name. */
interface Choice {
  readonly frame: Frame;
  /** Head, two branches, fallback and end, each as it stands in the choice; a label can be added before, between and behind the branches. */
  readonly parts: readonly [head: string, first: string, second: string, rest: string, end: string];
  /** From nothing typed to the whole label, with the cursor at `‸`, where the branches stand. */
  readonly labels: readonly string[];
  /** No label may stand behind the fallback. */
  readonly restIsLast?: true;
}

const CASES = ['case ‸', 'case "‸', 'case "‸"', 'case "‸":'];
const single = (labels: readonly string[]): string[] => labels.map((label) => label.replaceAll('"', "'"));
const indented = (by: string, ...labels: readonly string[]): string[] => labels.map((label) => by + label);

const CHOICES: Readonly<Record<string, Choice>> = {
  'a switch in TypeScript': {
    frame: typescript,
    parts: ['switch (e.error) {', "  case 'already_exists':\n    return 1;", "  case 'invalid_entity':\n    return 2;", '  default:\n    throw e;', '}'],
    labels: indented('  ', ...single(CASES)),
  },
  'a switch in Java': {
    frame: java,
    parts: ['switch (e.getError()) {', '    case "already_exists":\n        return 1;', '    case "invalid_entity":\n        return 2;', '    default:\n        throw e;', '}'],
    labels: indented('    ', ...CASES),
  },
  'a switch expression in Java': {
    frame: java,
    parts: ['return switch (e.getError()) {', '    case "already_exists" -> 1;', '    case "invalid_entity" -> 2;', '    default -> throw e;', '};'],
    labels: indented('    ', 'case "‸', 'case "‸"', 'case "‸" -> 3;'),
  },
  'a when in Kotlin': {
    frame: kotlin,
    parts: ['when (e.error) {', '    "already_exists" -> return 1', '    "invalid_entity" -> return 2', '    else -> throw e', '}'],
    labels: indented('    ', '"‸', '"‸"', '"‸" -> return 3'),
  },
  'a switch in C#': {
    frame: csharp,
    parts: ['switch (e.Error) {', '    case "already_exists":\n        return 1;', '    case "invalid_entity":\n        return 2;', '    default:\n        throw;', '}'],
    labels: indented('    ', ...CASES),
  },
  'a switch expression in C#': {
    frame: csharp,
    parts: ['return e.Error switch {', '    "already_exists" => 1,', '    "invalid_entity" => 2,', '    _ => throw e,', '};'],
    labels: indented('    ', '"‸', '"‸"', '"‸" => 3,'),
  },
  'a switch in Go': {
    frame: go,
    parts: ['switch e.Code {', 'case "already_exists":\n\treturn 1', 'case "invalid_entity":\n\treturn 2', 'default:\n\treturn 3', '}'],
    labels: CASES,
  },
  'a switch in PHP': {
    frame: php,
    parts: ['switch ($e->error) {', "    case 'already_exists':\n        return 1;", "    case 'invalid_entity':\n        return 2;", '    default:\n        throw $e;', '}'],
    labels: indented('    ', ...single(CASES.slice(1))),
  },
  'a match in PHP': {
    frame: php,
    parts: ['return match ($e->error) {', "    'already_exists' => 1,", "    'invalid_entity' => 2,", '    default => throw $e,', '};'],
    labels: indented('    ', "'‸", "'‸'", "'‸' => 3,"),
  },
  'a case in Ruby': {
    frame: ruby,
    parts: ['case e.error', "when 'already_exists'\n  1", "when 'invalid_entity'\n  2", 'else\n  raise', 'end'],
    labels: ['when ‸', "when '‸", "when '‸'"],
    restIsLast: true,
  },
  'a match in Rust': {
    frame: rust,
    parts: ['match e.error.as_str() {', '    "already_exists" => return Ok(1),', '    "invalid_entity" => return Ok(2),', '    _ => return Err(e),', '}'],
    labels: indented('    ', '"‸', '"‸"', '"‸" => return Ok(3),'),
  },
  'a switch in Swift': {
    frame: swift,
    parts: ['switch e.error {', 'case "already_exists":\n    return 1', 'case "invalid_entity":\n    return 2', 'default:\n    throw e', '}'],
    labels: CASES,
  },
  'a switch in Dart': {
    frame: dart,
    parts: ['switch (e.error) {', "  case 'already_exists':\n    return 1;", "  case 'invalid_entity':\n    return 2;", '  default:\n    rethrow;', '}'],
    labels: indented('  ', ...single(CASES.slice(1))),
    restIsLast: true,
  },
  'a switch expression in Dart': {
    frame: dart,
    parts: ['return switch (e.error) {', "  'already_exists' => 1,", "  'invalid_entity' => 2,", '  _ => throw e,', '};'],
    labels: indented('  ', "'‸", "'‸'", "'‸' => 3,"),
  },
  'a match in Python': {
    frame: python,
    parts: ['match e.error:', '    case "already_exists":\n        return 1', '    case "invalid_entity":\n        return 2', '    case _:\n        raise', ''],
    labels: indented('    ', ...CASES),
    restIsLast: true,
  },
};

/** All texts with a label at one of the places. */
function typedIn({ frame, parts, restIsLast }: Choice, label: string): string[] {
  const indent = /^(\s*)%/m.exec(frame.text)?.[1] ?? '';
  return [1, 2, 3, ...(restIsLast ? [] : [4])].map((place) => {
    const lines = parts.toSpliced(place, 0, label).join('\n').trimEnd().split('\n');
    return frame.text.replace('%', () => lines.join(`\n${indent}`));
  });
}

describe('A label that is typed before, between and behind others', () => {
  for (const [name, choice] of Object.entries(CHOICES)) {
    it(`is offered every name: ${name}`, async () => {
      const { languageId } = choice.frame;
      for (const source of choice.labels.flatMap((label) => typedIn(choice, label))) {
        for (const typed of [source, source.replaceAll('\n', '\r\n')]) await checkCompletion(typed, { includes: ERROR_NAMES }, { languageId });
      }
    });
  }
});
