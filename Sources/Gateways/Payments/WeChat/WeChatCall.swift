import Domain
import Signatures

/// Signed requests of WeChat Pay's APIv3, and their verified answers.
struct WeChatCall: Sendable {
    enum Reply {
        /// Signed by WeChat Pay: a success, or an error with its code.
        case verified(HTTPResponse)
        case unknown(String)
    }

    let settings: WeChatPaySettings
    let surroundings: GatewaySurroundings
    let ring: WeChatKeyRing

    func get(_ path: String) -> Reply { send(.get, path, []) }

    func post(_ path: String, _ message: some Encodable) -> Reply { send(.post, path, WeChatMessages.encode(message)) }

    private func send(_ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]) -> Reply {
        if ring.isDue(now: surroundings.now()) { fetchCertificates() }
        switch exchange(method, path, body) {
        case .failure(let failure): return .unknown(failure.reason)
        case .success(let response):
            guard let fault = ring.fault(of: response.body, now: surroundings.now(), response.header) else {
                return .verified(response)
            }
            // The code of an unsigned error is for the log alone.
            let code = WeChatMessages.decode(WeChatMessages.Refusal.self, response.body)?.code.prefix(40)
            return .unknown("HTTP \(response.status)\(code.map { " \($0)" } ?? ""), \(fault)")
        }
    }

    /// Asks the first host that can be reached. Another is asked only if no byte has left for the one before.
    private func exchange(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]
    ) -> Result<HTTPResponse, HTTPFailure> {
        var outcome = Result<HTTPResponse, HTTPFailure>.failure(.couldNotConnect("no host"))
        for host in settings.hosts {
            do throws(HTTPFailure) {
                let headers = [
                    ("Accept", "application/json"), ("Content-Type", "application/json"), ("User-Agent", "rollcall"),
                    ("Authorization", authorization(method, path, body)),
                ]
                return .success(
                    try surroundings.send(
                        HTTPRequest(
                            host.appending(path), method: method,
                            headers: headers + (settings.preferredKey.map { [("Wechatpay-Serial", $0)] } ?? []),
                            body: body, timeoutMs: GatewaySurroundings.timeoutMs,
                            bodyLimit: GatewaySurroundings.bodyLimit)))
            } catch {
                outcome = .failure(error)
                guard error.delivery == .notSent else { return outcome }
            }
        }
        return outcome
    }

    private func authorization(_ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]) -> String {
        let (time, nonce) = (surroundings.now() / 1000, surroundings.nonce())
        let signed = Array("\(method == .get ? "GET" : "POST")\n\(path)\n\(time)\n\(nonce)\n".utf8) + body + [0x0A]
        let signature = Base64.encode(settings.key.sign(signed))
        return "WECHATPAY2-SHA256-RSA2048 mchid=\"\(settings.merchant)\",nonce_str=\"\(nonce)\","
            + "signature=\"\(signature)\",timestamp=\"\(time)\",serial_no=\"\(settings.serial)\""
    }

    /// Gets the certificates that hold now. They are encrypted by a key that only the merchant and WeChat Pay have, and the
    /// list is signed by one of them, or by a key that is known.
    private func fetchCertificates() {
        guard case .success(let response) = exchange(.get, "/v3/certificates", []), response.status == 200,
            let list = WeChatMessages.decode(WeChatMessages.Certificates.self, response.body)
        else { return }
        var fresh: [String: RSAPublicKey] = [:]
        for entry in list.data {
            guard let pem = open(entry.encryptCertificate),
                let certificate = try? Certificate(pem: String(decoding: pem, as: UTF8.self)),
                certificate.serialHex == entry.serialNo
            else { continue }
            fresh[certificate.serialHex] = certificate.publicKey
        }
        let fault = ring.fault(of: response.body, now: surroundings.now(), fresh: fresh, response.header)
        if fault == nil { ring.adopt(fresh) }
    }

    func open(_ sealed: WeChatMessages.Sealed) -> [UInt8]? {
        guard sealed.algorithm == "AEAD_AES_256_GCM", let bytes = Base64.decode(sealed.ciphertext) else { return nil }
        return AES256GCM.open(
            bytes, key: settings.sealingKey, nonce: Array(sealed.nonce.utf8),
            associated: Array((sealed.associatedData ?? "").utf8))
    }
}
