import { holdPlaces, holdQuestions, NOT_BELOW_500 } from '../../../harness/forms';
import { CSHARP, onError } from './sources';

describe('C#: questions', () => holdQuestions(CSHARP, (test, mark) => onError(`if (${test}) Show();\n//${mark}`), {
  already_exists: [
    '!(ex.Error != "already_exists")',
    '(ex.Error as string) == "already_exists"',
    'ex.Error! == "already_exists"',
    'checked(ex.Status) == 409',
    'ex.Error is var x && x == "already_exists"',
    'ex.Error is string and "already_exists"',
    '(ex.Error ?? "") == "already_exists"',
  ],
  'already_exists, missing_scope': [
    'ex.Error is ("already_exists" or "missing_scope")',
    'ex.Error is not ("already_exists" or "missing_scope") == false',
  ],
  server_error: [
    'ex.Status > 499',
    'ex.Status is > 499',
    'ex.Status is >= 500 and <= 599',
    'ex.Status is >= 500 and < 600',
  ],
  [NOT_BELOW_500]: [
    '!(ex.Status < 500)',
    '!(ex.Status <= 499)',
  ],
}));

describe('C#: places of a chain', () => holdPlaces(CSHARP, onError, 'switch (ex.Error)\n//<^… unhandled-error without: already_exists\n{\n    case "already_exists":\n        Show();\n        break;\n}', [
  'foreach (var ex in failures)\n{\nCHAIN\n}',
  'for (var i = 0; i < 3; i++)\n{\nCHAIN\n}',
  'while (More())\n{\nCHAIN\n}',
  'do\n{\nCHAIN\n} while (More());',
  'lock (gate)\n{\nCHAIN\n}',
  'using (Scope())\n{\nCHAIN\n}',
  'checked\n{\nCHAIN\n}',
  'void Local(PlusAuthException ex)\n{\nCHAIN\n}',
  'Action<PlusAuthException> local = delegate (PlusAuthException ex)\n{\nCHAIN\n};',
  'again:\nCHAIN',
  '#if DEBUG\nCHAIN\n#endif',
]));
