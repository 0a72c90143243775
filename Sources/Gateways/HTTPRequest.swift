import CCurl

/// The address of a gateway: `https`, or `http` on this machine. Contains no user and no password.
package struct HTTPAddress: Equatable, Sendable {
    let text: String

    package enum Fault: Error, Equatable {
        /// Not an `http` or `https` URL, or one with a user.
        case malformed
        /// `http` to another machine.
        case inClear
    }

    /// Parses the address with the parser that later connects, so that both see the same host.
    package init(_ text: String) throws(Fault) {
        guard let url = unsafe curl_url() else { throw .malformed }
        defer { unsafe curl_url_cleanup(url) }
        guard unsafe curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK else { throw .malformed }
        let user = unsafe Self.part(CURLUPART_USER, of: url)
        let password = unsafe Self.part(CURLUPART_PASSWORD, of: url)
        guard user == nil, password == nil, let host = unsafe Self.part(CURLUPART_HOST, of: url) else {
            throw .malformed
        }
        switch unsafe Self.part(CURLUPART_SCHEME, of: url) {
        case "https": break
        case "http": guard Self.isThisMachine(host) else { throw .inClear }
        default: throw .malformed
        }
        self.text = text
    }

    private init(unchecked text: String) { self.text = text }

    private static func isThisMachine(_ host: String) -> Bool {
        ["[::1]", "localhost"].contains(host) || host.wholeMatch(of: /127(\.[0-9]{1,3}){3}/) != nil
    }

    /// The address with more behind it.
    func appending(_ more: String) -> HTTPAddress { HTTPAddress(unchecked: text + more) }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(url, part, &text, 0) == CURLUE_OK, let text = unsafe text else { return nil }
        defer { unsafe curl_free(text) }
        return unsafe String(cString: text)
    }
}

/// One request: a POST, or a GET, which has no body.
package struct HTTPRequest: Sendable {
    package enum Method: Sendable { case get, post }

    package let method: Method
    package let address: HTTPAddress
    /// Names and values must not contain control characters.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// The time limit in milliseconds, from the name lookup to the answer's last byte.
    package let timeoutMs: Int64
    /// The most bytes of the answer's body; a longer one is an error. With 0 the status alone is the answer, and
    /// nothing after it is read.
    package let bodyLimit: Int

    package init(
        _ address: HTTPAddress, method: Method = .post, headers: [(name: String, value: String)] = [],
        body: [UInt8] = [], timeoutMs: Int64, bodyLimit: Int
    ) {
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
        self.timeoutMs = timeoutMs
        self.bodyLimit = bodyLimit
    }
}

/// A response with a status from 200 to 599. Redirections are returned, not followed.
package struct HTTPResponse: Equatable, Sendable {
    package let status: Int
    /// By lower-case name, with all values of a name in the order they came.
    package let headers: [String: [String]]
    package let body: [UInt8]

    /// Returns the value of a header that came once.
    package func header(_ name: String) -> String? {
        guard let values = headers[name.lowercased()], values.count == 1 else { return nil }
        return values.first
    }
}

/// Why there is no response. Contains no address, header or body, so that it may be logged.
package enum HTTPFailure: Error, Equatable, Sendable {
    /// Whether the other side may have received the request.
    package enum Delivery: Equatable, Sendable {
        /// No byte of the request was sent: it may be repeated or dropped.
        case notSent
        /// Unknown: only the other side can tell, or a key that it recognises.
        case unknown
    }

    /// The name lookup, the connection or the certificate failed.
    case couldNotConnect(String)
    case timedOut(Delivery)
    /// The headers or the body exceed the limit.
    case tooLarge
    /// The response was cut short, or is not HTTP.
    case broken(String)
    case stopped(Delivery)
    /// All places of the client are in use.
    case tooMany

    package var delivery: Delivery {
        switch self {
        case .couldNotConnect, .tooMany: .notSent
        case .timedOut(let delivery), .stopped(let delivery): delivery
        case .tooLarge, .broken: .unknown
        }
    }

    package var reason: String {
        switch self {
        case .couldNotConnect(let reason): "no connection: \(reason)"
        case .timedOut(.notSent): "no connection in time"
        case .timedOut(.unknown): "no answer in time"
        case .tooLarge: "an answer that is too long"
        case .broken(let reason): "no answer: \(reason)"
        case .stopped: "stopped"
        case .tooMany: "too many requests at once"
        }
    }
}
