import { holdPlaces, holdQuestions, NOT_BELOW_500 } from '../../../harness/forms';
import { onError, PYTHON } from './sources';

describe('Python: questions', () => holdQuestions(PYTHON, (test, mark) => onError(`if ${test}:\n#${mark}\n    show()`), {
  already_exists: [
    'not e.error != "already_exists"',
    'e.error is "already_exists"',
    'not e.error is not "already_exists"',
    '(e.error) == "already_exists"',
    '(code := e.error) == "already_exists"',
    'e.error == r"already_exists"',
  ],
  'already_exists, missing_scope': [
    'e.error in {*["already_exists"], "missing_scope"}',
  ],
  server_error: [
    'e.status > 499',
    '500 <= e.status < 600',
    '499 < e.status <= 599',
  ],
  [NOT_BELOW_500]: [
    'not e.status < 500',
    'not e.status <= 499',
  ],
}));

describe('Python: places of a chain', () => holdPlaces(PYTHON, onError, 'match e.error:\n#<^… unhandled-error without: already_exists\n    case "already_exists":\n        show()', [
  'while more():\n    CHAIN',
  'for e in failures:\n    CHAIN',
  'with scope():\n    CHAIN',
  'async def later(e: PlusAuthError):\n    CHAIN',
  'def handle(retry=3, *args, e: PlusAuthError, code: str = "a", **more):\n    CHAIN',
]));
