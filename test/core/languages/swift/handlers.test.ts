import { checkFindings, checkSilent } from '../../../harness/check';
import { inCatch, method, swift, SWIFT } from './sources';

const finds = (source: string) => () => checkFindings(source, SWIFT);
const silent = (source: string) => () => checkSilent(source, SWIFT);

describe('Swift: switch', () => {
  it('with an empty default, which the language forces', finds(inCatch(`
    switch e.error {
    case "already_exists":
        showTaken()
    default:
    //<^^^^^ swallowed-error
        break
    }
  `)));
  it('with a default that does nothing at all', finds(inCatch(`
    switch e.error {
    case "already_exists", "invalid_entity": showTaken()
    default: ()
    //<^^^^^ swallowed-error
    }
  `)));
  it('with a default that throws', silent(inCatch(`
    switch e.error {
    case "already_exists": showTaken()
    default: throw e
    }
  `)));
  it('with a default that says why', silent(inCatch(`
    switch e.error {
    case "already_exists": showTaken()
    default:
        // The next refresh shows it.
        break
    }
  `)));
  it('with an empty default and a throw behind it', silent(inCatch(`
    switch e.error {
    case "already_exists": return showTaken()
    default: break
    }
    throw e
  `)));
  it('is incomplete in strict mode', () => checkFindings(inCatch(`
    switch e.error {
    //<^… unhandled-error without: already_exists
    case "already_exists": showTaken()
    default: throw e
    }
  `), { ...SWIFT, settings: { strict: true } }));
  it('of ranges of statuses', silent(method(`
    switch status {
    case 400..<500: showWrong()
    case 500...599: showOutage()
    case 503: again()
    default: break
    }
  `)));
  it('of a tuple', finds(method(`
    switch (e.status, e.error) {
    case (409, "already_exists"): showTaken()
    case (400, "invalid_entity"): showForm()
        //^^^ status-mismatch
    default: throw e
    }
  `)));
  it('with a where clause', finds(method(`
    switch e.error {
    case "already_exists" where status == 409: showTaken()
    case "already_exist": showTaken()
       //^^^^^^^^^^^^^^^ unknown-error
    default: throw e
    }
  `)));
  it('with a binding of unknown coverage', silent(method(`
    switch e.error {
    case "already_exists": showTaken()
    case let code where code.hasPrefix("missing_"): logIn()
    default: break
    }
  `)));
  it('as an expression', finds(method(`
    let text = switch e.error {
    case "already_exists": "Taken"
    case "invalid_entitty": "Wrong"
       //^^^^^^^^^^^^^^^^^ unknown-error
    default: "Unknown"
    }
    show(text)
  `)));
  it('that falls through', silent(method(`
    switch e.error {
    case "already_exists": fallthrough
    case "invalid_entity": showForm()
    default: throw e
    }
  `)));
});

describe('Swift: if and guard', () => {
  it('a chain', finds(method(`
    if e.error == "already_exists" {
    //<^… unhandled-error without: already_exists, invalid_entity
        showTaken()
    } else if e.error == "invalid_entity" {
        showForm()
    }
  `)));
  it('a chain with else', silent(method(`
    if e.error == "already_exists" { showTaken() } else if e.error == "invalid_entity" { showForm() } else { throw e }
  `)));
  it('an empty else', finds(method(`
    if e.error == "already_exists" {
        showTaken()
    } else {
      //<^… swallowed-error
    }
  `)));
  it('a guard that throws', silent(method(`
    guard e.error == "already_exists" else { throw e }
    showTaken()
  `)));
  it('operators that the grammar joins wrongly', finds(method(`
    if e.error != "x" && status >= 500 || e.error == "already_exists" {
        retry()
    }
    if e.error == "missing_token" && e.status == 409 {
                                               //^^^ status-mismatch
        logIn()
    }
    throw e
  `)));
  it('a cast in front', finds(swift(`
    func check(_ response: URLResponse) {
        // PlusAuth
        if let http = response as? HTTPURLResponse, http.statusCode == 409 {
        //<^… unhandled-error without: already_exists
            showTaken()
        }
    }
  `)));
  it('a list', finds(method(`
    if ["missing_token", "missing_scope"].contains(e.error) {
    //<^… unhandled-error without: missing_token, missing_scope
        logIn()
    }
  `)));
  it('a set of the class', finds(swift(`
    static let auth: Set<String> = ["missing_token", "missing_scope"]

    func handle(_ e: PlusAuthError) {
        if Self.auth.contains(e.error) {
        //<^… unhandled-error without: missing_token, missing_scope
            logIn()
        }
    }
  `)));
});

describe('Swift: catches and results', () => {
  it('an if in a catch', finds(inCatch(`
    if e.error == "already_exists" { showTaken() }
    //<^… unhandled-error without: already_exists
  `)));
  it('a filter lets the rest go on', silent(swift(`
    func add() async throws {
        do {
            try await plusAuth.users.create(user)
        } catch let e as PlusAuthError where e.error == "already_exists" {
            showTaken()
        }
    }
  `)));
  it('cases of an error', silent(swift(`
    func add() async throws {
        do {
            try await plusAuth.users.create(user)
        } catch PlusAuthError.alreadyExists {
            showTaken()
        } catch PlusAuthError.entityNotFound {
        }
    }
  `)));
  it('an empty catch', finds(swift(`
    func drop() async {
        do {
            try await plusAuth.users.remove(id)
        }
        catch {}
        //<^… swallowed-error
    }
  `)));
  it('an empty catch that says why', silent(inCatch('// Gone is gone.')));
  it('a failure of a result', finds(swift(`
    func done(_ result: Result<User, PlusAuthError>) {
        switch result {
        case .success(let user): show(user)
        case .failure(let error):
            if error.error == "already_exists" { showTaken() }
            //<^… unhandled-error without: already_exists
        }
    }
  `)));
  it('if case', finds(swift(`
    func done(_ result: Result<User, PlusAuthError>) {
        if case .failure(let error) = result, error.error == "already_exists" {
        //<^… unhandled-error without: already_exists
            showTaken()
        }
    }
  `)));
  it('a completion handler', finds(swift(`
    func load() {
        plusAuth.users.get(id) { result in
            switch result {
            case .success(let user): show(user)
            case .failure(let error):
                switch error.error {
                case "entity_not_found": show404()
                default: break
                //<^^^^^ swallowed-error
                }
            }
        }
    }
  `)));
  it('Alamofire', finds(swift(`
    func load() {
        AF.request("https://acme.plusauth.com/api/v1/users").response { response in
            if response.error?.responseCode == 404 {
            //<^… unhandled-error without: entity_not_found
                show404()
            }
        }
    }
  `)));
});

describe('Swift: enumerations and tables', () => {
  const ENUM = `import PlusAuth

enum ErrorCode: String {
    case taken = "already_exists"
    case missingToken = "missing_token"
}

`;
  it('a raw value', finds(`${ENUM}func handle(_ e: PlusAuthError) {
    if e.error == ErrorCode.taken.rawValue {
    //<^… unhandled-error without: already_exists
        showTaken()
    }
}
`));
  it('a parsed value with an empty default', finds(`${ENUM}func handle(_ e: PlusAuthError) {
    switch ErrorCode(rawValue: e.error) {
    case .taken: showTaken()
    default: break
    //<^^^^^ swallowed-error
    }
}
`));
  it('a parsed value whose nil throws', silent(`${ENUM}func handle(_ e: PlusAuthError) throws {
    guard let code = ErrorCode(rawValue: e.error) else { throw e }
    switch code {
    case .taken: showTaken()
    case .missingToken: logIn()
    }
}
`));
  it('a dictionary', finds(`import PlusAuth
let texts = ["already_exists": "Taken", "invalid_entity": "Wrong"]
  //^^^^^ unhandled-error without: already_exists, invalid_entity
func text(_ e: PlusAuthError) -> String? { texts[e.error] }
`));
  it('a dictionary with a default', silent(`import PlusAuth
let texts = ["already_exists": "Taken", "invalid_entity": "Wrong"]
func text(_ e: PlusAuthError) -> String { texts[e.error] ?? "Unknown" }
func other(_ e: PlusAuthError) -> String { texts[e.error, default: "Unknown"] }
`));
});

describe('Swift: silence', () => {
  it('code without PlusAuth', silent('func f(_ e: E) {\n    if e.error == "already_exists" { a() }\n}\n'));
  it('code that makes errors', silent(swift('func make() throws { throw APIError(error: "already_exists", status: 409) }')));
  it('a predicate', silent(swift('func isTaken(_ e: PlusAuthError) -> Bool { e.error == "already_exists" }')));
  it('OAuth', silent(`import AppAuth\nfunc f(_ oauthError: NSError) {\n    if oauthError.code == "invalid_request" { a() }\n}\n`));
  it('a mock', silent(swift('let body = #"{"error":"already_exists"}"#\nlet stub = ["error": "already_exists"]')));
  it('success', silent(swift('func ok(_ http: HTTPURLResponse) throws {\n    guard (200...299).contains(http.statusCode) else { throw Failure() }\n}')));
  it('a test of another predicate', silent(method('if isAuth(e) { logIn() } else if e.error == "already_exists" { showTaken() }')));
  it('a comment silences', silent(method('// plusauth-errors-ignore-next-line\nif e.error == "already_exists" { showTaken() }')));
});

describe('Swift: code that cannot be read as a whole', () => {
  it('half-typed code below', finds(swift(`
    func first(_ e: PlusAuthError) {
        if e.error == "already_exists" {
        //<^… unhandled-error without: already_exists
            showTaken()
        }
    }

    func second(_ e: PlusAuthError) {
        switch e.
    }
  `)));
  it('a statement behind the chain that the grammar does not know', silent(method(`
    if e.error == "already_exists" { showTaken() }
    @@ throw ~ e ~ @@
  `)));
  it('a label whose body is not typed yet', () => checkSilent(method(`
    switch e.error {
    case "already_exists":
        showTaken()
    case "":
    case "invalid_entity":
        showInvalid()
    default:
        throw e
    }
  `), { ...SWIFT, settings: { strict: true } }));
  it('conditional compilation', finds(swift(`
    #if os(iOS)
    func handle(_ e: PlusAuthError) {
        if e.error == "already_exists" {
        //<^… unhandled-error without: already_exists
            showTaken()
    #else
            logIn()
    #endif
        }
    }
    #endif
  `)));
});

describe('Swift: the project', () => {
  it('vouches by its Package.swift', () => checkFindings(`func handle(_ e: ApiError) {
    if e.error == "already_exists" { show() }
    //<^… unhandled-error
}
`, { ...SWIFT, files: { 'Package.swift': '.package(url: "https://example.com/plusauth-swift.git", from: "1.0.0")' } }));
});
