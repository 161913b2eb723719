import { checkFindings, checkSilent } from '../../../harness/check';
import { inCatch, method, php, PHP } from './sources';

const finds = (source: string) => () => checkFindings(source, PHP);
const silent = (source: string) => () => checkSilent(source, PHP);
const DECODE = `$body = json_decode((string) $e->getResponse()->getBody(), true);\n`;

describe('PHP: classes of exceptions', () => {
  it('a ClientException holds no server error', finds(inCatch(`
    ${DECODE}
    switch ($body['error'] ?? '') {
    //<^… unhandled-error without: already_exists, server_error
      case 'already_exists':
        $this->showTaken();
        break;
    }
  `, 'ClientException')));
  it('several classes in one clause', finds(inCatch(`
    ${DECODE}
    switch ($body['error'] ?? '') {
    //<^… unhandled-error without: already_exists
      case 'already_exists':
        $this->showTaken();
        break;
    }
  `, 'ClientException | \\GuzzleHttp\\Exception\\ServerException')));
  it('a ServerException that left does not count', finds(method(`
    if ($e instanceof ServerException) {
      return $this->later();
    }
    if ($e->error === 'already_exists') {
    //<^… unhandled-error without: already_exists, server_error
      $this->showTaken();
    }
  `)));
  it('a class and a name', finds(inCatch(`
    if ($e instanceof ClientException && json_decode((string) $e->getResponse()->getBody(), true)['error'] === 'already_exists') {
    //<^… unhandled-error without: already_exists
      $this->showTaken();
    }
  `, '\\Throwable')));
  it('an empty catch', finds(php(`
    public function drop(string $id): void
    {
      try {
        $this->plusAuth->request('DELETE', "/api/v1/users/{$id}");
      } catch (\\Throwable $e) {
      //^^^^^^^^^^^^^^^^^^^^^ swallowed-error
      }
    }
  `)));
  it('an empty catch without a variable', finds(php(`
    public function drop(string $id): void
    {
      try {
        $this->plusAuth->request('DELETE', "/api/v1/users/{$id}");
      }
      catch (ClientException) {}
    //^^^^^^^^^^^^^^^^^^^^^^^ swallowed-error
    }
  `)));
  it('an empty catch that says why', silent(inCatch('// Gone is gone.')));
  it('an empty catch of something else', silent(inCatch('', '\\InvalidArgumentException')));
});

describe('PHP: statuses', () => {
  it('of Guzzle’s response, by constant', finds(inCatch(`
    $status = $e->getResponse()->getStatusCode();
    if ($status === Response::HTTP_CONFLICT) {
    //<^… unhandled-error without: already_exists
      $this->showTaken();
    } elseif ($status === 403) {
                        //^^^ undocumented-status
      $this->deny();
    }
  `)));
  it('by switch', finds(inCatch(`
    switch ($e->getCode()) {
    //<^… unhandled-error without: entity_not_found, already_exists
      case 404: $this->gone(); break;
      case 409: $this->showTaken(); break;
    }
  `)));
  it('mixed with names', finds(inCatch(`
    ${DECODE}
    if ($e->getResponse()?->getStatusCode() === 429) {
    //<^… unhandled-error without: too_many_requests, already_exists
      $this->later();
    } elseif ($body['error'] === 'already_exists') {
      $this->showTaken();
    }
  `)));
  it('that cannot come with a name', finds(method(`
    if ($e->error === 'already_exists' && $e->status === 400) {
                                                       //^^^ status-mismatch
      return $this->find();
    }
    throw $e;
  `)));
  it('that cannot come with a name, in an array', finds(php(`
    public const ANSWER = ['error' => 'already_exists', 'status' => 400];
                                                                  //^^^ status-mismatch
  `)));
});

describe('PHP: HTTP clients', () => {
  it('Laravel’s', finds(php(`
    public function add(array $user): mixed
    {
      $response = Http::withToken($this->token)->post('https://acme.plusauth.com/api/v1/users', $user);
      if ($response->failed()) {
        switch ($response->json('error')) {
        //<^… unhandled-error without: already_exists
          case 'already_exists':
            return $this->find($user);
        }
      }
      return $response->json();
    }
  `)));
  it('Laravel’s, by status', finds(php(`
    public function get(string $id): mixed
    {
      $response = Http::get("https://acme.plusauth.com/api/v1/users/{$id}");
      if ($response->status() === 404) {
      //<^… unhandled-error without: entity_not_found
        return null;
      }
      return $response->json();
    }
  `)));
  it('Laravel’s, with what throws', silent(php(`
    public function get(string $id): mixed
    {
      $response = Http::get("https://acme.plusauth.com/api/v1/users/{$id}");
      if ($response->status() === 404) {
        return null;
      }
      $response->throw();
      return $response->json();
    }
  `)));
  it('Symfony’s', finds(php(`
    public function add(array $user): ?array
    {
      $response = $this->plusAuth->request('POST', 'https://acme.plusauth.com/api/v1/users', ['json' => $user]);
      $answer = $response->toArray(false);
      if (isset($answer['error'])) {
        if ($answer['error'] === 'already_exists') {
        //<^… unhandled-error without: already_exists
          return $this->find($user);
        }
      }
      return $answer;
    }
  `).replace('return $answer;', 'return [];')));
  it('cURL', finds(`<?php
$ch = curl_init('https://acme.plusauth.com/api/v1/users');
$raw = curl_exec($ch);
$answer = json_decode($raw);
switch ($answer->error) {
//<^… unhandled-error without: already_exists
    case 'already_exists':
        showTaken();
        break;
}
`));
  it('a promise', finds(php(`
    public function add(array $user): mixed
    {
      return $this->plusAuth->requestAsync('POST', '/api/v1/users')->otherwise(function (BadResponseException $e) {
        $body = json_decode((string) $e->getResponse()->getBody());
        if ($body->error === 'already_exists') {
        //<^… unhandled-error without: already_exists
          $this->showTaken();
        }
      });
    }
  `)));
});

describe('PHP: constants, enumerations and tables', () => {
  it('a constant of the class', finds(php(`
    private const TAKEN = 'already_exists';

    public function handle(\\Throwable $e): void
    {
      if ($e->error === self::TAKEN) {
      //<^… unhandled-error without: already_exists
        $this->showTaken();
      }
    }
  `)));
  it('a defined constant', finds(`<?php
// PlusAuth
define('TAKEN', 'already_exists');
const GONE = 'entity_not_found';
function handle($e) {
    if ($e->error === TAKEN) { return find(); }
    //<^… unhandled-error without: already_exists, entity_not_found
    if ($e->error === GONE) { return make(); }
}
`));
  it('cases of a backed enumeration by value', finds(method(`
    switch ($e->error) {
    //<^… unhandled-error without: already_exists
      case ErrorCode::AlreadyExists->value:
        $this->showTaken();
        break;
    }
  `)));
  it('an enumeration of this file', finds(`<?php
use App\\PlusAuth\\Client;
enum ErrorCode: string
{
    case Taken = 'already_exists';
    case Gone = 'entity_not_found';
}
function handle(\\Throwable $e): void
{
    switch (ErrorCode::tryFrom($e->error)) {
    //<^… unhandled-error without: already_exists
        case ErrorCode::Taken:
            showTaken();
            break;
    }
}
`));
  it('an enumeration whose null takes the rest', silent(method(`
    switch (ErrorCode::tryFrom($e->error)) {
      case ErrorCode::AlreadyExists:
        $this->showTaken();
        break;
      case null:
        throw $e;
    }
  `)));
  it('an enumeration whose null takes the rest in match', silent(method(`
    return match (ErrorCode::tryFrom($e->error)) {
      ErrorCode::AlreadyExists => 'Taken',
      null => throw $e,
    };
  `)));
  it('from throws', silent(method(`
    switch (ErrorCode::from($e->error)) {
      case ErrorCode::AlreadyExists:
        $this->showTaken();
        break;
    }
  `)));
  it('an enumeration that is kept and asked for null', silent(method(`
    $code = ErrorCode::tryFrom($e->error);
    if ($code === null) {
      throw $e;
    }
    switch ($code) {
      case ErrorCode::AlreadyExists:
        $this->showTaken();
        break;
    }
  `)));
  it('a table with a default', silent(php(`
    private const TEXTS = ['already_exists' => 'Taken', 'invalid_entity' => 'Wrong'];

    public function text(array $body): string
    {
      return self::TEXTS[$body['error']] ?? 'Unknown';
    }
  `)));
  it('a table without one', finds(php(`
    private const TEXTS = ['already_exists' => 'Taken', 'invalid_entity' => 'Wrong'];
                //^^^^^ unhandled-error without: already_exists, invalid_entity

    public function text(array $body): ?string
    {
      return self::TEXTS[$body['error']];
    }
  `)));
  it('a table that is asked first', silent(method(`
    $texts = ['already_exists' => 'Taken', 'invalid_entity' => 'Wrong'];
    if (isset($texts[$body['error']])) {
      return $texts[$body['error']];
    }
    throw $e;
  `)));
  it('a table that is asked, and nothing else', finds(method(`
    $texts = ['already_exists' => 'Taken', 'invalid_entity' => 'Wrong'];
    if (array_key_exists($e->error, $texts)) {
    //<^… unhandled-error without: already_exists, invalid_entity
      $this->show($texts[$e->error]);
    }
  `)));
});
