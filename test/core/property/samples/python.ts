import { afterCall, inExcept, module, onError } from '../../languages/python/sources';
import { sample, type Sample } from './sample';

export const python: readonly Sample[] = [
  sample('Python: match', onError(`
    match e.error:
        case "already_exists":
            show_taken()
        case 'entity_notfound' | "already_exists":
            return
  `), 'python'),
  sample('Python: match on a status', onError(`
    match e.status:
        case 403: deny()
        case HTTPStatus.NOT_FOUND:
            return None  # gone
  `), 'python'),
  sample('Python: patterns', onError(`
    match (e.status, e.error):
        case (409, "already_exists"):
            show_taken()
        case (404, _):
            return
        case _:
            pass
    match e:
        case PlusAuthError(error="already_exists" | "invalid_entity") if attempt < 3:
            show_form()
  `), 'python'),
  sample('Python: chains', inExcept(`
    body = e.response.json()
    if body["error"] == "already_exists" and e.response.status_code == 400:
        show_taken()  # at the field
    elif (code := body.get("error")) == "invalid_entity":
        show_form()
    elif code in {"missing_scope", "missing_tokn"}:
        ask()
    if e.response.status_code == 404: return None
    if body["error"] == 'missing_token':
        login()
    else:
        pass
  `), 'python'),
  sample('Python: names of constants', module(`
    FORM = frozenset(["already_exists", 'invalid_entity'])


    class Codes(StrEnum):
        GONE = "entity_not_found"


    def gone(e):
        if e.error == Codes.GONE:
            return None
        if e.error in FORM:
            show_form()
  `), 'python'),
  sample('Python: tables', module(`
    TEXTS = {
        "already_exists": "Taken",
        "invalid_entity": "Wrong"
    }


    def text(e):
        return TEXTS.get(e.error)


    def gone(e):
        text = {Codes.GONE: "Gone", "already_exists": "Taken"}.get(e.error)
        print(text)
  `), 'python'),
  sample('Python: except', module(`
    class Users:
        """Users of PlusAuth: if e.error == "already_exists"."""

        def add(self, user):
            try:
                plusauth.users.create(user)
            except PlusAuthError:
                pass
            try: plusauth.users.get(user)
            except PlusAuthError as e: logger.info("none")
            with contextlib.suppress(PlusAuthError):
                plusauth.users.remove(user)

        async def all(self):
            try:
                return await plusauth.users.get_all()
            except* PlusAuthError as group:
                for e in group.exceptions:
                    if e.error != "too_many_requests":
                        continue
                    elif e.status == 429:
                        await quota.refilled()
  `), 'python'),
  sample('Python: responses', afterCall(`
    if not r.ok:
        error = r.json()["error"]
        if error == "already_exists":
            show_taken()
        elif 500 <= r.status_code < 600:
            wait()
    return r.json()
  `), 'python'),
];
