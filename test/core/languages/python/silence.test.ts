import { checkForeign, checkFindings, checkSilent } from '../../../harness/check';
import { afterCall, module, onError, PYTHON } from './sources';

const silent = (source: string) => () => checkSilent(source, PYTHON);
const foreign = (source: string) => () => checkForeign(source, PYTHON);
const finds = (source: string) => () => checkFindings(source, PYTHON);

describe('Python: code without PlusAuth', () => {
  it('OAuth', foreign(`
    def exchange(code):
        r = requests.post("https://auth.example.com/oauth/token", data={"code": code})
        error = r.json().get("error")
        if error == "invalid_request":
            return None
        elif error == "server_error":
            retry()
  `));
  it('gRPC’s names', foreign(`
    def on_error(e):
        match e.code:
            case "already_exists":
                return
            case "not_found":
                create()
  `));
  it('a server that sends such errors', foreign(`
    def create(user):
        if user in users:
            return {"error": "already_exists", "status": 409}
  `));
  it('statuses', foreign(`
    r = requests.get(url)
    if r.status_code == 404:
        print("gone")
  `));
});

describe('Python: other code in a file that speaks of PlusAuth', () => {
  it('a producer', silent(module(`
    def create(user):
        if user in users:
            raise ApiError(error="already_exists", status=409)
  `)));
  it('a mock', silent(module(`
    def test_add(responses):
        responses.post(f"{API}/users", json={"error": "already_exists", "status": 409}, status=409)
  `)));
  it('translations', silent(module(`
    TEXTS = {"already_exists": _("Taken"), "invalid_entity": _("Wrong")}
  `)));
  it('an enumeration', silent(module(`
    class PlusAuthErrorCode(StrEnum):
        ALREADY_EXISTS = "already_exists"
        ENTITY_NOT_FOUND = auto()
  `)));
  it('a predicate', silent(module(`
    def is_transient(e):
        return e.error in ("too_many_requests", "server_error") or e.status >= 500
  `)));
  it('a predicate of tenacity', silent(module(`
    @retry(retry=retry_if_exception(lambda e: e.error == "too_many_requests"), stop=stop_after_attempt(3))
    def users():
        return requests.get(f"{API}/users").json()
  `)));
  it('the OAuth endpoints of the tenant', silent(module(`
    def token(code):
        r = requests.post("https://acme.plusauth.com/oauth2/token", data={"code": code})
        if r.json().get("error") == "invalid_request":
            return None
  `)));
  it('another vendor', silent(module(`
    def charge():
        try:
            stripe.Charge.create()
        except stripe.error.StripeError as stripe_error:
            if stripe_error.code == "already_exists":
                return
  `)));
  it('success', silent(afterCall(`
    if r.status_code == 201:
        return r.json()
    r.raise_for_status()
  `)));
  it('a generator', silent(onError(`
    return [x for x in e.errors if x.error == "already_exists"]
  `)));
  it('a filter that is stored', silent(onError(`
    taken = e.error == "already_exists"
    show(taken)
  `)));
});

describe('Python: context', () => {
  it('by the name of the module', finds(`
    from plusauth.errors import PlusAuthError

    def on_error(e):
        if e.error == "already_exists":
        #<^… unhandled-error without: already_exists
            show_taken()
  `));
  it('by requirements.txt', () => checkFindings(`
    def on_error(e):
        if e.error == "already_exists":
        #<^… unhandled-error without: already_exists
            show_taken()
  `, { ...PYTHON, files: { 'requirements.txt': 'requests==2.32\nplusauth-client==1.0\n' } }));
  it('by pyproject.toml', () => checkFindings(`
    def on_error(e):
        if e.error == "already_exists":
        #<^… unhandled-error without: already_exists
            show_taken()
  `, { ...PYTHON, files: { 'pyproject.toml': '[project]\ndependencies = [\n  "plusauth-client>=1",\n]\n' } }));
  it('not by a comment of a manifest', () => checkSilent(`
    def on_error(e):
        if e.error == "already_exists":
            show_taken()
  `, { ...PYTHON, files: { 'requirements.txt': '# plusauth may follow\nrequests\n' } }));
  it('in a class, by what its constructor makes', finds(module(`
    class Users:
        def __init__(self):
            self.api = PlusAuthClient(API)

        def add(self, user):
            try:
                self.api.create_user(user)
            except ApiError as e:
                if e.status == 409:
                #<^… unhandled-error without: already_exists
                    show_taken()
  `)));
});

describe('Python: silencing comments', () => {
  it('on the line before', silent(onError(`
    # plusauth-errors-ignore-next-line unhandled-error -- the form does the rest
    if e.error == "already_exists":
        show_taken()
  `)));
  it('on the line', silent(onError(`
    if e.error == "already_exists":  # plusauth-errors-ignore
        show_taken()
  `)));
  it('for the file', silent(`# plusauth-errors-ignore-file\n${onError(`
    if e.error == "already_exists":
        show_taken()
  `)}`));
  it('in a text is none', finds(onError(`
    x = "# plusauth-errors-ignore-next-line"
    if e.error == "already_exists":
    #<^… unhandled-error without: already_exists
        show_taken()
  `)));
});

describe('Python: half-typed and broken code', () => {
  for (const [what, source] of Object.entries({
    'an open text': 'if e.error == "already_ex',
    'a case without a body': 'match e.error:\n    case "already_exists":',
    'a match without cases': 'match e.error:',
    'an except without a body': 'try:\n    plusauth.users.create(u)\nexcept PlusAuthError as e:',
    'a walrus without a value': 'if (code := ) == "already_exists":\n    pass\nelse:\n    raise e',
    'an elif without a condition': 'if e.error == "already_exists":\n    x()\nelif\n    raise e',
    'an open bracket': 'if e.error in {"already_exists",',
    'an f-string that is open': 'x = f"{e.error',
  })) {
    it(what, async () => {
      const { findingsOf } = await import('../../../harness/document');
      await findingsOf(onError(source), PYTHON);
    });
  }
  it('what stands above broken code is still found', finds(module(`
    def on_error(e):
        if e.error == "already_exists":
        #<^… unhandled-error without: already_exists
            show_taken()

    def broken(:
        x = (
  `)));
});
