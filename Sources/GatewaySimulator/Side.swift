import Foundation
import HTTP

/// One of the simulated gateways, from the other side: it verifies what a merchant asks, keeps books, and signs what it says.
protocol Side: Sendable {
    /// Its paths begin so.
    var paths: [String] { get }
    /// The text of its QR codes up to the payment's number.
    var codePrefix: String { get }
    /// Answers a request of the merchant, and changes the books as it asks.
    func answer(_ request: IncomingRequest, _ books: inout Books, _ signing: Signing) -> OutgoingAnswer
    /// The notice of a payment in its present state; nil if the gateway sends none.
    func notice(_ payment: Books.Payment, _ kind: NoticeCause, _ signing: Signing) -> OutgoingNotice?
    /// A list of payments and refunds, in the gateway's own format.
    func statement(_ books: Books) -> [UInt8]
}

enum NoticeCause {
    case paid
    case closed
    case refund(Books.Refund)
}

struct OutgoingNotice: Sendable {
    let url: String
    let headers: [(name: String, value: String)]
    let body: [UInt8]
}

/// How a message is signed.
struct Signing: Sendable {
    enum Hand: String, Sendable {
        case genuine
        /// By the key before the present one, which still holds.
        case older
        /// By a stranger.
        case forged
        /// A deliberate forgery of WeChat Pay, which is no Base64.
        case probe
    }

    let hand: Hand
    /// UTC milliseconds.
    let now: Int64
    /// 16 unpredictable bytes in hex.
    let nonce: String
}

/// JSON of plain values, which cannot fail.
func json(_ object: [String: Any]) -> String {
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data ?? Data(), as: UTF8.self)
}

/// Fields of a JSON object; of anything else none, as a gateway answers a request that it cannot read.
func fields(json text: [UInt8]) -> [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(text))) as? [String: Any] ?? [:]
}

/// The fields of a form, decoded.
func fields(form text: some StringProtocol) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in text.split(separator: "&") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count > 1 ? String(parts[1]).replacing("+", with: " ") : ""
        fields[String(parts[0]).removingPercentEncoding ?? ""] = value.removingPercentEncoding ?? ""
    }
    return fields
}

func form(_ fields: [String: String]) -> String {
    let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return fields.sorted { $0.key < $1.key }.map { name, value in
        "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: plain) ?? "")"
    }.joined(separator: "&")
}

/// `name=value` of all fields, sorted and joined, as Alipay and UnionPay sign them.
func signedText(_ fields: [String: String], without names: Set<String>) -> String {
    fields.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: "&")
}

func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

func bytes(base64 text: String?) -> [UInt8] { text.flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? [] }
