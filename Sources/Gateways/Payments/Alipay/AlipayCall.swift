import Foundation
import Signatures

/// Signed requests of Alipay's gateway, and their verified answers.
struct AlipayCall: Sendable {
    /// An answer of Alipay: all that any method of ours reads.
    struct Answer: Decodable {
        let code: String
        let subCode: String?
        let outTradeNo: String?
        let tradeNo: String?
        let qrCode: String?
        let tradeStatus: String?
        let totalAmount: String?
        let transCurrency: String?
        let sendPayDate: String?
        let fundChange: String?
        let outRequestNo: String?
        let refundAmount: String?
        let refundStatus: String?
    }

    enum Reply {
        /// Signed by Alipay: a success with code 10000, or an error with its codes.
        case verified(Answer, HTTPResponse)
        case unknown(String)
    }

    let settings: AlipaySettings
    let surroundings: GatewaySurroundings

    /// - Parameters:
    ///   - method: such as `alipay.trade.query`.
    ///   - content: its own fields; nil is left out.
    func send(_ method: String, _ content: [String: String?], isNotified: Bool = false) -> Reply {
        let content = json(content.compactMapValues { $0 })
        var fields = [
            "app_id": settings.app, "method": method, "format": "JSON", "charset": "utf-8", "sign_type": "RSA2",
            "timestamp": BeijingTime.spaced(surroundings.now()), "version": "1.0", "biz_content": content,
        ]
        if isNotified { fields["notify_url"] = settings.noticeURL }
        fields["sign"] = Base64.encode(settings.key.sign(Form.signed(fields, without: ["sign"])))
        fields["biz_content"] = nil
        // The character set must stand in the address: the gateway reads the body by it.
        let query = Form.encode(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try surroundings.send(
                HTTPRequest(
                    settings.address.appending("?" + query),
                    headers: [("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")],
                    body: Array(Form.encode([("biz_content", content)]).utf8), timeoutMs: GatewaySurroundings.timeoutMs,
                    bodyLimit: GatewaySurroundings.bodyLimit))
        } catch {
            return .unknown(error.reason)
        }
        return read(response, method)
    }

    private func read(_ response: HTTPResponse, _ method: String) -> Reply {
        guard response.status == 200, let object = RawObject(response.body) else {
            return .unknown("HTTP \(response.status), not of its form")
        }
        let name = method.replacing(".", with: "_") + "_response"
        guard let raw = object.fields[name] ?? object.fields["error_response"],
            let answer = Self.decode(Answer.self, Array(raw))
        else { return .unknown("an answer to something else") }
        let code = "\(answer.code) \(answer.subCode ?? "")".prefix(60)
        guard let text = object.fields["sign"].flatMap({ Self.decode(String.self, Array($0)) }),
            let signature = Base64.decode(text)
        else { return .unknown("\(code), not signed") }
        guard settings.platformKeys.contains(where: { $0.verifies(signature, of: Array(raw)) }) else {
            return .unknown("\(code), a signature that is not valid")
        }
        return .verified(answer, response)
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try? decoder.decode(type, from: Data(bytes))
    }

    private func json(_ fields: [String: String]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts always have a JSON form; an empty one would be refused.
        return (try? encoder.encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
