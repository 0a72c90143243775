/// A reviewer's decision. A rejection or return has a reason.
package enum ReviewDecision: Equatable, Sendable {
    case approved
    case rejected(reason: String)
    case returned(reason: String)

    package static let reasonLimit = 500

    /// 1 … 500 characters.
    package static func reason(_ typed: String) throws(Refusal) -> String {
        try checkedTitle(typed, field: "reason", limit: reasonLimit)
    }

    package var reason: String {
        switch self {
        case .approved: ""
        case .rejected(let reason), .returned(let reason): reason
        }
    }
}
