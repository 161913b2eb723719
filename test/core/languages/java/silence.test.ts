import { checkForeign, checkSilent } from '../../../harness/check';
import { inCatch, inClass, inFile, inMethod, JAVA } from './sources';

const silent = (source: string) => () => checkSilent(source, JAVA);
const foreign = (source: string) => () => checkForeign(source, JAVA);

describe('Java: silence', () => {
  it('code that makes errors', silent(inClass(`
    ResponseEntity<Problem> fail(User user) {
        if (users.exists(user)) return ResponseEntity.status(409).body(new Problem("already_exists", 409));
        throw new PlusAuthException("entity_not_found", 404);
    }
  `)));
  it('a mock', silent(inClass(`
    @Test
    void taken() {
        when(client.create(any())).thenThrow(new PlusAuthException("already_exists"));
        assertThat(catchThrowable(() -> client.create(user))).extracting("error").isEqualTo("already_exists");
        assertEquals("missing_token", failure.getError());
    }
  `)));
  it('predicates and what retries ask', silent(inClass(`
    boolean isTaken(PlusAuthException e) {
        return "already_exists".equals(e.getError());
    }
    Retry retry() {
        return Retry.backoff(3, Duration.ofSeconds(1)).filter(e -> e instanceof PlusAuthException p && p.getStatus() == 429);
    }
  `)));
  it('the error class itself', silent(inFile(`
    public class PlusAuthError extends RuntimeException {
        public static final String ALREADY_EXISTS = "already_exists";
        private final String error;
        private final int status;
        public PlusAuthError(String error, int status) { this.error = error; this.status = status; }
        public String getError() { return error; }
        public boolean isRetryable() { return "too_many_requests".equals(getError()) || status >= 500; }
    }
  `)));
  it('an enumeration and how it is parsed', silent(inFile(`
    enum PlusAuthCode {
        ALREADY_EXISTS("already_exists"), MISSING_TOKEN("missing_token"), UNKNOWN(null);
        private final String wire;
        PlusAuthCode(String wire) { this.wire = wire; }
        static PlusAuthCode of(String wire) {
            for (PlusAuthCode code : values()) {
                if (Objects.equals(code.wire, wire)) return code;
            }
            return UNKNOWN;
        }
    }
  `)));
  it('coverage that cannot be known', silent(inMethod(`
    if (e.getError().startsWith("missing_")) login();
    else if ("already_exists".equals(e.getError())) showTaken();
  `)));
  it('a catch of another kind of exception', silent(inClass(`
    void create(User user) {
        try {
            plusAuth.users().create(user);
        } catch (IOException | InterruptedException ignored) {
        }
    }
  `)));
  it('a switch on something else', silent(inCatch(`
    switch (user.getKind()) {
        case "already_exists":
            log.info("kind");
    }
    throw e;
  `)));
  it('silenced findings', silent(inCatch(`
    // plusauth-errors-ignore-next-line unhandled-error
    if ("already_exists".equals(e.getError())) showTaken();
    /* plusauth-errors-ignore-next-line unknown-error */
    if ("entity_notfound".equals(e.getError())) count();
  `)));
  it('methods that every object has', silent(inMethod(`
    if (e.getError().toString().hashCode() == 409 || e.constructor() || e.hasOwnProperty()) later();
    if (e.valueOf() && "already_exists".equals(e.getClass().toString())) showTaken();
  `)));
  it('translations', silent(`
    // Texts of PlusAuth's errors.
    class Texts_tr extends ListResourceBundle {
        protected Object[][] getContents() {
            return new Object[][] { { "already_exists", "Zaten var" }, { "missing_token", "Belirteç yok" } };
        }
    }
  `));
  it('OAuth code', foreign(`
    class TokenEndpoint {
        void onError(OAuthException e) {
            switch (e.getError()) {
                case "invalid_request": throw new BadRequest();
                case "server_error": later(); break;
                case "invalid_grant": login();
            }
        }
    }
  `));
  it('the code of gRPC', foreign(`
    class Storage {
        void put(StatusRuntimeException e) {
            if ("already_exists".equals(e.getStatus().getCode().name().toLowerCase())) skip();
            switch (e.getStatus().getCode()) {
                case ALREADY_EXISTS: skip(); break;
                case NOT_FOUND: create();
            }
        }
    }
  `));
  it('another vendor’s error in a file that speaks of PlusAuth', silent(inClass(`
    void pay() {
        try {
            stripe.charges().create(card);
        } catch (StripeException e) {
            if ("already_exists".equals(e.getCode())) skip();
        }
    }
    void token(HttpResponse<String> response) throws Exception {
        HttpResponse<String> answer = http.send(post(plusAuthUrl + "/oauth2/token"), ofString());
        if (answer.statusCode() == 401) login();
    }
  `)));
});
