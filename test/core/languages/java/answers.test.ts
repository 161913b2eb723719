import assert from 'node:assert/strict';
import { checkCompletion, checkHover } from '../../../harness/features';
import { checkFix } from '../../../harness/fixes';
import { insert, insertClean, isAll, isFallback, isHandler, isRetry, itemsOf } from '../../../harness/insertion';
import { inCatch, inClass, inFile, inMethod, JAVA } from './sources';

const tail = (text: string, from: string): string => text.slice(text.indexOf(from));

describe('Java: hover', () => {
  it('on a name', () => checkHover(inCatch('if ("already_‸exists".equals(e.getError())) throw e;'), '409', JAVA));
  it('on a label', () => checkHover(inMethod('switch (e.getError()) { case "too_many_‸requests" -> later(); default -> throw e; }'), '429', JAVA));
  it('on a status', () => checkHover(inMethod('if (e.getStatus() == 40‸1) throw e;'), 'missing_scope', JAVA));
  it('on a member of an enumeration', () => checkHover(inMethod('if (e.getError().equals(Errors.ENTITY_NOT_‸FOUND)) throw e;'), '404', JAVA));
});

describe('Java: completion in literals', () => {
  it('in a label, the others first', () => checkCompletion(inMethod(`
    switch (e.getError()) {
        case "already_exists" -> showTaken();
        case "‸" -> showForm();
        default -> throw e;
    }
  `), { includes: ['invalid_entity'], first: ['entity_not_found'] }, JAVA));
  it('in equals, half typed', () => checkCompletion(inCatch(`
    if ("already_exists".equals(e.getError())) {
        showTaken();
    } else if (e.getError().equals("inv‸
  `), { includes: ['invalid_entity'] }, JAVA));
  it('in a literal that asks', () => checkCompletion(inMethod('if ("‸".equals(e.getError())) throw e;'), { includes: ['already_exists'] }, JAVA));
  it('in a set', () => checkCompletion(inMethod('if (Set.of("missing_token", "‸").contains(e.getError())) login();'), { includes: ['missing_scope'] }, JAVA));
  it('of a status', () => checkCompletion(inMethod('if (e.getStatus() == ‸) throw e;'), { includes: ['409', '429'] }, JAVA));
  it('nowhere else', () => checkCompletion(inMethod('show("‸");'), { none: true }, JAVA));
});

describe('Java: completion of branches and handlers', () => {
  it('a branch gives something back where the others do', async () => {
    const code = await insert('', inMethod('switch (e.getError()) {\n    case "already_exists":\n        return found;\n    ‸\n}\nreturn null;', 'User'), /^case "entity_not_found"$/, JAVA);
    assert.match(code, /case "entity_not_found":\n\s+return null;\n/);
  });

  it('a branch between labels', async () => {
    const result = await insertClean('', inMethod(`
      switch (e.getError()) {
          case "already_exists":
              showTaken();
              break;
          ‸
          default:
              throw e;
      }
    `), /"invalid_entity"/, JAVA);
    assert.match(result, /^ {12}case "invalid_entity":\n {16}.*\n {16}break;$/m);
  });
  it('a branch between arrows', async () => {
    const result = await insertClean('', inMethod(`
      switch (e.getError()) {
          case "already_exists" -> showTaken();
          ‸
          default -> throw e;
      }
    `), /"invalid_entity"/, JAVA);
    assert.match(result, /^ {12}case "invalid_entity" -> /m);
  });
  it('all branches and a fallback of a switch without', async () => {
    assert.match(await insertClean('', inMethod(`
      switch (e.getError()) {
          case "already_exists" -> showTaken();
          default -> throw e;
      }
      switch (e.getError()) {
          ‸
          default -> throw e;
      }
    `).replace(/switch[^]*?\}\n *(?=switch)/, ''), isAll, JAVA), /case "server_error"/);
    assert.match(await insertClean('', inMethod(`
      switch (e.getError()) {
          case "already_exists" -> showTaken();
          ‸
      }
    `), isFallback, JAVA), /default -> throw e;/);
  });
  it('a handler on RestTemplate', async () => {
    const result = await insertClean('', inFile(`
      class Users {
          void create(User user) {
              try {
                  restTemplate.postForObject(plusAuthUrl + "/api/v1/users", user, User.class);
              } catch (RestClientResponseException e) {
                  ‸
              }
          }
      }
    `), isHandler, JAVA);
    assert.match(tail(result, 'switch'), /^switch \(String\.valueOf\(e\.getResponseBodyAs\(java\.util\.Map\.class\)\.get\("error"\)\)\) \{\n {16}case "/);
    assert.match(result, /default:\n {20}throw e;/);
  });
  it('a handler on an SDK', async () => {
    assert.match(await insertClean('', inCatch('‸'), isHandler, JAVA), /switch \(e\.getError\(\)\) \{/);
  });
  it('a handler on OkHttp', async () => {
    assert.match(await insertClean('', inFile(`
      class Users {
          void create() throws IOException {
              try (Response response = new OkHttpClient().newCall(plusAuthRequest).execute()) {
                  if (!response.isSuccessful()) {
                      ‸
                  }
              }
          }
      }
    `), isHandler, JAVA), /switch \(new org\.json\.JSONObject\(response\.body\(\)\.string\(\)\)\.optString\("error"\)\) \{/);
  });
  it('a retry', async () => {
    const result = await insertClean('', inCatch('‸'), isRetry, JAVA);
    assert.match(result, /catch \(PlusAuthException next\) \{\n *failure = next;/);
  });
  it('nothing in code of others', async () => {
    assert.deepEqual(await itemsOf('', 'class A { void f() { try { stripe.pay(); } catch (StripeException e) {\n    ‸\n} } }\n', JAVA), []);
  });
});

describe('Java: fixes', () => {
  it('a fallback for arrows', () => checkFix(inMethod(`
    switch (e.getError()) {
        case "already_exists" -> showTaken();
    }
  `), { code: 'unhandled-error' }, inMethod(`
    switch (e.getError()) {
        case "already_exists" -> showTaken();
        default -> throw e;
    }
  `), JAVA));
  it('a fallback for labels that run out', () => checkFix(inMethod(`
    switch (e.getError()) {
        case "already_exists":
            showTaken();
    }
  `), { code: 'unhandled-error' }, inMethod(`
    switch (e.getError()) {
        case "already_exists":
            showTaken();
            break;
        default:
            throw e;
    }
  `), JAVA));
  it('a fallback for a chain', () => checkFix(inCatch(`
    if ("already_exists".equals(e.getError())) {
        showTaken();
    } else if ("invalid_entity".equals(e.getError())) {
        showForm();
    }
  `), { code: 'unhandled-error' }, inCatch(`
    if ("already_exists".equals(e.getError())) {
        showTaken();
    } else if ("invalid_entity".equals(e.getError())) {
        showForm();
    } else {
        throw e;
    }
  `), JAVA));
  it('a default for a look-up', () => checkFix(inClass(`
    private static final Map<String, String> TEXTS = Map.of("already_exists", "Taken");

    String textOf(PlusAuthException e) {
        return TEXTS.get(e.getError());
    }
  `), { code: 'unhandled-error' }, inClass(`
    private static final Map<String, String> TEXTS = Map.of("already_exists", "Taken");

    String textOf(PlusAuthException e) {
        return TEXTS.getOrDefault(e.getError(), "Unexpected PlusAuth error: " + e.getError());
    }
  `), JAVA));
  it('a response is no exception', () => checkFix(inFile(`
    class Users {
        void create(RequestBody user) throws IOException {
            try (Response response = http.newCall(plusAuthRequest).execute()) {
                switch (response.code()) {
                    case 409 -> showTaken();
                }
            }
        }
    }
  `), { code: 'unhandled-error' }, inFile(`
    class Users {
        void create(RequestBody user) throws IOException {
            try (Response response = http.newCall(plusAuthRequest).execute()) {
                switch (response.code()) {
                    case 409 -> showTaken();
                    default -> {
                        if (response.code() >= 400) {
                            throw new IllegalStateException("Unexpected PlusAuth error: " + response.code());
                        }
                    }
                }
            }
        }
    }
  `), JAVA));
  it('statuses by name', () => checkFix(inMethod(`
    switch (e.getStatusCode()) {
        case CONFLICT -> showTaken();
    }
  `), { code: 'unhandled-error', title: /status/i }, inMethod(`
    switch (e.getStatusCode()) {
        case CONFLICT -> showTaken();
        case BAD_REQUEST -> throw e;
        case UNAUTHORIZED -> throw e;
        case PAYMENT_REQUIRED -> throw e;
        case NOT_FOUND -> throw e;
        case UNPROCESSABLE_ENTITY -> throw e;
        case TOO_MANY_REQUESTS -> throw e;
        case INTERNAL_SERVER_ERROR -> throw e;
        default -> throw e;
    }
  `), JAVA));
  it('an empty catch', () => checkFix(inClass(`
    void remove(String id) {
        try {
            plusAuth.users().remove(id);
        } catch (PlusAuthException e) {
        }
    }
  `), { code: 'swallowed-error', title: /[Rr]ethrow/ }, inClass(`
    void remove(String id) {
        try {
            plusAuth.users().remove(id);
        } catch (PlusAuthException e) {
            throw e;
        }
    }
  `), JAVA));
});
