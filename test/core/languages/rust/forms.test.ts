import { holdPlaces, holdQuestions, NOT_BELOW_500 } from '../../../harness/forms';
import { failed, RUST } from './helper';

describe('Rust: questions', () => holdQuestions(RUST, (test, mark) => failed(`if ${test} {\n//${mark}\n    show();\n}`), {
  already_exists: [
    '!(e.error != "already_exists")',
    '(e.error) == "already_exists"',
    '&e.error == "already_exists"',
    '*e.error == *"already_exists"',
    'e.error == r"already_exists"',
    'e.error == r#"already_exists"#',
    'e.error.as_deref() == Some("already_exists")',
    'e.status as u16 == 409',
  ],
  'already_exists, missing_scope': [
    'matches!(e.error.as_str(), "already_exists" | "missing_scope")',
    '["already_exists", "missing_scope"].contains(&e.error.as_str())',
  ],
  server_error: [
    'e.status > 499',
  ],
  [NOT_BELOW_500]: [
    '!(e.status < 500)',
    '!(e.status <= 499)',
  ],
}));

describe('Rust: places of a chain', () => holdPlaces(RUST, failed, 'if e.error == "already_exists" {\n//<^… unhandled-error without: already_exists\n    show();\n}', [
  'for e in failures {\nCHAIN\n}',
  'while more() {\nCHAIN\n}',
  'loop {\nCHAIN\n    break;\n}',
  'unsafe {\nCHAIN\n}',
  'let handle = |e: ApiError| {\nCHAIN\n};',
  'let later = async move {\nCHAIN\n};',
]));
