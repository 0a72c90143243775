import Crypto

/// An outside service that is called by POST of JSON. Blocks until the answer arrives.
package struct Gateway: Sendable {
    /// How the gateway authenticates us.
    package enum Proof: Sendable {
        /// `Authorization: Bearer …`.
        case bearer(String)
        /// `X-Rollcall-Signature`: HMAC-SHA256 of the body, in hex.
        case hmac(key: [UInt8])
    }

    private let client: HTTPClient
    private let address: HTTPAddress
    private let proof: Proof
    private let timeoutMs: Int64

    /// - Parameter timeoutMs: the time limit for the whole answer.
    package init(_ client: HTTPClient, _ address: HTTPAddress, proof: Proof, timeoutMs: Int64) {
        self.client = client
        self.address = address
        self.proof = proof
        self.timeoutMs = timeoutMs
    }

    /// - Parameter bodyLimit: as in `HTTPRequest`.
    func post(
        _ body: [UInt8], headers: [(name: String, value: String)] = [], bodyLimit: Int
    ) throws(HTTPFailure) -> HTTPResponse {
        let own = [(name: "Content-Type", value: "application/json"), signature(of: body)]
        return try client.send(
            HTTPRequest(address, headers: own + headers, body: body, timeoutMs: timeoutMs, bodyLimit: bodyLimit))
    }

    private func signature(of body: [UInt8]) -> (name: String, value: String) {
        switch proof {
        case .bearer(let token): return ("Authorization", "Bearer \(token)")
        case .hmac(let key):
            let code = HMACSHA256.code(body, key: key)
            return ("X-Rollcall-Signature", code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        }
    }
}
