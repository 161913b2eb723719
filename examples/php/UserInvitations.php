<?php

declare(strict_types=1);

namespace App\Services;

use GuzzleHttp\ClientInterface;
use GuzzleHttp\Exception\BadResponseException;
use Psr\Log\LoggerInterface;

/** Invites users through PlusAuth's REST API. */
final class UserInvitations
{
    public function __construct(
        private readonly ClientInterface $plusAuth,
        private readonly LoggerInterface $logger,
    ) {
    }

    /** The `switch` forgets eleven errors: they vanish, and the caller believes that the user was invited. */
    public function invite(string $email): void
    {
        try {
            $this->plusAuth->request('POST', '/api/v1/users', ['json' => ['email' => $email]]);
        } catch (BadResponseException $e) {
            $answer = json_decode((string) $e->getResponse()->getBody(), true);
            switch ($answer['error'] ?? null) {
                case 'already_exists':
                    $this->logger->info('Invited before', ['email' => $email]);
                    break;
                case 'invalid_entity':
                    $this->logger->warning('No e-mail address', ['email' => $email]);
                    break;
                case 'plan_limit_exceeded':
                    $this->logger->alert('The plan is used up');
                    break;
            }
        }
    }

    /** `match` throws for what it does not name: nothing vanishes. But one of the names is misspelt. */
    public function textOf(string $error): string
    {
        return match ($error) {
            'already_exists' => 'This address is taken.',
            'entity_notfound' => 'This user is gone.',
            default => 'Something went wrong.',
        };
    }
}
