import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { insert, insertClean, isAll, isFallback, isHandler, isRetry } from '../../../harness/insertion';
import { HEAD, inCatch, method, php, PHP } from './sources';

const names = (source: string, first: readonly string[]) => async () => void (await checkCompletion(source, { first }, PHP));
const none = (source: string) => async () => void (await checkCompletion(source, { none: true }, PHP));

describe('PHP: hover', () => {
  it('on a case', async () => void (await checkHover(method(`
    switch ($e->error) {
      case 'already_‸exists': return 1;
      default: throw $e;
    }
  `), '409', PHP)));
  it('on an arm', async () => void (await checkHover(method(`
    return match ($e->error) { 'missing_‸scope' => 1 };
  `), '401', PHP)));
  it('on a status', async () => void (await checkHover(inCatch(`
    if ($e->getResponse()->getStatusCode() === 4‸09) { return; }
    throw $e;
  `), 'already_exists', PHP)));
});

describe('PHP: completion of names', () => {
  it('in a comparison', names(method(`
    if ($e->error === '‸') {
    }
  `), ['entity_not_found', 'already_exists']));
  it('in a half-typed comparison', names(method(`
    if ($e->error === '‸
  `), ['entity_not_found', 'already_exists']));
  it('without quotes', names(method(`
    if ($e->error === ‸
  `), ['entity_not_found']));
  it('in a case, those not handled first', names(method(`
    switch ($e->error) {
      case 'entity_not_found':
        return 1;
      case '‸'
    }
  `), ['already_exists', 'invalid_entity']));
  it('in an arm', names(method(`
    return match ($e->error) {
      'entity_not_found' => 1,
      '‸'
    };
  `), ['already_exists', 'invalid_entity']));
  it('in a list', names(method(`
    if (in_array($e->error, ['missing_token', '‸'], true)) {
      return 1;
    }
    throw $e;
  `), ['entity_not_found']));
  it('of statuses', async () => void (await checkCompletion(inCatch(`
    if ($e->getResponse()->getStatusCode() === ‸) {
    }
  `), { includes: ['404', '409', '429'] }, PHP)));
  it('not in other texts', none(method(`
    $this->log('‸');
  `)));
  it('not in comments', none(method(`
    // if ($e->error === '‸')
  `)));
  it('not in code without PlusAuth', none(`<?php\nfunction f($e) {\n    if ($e->error === '‸') {\n    }\n}\n`));
});

describe('PHP: completion of branches', () => {
  it('a case', async () => assert.equal(await insertClean('', method(`
    switch ($e->error) {
        case 'already_exists':
            return $this->find();
        ‸
        default:
            throw $e;
    }
  `), /^case 'missing_scope'|^missing_scope|missing_scope/, PHP), method(`
    switch ($e->error) {
        case 'already_exists':
            return $this->find();
        case 'missing_scope':
            return null;
        default:
            throw $e;
    }
  `)));
  it('all arms', async () => {
    const result = await insert('', method(`
      return match ($e->error) {
          'already_exists' => 'Taken',
          ‸
          default => 'Unknown',
      };
    `), isAll, PHP);
    assert.match(result, /'missing_scope' => .*,\n/);
    assert.doesNotMatch(result, /case|;\n.*=>/);
  });
  it('a fallback', async () => assert.match(await insertClean('', inCatch(`
    switch ($e->error) {
        case 'already_exists':
            $this->find();
            break;
        ‸
    }
  `), isFallback, PHP), /default:\n +throw \$e;/));
});

describe('PHP: ready handlers', () => {
  it('with Guzzle', async () => {
    const result = await insertClean('', inCatch(`‸`, 'BadResponseException'), isHandler, PHP);
    assert.equal(result.slice(HEAD.length), inCatch(`
      $answer = json_decode((string) $e->getResponse()?->getBody());
      switch ($answer->error ?? null) {
          case 'already_exists':
              throw $e;
          case 'invalid_entity':
              throw $e;
          case 'plan_limit_exceeded':
              throw $e;
          default:
              throw $e;
      }
    `).slice(HEAD.length));
  });
  it('with Guzzle, where anything is caught', async () => assert.match(await insertClean('', inCatch(`‸`, '\\Throwable'), isHandler, PHP), /\$answer = \$e instanceof \\GuzzleHttp\\Exception\\RequestException \? json_decode\(/));
  it('with Laravel', async () => assert.match(await insertClean('', php(`
    public function add(array $user): array
    {
        $response = Http::post('https://acme.plusauth.com/api/v1/users', $user);
        if ($response->failed()) {
            ‸
        }
        return $response->json();
    }
  `), isHandler, PHP), /switch \(\$response->json\('error'\)\) \{\n +case 'already_exists':\n/));
  it('that tries again', async () => {
    const result = await insert('', inCatch(`‸`), isRetry, PHP);
    assert.match(result, /usleep\(random_int\(/);
    assert.match(result, /\(int\) \$failure->getCode\(\) === 429 \|\| \(int\) \$failure->getCode\(\) >= 500/);
    assert.match(result, /catch \(\\Throwable \$next\)/);
  });
});
