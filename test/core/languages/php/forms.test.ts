import { checkSilent } from '../../../harness/check';
import { holdPlaces, holdQuestions, NOT_BELOW_500 } from '../../../harness/forms';
import { method, PHP } from './sources';

describe('PHP: questions', () => holdQuestions(PHP, (test, mark) => method(`if (${test}) { show(); }\n//${mark}`), {
  already_exists: [
    "!($body['error'] !== 'already_exists')",
    "!($body['error'] != 'already_exists')",
    "!($body['error'] <> 'already_exists')",
    "isset($body['error']) and $body['error'] == 'already_exists'",
    "@$body['error'] === 'already_exists'",
    "(string) $body['error'] === 'already_exists'",
    "data_get($body, 'error') === 'already_exists'",
    "array_get($body, 'error') === 'already_exists'",
    "key_exists($body['error'], ['already_exists' => 1])",
    "empty($body['error']) || $body['error'] === 'already_exists'",
    "is_null($body['error']) || $body['error'] === 'already_exists'",
  ],
  'already_exists, missing_scope': [
    "$body['error'] == 'already_exists' or $body['error'] == 'missing_scope'",
    "$body['error'] == 'already_exists' || $body['error'] == 'missing_scope'",
  ],
  server_error: [
    '$e->getCode() > 499',
  ],
  [NOT_BELOW_500]: [
    '!($e->getCode() < 500)',
    '!($e->getCode() <= 499)',
  ],
}));

describe('PHP: places of a chain', () => holdPlaces(PHP, method, "switch ($body['error']) {\n//<^… unhandled-error without: already_exists\n    case 'already_exists':\n        show();\n        break;\n}", [
  'foreach ($failures as $body) {\nCHAIN\n}',
  'foreach ($failures as &$body) {\nCHAIN\n}',
  'while (more()) {\nCHAIN\n}',
]));

describe('PHP: what ends a script', () => {
  for (const end of ['exit(1);', 'exit;', "die('failed');", "exit('failed');"]) {
    it(end, () => checkSilent(method(`if ($body['error'] === 'already_exists') {\n    show();\n}\n${end}\n`), PHP));
  }
});
