import { checkFindings, checkSilent } from '../../../harness/check';
import { inCatch, method, PHP } from './sources';

const finds = (source: string) => () => checkFindings(source, PHP);
const silent = (source: string) => () => checkSilent(source, PHP);
const DECODE = `$body = json_decode((string) $e->getResponse()->getBody(), true);\n`;

describe('PHP: switch', () => {
  it('on a decoded body of Guzzle', finds(inCatch(`
    ${DECODE}
    switch ($body['error']) {
    //<^… unhandled-error without: already_exists, invalid_entity
      case 'already_exists':
        $this->showTaken();
        break;
      case 'invalid_entity':
        $this->showForm();
        break;
    }
  `)));
  it('on an object, with ?? and a double-quoted label', finds(inCatch(`
    $answer = json_decode($e->getResponse()->getBody()->getContents());
    switch ($answer->error ?? null) {
    //<^… unhandled-error without: already_exists
      case "already_exists":
        $this->showTaken();
    }
  `)));
  it('in the alternative syntax', finds(method(`
    switch ($e->error):
    //<^… unhandled-error without: missing_token
      case 'missing_token':
        $this->logIn();
        break;
    endswitch;
  `)));
  it('with a default', silent(inCatch(`
    ${DECODE}
    switch ($body['error'] ?? null) {
      case 'already_exists':
        $this->showTaken();
        break;
      default:
        throw $e;
    }
  `)));
  it('with a default that reports', silent(inCatch(`
    ${DECODE}
    switch ($body['error'] ?? null) {
      case 'already_exists': $this->showTaken(); break;
      default: Log::error('PlusAuth failed', ['exception' => $e]);
    }
  `)));
  it('with an empty default', finds(inCatch(`
    ${DECODE}
    switch ($body['error'] ?? null) {
      case 'already_exists':
        $this->showTaken();
        break;
      default:
      //<^… swallowed-error
        break;
    }
  `)));
  it('with an empty default that says why', silent(inCatch(`
    ${DECODE}
    switch ($body['error'] ?? null) {
      case 'already_exists':
        $this->showTaken();
        break;
      default:
        // The queue tries again.
        break;
    }
  `)));
  it('where continue means break', finds(method(`
    switch ($e->error) {
    //<^… unhandled-error without: missing_token, missing_scope
      case 'missing_token':
        $this->logIn();
        continue;
      case 'missing_scope':
        $this->ask();
        continue;
    }
  `).replaceAll('continue;', 'break 1;')));
  it('of true', finds(method(`
    switch (true) {
    //<^… unhandled-error without: already_exists, server_error
      case $e->error === 'already_exists':
        $this->showTaken();
        break;
      case $e->status >= 500:
        $this->showOutage();
        break;
    }
  `)));
  it('that returns, with a value of its own behind it', silent(method(`
    switch ($e->error) {
      case 'already_exists':
        return 'Taken';
    }
    return 'Unknown';
  `)));
  it('whose branches reach what is behind it', finds(method(`
    switch ($e->error) {
    //<^… unhandled-error without: already_exists
      case 'already_exists':
        $this->showTaken();
        break;
    }
    return null;
  `)));
  it('overwriting a text', silent(method(`
    $text = 'Unknown error';
    switch ($e->error) {
      case 'already_exists':
        $text = 'Taken';
        break;
    }
    return $text;
  `)));
});

describe('PHP: match', () => {
  it('throws what no arm takes', silent(method(`
    return match ($e->error) {
      'already_exists' => 'Taken',
      'invalid_entity', 'invalid_request' => 'Wrong',
    };
  `)));
  it('is incomplete in strict mode', () => checkFindings(method(`
    return match ($e->error) {
         //^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
      'already_exists' => 'Taken',
      'invalid_entity' => 'Wrong',
    };
  `), { ...PHP, settings: { strict: true } }));
  it('with a default', silent(method(`
    $text = match ($body['error'] ?? null) {
      'already_exists' => 'Taken',
      null => 'No error',
      default => throw $e,
    };
    return $text;
  `)));
  it('of true', silent(method(`
    return match (true) {
      $e->error === 'already_exists' => 'Taken',
      $e->getCode() >= 500 => 'Later',
      default => 'Unknown',
    };
  `)));
  it('with a misspelt arm', finds(method(`
    return match ($e->error) {
      'already_exist' => 'Taken',
    //^^^^^^^^^^^^^^^ unknown-error
      default => null,
    };
  `)));
  it('with an arm twice', finds(method(`
    return match ($e->error) {
      'already_exists' => 'Taken',
      'invalid_entity' => 'Wrong',
      'already_exists' => 'Gone',
    //^^^^^^^^^^^^^^^^^^^ unreachable-branch
      default => null,
    };
  `)));
});

describe('PHP: if', () => {
  it('with elseif', finds(method(`
    if ($e->error === 'already_exists') {
    //<^… unhandled-error without: already_exists, invalid_entity
      $this->showTaken();
    } elseif ($e->error == 'invalid_entity') {
      $this->showForm();
    }
  `)));
  it('with else if', finds(method(`
    if ($e->error === 'already_exists') {
    //<^… unhandled-error without: already_exists, invalid_entity
      $this->showTaken();
    } else if ('invalid_entity' === $e->error) {
      $this->showForm();
    }
  `)));
  it('with else', silent(method(`
    if ($e->error === 'already_exists') {
      $this->showTaken();
    } elseif ($e->error === 'invalid_entity') {
      $this->showForm();
    } else {
      throw $e;
    }
  `)));
  it('between colons', finds(method(`
    if ($e->error === 'already_exists'):
    //<^… unhandled-error without: already_exists, invalid_entity
      $this->showTaken();
    elseif ($e->error === 'invalid_entity'):
      $this->showForm();
    endif;
  `)));
  it('as guards', finds(method(`
    $error = $body['error'] ?? null;
    if ($error === 'missing_token') return $this->logIn();
    //<^… unhandled-error without: missing_token, already_exists
    if ($error === 'already_exists') return $this->find();
  `)));
  it('as guards with a throw behind them', silent(method(`
    if ($e->error === 'missing_token') { return $this->logIn(); }
    if ($e->error === 'already_exists') { return $this->find(); }
    throw $e;
  `)));
  it('negated', silent(inCatch(`
    ${DECODE}
    if ($body['error'] !== 'already_exists') {
      throw $e;
    }
    $this->showTaken();
  `)));
  it('with a list', finds(method(`
    if (in_array($e->error, ['missing_token', 'missing_scope'], true)) {
    //<^… unhandled-error without: missing_token, missing_scope
      $this->logIn();
    }
  `)));
  it('with an assignment in the condition is left alone', silent(method(`
    if (($code = $this->codeOf($e)) === 'already_exists') {
      $this->showTaken();
    }
  `)));
  it('with destructuring', finds(method(`
    ['error' => $error, 'status' => $status] = $body;
    if ($error === 'already_exists') {
    //<^… unhandled-error without: already_exists
      return $this->find();
    }
  `)));
});
