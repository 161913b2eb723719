import assert from 'node:assert/strict';
import { checkFix } from '../../../harness/fixes';
import { HEAD, inCatch, method, php, PHP } from './sources';

/** The changed code without the class around it. */
const fixed = async (source: string, code: Parameters<typeof checkFix>[1]['code'], after: string, title?: RegExp): Promise<void> => {
  const result = await checkFix(source, { code, ...(title && { title }) }, undefined, PHP);
  assert.equal(result, after);
};

describe('PHP: fixes', () => {
  it('a default that throws the caught error', () => fixed(inCatch(`
    switch ($e->error) {
        case 'already_exists':
            $this->showTaken();
            break;
    }
  `), 'unhandled-error', inCatch(`
    switch ($e->error) {
        case 'already_exists':
            $this->showTaken();
            break;
        default:
            throw $e;
    }
  `)));
  it('a default that throws a new error where only the body is at hand', () => fixed(php(`
    public function handle(array $body): void
    {
        switch ($body['error'] ?? null) {
            case 'already_exists':
                $this->showTaken();
        }
    }
  `), 'unhandled-error', php(`
    public function handle(array $body): void
    {
        switch ($body['error'] ?? null) {
            case 'already_exists':
                $this->showTaken();
                break;
            default:
                if ($body['error'] ?? null) {
                    throw new \\RuntimeException('Unexpected PlusAuth error: ' . ($body['error'] ?? null));
                }
        }
    }
  `)));
  it('one branch', () => fixed(method(`
    switch ($e->error) {
        case "already_exists":
            return "Taken";
    }
  `), 'unhandled-error', method(`
    switch ($e->error) {
        case "already_exists":
            return "Taken";
        case "missing_scope":
            throw $e;
        default:
            throw $e;
    }
  `), /missing_scope/));
  it('arms in front of the default', () => checkFix(method(`
    return match ($e->error) {
        'already_exists' => 'Taken',
        default => 'Unknown',
    };
  `), { code: 'unhandled-error', title: /missing_scope/ }, method(`
    return match ($e->error) {
        'already_exists' => 'Taken',
        'missing_scope' => throw $e,
        default => 'Unknown',
    };
  `), { ...PHP, settings: { strict: true } }));
  it('arms behind one without a comma', () => checkFix(method(`
    return match ($e->error) {
        'already_exists' => 'Taken'
    };
  `), { code: 'unhandled-error', title: /missing_scope/ }, method(`
    return match ($e->error) {
        'already_exists' => 'Taken',
        'missing_scope' => throw $e
    };
  `), { ...PHP, settings: { strict: true } }));
  it('an else', () => fixed(method(`
    if ($e->error === 'already_exists') {
        $this->showTaken();
    } elseif ($e->error === 'invalid_entity') {
        $this->showForm();
    }
  `), 'unhandled-error', method(`
    if ($e->error === 'already_exists') {
        $this->showTaken();
    } elseif ($e->error === 'invalid_entity') {
        $this->showForm();
    } else {
        throw $e;
    }
  `)));
  it('an elseif', () => fixed(method(`
    if ($e->error === 'already_exists') {
        $this->showTaken();
    }
  `), 'unhandled-error', method(`
    if ($e->error === 'already_exists') {
        $this->showTaken();
    } elseif ($e->error === 'missing_token') {
        throw $e;
    } else {
        throw $e;
    }
  `), /missing_token/));
  it('a statement behind a chain between colons', () => fixed(method(`
    if ($e->error === 'already_exists'):
        $this->showTaken();
    elseif ($e->error === 'invalid_entity'):
        $this->showForm();
    endif;
  `), 'unhandled-error', method(`
    if ($e->error === 'already_exists'):
        $this->showTaken();
    elseif ($e->error === 'invalid_entity'):
        $this->showForm();
    endif;
    if (!in_array($e->error, ['already_exists', 'invalid_entity'], true)) {
        throw $e;
    }
  `)));
  it('a throw behind guards', () => fixed(method(`
    if ($e->error === 'already_exists') return $this->find();
    if ($e->error === 'missing_token') return $this->logIn();
  `), 'unhandled-error', method(`
    if ($e->error === 'already_exists') return $this->find();
    if ($e->error === 'missing_token') return $this->logIn(); else {
        throw $e;
    }
  `)));
  it('a default of a table', () => fixed(php(`
    private const TEXTS = ['already_exists' => 'Taken'];

    public function text(array $body): ?string
    {
        return self::TEXTS[$body['error']];
    }
  `), 'unhandled-error', php(`
    private const TEXTS = ['already_exists' => 'Taken'];

    public function text(array $body): ?string
    {
        return self::TEXTS[$body['error']] ?? 'Unexpected PlusAuth error: ' . $body['error'];
    }
  `)));
  it('an entry of a table', () => checkFix(php(`
    private const TEXTS = [
        "already_exists" => "Taken",
    ];

    public function text(array $body): string
    {
        return self::TEXTS[$body["error"]] ?? "Unknown";
    }
  `), { code: 'unhandled-error', title: /missing_token/ }, php(`
    private const TEXTS = [
        "already_exists" => "Taken",
        "missing_token" => "Authorization token is not provided.",
    ];

    public function text(array $body): string
    {
        return self::TEXTS[$body["error"]] ?? "Unknown";
    }
  `), { ...PHP, settings: { strict: true } }));
  it('a rethrow in an empty catch', () => fixed(inCatch('', '\\Throwable'), 'swallowed-error', inCatch('throw $e;', '\\Throwable')));
  it('a rethrow in an empty catch without a variable', () => fixed(php(`
    public function drop(): void
    {
        try {
            $this->plusAuth->request('DELETE', '/api/v1/users/1');
        } catch (\\Throwable) {}
    }
  `), 'swallowed-error', php(`
    public function drop(): void
    {
        try {
            $this->plusAuth->request('DELETE', '/api/v1/users/1');
        } catch (\\Throwable $error) {
            throw $error;
        }
    }
  `)));
  it('a handler in an empty catch', () => checkFix(inCatch(''), { code: 'swallowed-error', title: /handler/i }, undefined, PHP));
  it('the right name', () => fixed(method(`
    if ($e->error === 'already_exist') { return 1; }
    throw $e;
  `), 'unknown-error', method(`
    if ($e->error === 'already_exists') { return 1; }
    throw $e;
  `)));
  it('the right status', () => fixed(method(`
    if ($e->error === 'already_exists' && $e->status === 400) { return 1; }
    throw $e;
  `), 'status-mismatch', method(`
    if ($e->error === 'already_exists' && $e->status === 409) { return 1; }
    throw $e;
  `)));
  it('an arm that never runs', () => fixed(method(`
    return match ($e->error) {
        'already_exists' => 1,
        'already_exists' => 2,
        default => 3,
    };
  `), 'unreachable-branch', method(`
    return match ($e->error) {
        'already_exists' => 1,
        default => 3,
    };
  `)));
  it('an elseif that never runs', () => fixed(method(`
    if ($e->error === 'already_exists') {
        $this->a();
    } elseif ($e->error === 'already_exists') {
        $this->b();
    } else {
        throw $e;
    }
  `), 'unreachable-branch', method(`
    if ($e->error === 'already_exists') {
        $this->a();
    } else {
        throw $e;
    }
  `)));
  it('a link between colons that never runs is left to its author', async () => {
    const source = method(`
      if ($e->error === 'already_exists'):
          $this->a();
      elseif ($e->error === 'already_exists'):
          $this->b();
      else:
          throw $e;
      endif;
    `);
    const result = await checkFix(source, { code: 'unreachable-branch' }, undefined, PHP);
    assert.ok(result.startsWith(HEAD) && !result.includes('$this->b()'));
  });
});
