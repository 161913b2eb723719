import { checkFindings, checkForeign, checkSilent } from '../../../harness/check';
import { inCatch, method, php, PHP } from './sources';

const silent = (source: string) => () => checkSilent(source, PHP);
const foreign = (source: string) => () => checkForeign(source, PHP);

describe('PHP: silence', () => {
  it('code that makes errors', silent(php(`
    public function fail(): Response
    {
      if ($this->exists()) {
        return response()->json(['error' => 'already_exists', 'error_description' => 'Taken'], 409);
      }
      throw new ApiException('entity_not_found', 404);
    }
  `)));
  it('a mock', silent(php(`
    public function testTaken(): void
    {
      $mock = new MockHandler([new Response(409, [], json_encode(['error' => 'already_exists']))]);
      Http::fake(['*' => Http::response(['error' => 'missing_token'], 401)]);
      $this->assertSame('already_exists', $this->subject->create([])['error']);
    }
  `)));
  it('a predicate', silent(php(`
    public static function isTaken(\\Throwable $e): bool
    {
      return $e->error === 'already_exists';
    }

    public function shouldRetry(array $body): bool
    {
      return in_array($body['error'] ?? null, ['too_many_requests', 'server_error'], true);
    }
  `)));
  it('a retry by Guzzle’s middleware', silent(php(`
    public function decider(): callable
    {
      return static fn (int $retries, $request, $response, $e): bool => $retries < 3 && $response?->getStatusCode() === 429;
    }
  `)));
  it('translations', silent(`<?php
// Texts of PlusAuth's errors.
return [
    'already_exists' => 'Zaten var',
    'missing_token' => 'Belirteç yok',
];
`));
  it('OAuth code', foreign(`<?php

final class TokenEndpoint
{
    public function exchange(array $body): array
    {
        $response = $this->http->post('/oauth2/token', ['form_params' => $body]);
        $answer = json_decode((string) $response->getBody(), true);
        switch ($answer['error'] ?? null) {
            case 'invalid_request':
                throw new BadRequest();
            case 'server_error':
                throw new Outage();
        }
        return $answer;
    }
}
`));
  it('OAuth of the tenant itself', silent(php(`
    public function exchange(array $form): array
    {
      $answer = json_decode((string) $this->plusAuth->request('POST', 'https://acme.plusauth.com/oauth2/token', ['form_params' => $form])->getBody(), true);
      if ($answer['error'] === 'invalid_request') {
        $this->again();
      }
      return [];
    }
  `)));
  it('another vendor’s client', silent(php(`
    public function pay(): void
    {
      try {
        $this->stripe->charges->create([]);
      } catch (\\Stripe\\Exception\\ApiErrorException $stripeError) {
        if ($stripeError->getError()->code === 'already_exists') {
          $this->again();
        }
      }
    }
  `)));
  it('a file without PlusAuth', foreign(`<?php
function onError($e) {
    switch ($e->error) {
        case 'already_exists': return 'Taken';
        case 'missing_token': return 'Log in';
    }
}
`));
  it('a template whose markup is the answer', silent(`<?php /* PlusAuth */ ?>
<?php if ($error === 'already_exists'): ?>
  <p>Taken</p>
<?php elseif ($error === 'invalid_entity'): ?>
  <p>Wrong</p>
<?php endif; ?>
<?php switch ($error): ?>
<?php case 'missing_token': ?>
  <a href="/login">Log in</a>
<?php break; ?>
<?php endswitch; ?>
`));
  it('tests of success', silent(php(`
    public function get(string $id): mixed
    {
      $response = $this->plusAuth->request('GET', "/api/v1/users/{$id}", ['http_errors' => false]);
      if ($response->getStatusCode() !== 200) {
        throw new \\RuntimeException('PlusAuth failed');
      }
      if ($response->getStatusCode() >= 400) {
        return null;
      }
      return json_decode((string) $response->getBody(), true);
    }
  `)));
  it('a test whose coverage is not known', silent(method(`
    if (str_starts_with($e->error, 'missing_')) {
      return $this->logIn();
    } elseif ($e->error === 'already_exists') {
      return $this->find();
    }
  `)));
  it('a table of another file', silent(method(`
    return ErrorTexts::ALL[$e->error];
  `)));
  it('code after the try that throws', silent(php(`
    public function add(): mixed
    {
      try {
        return $this->plusAuth->request('POST', '/api/v1/users');
      } catch (BadResponseException $e) {
        $body = json_decode((string) $e->getResponse()->getBody());
        if ($body->error === 'already_exists') {
          return $this->find();
        }
      }
      throw new \\RuntimeException('PlusAuth failed');
    }
  `)));
  it('exit behind a chain', silent(`<?php
// PlusAuth
if ($answer['error'] === 'already_exists') {
    header('Location: /taken');
    exit;
}
http_response_code(500);
exit('Unexpected error');
`));
});

describe('PHP: half-typed code', () => {
  it('a handler above what is being typed', () => checkFindings(php(`
    public function first(\\Throwable $e): void
    {
      if ($e->error === 'already_exists') {
      //<^… unhandled-error without: already_exists
        $this->showTaken();
      }
    }

    public function second(\\Throwable $e): void
    {
      switch ($e->
    }
  `), PHP));
  it('an open string', silent(method(`
    switch ($e->error) {
      case 'already_ex
    }
  `)));
  it('a match without arms', silent(inCatch(`
    $text = match ($e->error) {
    };
  `)));
  it('an if without a body', silent(inCatch(`
    if ($e->error === 'already_exists')
  `)));
});

describe('PHP: silencing comments', () => {
  for (const comment of ['// plusauth-errors-ignore-next-line unhandled-error', '# plusauth-errors-ignore-next-line', '/* plusauth-errors-ignore-next-line unhandled-error -- seen to elsewhere */']) {
    it(comment, silent(method(`
      ${comment}
      if ($e->error === 'already_exists') {
        $this->showTaken();
      }
    `)));
  }
  it('for the file', silent(method(`
    // plusauth-errors-ignore-file unhandled-error
    if ($e->error === 'already_exists') {
      $this->showTaken();
    }
  `)));
  it('that silences nothing', () => checkFindings(method(`
    # plusauth-errors-ignore-next-line unhandled-error
    //<^… unused-suppression
    throw $e;
  `), PHP));
  it('in a text is none', () => checkFindings(method(`
    $this->log('// plusauth-errors-ignore-file');
    if ($e->error === 'already_exists') {
    //<^… unhandled-error
      $this->showTaken();
    }
  `), PHP));
});

describe('PHP: the project', () => {
  const source = `<?php\nfunction handle($e) {\n    if ($e->error === 'already_exists') { show(); }\n    //<^… unhandled-error\n}\n`;
  it('vouches by its composer.json', () => checkFindings(source, { ...PHP, files: { 'composer.json': '{"require": {"acme/plusauth-sdk": "^1.0"}}' } }));
  it('does not by what it says of itself', () => checkSilent(source.replace(/.*\^….*\n/, ''), { ...PHP, files: { 'composer.json': '{"description": "A shop beside PlusAuth"}' } }));
});
