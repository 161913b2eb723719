import { holdPlaces, holdQuestions } from '../../../harness/forms';
import { method, SWIFT } from './sources';

describe('Swift: questions', () => holdQuestions(SWIFT, (test, mark) => method(`if ${test} {\n//${mark}\n    show()\n}`), {
  already_exists: [
    '(e.error) == "already_exists"',
    '(e.error as String) == "already_exists"',
    '(e.error ?? "") == "already_exists"',
    'e.error! == "already_exists"',
    'let code = e.error, code == "already_exists"',
    'e.error == #"already_exists"#',
  ],
  'already_exists, missing_scope': [
    '["already_exists", "missing_scope"].contains(e.error)',
  ],
  server_error: [
    'e.status > 499',
    '500...599 ~= e.status',
    '(500..<600).contains(e.status)',
    'e.status >= 500, e.status < 600',
  ],
}));

describe('Swift: places of a chain', () => holdPlaces(SWIFT, method, 'if e.error == "already_exists" {\n//<^… unhandled-error without: already_exists\n    show()\n}', [
  'for e in failures {\nCHAIN\n}',
  'while more() {\nCHAIN\n}',
  'repeat {\nCHAIN\n} while more()',
  'do {\nCHAIN\n}',
  'let handle = { (e: PlusAuthError) in\nCHAIN\n}',
  'defer {\nCHAIN\n}',
  '#if DEBUG\nCHAIN\n#endif',
]));
