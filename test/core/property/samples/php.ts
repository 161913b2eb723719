import { inCatch, method, php as members } from '../../languages/php/sources';
import { sample, type Sample } from './sample';

export const php: readonly Sample[] = [
  sample('PHP: switch', inCatch(`
    $body = json_decode((string) $e->getResponse()->getBody(), true);
    switch ($body['error'] ?? null) {
        case 'already_exists':
            $this->showTaken();
            break;
        case 'entity_notfound':
            return;
    }
  `), 'php'),
  sample('PHP: switch between colons', method(`
    switch ($e->status):
        case 403:
            $this->deny();
            break;
        case 404: return null;
    endswitch;
  `), 'php'),
  sample('PHP: match', method(`
    $text = match ($e->error) {
        'already_exists' => 'Taken',
        'invalid_entity', "invalid_audiance" => 'Wrong',
        'already_exists' => 'Again'
    };
    switch (true) {
        case $e->error === 'missing_token':
            $this->logIn();
            break;
        case $e->status >= 500:
            return $text;
    }
  `), 'php'),
  sample('PHP: chains', method(`
    if ($e->error === 'already_exists') {
        $this->showTaken();
    } elseif ($e->error === 'invalid_entity') {
        $this->showForm();
    } elseif ($e->error === 'already_exists') {
        $this->rename();
    }
    if ($body['error'] == 'missing_token'):
        $this->logIn();
    elseif ($body['error'] == 'missing_scope'):
        $this->ask();
    endif;
  `), 'php'),
  sample('PHP: guards', method(`
    ['error' => $error, 'status' => $status] = $body;
    if ($error === 'missing_token') return $this->logIn();
    if (in_array($error, ['missing_scope', 'unauthorized_usr'], true)) { return $this->deny(); }
    if ($error === 'already_exists' && $status === 400) return $this->find();
  `), 'php'),
  sample('PHP: tables', members(`
    private const TEXTS = [
        'already_exists' => 'Taken',
        'invalid_entity' => 'Wrong',
    ];

    public function text(array $body): ?string
    {
        $actions = ['missing_token' => fn ($e) => $this->logIn(), 'missing_scope' => fn ($e) => $this->ask()];
        ($actions[$body['error']] ?? null)?->call($this);
        return self::TEXTS[$body['error']];
    }
  `), 'php'),
  sample('PHP: empty catches', members(`
    public function drop(string $id): void
    {
        try {
            $this->plusAuth->request('DELETE', "/api/v1/users/{$id}");
        } catch (\\Throwable) {
        }
        try {
            $this->plusAuth->request('DELETE', "/api/v1/roles/{$id}");
        } catch (\\Exception $e) {}
    }
  `), 'php'),
  sample('PHP: a script with markup', `
    <?php
    // PlusAuth
    $response = Http::post('https://acme.plusauth.com/api/v1/users', $user);
    if ($response->failed()) {
      if ($response->json('error') === 'already_exists') {
        redirect('/taken');
      }
    }
    ?>
    <p><?= $response->json('name') ?></p>
    <?php if ($error === 'missing_token'): ?>
    <a href="/login">Log in</a>
    <?php endif; ?>
  `, 'php'),
];
