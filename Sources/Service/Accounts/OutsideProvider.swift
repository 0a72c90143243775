package import Application
package import Crypto
import Messages

extension OutsideProvider {
    /// A provider that shares a key with this server: a code is `SUBJECT.EXPIRES.MAC`, the time in UTC milliseconds, the
    /// MAC 32 hex digits over `SUBJECT.EXPIRES`. For tests, and for a gateway of the operator's own.
    package static func sharing(_ key: MACKey) -> OutsideProvider {
        OutsideProvider { code, now in
            let parts = code.split(separator: ".", omittingEmptySubsequences: false)
            guard code.utf8.count <= 512, parts.count == 3, !parts[0].isEmpty, let expires = Int64(parts[1]),
                String(parts[2]) == mac(key, String(parts[0]), expires), now < expires,
                expires - now <= longestLifeMs
            else { throw Refusal(.outsideCodeInvalid) }
            return Verified(subject: String(parts[0]), expiresMs: expires)
        }
    }

    /// Makes a code for ``sharing(_:)``.
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
