import Signatures
import Threads

/// The keys by which WeChat Pay signs, by serial: while it changes them, the old and the new hold.
final class WeChatKeyRing: Sendable {
    /// The furthest that a signature's time may be from ours.
    static let toleranceMs: Int64 = 300_000
    /// Certificates are fetched at most this often.
    static let pauseMs: Int64 = 60_000

    private struct State {
        var keys: [String: RSAPublicKey]
        var fetchedMs: Int64?
        var isStale: Bool
    }

    private let state: Locked<State>

    init(_ keys: [String: RSAPublicKey]) {
        state = Locked(State(keys: keys, fetchedMs: nil, isStale: keys.isEmpty))
    }

    /// Returns nil if the signature is valid, or why it is not.
    /// - Parameters:
    ///   - value: a header's, by lower-case name.
    ///   - fresh: keys that hold besides the ring's.
    func fault(
        of body: [UInt8], now: Int64, fresh: [String: RSAPublicKey] = [:], _ value: (String) -> String?
    ) -> String? {
        guard let time = value("wechatpay-timestamp"), let nonce = value("wechatpay-nonce"),
            let serial = value("wechatpay-serial"), let text = value("wechatpay-signature")
        else { return "not signed" }
        guard let seconds = Int64(time), seconds >= 0, seconds < 1 << 40 else { return "a signature without a time" }
        guard abs(seconds * 1000 - now) <= Self.toleranceMs else {
            return "a signature of another time, by \(abs(seconds - now / 1000)) s"
        }
        guard let key = fresh[serial] ?? state.withLock({ $0.keys[serial] }) else {
            state.withLock { $0.isStale = true }
            return "signed by an unknown key"
        }
        // A probe, "WECHATPAY/SIGNTEST/…", is no Base64, and is refused like any other forgery.
        guard let signature = Base64.decode(text),
            key.verifies(signature, of: Array("\(time)\n\(nonce)\n".utf8) + body + Array("\n".utf8))
        else { return "a signature that is not valid" }
        return nil
    }

    /// Whether the certificates are to be fetched before the next call: there is no key, or one was missing.
    func isDue(now: Int64) -> Bool {
        state.withLock { state in
            guard state.isStale, now - (state.fetchedMs ?? now - Self.pauseMs) >= Self.pauseMs else { return false }
            state.fetchedMs = now
            return true
        }
    }

    func adopt(_ keys: [String: RSAPublicKey]) {
        state.withLock { state in
            state.keys.merge(keys) { $1 }
            state.isStale = false
        }
    }
}
