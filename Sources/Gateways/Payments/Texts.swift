import Domain
import Foundation
import Threads

/// Fen as Alipay writes them: yuan with two decimals.
package enum Yuan {
    package static func text(_ fen: Int64) -> String {
        let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(fen < 0 ? "-" : "")\(yuan).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Reads `12`, `12.3` and `12.34`; nil for anything else, a sign and a value beyond the range included.
    package static func fen(_ text: String) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? parts[1] : "00"
        let isPlain = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard isPlain, decimals.utf8.count <= 2 else { return nil }
        return Int64(parts[0] + decimals + (decimals.utf8.count == 1 ? "0" : ""))
    }
}

/// A text for a payer in the form that every gateway accepts: at most 40 characters, none of those that have a meaning in
/// forms and addresses.
func plainText(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
        let isForm = "&=/<>\"'{}[]".unicodeScalars.contains(scalar)
        return isForm || scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    return String(kept.prefix(40))
}

enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Returns nil unless all of the text is Base64.
    static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }
}

/// The numbers that say what a call came to, and its clock: of every adapter.
package struct GatewaySurroundings: Sendable {
    let http: HTTPClient
    /// UTC milliseconds.
    let now: @Sendable () -> Int64
    /// Returns that many unpredictable bytes.
    let random: @Sendable (Int) -> [UInt8]
    private let clock = Locked<GatewayClock?>(nil)

    /// The time limit of one call, all hosts included but the first attempt's rest.
    static let timeoutMs: Int64 = 8000
    /// The most bytes of an answer's body.
    static let bodyLimit = 64 << 10

    package init(
        http: HTTPClient, now: @escaping @Sendable () -> Int64, random: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.http = http
        self.now = now
        self.random = random
    }

    /// The gateway's clock, by its last answer.
    var lastClock: GatewayClock? { clock.withLock { $0 } }

    /// Sends a request, and notes the clock of whoever answers.
    func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
        let response = try http.send(request)
        if let offset = clockOffsetMs(response) {
            clock.withLock { $0 = GatewayClock(offsetMs: offset, atMs: now()) }
        }
        return response
    }

    /// Returns 32 upper-case hex digits.
    func nonce() -> String {
        random(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }

    /// A number that no order has: the gateway can only say that it does not know it.
    func strangeNumber() -> String { "check" + nonce().prefix(20) }

    /// How far the gateway's clock is ahead of ours, by the `Date` of its answer; nil without one.
    func clockOffsetMs(_ response: HTTPResponse) -> Int64? {
        // As RFC 9110 has it: Mon, 30 Nov 2026 01:20:00 GMT.
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        guard let date = response.header("date").flatMap(formatter.date(from:)) else { return nil }
        return Int64(date.timeIntervalSince1970) * 1000 - now()
    }
}
