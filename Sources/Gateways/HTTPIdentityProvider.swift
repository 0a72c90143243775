package import Domain
import Foundation
import Threads

/// ACC-3b: asks a gateway whether a name and an ID number match: one POST of `{"name":…,"id_number":…}`, answered by
/// `{"result":"match"}`, `"mismatch"` or anything else. Every failure is `unknown`, and a reviewer decides.
package final class HTTPIdentityProvider: Sendable {
    /// After a timeout, all requests but one fail fast for this long.
    package static let restMs: UInt64 = 30_000
    private static let bodyLimit = 4096

    private let gateway: Gateway
    private let now: @Sendable () -> UInt64
    /// When it may be called again; 0 for at once.
    private let restsUntil = Locked<UInt64>(0)

    /// - Parameter now: milliseconds of a monotonic clock.
    package init(_ gateway: Gateway, now: @escaping @Sendable () -> UInt64 = MonotonicClock.nowMs) {
        self.gateway = gateway
        self.now = now
    }

    package func check(_ name: String, _ number: IdentityNumber) -> ProviderAnswer {
        // A question that cannot be sent, like any failure, goes to a reviewer.
        guard isAskable(), let body = try? JSONEncoder().encode(Question(name: name, idNumber: number.text)) else {
            return .unknown
        }
        do {
            let response = try gateway.post(Array(body), bodyLimit: Self.bodyLimit)
            restsUntil.withLock { $0 = 0 }
            return Self.meaning(of: response)
        } catch {
            restsUntil.withLock { $0 = now() + Self.restMs }
            return .unknown
        }
    }

    private static func meaning(of response: HTTPResponse) -> ProviderAnswer {
        guard (200..<300).contains(response.status),
            let reply = try? JSONDecoder().decode(Reply.self, from: Data(response.body))
        else { return .unknown }
        return switch reply.result {
        case "match": .matches
        case "mismatch": .differs
        case _: .unknown
        }
    }

    /// Returns whether to call the gateway. After the pause, one caller tries for all.
    private func isAskable() -> Bool {
        let now = now()
        return restsUntil.withLock { until in
            guard until != 0 else { return true }
            guard now >= until else { return false }
            until = now + Self.restMs
            return true
        }
    }

    private struct Question: Encodable {
        let name: String
        let idNumber: String

        enum CodingKeys: String, CodingKey {
            case name
            case idNumber = "id_number"
        }
    }

    private struct Reply: Decodable { let result: String }
}
