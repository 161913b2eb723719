import Foundation

/// What PlusAuth's REST API answers when a call fails.
struct PlusAuthError: Error, Decodable {
    let error: String
    let status: Int?
}

protocol PlusAuthUsers {
    func create(email: String) async throws
}

final class UserInvitations {
    private let plusAuth: PlusAuthUsers

    init(plusAuth: PlusAuthUsers) {
        self.plusAuth = plusAuth
    }

    /// Swift wants a `default`, and `break` lets eleven errors vanish in it.
    func invite(_ email: String) async throws -> String {
        do {
            try await plusAuth.create(email: email)
        } catch let e as PlusAuthError {
            switch e.error {
            case "already_exists":
                return "This address is taken."
            case "invalid_entity":
                return "This is no e-mail address."
            case "plan_limit_exceeded":
                return "The plan is used up."
            default:
                break
            }
        }
        return "Invited."
    }

    /// What the filter does not let in goes on by itself: nothing vanishes here.
    func inviteOnce(_ email: String) async throws {
        do {
            try await plusAuth.create(email: email)
        } catch let e as PlusAuthError where e.error == "already_exists" {
            return
        }
    }
}
