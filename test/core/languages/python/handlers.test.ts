import { checkFindings, checkSilent } from '../../../harness/check';
import { afterCall, inExcept, module, onError, PYTHON } from './sources';

const finds = (source: string) => () => checkFindings(source, PYTHON);
const silent = (source: string) => () => checkSilent(source, PYTHON);

describe('Python: match', () => {
  it('on an attribute', finds(onError(`
    match e.error:
    #<^… unhandled-error without: already_exists, invalid_entity
        case "already_exists":
            show_taken()
        case 'invalid_entity':
            show_form()
  `)));
  it('with alternatives', finds(onError(`
    match e.error:
    #<^… unhandled-error without: already_exists, invalid_entity
        case "already_exists" | "invalid_entity":
            show_taken()
  `)));
  it('with a fallback', silent(onError(`
    match e.error:
        case "already_exists":
            show_taken()
        case _:
            raise e
  `)));
  it('with a name for the rest', silent(onError(`
    match e.error:
        case "already_exists":
            show_taken()
        case other:
            logger.error("Unexpected %s", other)
  `)));
  it('with an empty fallback', finds(onError(`
    match e.error:
        case "already_exists":
            show_taken()
        case _:
        #<^^^^^ swallowed-error
            pass
  `)));
  it('with an empty fallback that is a decision', silent(onError(`
    match e.error:
        case "already_exists":
            show_taken()
        case _:
            pass  # the others cannot happen here
  `)));
  it('with a guard', finds(onError(`
    match e.error:
    #<^… unhandled-error without: too_many_requests
        case "too_many_requests" if attempt < 3:
            again()
  `)));
  it('on the body of a response', finds(inExcept(`
    match e.response.json()["error"]:
    #<^… unhandled-error without: already_exists
        case "already_exists":
            show_taken()
  `)));
  it('on a status', finds(onError(`
    match e.status:
    #<^… unhandled-error without: already_exists, entity_not_found
        case 404:
            return
        case HTTPStatus.CONFLICT:
            show_taken()
  `)));
  it('on a status and a name', finds(onError(`
    match (e.status, e.error):
    #<^… unhandled-error without: already_exists, invalid_entity, too_many_requests
        case (409, "already_exists"):
            show_taken()
        case (_, "invalid_entity"):
            show_form()
        case (429, _):
            wait()
  `)));
  it('on a status and a name, with a fallback', silent(onError(`
    match e.status, e.error:
        case 409, "already_exists":
            show_taken()
        case _:
            raise e
  `)));
  it('on the fields of a body', finds(inExcept(`
    match e.response.json():
    #<^… unhandled-error without: already_exists, entity_not_found
        case {"error": "already_exists"}:
            show_taken()
        case {"error": "entity_not_found" as missing}:
            show(missing)
  `)));
  it('on attributes of a class', finds(onError(`
    match e:
    #<^… unhandled-error without: already_exists
        case PlusAuthError(error="already_exists"):
            show_taken()
  `)));
  it('on sequences of unknown length says nothing', silent(onError(`
    match e.args:
        case ["already_exists", *rest]:
            show_taken(rest)
  `)));
  it('on names of constants', finds(module(`
    class Codes(StrEnum):
        TAKEN = "already_exists"
        GONE = "entity_not_found"

    def on_error(e):
        match e.error:
        #<^… unhandled-error without: already_exists, entity_not_found
            case Codes.TAKEN:
                show_taken()
            case Codes.GONE | Codes.GONE.value:
                return
  `)));
});

describe('Python: if and elif', () => {
  it('a chain', finds(onError(`
    if e.error == "already_exists":
    #<^… unhandled-error without: already_exists, invalid_entity
        show_taken()
    elif e.error == "invalid_entity":
        show_form()
  `)));
  it('with an else', silent(onError(`
    if e.error == "already_exists":
        show_taken()
    elif e.error == "invalid_entity":
        show_form()
    else:
        raise e
  `)));
  it('with an else that does nothing', finds(onError(`
    if e.error == "already_exists":
        show_taken()
    else:
    #<^^ swallowed-error
        pass
  `)));
  it('in a set', finds(onError(`
    if e.error in {"already_exists", "invalid_entity"}:
    #<^… unhandled-error without: already_exists, invalid_entity
        show_form()
  `)));
  it('in a tuple, negated: the others are raised', silent(onError(`
    if e.error not in ("already_exists", "invalid_entity"):
        raise e
    show_form()
  `)));
  it('in a frozenset of the module', finds(module(`
    FORM = frozenset({"already_exists", "invalid_entity"})

    def on_error(e):
        if e.error in FORM:
        #<^… unhandled-error without: already_exists, invalid_entity
            show_form()
  `)));
  it('with a walrus', finds(inExcept(`
    if (code := e.response.json().get("error")) == "already_exists":
    #<^… unhandled-error without: already_exists, missing_scope
        show_taken()
    elif code == "missing_scope":
        ask()
  `)));
  it('guards one after the other', finds(onError(`
    if e.error == "already_exists": return "Taken"
    #<^… unhandled-error without: already_exists, invalid_entity
    if e.error == "invalid_entity":
        return "Wrong"
  `)));
  it('guards with a value behind them', silent(onError(`
    if e.error == "already_exists": return "Taken"
    if e.error == "invalid_entity":
        return "Wrong"
    return "Something went wrong"
  `)));
  it('a negated guard', silent(onError(`
    if e.error != "already_exists":
        raise
    show_taken()
  `)));
  it('a text made of the error', finds(onError(`
    if f"{e.error}" == "already_exists" or str(e.error) == 'missing_scope':
    #<^… unhandled-error without: already_exists, missing_scope
        show_taken()
  `)));
  it('statuses alone', finds(inExcept(`
    if e.response.status_code == 404:
    #<^… unhandled-error without: entity_not_found, already_exists
        return None
    elif e.response.status_code == HTTPStatus.CONFLICT:
        show_taken()
  `)));
  it('a range of statuses', finds(afterCall(`
    if 500 <= r.status_code < 600:
    #<^… unhandled-error without: server_error, too_many_requests
        wait()
    elif r.status_code == requests.codes.too_many_requests:
        wait()
  `)));
  it('names and statuses mixed', finds(onError(`
    if e.error == "already_exists":
    #<^… unhandled-error without: already_exists, server_error
        show_taken()
    elif e.status >= 500:
        wait()
  `)));
  it('a conditional expression has its else', silent(onError(`
    return "Taken" if e.error == "already_exists" else "Failed"
  `)));
});
