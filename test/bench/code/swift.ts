import { functions, type CodeSample } from './sample';

export const swift: CodeSample = {
  title: 'Swift', languageId: 'swift', extension: '.swift',
  head: 'import Foundation\nimport os\nimport PlusAuth\n\nprivate let logger = Logger(subsystem: "com.acme.users", category: "users")\n',
  plainHead: 'import Foundation\nimport os\n\nprivate let logger = Logger(subsystem: "com.acme.shop", category: "shop")\n',
  handlers: functions(
    `
    /// «remark»
    func save«Noun»«index»(_ form: «Noun»Form, with plusAuth: PlusAuthClient) async throws -> User? {
        do {
            return try await plusAuth.users.create(NewUser(«noun»: form.«noun», email: form.email))
        } catch let e as PlusAuthError {
            switch e.error {
            case "«first»":
                logger.warning("«noun»: \\(form.«noun»)")
            case "«second»":
                logger.warning("«noun» again: \\(form.email)")
                return nil
    «most»        default:
    «most»            throw e
    «rare»        default:
    «rare»            break
            }
        }
        return nil
    }
    `,
    `
    func remove«Noun»«index»(_ id: String, with plusAuth: PlusAuthClient) async throws -> Bool {
        do {
            try await plusAuth.users.remove(id)
        } catch let e as PlusAuthError {
            if e.error == "«first»" {
                return false
            } else if e.error == "«second»" {
                logger.warning("\\(id) was not removed")
    «most»        } else {
    «most»            throw e
            }
        }
        return true
    }
    `,
  ),
  plain: functions(
    `
    /// «remark»
    func «verb»«Noun»«index»(of tenant: String, limit: Int = «number») throws -> [«Noun»] {
        let found = repository.findAll(tenant)
            .filter { $0.«other» != nil && $0.«other»!.count < limit }
            .map { each in each.renamed("«other»-\\(each.id)") }
        guard !found.isEmpty else {
            throw ShopError.empty("No «noun» for \\(tenant)")
        }
        return Array(found.prefix(limit))
    }
    `,
    `
    private func count«Other»«index»(_ all: [«Noun»]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for «noun» in all {
            // «remark»
            counts[«noun».name, default: 0] += 1
            if counts.count > «number» { break }
        }
        return counts
    }
    `,
    `
    func «verb»«Other»«index»(_ queue: inout [«Noun»], store: Store) async {
        var attempts = 0
        while attempts < «number», let next = queue.first {
            attempts += 1
            queue.removeFirst()
            do {
                try await store.«verb»(next.id, for: .seconds(«number»))
            } catch {
                logger.error("«noun» \\(next.id) stays in the queue: \\(error.localizedDescription)")
                queue.append(next)
            }
        }
    }
    `,
    `
    func describe«Noun»«index»(_ «noun»: «Noun», detailed: Bool) -> String {
        let text: String
        switch «noun».state {
        case .active: text = "active since \\(«noun».since)"
        case .closed, .archived: text = "closed"
        default: text = "\\(«noun».state)"
        }
        return detailed ? "\\(text) (\\(«noun».«other» ?? 0))" : text
    }
    `,
  ),
  free: {},
  type: { open: '/// Service «index» of the «noun»s.\nfinal class «Noun»Service«index» {\n    private let repository: «Noun»Repository\n', close: '}', indent: '    ', words: {} },
  oneClass: true,
  branch: /^\s*case "/,
  typed: 'if attempt < 3 { logger.info("tried again: \\(e.error)"); return try await retry(form, attempt + 1) }; ',
};
