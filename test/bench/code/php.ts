import { functions, type CodeSample } from './sample';

export const php: CodeSample = {
  title: 'PHP', languageId: 'php', extension: '.php',
  head: '<?php\n\ndeclare(strict_types=1);\n\nnamespace App\\Users;\n\nuse PlusAuth\\Rest\\PlusAuthException;\nuse Psr\\Log\\LoggerInterface;\n',
  plainHead: '<?php\n\ndeclare(strict_types=1);\n\nnamespace App\\Shop;\n\nuse Psr\\Log\\LoggerInterface;\n',
  handlers: functions(
    `
    /** «remark» */
    «public»function save«Noun»«index»(array $form, object $plusAuth): ?User
    {
        try {
            return $plusAuth->users->create(['«noun»' => $form['«noun»'], 'email' => $form['email']]);
        } catch (PlusAuthException $e) {
            switch ($e->getError()) {
                case '«first»':
                    log_warning("«noun»: {$form['«noun»']}");
                    break;
                case '«second»':
                    log_warning('«noun» again: ' . $form['email']);
                    break;
    «most»            default:
    «most»                throw $e;
            }
        }

        return null;
    }
    `,
    `
    «public»function textOf«Noun»«index»(PlusAuthException $e): ?string
    {
        return match ($e->getError()) {
            '«first»' => 'This «noun» is known.',
            '«second»' => 'Please check the «noun».',
    «most»        default => 'Something went wrong.',
    «rare»        default => null,
        };
    }
    `,
  ),
  plain: functions(
    `
    /**
     * «remark»
     *
     * @return list<«Noun»>
     */
    «public»function «verb»«Noun»«index»(string $tenant, int $limit = «number»): array
    {
        $found = array_filter(
            $GLOBALS['repository']->findAll($tenant),
            fn («Noun» $each): bool => $each->«other» !== null && count($each->«other») < $limit,
        );
        if ($found === []) {
            throw new \\RuntimeException("No «noun» for {$tenant}");
        }

        return array_slice(array_values($found), 0, $limit);
    }
    `,
    `
    «public»function count«Other»«index»(iterable $all): array
    {
        $counts = [];
        foreach ($all as $key => $«noun») {
            // «remark»
            $counts[$«noun»->name] = ($counts[$«noun»->name] ?? 0) + 1;
            if (count($counts) > «number») {
                break;
            }
        }

        return $counts;
    }
    `,
    `
    «public»function «verb»«Other»«index»(\\SplQueue $queue, object $store): void
    {
        for ($attempts = 0; $attempts < «number» && !$queue->isEmpty(); $attempts++) {
            $next = $queue->dequeue();
            try {
                $store->«verb»($next->id, ['seconds' => «number»]);
            } catch (\\RuntimeException $e) {
                log_error(sprintf('«noun» %s stays in the queue: %s', $next->id, $e->getMessage()));
                $queue->enqueue($next);
            }
        }
    }
    `,
  ),
  free: { public: '' },
  type: { open: '/** Service «index» of the «noun»s. */\nfinal class «Noun»Service«index»\n{', close: '}', indent: '    ', words: { public: 'public ' } },
  oneClass: true,
  branch: /^\s*case '/,
  typed: "if ($attempt < 3) { log_info('tried again: ' . $e->getMessage()); return $this->retry($form, $attempt + 1); } ",
};
