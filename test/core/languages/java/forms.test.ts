import { holdPlaces, holdQuestions, NOT_BELOW_500 } from '../../../harness/forms';
import { inMethod, JAVA } from './sources';

describe('Java: questions', () => holdQuestions(JAVA, (test, mark) => inMethod(`if (${test}) show();\n//${mark}`), {
  already_exists: [
    '!(!e.getError().equals("already_exists"))',
    '((String) e.getError()).equals("already_exists")',
    'e.getStatus() == 0x199',
    '!(e.getStatus() != 409)',
    'Objects.equals(e.getError(), "already_exists")',
  ],
  server_error: [
    'e.getStatus() > 499',
  ],
  [NOT_BELOW_500]: [
    '!(e.getStatus() < 500)',
    '!(e.getStatus() <= 499)',
  ],
}));

describe('Java: places of a chain', () => holdPlaces(JAVA, inMethod, 'switch (e.getError()) {\n//<^… unhandled-error without: already_exists\n    case "already_exists":\n        show();\n        break;\n}', [
  'for (int i = 0; i < 3; i++) {\nCHAIN\n}',
  'for (var e : failures) {\nCHAIN\n}',
  'while (more()) {\nCHAIN\n}',
  'do {\nCHAIN\n} while (more());',
  'synchronized (lock) {\nCHAIN\n}',
  'record Handler(PlusAuthException e) {\n    void run() {\nCHAIN\n    }\n}',
  'new Listener() {\n    public void on(PlusAuthException e) {\nCHAIN\n    }\n};',
]));
