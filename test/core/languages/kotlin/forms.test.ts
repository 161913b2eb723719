import { holdPlaces, holdQuestions, NOT_BELOW_500 } from '../../../harness/forms';
import { inFunction, KOTLIN } from './sources';

describe('Kotlin: questions', () => holdQuestions(KOTLIN, (test, mark) => inFunction(`if (${test}) show()\n//${mark}`), {
  already_exists: [
    '!(e.error != "already_exists")',
    'e.error === "already_exists"',
    '!(e.error !== "already_exists")',
    '(e.error) == "already_exists"',
    '(e.error as String) == "already_exists"',
    'e.error == """already_exists"""',
    'e.error?.lowercase() == "already_exists"',
    '(e.error ?: "") == "already_exists"',
    'e.status.toLong() == 409L',
    'e.body.jsonObject["error"]?.jsonPrimitive?.contentOrNull == "already_exists"',
  ],
  'already_exists, missing_scope': [
    'e.error == "already_exists" || e.error == "missing_scope"',
  ],
  server_error: [
    'e.status > 499',
  ],
  [NOT_BELOW_500]: [
    '!(e.status < 500)',
    '!(e.status <= 499)',
  ],
}));

describe('Kotlin: places of a chain', () => holdPlaces(KOTLIN, inFunction, 'when (e.error) {\n//<^… unhandled-error without: already_exists\n    "already_exists" -> show()\n}', [
  'for (i in 0..3) {\nCHAIN\n}',
  'while (more()) {\nCHAIN\n}',
  'do {\nCHAIN\n} while (more())',
  'val handle = fun(e: PlusAuthException) {\nCHAIN\n}',
  'val listener = object : Listener {\n    override fun on(e: PlusAuthException) {\nCHAIN\n    }\n}',
  'for (e in failures) {\nCHAIN\n}',
]));
