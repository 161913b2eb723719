import { functions, type CodeSample } from './sample';

const IMPORTS = `import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
`;

export const java: CodeSample = {
  title: 'Java', languageId: 'java', extension: '.java',
  head: `package com.acme.users;\n\nimport com.plusauth.rest.PlusAuthClient;\nimport com.plusauth.rest.PlusAuthException;\n${IMPORTS}`,
  plainHead: `package com.acme.shop;\n\n${IMPORTS}`,
  handlers: functions(
    `
    /** «remark» */
    public Optional<User> save«Noun»«index»(«Noun»Form form) {
        try {
            User user = plusAuth.users().create(new NewUser(form.«noun»(), form.email()));
            return Optional.of(user);
        } catch (PlusAuthException e) {
            switch (e.getError()) {
                case "«first»":
                    log.warn("«noun»: {}", form.«noun»());
                    break;
                case "«second»":
                    log.warn("«noun» again: {}", form.email());
                    break;
    «most»            default:
    «most»                throw e;
            }
            return Optional.empty();
        }
    }
    `,
    `
    void remove«Noun»«index»(String id) {
        try {
            plusAuth.users().remove(id);
        } catch (PlusAuthException e) {
            if ("«first»".equals(e.getError())) {
                log.info("«noun» {} is gone", id);
            } else if ("«second»".equals(e.getError())) {
                metrics.counter("«noun».failures").increment();
    «most»        } else {
    «most»            throw e;
            }
        }
    }
    `,
  ),
  plain: functions(
    `
    /** «remark» */
    public List<«Noun»> «verb»«Noun»«index»(String tenant, int limit) {
        List<«Noun»> found = repository.findAll(tenant).stream()
            .filter(each -> each.«other»() != null && each.«other»().size() < limit)
            .map(each -> each.with«Other»("«other»-" + each.id()))
            .collect(Collectors.toList());
        if (found.isEmpty()) {
            throw new IllegalStateException("No «noun» for " + tenant);
        }
        return found.subList(0, Math.min(limit, found.size()));
    }
    `,
    `
    private Map<String, Integer> count«Other»«index»(Iterable<«Noun»> all) {
        Map<String, Integer> counts = new java.util.HashMap<>();
        for («Noun» «noun» : all) {
            // «remark»
            counts.merge(«noun».name(), 1, Integer::sum);
            if (counts.size() > «number») {
                break;
            }
        }
        return counts;
    }
    `,
    `
    @Scheduled(fixedDelay = «number»)
    void «verb»«Other»«index»() throws InterruptedException {
        int attempts = 0;
        while (attempts++ < «number» && !queue.isEmpty()) {
            «Noun» next = queue.take();
            try {
                store.«verb»(next.id(), Duration.ofSeconds(«number»));
            } catch (java.io.IOException e) {
                log.error("«noun» {} stays in the queue", next.id(), e);
                queue.put(next);
            }
        }
    }
    `,
    `
    public String describe«Noun»«index»(«Noun» «noun», boolean detailed) {
        StringBuilder text = new StringBuilder("«noun» ").append(«noun».id());
        switch («noun».state()) {
            case ACTIVE -> text.append(", active since ").append(«noun».since());
            case CLOSED -> text.append(", closed");
            default -> text.append(", ").append(«noun».state().name().toLowerCase());
        }
        return detailed ? text.append(" (").append(«noun».«other»()).append(')').toString() : text.toString();
    }
    `,
  ),
  type: {
    open: '/** Service «index» of the «noun»s. */\npublic class «Noun»Service«index» {\n«client»    private final PlusAuthClient plusAuth;\n    private final «Noun»Repository repository;\n',
    close: '}', indent: '    ', words: {},
  },
  oneClass: true,
  branch: /^\s*case "/,
  typed: 'if (attempt < 3) { log.info("tried again: {}", e.getMessage()); return retry(form, attempt + 1); } ',
};
