import { holdPlaces, holdQuestions, NOT_BELOW_500 } from '../../../harness/forms';
import { failed, GO } from './helper';

describe('Go: questions', () => holdQuestions(GO, (test, mark) => failed(`if ${test} {\n//${mark}\n  show()\n}`), {
  already_exists: [
    '!(apiErr.Code != "already_exists")',
    '(apiErr.Code) == "already_exists"',
    'apiErr.Code == `already_exists`',
    'strings.EqualFold(apiErr.Code, "already_exists")',
    'apiErr.Body["error"].(string) == "already_exists"',
  ],
  server_error: [
    'apiErr.Status > 499',
  ],
  [NOT_BELOW_500]: [
    '!(apiErr.Status < 500)',
    '!(apiErr.Status <= 499)',
  ],
}));

describe('Go: places of a chain', () => holdPlaces(GO, failed, 'switch apiErr.Code {\n//<^… unhandled-error without: already_exists\ncase "already_exists":\n  show()\n}', [
  'for {\nCHAIN\n}',
  'for _, apiErr := range failures {\nCHAIN\n}',
  'go func() {\nCHAIN\n}()',
  'defer func() {\nCHAIN\n}()',
  '{\nCHAIN\n}',
  'retry:\nCHAIN',
  'select {\ncase <-ctx.Done():\n  return ctx.Err()\ndefault:\nCHAIN\n}',
]));
