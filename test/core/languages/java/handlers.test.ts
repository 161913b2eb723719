import { checkFindings, checkSilent } from '../../../harness/check';
import { inCatch, inClass, inFile, inMethod, JAVA } from './sources';

const finds = (source: string): (() => Promise<unknown>) => () => checkFindings(source, JAVA);
const silent = (source: string): (() => Promise<unknown>) => () => checkSilent(source, JAVA);

describe('Java: switch', () => {
  it('a statement', finds(inCatch(`
    switch (e.getError()) {
    //<^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        case "already_exists":
            showTaken();
            break;
        case "invalid_entity":
            showForm();
            break;
    }
  `)));
  it('several labels of a case', finds(inCatch(`
    switch (e.getError()) {
    //<^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, invalid_audience, invalid_issuer
        case "missing_token":
        case "invalid_audience", "invalid_issuer":
            login();
    }
  `)));
  it('arrows', finds(inCatch(`
    switch (e.getError()) {
    //<^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity, missing_scope
        case "already_exists", "invalid_entity" -> showForm();
        case "missing_scope" -> {
            ask();
        }
    }
  `)));
  it('arrows with a default', silent(inCatch(`
    switch (e.getError()) {
        case "already_exists" -> showTaken();
        default -> throw e;
    }
  `)));
  it('a default that does nothing', finds(inCatch(`
    switch (e.getError()) {
        case "already_exists" -> showTaken();
        default -> {}
        //<^^^^^^^ swallowed-error
    }
  `)));
  it('a default that says why it does nothing', silent(inCatch(`
    switch (e.getError()) {
        case "already_exists" -> showTaken();
        default -> { /* whoever called has looked at it */ }
    }
  `)));
  it('an expression whose default gives a value', silent(inMethod(`
    return switch (e.getError()) {
        case "already_exists" -> "Taken";
        case "invalid_entity" -> {
            log.info("form");
            yield "Wrong";
        }
        default -> "Something went wrong";
    };
  `, 'String')));
  it('old cases that yield', silent(inMethod(`
    String text = switch (e.getError()) {
        case "already_exists":
            yield "Taken";
        default:
            yield e.getMessage();
    };
    show(text);
  `)));
  it('an expression over the code\'s own enumeration must be complete', silent(inMethod(`
    return switch (ErrorCode.valueOf(e.getError().toUpperCase())) {
        case ALREADY_EXISTS -> "Taken";
        case INVALID_ENTITY -> "Wrong";
    };
  `, 'String')));
  it('type patterns with guards', finds(inMethod(`
    switch (e) {
        case PlusAuthException p when p.getError().equals("already_exists") -> showTaken();
        case PlusAuthException q when q.getStatus() == 404 -> showGone();
        default -> {}
        //<^^^^^^^ swallowed-error
    }
  `)));
  it('after it the errors are thrown', silent(inCatch(`
    switch (e.getError()) {
        case "already_exists":
            showTaken();
            return;
    }
    throw e;
  `)));
  it('on a status', finds(inCatch(`
    switch (e.getStatusCode().value()) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        case 409 -> showTaken();
        case 404 -> showGone();
    }
  `)));
  it('on a status by name', finds(inCatch(`
    switch (e.getStatusCode()) {
    //<^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        case CONFLICT -> showTaken();
        case HttpStatus.NOT_FOUND -> showGone();
    }
  `)));
});

describe('Java: chains', () => {
  it('the literal asks', finds(inCatch(`
    if ("already_exists".equals(e.getError())) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, invalid_entity
        showTaken();
    } else if (e.getError().equalsIgnoreCase("invalid_entity")) {
        showForm();
    }
  `)));
  it('Objects.equals', finds(inCatch(`
    if (Objects.equals(e.getError(), "missing_token")) login();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token
  `)));
  it('an else', silent(inCatch(`
    if ("already_exists".equals(e.getError())) {
        showTaken();
    } else {
        throw new IllegalStateException(e);
    }
  `)));
  it('a negated guard', silent(inCatch(`
    if (!"already_exists".equals(e.getError())) throw e;
    showTaken();
  `)));
  it('a local variable', finds(inCatch(`
    String code = e.getError();
    if (code.equals("already_exists")) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        showTaken();
    }
  `)));
  it('names and statuses', finds(inCatch(`
    if ("already_exists".equals(e.getError())) showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, too_many_requests, server_error
    else if (e.getStatus() == 429 || e.getStatus() >= 500) later();
  `)));
  it('constants of the JDK and of Spring', finds(inCatch(`
    if (e.getStatusCode() == HttpStatus.CONFLICT) showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found, invalid_entity
    else if (e.getStatusCode().equals(HttpStatus.NOT_FOUND)) showGone();
    else if (e.getStatusCode().value() == HttpStatus.UNPROCESSABLE_ENTITY.value()) showForm();
  `)));
  it('HttpURLConnection', finds(inFile(`
    class Roles {
        boolean remove(String id) throws IOException {
            HttpURLConnection connection = (HttpURLConnection) new URL(plusAuthUrl + "/api/v1/roles/" + id).openConnection();
            connection.setRequestMethod("DELETE");
            if (connection.getResponseCode() == HttpURLConnection.HTTP_NOT_FOUND) {
            //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: entity_not_found
                return false;
            }
            return true;
        }
    }
  `)));
  it('ranges that methods ask for', finds(inCatch(`
    if (e.getStatusCode().is5xxServerError()) later();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: server_error
  `)));
  it('a set', finds(inCatch(`
    if (Set.of("missing_token", "invalid_audience").contains(e.getError())) login();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, invalid_audience
  `)));
  it('a set of the class', finds(inClass(`
    private static final Set<String> AUTH = new HashSet<>(Arrays.asList("missing_token", "invalid_audience"));

    void handle(PlusAuthException e) {
        if (AUTH.contains(e.getError())) login();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, invalid_audience
    }
  `)));
  it('a stream', finds(inCatch(`
    if (Stream.of("missing_token", "missing_scope").anyMatch(e.getError()::equals)) login();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: missing_token, missing_scope
  `)));
  it('instanceof with a variable', finds(inCatch(`
    if (e instanceof PlusAuthException failure && "already_exists".equals(failure.getError())) {
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists
        showTaken();
    }
  `, 'RuntimeException')));
  it('instanceof in a guard', silent(inCatch(`
    if (!(e instanceof PlusAuthException failure)) throw e;
    if (!failure.getError().equals("already_exists")) throw e;
    showTaken();
  `, 'RuntimeException')));
  it('a variable that has a value before', silent(inMethod(`
    String text = "Something went wrong";
    if ("already_exists".equals(e.getError())) text = "Taken";
    show(text);
  `)));
  it('what is logged with the error', silent(inCatch(`
    if ("already_exists".equals(e.getError())) {
        showTaken();
        return;
    }
    log.error("not created: " + e.getError());
  `)));
  it('a predicate', silent(inMethod(`
    return "too_many_requests".equals(e.getError()) || e.getStatus() >= 500;
  `, 'boolean')));
});
