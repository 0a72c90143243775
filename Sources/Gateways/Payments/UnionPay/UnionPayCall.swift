import Signatures
import Threads

/// Signed requests of UnionPay's full channel 5.1.0, and their verified answers.
struct UnionPayCall: Sendable {
    enum Reply {
        /// Signed by UnionPay.
        case verified([String: String], HTTPResponse)
        case unknown(String)
    }

    let settings: UnionPaySettings
    let surroundings: GatewaySurroundings
    /// The last certificate that was found to be UnionPay's, and its text: each message carries it anew.
    private let trusted = Locked<(pem: String, certificate: Certificate)?>(nil)

    init(_ settings: UnionPaySettings, _ surroundings: GatewaySurroundings) {
        self.settings = settings
        self.surroundings = surroundings
    }

    func send(_ path: String, _ own: [String: String]) -> Reply {
        var fields = [
            "version": "5.1.0", "encoding": "UTF-8", "signMethod": "01", "bizType": "000000", "accessType": "0",
            "channelType": "08", "merId": settings.merchant, "certId": settings.certificateID,
        ].merging(own) { $1 }
        fields["signature"] = Base64.encode(settings.key.sign(Self.signed(fields)))
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try surroundings.send(
                HTTPRequest(
                    settings.host.appending("/gateway/api/\(path).do"),
                    headers: [("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")],
                    body: Array(Form.encode(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).utf8),
                    timeoutMs: GatewaySurroundings.timeoutMs, bodyLimit: GatewaySurroundings.bodyLimit))
        } catch {
            return .unknown(error.reason)
        }
        guard response.status == 200, let answer = Self.plain(response.body) else {
            return .unknown("HTTP \(response.status), not of its form")
        }
        if let fault = fault(of: answer) { return .unknown("\((answer["respCode"] ?? "").prefix(2)), \(fault)") }
        return .verified(answer, response)
    }

    /// Returns nil if UnionPay has signed the fields, for us, or why that is not so.
    func fault(of fields: [String: String]) -> String? {
        guard let text = fields["signature"], let signature = Base64.decode(text), fields["signMethod"] == "01",
            let pem = fields["signPubKeyCert"]
        else { return "not signed" }
        guard let certificate = certificate(pem) else { return "a certificate that is not UnionPay's" }
        guard certificate.publicKey.verifies(signature, of: Self.signed(fields)) else {
            return "a signature that is not valid"
        }
        return fields["merId"] == settings.merchant ? nil : "about another merchant"
    }

    /// Returns the certificate if a chain to the pinned root, its time and its name show that it is UnionPay's.
    private func certificate(_ pem: String) -> Certificate? {
        let known = trusted.withLock { $0?.pem == pem ? $0?.certificate : nil }
        guard let certificate = try? known ?? Certificate(pem: pem),
            certificate.isIssued(by: settings.authorities, atMs: surroundings.now())
        else { return nil }
        let name = certificate.commonName.split(separator: "@", omittingEmptySubsequences: false)
        guard name.count > 2, name[2] == settings.signer else { return nil }
        if known == nil { trusted.withLock { $0 = (pem, certificate) } }
        return certificate
    }

    /// The digest that is signed in place of the fields: RSA-SHA256 makes another one of it.
    private static func signed(_ fields: [String: String]) -> [UInt8] {
        Array(SHA256.hex(Form.signed(fields, without: ["signature"])).utf8)
    }

    /// The fields of an answer, which are not percent-encoded: they end at each `&` outside braces. Nil for a name that comes
    /// twice, and for what is no UTF-8.
    static func plain(_ body: [UInt8]) -> [String: String]? {
        var fields: [String: String] = [:]
        var depth = 0
        var start = body.startIndex
        for (index, byte) in (body + [UInt8(ascii: "&")]).enumerated() {
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "&") where depth == 0:
                let parts = body[start..<index].split(
                    separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self),
                    let value = String(validating: parts[1], as: UTF8.self),
                    fields.updateValue(value, forKey: name) == nil
                else { return nil }
                start = index + 1
            default: continue
            }
        }
        return depth == 0 ? fields : nil
    }
}
