import { holdPlaces, holdQuestions, NOT_BELOW_500 } from '../../../harness/forms';
import { DART, onError } from './sources';

describe('Dart: questions', () => holdQuestions(DART, (test, mark) => onError(`if (${test}) show();\n//${mark}`), {
  already_exists: [
    '!(e.error != "already_exists")',
    '(e.error) == "already_exists"',
    '(e.error as String) == "already_exists"',
    'e.error case == "already_exists"',
    '(e.error ?? "") == "already_exists"',
    'e case PlusAuthException(error: "already_exists")',
  ],
  'already_exists, missing_scope': [
    'e.error case "already_exists" || "missing_scope"',
  ],
  server_error: [
    'e.status > 499',
    'e.status case > 499',
    'e.status case >= 500 && <= 599',
  ],
  [NOT_BELOW_500]: [
    '!(e.status < 500)',
    '!(e.status <= 499)',
  ],
}));

describe('Dart: places of a chain', () => holdPlaces(DART, onError, 'switch (e.error) {\n//<^… unhandled-error without: already_exists\n  case "already_exists":\n    show();\n}', [
  'for (var i = 0; i < 3; i++) {\nCHAIN\n}',
  'for (final e in failures) {\nCHAIN\n}',
  'while (more()) {\nCHAIN\n}',
  'do {\nCHAIN\n} while (more());',
  'void local(PlusAuthException e) {\nCHAIN\n}',
  'final local = (PlusAuthException e) {\nCHAIN\n};',
  '{\nCHAIN\n}',
]));
