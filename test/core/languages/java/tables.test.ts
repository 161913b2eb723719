import { checkFindings, checkSilent } from '../../../harness/check';
import { inCatch, inClass, JAVA } from './sources';

const finds = (source: string): (() => Promise<unknown>) => () => checkFindings(source, JAVA);
const silent = (source: string): (() => Promise<unknown>) => () => checkSilent(source, JAVA);

describe('Java: tables', () => {
  it('Map.of', finds(inClass(`
    private static final Map<String, String> TEXTS = Map.of(
                                           //^^^^^ unhandled-error without: already_exists, invalid_entity
        "already_exists", "This address is taken.",
        "invalid_entity", "Please check the form.");

    String textOf(PlusAuthException e) {
        return TEXTS.get(e.getError());
    }
  `)));
  it('Map.ofEntries', finds(inClass(`
    private static final Map<String, String> TEXTS = Map.ofEntries(
                                           //^^^^^ unhandled-error without: already_exists, invalid_entity
        Map.entry("already_exists", "This address is taken."),
        entry("invalid_entity", "Please check the form."));

    void handle(PlusAuthException e) {
        String text = TEXTS.get(e.getError());
        show(text);
    }
  `)));
  it('getOrDefault', silent(inClass(`
    private static final Map<String, String> TEXTS = Map.of("already_exists", "Taken", "invalid_entity", "Wrong");

    String textOf(PlusAuthException e) {
        return TEXTS.getOrDefault(e.getError(), "Something went wrong");
    }
  `)));
  it('Optional', silent(inClass(`
    private static final Map<String, String> TEXTS = Collections.unmodifiableMap(new HashMap<>() {{ put("already_exists", "Taken"); }});

    String textOf(PlusAuthException e) {
        return Optional.ofNullable(TEXTS.get(e.getError())).orElseThrow();
    }
  `)));
  it('containsKey with an else', silent(inClass(`
    private static final Map<String, Runnable> ACTIONS = Map.of("already_exists", Users::rename, "missing_token", Users::login);

    void handle(PlusAuthException e) {
        if (ACTIONS.containsKey(e.getError())) ACTIONS.get(e.getError()).run();
        else throw e;
    }
  `)));
  it('containsKey without', finds(inClass(`
    private static final Map<String, Runnable> ACTIONS = Map.of("already_exists", Users::rename, "missing_token", Users::login);

    void handle(PlusAuthException e) {
        if (ACTIONS.containsKey(e.getError())) ACTIONS.get(e.getError()).run();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, missing_token
    }
  `)));
  it('a table that is filled at run time is not known', silent(inClass(`
    private static final Map<String, String> TEXTS = new HashMap<>();
    static { TEXTS.put("already_exists", "Taken"); }

    String textOf(PlusAuthException e) {
        return TEXTS.get(e.getError());
    }
  `)));
});

describe('Java: constants and enumerations', () => {
  it('constants of the class', finds(inClass(`
    private static final String TAKEN = "already_exists";

    void handle(PlusAuthException e) {
        switch (e.getError()) {
        //<^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
            case TAKEN -> showTaken();
            case Codes.GONE -> showGone();
        }
    }

    static final class Codes {
        static final String GONE = "entity_not_found";
    }
  `)));
  it('constants of another file, by their spelling', finds(`import static com.acme.plusauth.Errors.ALREADY_EXISTS;\n\n${inCatch(`
    if (ALREADY_EXISTS.equals(e.getError())) showTaken();
    //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
    else if (e.getError().equals(Errors.ENTITY_NOT_FOUND)) showGone();
  `)}`));
  it('an enumeration with wire values', finds(inClass(`
    enum Code {
        TAKEN("already_exists"), GONE(404, "entity_not_found");
        final String wire;
        Code(String wire) { this.wire = wire; }
        static Code of(String wire) {
            return Arrays.stream(values()).filter(c -> c.wire.equals(wire)).findFirst().orElseThrow();
        }
    }

    void handle(PlusAuthException e) {
        switch (Code.of(e.getError())) {
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
            case TAKEN -> showTaken();
            case GONE -> showGone();
        }
    }
  `)));
  it('values of its members', finds(inClass(`
    enum Code { TAKEN("already_exists"), GONE("entity_not_found"); final String wire; Code(String wire) { this.wire = wire; } String getWire() { return wire; } }

    void handle(PlusAuthException e) {
        if (Code.TAKEN.wire.equals(e.getError())) showTaken();
        //<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unhandled-error without: already_exists, entity_not_found
        else if (e.getError().equals(Code.GONE.getWire())) showGone();
    }
  `)));
  it('a name that two enumerations use differently says nothing', silent(inClass(`
    enum Code { MISSING("missing_token"); Code(String wire) {} }
    enum Other { MISSING("missing_scope"); Other(String wire) {} }

    void handle(PlusAuthException e) {
        switch (Code.of(e.getError())) {
            case MISSING -> login();
        }
    }
  `)));
});
