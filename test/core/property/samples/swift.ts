import { inCatch, method, swift as members } from '../../languages/swift/sources';
import { sample, type Sample } from './sample';

export const swift: readonly Sample[] = [
  sample('Swift: switch', inCatch(`
    switch e.error {
    case "already_exists":
        showTaken()
    case "entity_notfound":
        return
    default:
        break
    }
  `), 'swift'),
  sample('Swift: statuses', method(`
    switch status {
    case 401, 403: deny()
    case 404: show404()
    case 404: again()
    case 500...599: showOutage()
    default: break
    }
  `), 'swift'),
  sample('Swift: tuples', method(`
    switch (status, e.error) {
    case (409, "already_exists"): showTaken()
    case (400, "invalid_entity"): showForm()
    case (_, "missing_token"): logIn()
    default: break
    }
  `), 'swift'),
  sample('Swift: chains', method(`
    if e.error == "already_exists" {
        showTaken()
    } else if e.error == "invalid_entity" && status != 400 {
        showForm()
    } else if e.error == "already_exists" {
        rename()
    }
  `), 'swift'),
  sample('Swift: guards', method(`
    if e.error == "missing_token" { return logIn() }
    if ["missing_scope", "unauthorized_usr"].contains(e.error) { return deny() }
    if let http = e.response as? HTTPURLResponse, http.statusCode == 403 { return deny() }
    if e.error == "already_exists" && e.status == 400 { return find() }
  `), 'swift'),
  sample('Swift: tables', members(`
    static let texts: [String: String] = [
        "already_exists": "Taken",
        "invalid_entity": "Wrong",
    ]

    func text(_ e: PlusAuthError) -> String? {
        return Self.texts[e.error]
    }
  `), 'swift'),
  sample('Swift: results and empty catches', members(`
    #if DEBUG
    func drop(_ id: String) async {
        do {
            try await plusAuth.users.remove(id)
        } catch {
        }
        do { try await plusAuth.roles.remove(id) } catch let error as PlusAuthError {}
        plusAuth.users.get(id) { result in
            switch result {
            case .success(let user): self.user = user
            case .failure(let error):
                if error.error == "entity_not_found" { self.user = nil }
            }
        }
    }
    #endif
  `), 'swift'),
];
