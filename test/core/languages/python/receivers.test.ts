import { checkFindings, checkSilent } from '../../../harness/check';
import { inExcept, module, onError, PYTHON } from './sources';

const finds = (source: string) => () => checkFindings(source, PYTHON);
const silent = (source: string) => () => checkSilent(source, PYTHON);

describe('Python: tables', () => {
  it('get without a default', finds(module(`
    TEXTS = {
    #<^^^ unhandled-error without: already_exists, invalid_entity
        "already_exists": "Taken",
        "invalid_entity": "Wrong",
    }

    def text(e):
        return TEXTS.get(e.error)
  `)));
  it('get with a default', silent(module(`
    TEXTS = {"already_exists": "Taken", "invalid_entity": "Wrong"}

    def text(e):
        return TEXTS.get(e.error, "Failed")
  `)));
  it('get with or', silent(module(`
    TEXTS = {"already_exists": "Taken", "invalid_entity": "Wrong"}

    def text(e):
        return TEXTS.get(e.error) or "Failed"
  `)));
  it('an index raises what it has not', silent(module(`
    TEXTS = {"already_exists": "Taken", "invalid_entity": "Wrong"}

    def text(e):
        return TEXTS[e.error]
  `)));
  it('functions, with a default', silent(module(`
    HANDLERS = {"already_exists": show_taken, "invalid_entity": show_form}

    def on_error(e):
        HANDLERS.get(e.error, fail)(e)
  `)));
  it('functions, asked for first', finds(module(`
    HANDLERS = {"already_exists": show_taken, "invalid_entity": show_form}

    def on_error(e):
        if e.error in HANDLERS:
        #<^… unhandled-error without: already_exists, invalid_entity
            HANDLERS[e.error](e)
  `)));
  it('asked for first, with an else', silent(module(`
    HANDLERS = {"already_exists": show_taken}

    def on_error(e):
        if e.error in HANDLERS:
            HANDLERS[e.error](e)
        else:
            raise e
  `)));
  it('a default that is asked for later', silent(onError(`
    text = {"already_exists": "Taken"}.get(e.error)
    if text is None:
        text = "Failed"
    show(text)
  `)));
});

describe('Python: except', () => {
  it('by a name of the body', finds(inExcept(`
    body = e.response.json()
    if body["error"] == "already_exists":
    #<^… unhandled-error without: already_exists
        show_taken()
  `)));
  it('that raises at the end', silent(inExcept(`
    body = e.response.json()
    if body.get("error", "") == "already_exists":
        return show_taken()
    raise
  `)));
  it('that raises from', silent(inExcept(`
    code = e.response.json().get("error")
    if code == "already_exists":
        raise Taken() from e
    raise ServiceError(code) from e
  `)));
  it('that logs', silent(inExcept(`
    if e.response.json()["error"] == "already_exists":
        show_taken()
    else:
        logger.exception("Adding failed")
  `)));
  it('of a group', finds(module(`
    async def add(users):
        try:
            async with asyncio.TaskGroup() as tasks:
                for user in users:
                    tasks.create_task(plusauth.users.create(user))
        except* PlusAuthError as group:
            for e in group.exceptions:
                if e.error == "already_exists":
                #<^… unhandled-error without: already_exists
                    show_taken()
  `)));
  it('with a finally that raises nothing', finds(onError(`
    try:
        if e.error == "already_exists":
        #<^… unhandled-error without: already_exists
            show_taken()
    finally:
        done()
  `)));
  it('that passes', finds(module(`
    def add(user):
        try:
            plusauth.users.create(user)
        except PlusAuthError:
        #<^^^^^^^^^^^^^^^^^^ swallowed-error
            pass
  `)));
  it('that passes, as a decision', silent(module(`
    def add(user):
        try:
            plusauth.users.create(user)
        except PlusAuthError:
            # best effort
            pass
  `)));
  it('that passes over other errors', silent(module(`
    def add(user):
        try:
            plusauth.users.create(user)
        except (KeyError, ValueError):
            pass
  `)));
  it('suppressed', silent(module(`
    def add(user):
        with contextlib.suppress(PlusAuthError):
            plusauth.users.create(user)
  `)));
  it('of urllib', finds(module(`
    def add(user):
        try:
            urlopen(Request(f"{API}/users", data=user))
        except HTTPError as e:
            body = json.load(e)
            if body["error"] == "already_exists":
            #<^… unhandled-error without: already_exists
                show_taken()
  `)));
  it('of aiohttp: the response is asked', finds(module(`
    async def add(session, user):
        async with session.post(f"{API}/users", json=user) as resp:
            body = await resp.json()
            if resp.status == 409:
            #<^… unhandled-error without: already_exists, invalid_entity
                show_taken()
            elif body["error"] == "invalid_entity":
                show_form()
  `)));
  it('of httpx', silent(module(`
    def add(user):
        try:
            httpx.post(f"{API}/users", json=user).raise_for_status()
        except httpx.HTTPStatusError as exc:
            if exc.response.json()["error"] != "already_exists":
                raise
            show_taken()
  `)));
  it('handed to Flask', finds(module(`
    @app.errorhandler(PlusAuthError)
    def on_plusauth_error(error):
        if error.error == "entity_not_found":
        #<^… unhandled-error without: entity_not_found
            return jsonify(message="Gone"), 404
  `)));
  it('handed to Flask, with an answer for all others', silent(module(`
    @app.errorhandler(PlusAuthError)
    def on_plusauth_error(error):
        if error.error == "entity_not_found":
            return jsonify(message="Gone"), 404
        return jsonify(message=str(error)), 502
  `)));
  it('in a middleware of Django', silent(module(`
    class PlusAuthMiddleware:
        def process_exception(self, request, exception):
            if isinstance(exception, PlusAuthError) and exception.error == "missing_scope":
                return HttpResponseForbidden()
            raise exception
  `)));
});

describe('Python: who receives what', () => {
  it('a value given before', silent(onError(`
    text = "Failed"
    if e.error == "already_exists":
        text = "Taken"
    return text
  `)));
  it('None behind branches that go on', finds(onError(`
    if e.error == "already_exists":
    #<^… unhandled-error without: already_exists
        show_taken()
    return None
  `)));
  it('a success behind branches that leave', finds(onError(`
    if e.error == "already_exists":
    #<^… unhandled-error without: already_exists
        return "Taken"
    return True
  `)));
  it('the next turn of a loop', finds(module(`
    def add(users):
        for user in users:
            try:
                plusauth.users.create(user)
            except PlusAuthError as e:
                if e.error == "already_exists":
                #<^… unhandled-error without: already_exists
                    continue
  `)));
  it('a prefix is not known', silent(onError(`
    if e.error.startswith("invalid_"):
        show_form()
    elif e.error == "already_exists":
        show_taken()
  `)));
  it('a regular expression is not known', silent(onError(`
    if re.match(r"^(missing|invalid)_", e.error):
        show_form()
    elif e.error == "already_exists":
        show_taken()
  `)));
});

describe('Python: other findings', () => {
  it('a name that is none', finds(onError(`
    if e.error == "entity_notfound":
    #             ^^^^^^^^^^^^^^^^^ unknown-error
        return None
    raise e
  `)));
  it('a status that does not go with a name', finds(onError(`
    if e.error == "already_exists" and e.status == 400:
    #                                              ^^^ status-mismatch
        show_taken()
    else:
        raise e
  `)));
  it('a status of an answer that does not go with its name', finds(module(`
    def fail():
        raise ApiError(error="already_exists", status=404)
        #                                             ^^^ status-mismatch
  `)));
  it('a status that nothing has', finds(onError(`
    if e.status == 403:
    #              ^^^ undocumented-status
        forbid()
    else:
        raise e
  `)));
  it('a branch that was taken', finds(onError(`
    if e.error == "already_exists":
        show_taken()
    elif e.error == "already_exists":
    #               ^^^^^^^^^^^^^^^^ unreachable-branch
        again()
    else:
        raise e
  `)));
  it('a case that was taken', finds(onError(`
    match e.error:
        case "already_exists":
            show_taken()
        case "already_exists":
        #<^^^^^^^^^^^^^^^^^^^^ unreachable-branch
            again()
        case _:
            raise e
  `)));
});
