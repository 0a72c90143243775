/// A failure of a gateway, for one request or notice.
package enum Fault: String, CaseIterable, Sendable {
    /// 500, before anything is done.
    case serverError = "server-error"
    /// The connection is cut before anything is done.
    case cut
    /// It is done, and the connection is cut before the answer.
    case lost
    /// It is done, and answered after the wait that the control asks for.
    case slow
    /// It is done, and answered by a stranger.
    case forged
    /// It is done, and the answer's signature is one of WeChat Pay's probes.
    case probe
    /// It is done, and answered under the key before the present one.
    case older
    /// It is done, and each header of the answer comes twice.
    case doubled
    /// UnionPay's 34: not found, before it is.
    case absent

    var hand: Signing.Hand {
        switch self {
        case .forged: .forged
        case .probe: .probe
        case .older: .older
        case .serverError, .cut, .lost, .slow, .doubled, .absent: .genuine
        }
    }
}

/// How a notice is spoilt.
package enum Forgery: String, Sendable {
    /// Signed by a stranger.
    case signature = "forged"
    /// WeChat Pay's probe.
    case probe
    /// Signed by the key before the present one: genuine.
    case older
    /// Another amount, under the signature of the right one.
    case amount
    /// Cut in the middle.
    case truncated
    /// Signed ten minutes ago.
    case stale

    var hand: Signing.Hand {
        switch self {
        case .signature: .forged
        case .probe: .probe
        case .older: .older
        case .amount, .truncated, .stale: .genuine
        }
    }

    var ageMs: Int64 { self == .stale ? 600_000 : 0 }

    func spoil(_ notice: OutgoingNotice, _ payment: Books.Payment) -> OutgoingNotice {
        switch self {
        case .signature, .probe, .older, .stale: return notice
        case .truncated:
            return OutgoingNotice(
                url: notice.url, headers: notice.headers, body: Array(notice.body.prefix(notice.body.count / 2)))
        case .amount:
            // Whatever stands for the amount is another one afterwards; a sealed one is no longer what was sealed.
            let text = String(decoding: notice.body, as: UTF8.self)
            let spoilt = text.replacing("total_amount=", with: "total_amount=9").replacing("txnAmt=", with: "txnAmt=9")
                .replacing("\"ciphertext\":\"", with: "\"ciphertext\":\"AAAA")
            return OutgoingNotice(url: notice.url, headers: notice.headers, body: Array(spoilt.utf8))
        }
    }
}
