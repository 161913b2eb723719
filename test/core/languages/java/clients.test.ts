import { checkFindings, checkSilent } from '../../../harness/check';
import { inClass, inFile, inMethod, JAVA } from './sources';

const finds = (source: string): (() => Promise<unknown>) => () => checkFindings(source, JAVA);
const silent = (source: string): (() => Promise<unknown>) => () => checkSilent(source, JAVA);

describe('Java: clients', () => {
  it('RestTemplate', finds(inFile(`
    class Users {
        void create(User user) {
            try {
                restTemplate.postForObject(plusAuthUrl + "/api/v1/users", user, User.class);
            } catch (RestClientResponseException e) {
                JsonNode body = mapper.readTree(e.getResponseBodyAsString());
                if (body.path("error").asText().equals("already_exists")) {
                //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
                    showTaken();
                } else if (e.getStatusCode().value() == 404) {
                    showGone();
                }
            }
        }
    }
  `)));
  it('classes of exceptions for a status', finds(inFile(`
    class Users {
        void create(User user) {
            try {
                restTemplate.postForObject(plusAuthUrl + "/api/v1/users", user, User.class);
            } catch (HttpClientErrorException.Conflict | HttpClientErrorException.NotFound e) {
                showTaken();
            } catch (HttpClientErrorException e) {
                if (e.getStatusCode() == HttpStatus.UNPROCESSABLE_ENTITY) showForm();
                //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: invalid_entity, already_exists, entity_not_found, server_error
            }
        }
    }
  `)));
  it('instanceof a class for a status', finds(inFile(`
    class Users {
        Mono<User> create(User user) {
            return plusAuthWebClient.post().uri("/users").bodyValue(user).retrieve().bodyToMono(User.class)
                .onErrorResume(e -> {
                    if (e instanceof WebClientResponseException.Conflict) {
                        showTaken();
                    } else if (((WebClientResponseException) e).getStatusCode().value() == 404) {
                         //^^^… unhandled-error without: already_exists, entity_not_found
                        showGone();
                    }
                    return Mono.empty();
                });
        }
    }
  `)));
  it('a class for one status handles it alone', silent(inFile(`
    class Users {
        void create(User user) {
            try {
                restTemplate.postForObject(plusAuthUrl + "/api/v1/users", user, User.class);
            } catch (HttpClientErrorException.Conflict e) {
                showTaken();
            }
        }
    }
  `)));
  it('WebClient', finds(inFile(`
    class Users {
        Mono<User> create(User user) {
            return plusAuthWebClient.post().uri("/users").bodyValue(user).retrieve().bodyToMono(User.class)
                .onErrorResume(WebClientResponseException.class, e -> {
                    if (e.getStatusCode() == HttpStatus.CONFLICT) {
                    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
                        showTaken();
                    }
                    return Mono.empty();
                });
        }
    }
  `)));
  it('WebClient that passes the error on', silent(inFile(`
    class Users {
        Mono<User> create(User user) {
            return plusAuthWebClient.post().uri("/users").bodyValue(user).retrieve().bodyToMono(User.class)
                .doOnError(WebClientResponseException.class, e -> {
                    if (e.getStatusCode() == HttpStatus.CONFLICT) count();
                })
                .onErrorResume(WebClientResponseException.class, e -> {
                    if (e.getStatusCode() == HttpStatus.NOT_FOUND) return Mono.empty();
                    return Mono.error(e);
                });
        }
    }
  `)));
  it('OkHttp', finds(inFile(`
    class Users {
        void create(RequestBody user) throws IOException {
            Request plusAuthRequest = new Request.Builder().url("https://acme.plusauth.com/api/v1/users").post(user).build();
            try (Response response = http.newCall(plusAuthRequest).execute()) {
                if (!response.isSuccessful()) {
                    String error = new JSONObject(response.body().string()).optString("error");
                    switch (error) {
                    //<^^^^^^^^^^^ unhandled-error without: already_exists
                        case "already_exists":
                            showTaken();
                    }
                }
            }
        }
    }
  `)));
  it('java.net.http', finds(inFile(`
    class Users {
        User find(String id) throws Exception {
            HttpResponse<String> response = http.send(requestTo(URI.create(plusAuthUrl + "/users/" + id)), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 404) {
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
                return null;
            }
            return mapper.readValue(response.body(), User.class);
        }
    }
  `)));
  it('Feign', silent(inFile(`
    class Users {
        void remove(String id) {
            try {
                plusAuth.remove(id);
            } catch (FeignException.NotFound e) {
                // it is gone already
            } catch (FeignException e) {
                if (e.status() != 409) throw e;
                showTaken();
            }
        }
    }
  `)));
  it('an exception handler of Spring', finds(inFile(`
    @RestControllerAdvice
    class Advice {
        @ExceptionHandler(PlusAuthException.class)
        ResponseEntity<String> onPlusAuth(PlusAuthException e) {
            String text = null;
            if ("already_exists".equals(e.getError())) {
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
                text = "taken";
            }
            return ResponseEntity.ok(text);
        }
    }
  `)));
  it('a catch that does nothing', finds(inClass(`
    void remove(String id) {
        try {
            plusAuth.users().remove(id);
        } catch (PlusAuthException e) {
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^ swallowed-error
        }
    }
  `)));
  it('misspelt names and statuses that do not fit', finds(inMethod(`
    if ("entity_notfound".equals(e.getError())) throw e;
      //^^^^^^^^^^^^^^^^^ unknown-error
    if ("already_exists".equals(e.getError()) && e.getStatus() == 400) throw e;
                                                                //^^^ status-mismatch
    if (e.getStatus() == 403) throw e;
                       //^^^ undocumented-status
    throw e;
  `)));
  it('a branch that is never reached', finds(inMethod(`
    switch (e.getError()) {
        case "missing_scope", "missing_token" -> login();
        case "missing_token" -> login();
      //^^^^^^^^^^^^^^^^^^^^… unreachable-branch
        default -> throw e;
    }
  `)));
});
