import Application
package import Crypto
import Messages

/// ACC-2b: somebody else's accounts: tells whose a code is. May take its time: it is asked outside loops and transactions.
package struct OutsideProvider: Sendable {
    /// A code that has been verified.
    package struct Verified: Sendable {
        /// The account's name with the provider (a WeChat openid).
        package let subject: String
        /// Until when the code would be taken again, UTC milliseconds.
        package let expiresMs: Int64

        package init(subject: String, expiresMs: Int64) {
            self.subject = subject
            self.expiresMs = expiresMs
        }
    }

    /// - Throws: ``Refused`` `outsideCodeInvalid` for a code that is not genuine.
    package let verify: @Sendable (_ code: String, _ now: Int64) throws -> Verified

    package init(verify: @escaping @Sendable (_ code: String, _ now: Int64) throws -> Verified) {
        self.verify = verify
    }

    /// A provider that shares a key with this server: a code is `SUBJECT.EXPIRES.MAC`, the time in UTC milliseconds, the
    /// MAC 32 hex digits over `SUBJECT.EXPIRES`. For tests, and for a gateway of the operator's own.
    package static func sharing(_ key: MACKey) -> OutsideProvider {
        OutsideProvider { code, now in
            let parts = code.split(separator: ".", omittingEmptySubsequences: false)
            guard code.utf8.count <= 512, parts.count == 3, !parts[0].isEmpty, let expires = Int64(parts[1]),
                String(parts[2]) == mac(key, String(parts[0]), expires), now < expires,
                expires - now <= longestLifeMs
            else { throw Refused(.outsideCodeInvalid) }
            return Verified(subject: String(parts[0]), expiresMs: expires)
        }
    }

    /// What ``sharing(_:)`` takes.
    package static func code(_ subject: String, expiresMs: Int64, key: MACKey) -> String {
        "\(subject).\(expiresMs).\(mac(key, subject, expiresMs))"
    }

    private static let longestLifeMs: Int64 = 10 * 60_000

    private static func mac(_ key: MACKey, _ subject: String, _ expires: Int64) -> String {
        key.mac(.outsideCode, Array("\(subject).\(expires)".utf8)).prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }.joined()
    }
}
