import { inCatch, inClass, inFile, inMethod } from '../../languages/java/sources';
import { sample, type Sample } from './sample';

export const java: readonly Sample[] = [
  sample('Java: switch', inCatch(`
    switch (e.getError()) {
        case "already_exists":
            showTaken();
            break;
        case "entity_notfound":
            return;
    }
  `), 'java'),
  sample('Java: switch over statuses', inMethod(`
    switch (e.getStatus()) {
        case 403:
            deny();
            break;
        case 404: return;
    }
  `), 'java'),
  sample('Java: arrows', inMethod(`
    switch (e.getError()) {
        case "already_exists", "invalid_entity" -> showForm();
        case "already_exists" -> {
            rename();
        }
    }
  `), 'java'),
  sample('Java: a default that does nothing', inMethod(`
    switch (e.getError()) {
        case "missing_token" -> login();
        default -> {}
    }
  `), 'java'),
  sample('Java: chain', inCatch(`
    if (e instanceof PlusAuthException failure && "already_exists".equals(failure.getError())) {
        showTaken();
    } else if (Objects.equals(e.getError(), "invalid_entity")) {
        showForm();
    } else if ("already_exists".equals(e.getError())) {
        rename();
    }
  `), 'java'),
  sample('Java: guards', inMethod(`
    String code = e.getError();
    if (code.equals("missing_token")) return;
    if ("entity_notfound".equals(code)) return;
    if (e.getStatus() == 403) return;
    if (code.equals("already_exists") && e.getStatus() == 400) return;
  `), 'java'),
  sample('Java: tables', inClass(`
    private static final Map<String, String> TEXTS = Map.of("already_exists", "Taken", "invalid_entity", "Wrong");
    private static final Map<String, String> MORE = Map.ofEntries(
        Map.entry("missing_token", "Log in"),
        Map.entry("missing_scope", "Not allowed"));

    String textOf(PlusAuthException e) {
        return TEXTS.get(e.getError());
    }

    String moreOf(PlusAuthException e) {
        String text = MORE.get(e.getError());
        return text;
    }
  `), 'java'),
  sample('Java: sets and catches', inClass(`
    private static final Set<String> AUTH = Set.of("missing_token", "invalid_audiance");

    void handle(PlusAuthException e) {
        if (AUTH.contains(e.getError())) login();
        else if (List.of("too_many_requests", "server_error").contains(e.getError())) later();
    }

    void remove(String id) {
        try {
            plusAuth.users().remove(id);
        } catch (PlusAuthException e) {
        }
        try {
            plusAuth.users().remove(id);
        } catch (Exception e) {
            log.warn("not removed");
        }
    }
  `), 'java'),
  sample('Java: responses', inFile(`
    class Users {
        User find(String id) throws IOException {
            try (Response response = http.newCall(new Request.Builder().url("https://acme.plusauth.com/api/v1/users/" + id).build()).execute()) {
                if (!response.isSuccessful()) {
                    JsonNode body = mapper.readTree(response.body().string());
                    switch (body.path("error").asText()) {
                        case "entity_not_found":
                            return null;
                    }
                }
                if (response.code() == 409) return null;
                return mapper.readValue(response.body().string(), User.class);
            }
        }
    }
  `), 'java'),
];
