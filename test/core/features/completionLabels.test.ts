import assert from 'node:assert/strict';
import { ERROR_NAMES } from '../../../server/src/core/catalog';
import { checkCompletion } from '../../harness/features';

/** A choice by the error's name, and how its labels are written. A line `@` is a place where one can be added. */
interface Choice {
  readonly languageId: string;
  readonly text: string;
  /** From nothing typed to the whole label, with the cursor at `‸`. */
  readonly labels: readonly string[];
}

const CHOICES: Readonly<Record<string, Choice>> = {
  'a switch in TypeScript': {
    languageId: 'typescript',
    text: `import { PlusAuthRestClient } from '@plusauth/plusauth-rest-js';
const plusAuth = new PlusAuthRestClient('https://acme.plusauth.com', { token: '' });
export async function add() {
  try { await plusAuth.users.create({}); } catch (e: any) {
    switch (e.error) {
@
      case 'already_exists':
        return 1;
@
      case 'invalid_entity':
        return 2;
@
      default:
        throw e;
@
    }
  }
}
`,
    labels: ['case ‸', "case '‸", "case '‸'", "case '‸':"],
  },
  'a switch in Java': {
    languageId: 'java',
    text: `import com.plusauth.sdk.PlusAuthException;
class Users {
    int add(PlusAuth plusAuth) {
        try { plusAuth.users().create(); } catch (PlusAuthException e) {
            switch (e.getError()) {
@
                case "already_exists":
                    return 1;
@
                case "invalid_entity":
                    return 2;
@
                default:
                    throw e;
@
            }
        }
        return 0;
    }
}
`,
    labels: ['case ‸', 'case "‸', 'case "‸"', 'case "‸":'],
  },
  'a switch expression in Java': {
    languageId: 'java',
    text: `import com.plusauth.sdk.PlusAuthException;
class Users {
    int add(PlusAuth plusAuth) {
        try { plusAuth.users().create(); } catch (PlusAuthException e) {
            return switch (e.getError()) {
@
                case "already_exists" -> 1;
@
                case "invalid_entity" -> 2;
@
                default -> throw e;
@
            };
        }
        return 0;
    }
}
`,
    labels: ['case "‸', 'case "‸"', 'case "‸" -> 3;'],
  },
  'a when in Kotlin': {
    languageId: 'kotlin',
    text: `import com.plusauth.rest.PlusAuth
fun add(plusAuth: PlusAuth): Int {
    try { plusAuth.users.create() } catch (e: PlusAuthException) {
        when (e.error) {
@
            "already_exists" -> return 1
@
            "invalid_entity" -> return 2
@
            else -> throw e
@
        }
    }
    return 0
}
`,
    labels: ['"‸', '"‸"', '"‸" -> return 3'],
  },
  'a switch in C#': {
    languageId: 'csharp',
    text: `using PlusAuth;
class Users {
    int Add(PlusAuthClient plusAuth) {
        try { plusAuth.Users.Create(); } catch (PlusAuthException e) {
            switch (e.Error) {
@
                case "already_exists":
                    return 1;
@
                case "invalid_entity":
                    return 2;
@
                default:
                    throw;
@
            }
        }
        return 0;
    }
}
`,
    labels: ['case ‸', 'case "‸', 'case "‸"', 'case "‸":'],
  },
  'a switch expression in C#': {
    languageId: 'csharp',
    text: `using PlusAuth;
class Users {
    int Add(PlusAuthClient plusAuth) {
        try { plusAuth.Users.Create(); } catch (PlusAuthException e) {
            return e.Error switch {
@
                "already_exists" => 1,
@
                "invalid_entity" => 2,
@
                _ => throw e,
@
            };
        }
        return 0;
    }
}
`,
    labels: ['"‸', '"‸"', '"‸" => 3,'],
  },
  'a switch in Go': {
    languageId: 'go',
    text: `package users

import "github.com/acme/plusauth"

func add(c *plusauth.Client) int {
\terr := c.Users.Create()
\tvar e *plusauth.Error
\tif errors.As(err, &e) {
\t\tswitch e.Code {
@
\t\tcase "already_exists":
\t\t\treturn 1
@
\t\tcase "invalid_entity":
\t\t\treturn 2
@
\t\tdefault:
\t\t\treturn 3
@
\t\t}
\t}
\treturn 0
}
`,
    labels: ['case ‸', 'case "‸', 'case "‸"', 'case "‸":'],
  },
  'a switch in PHP': {
    languageId: 'php',
    text: `<?php
use PlusAuth\\Client;
function add(Client $plusAuth) {
    try { $plusAuth->users->create(); } catch (PlusAuthException $e) {
        switch ($e->error) {
@
            case 'already_exists':
                return 1;
@
            case 'invalid_entity':
                return 2;
@
            default:
                throw $e;
@
        }
    }
}
`,
    labels: ["case '‸", "case '‸'", "case '‸':"],
  },
  'a match in PHP': {
    languageId: 'php',
    text: `<?php
use PlusAuth\\Client;
function add(Client $plusAuth) {
    try { $plusAuth->users->create(); } catch (PlusAuthException $e) {
        return match ($e->error) {
@
            'already_exists' => 1,
@
            'invalid_entity' => 2,
@
            default => throw $e,
@
        };
    }
}
`,
    labels: ["'‸", "'‸'", "'‸' => 3,"],
  },
  'a case in Ruby': {
    languageId: 'ruby',
    text: `require 'plusauth'
def add(plusauth)
  plusauth.users.create
rescue PlusAuth::Error => e
  case e.error
@
  when 'already_exists'
    1
@
  when 'invalid_entity'
    2
@
  else
    raise
  end
end
`,
    labels: ['when ‸', "when '‸", "when '‸'"],
  },
  'a match in Rust': {
    languageId: 'rust',
    text: `use plusauth::Client;
fn add(c: &Client) -> Result<i32, plusauth::Error> {
    if let Err(e) = c.users().create() {
        match e.error.as_str() {
@
            "already_exists" => return Ok(1),
@
            "invalid_entity" => return Ok(2),
@
            _ => return Err(e),
@
        }
    }
    Ok(0)
}
`,
    labels: ['"‸', '"‸"', '"‸" => return Ok(3),'],
  },
  'a switch in Swift': {
    languageId: 'swift',
    text: `import PlusAuth
func add(plusAuth: PlusAuth) throws -> Int {
    do { try plusAuth.users.create() } catch let e as PlusAuthError {
        switch e.error {
@
        case "already_exists":
            return 1
@
        case "invalid_entity":
            return 2
@
        default:
            throw e
@
        }
    }
    return 0
}
`,
    labels: ['case ‸', 'case "‸', 'case "‸"', 'case "‸":'],
  },
  'a switch in Dart': {
    languageId: 'dart',
    text: `import 'package:plusauth/plusauth.dart';
int add(PlusAuth plusAuth) {
  try { plusAuth.users.create(); } on PlusAuthException catch (e) {
    switch (e.error) {
@
      case 'already_exists':
        return 1;
@
      case 'invalid_entity':
        return 2;
@
      default:
        rethrow;
    }
  }
  return 0;
}
`,
    labels: ["case '‸", "case '‸'", "case '‸':"],
  },
  'a switch expression in Dart': {
    languageId: 'dart',
    text: `import 'package:plusauth/plusauth.dart';
int add(PlusAuth plusAuth) {
  try { plusAuth.users.create(); } on PlusAuthException catch (e) {
    return switch (e.error) {
@
      'already_exists' => 1,
@
      'invalid_entity' => 2,
@
      _ => throw e,
@
    };
  }
  return 0;
}
`,
    labels: ["'‸", "'‸'", "'‸' => 3,"],
  },
  'a match in Python': {
    languageId: 'python',
    text: `import plusauth
def add(client):
    try:
        client.users.create()
    except plusauth.PlusAuthError as e:
        match e.error:
@
            case "already_exists":
                return 1
@
            case "invalid_entity":
                return 2
@
            case _:
                raise
`,
    labels: ['case ‸', 'case "‸', 'case "‸"', 'case "‸":'],
  },
};

/** All texts with a label at one of the places and none at the others. */
function typedIn(text: string, label: string): string[] {
  const lines = text.split('\n');
  const places = lines.flatMap((line, index) => (line === '@' ? [index] : []));
  const indent = /^\s*/.exec(lines[(places[0] ?? 0) + 1] ?? '')?.[0] ?? '';
  return places.map((place) => lines.flatMap((line, index) => (index === place ? [indent + label] : line === '@' ? [] : [line])).join('\n'));
}

describe('A label that is typed before, between and behind others', () => {
  for (const [name, { languageId, text, labels }] of Object.entries(CHOICES)) {
    it(`is offered every name: ${name}`, async () => {
      for (const label of labels) {
        const sources = typedIn(text, label);
        assert.ok(sources.length >= 3);
        for (const source of sources) {
          for (const typed of [source, source.replaceAll('\n', '\r\n')]) await checkCompletion(typed, { includes: ERROR_NAMES }, { languageId });
        }
      }
    });
  }
});
