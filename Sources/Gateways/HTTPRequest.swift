import CCurl

/// Where a gateway is: `https`, or `http` on this machine. It names no user and no password.
package struct HTTPAddress: Equatable, Sendable {
    let text: String

    package enum Fault: Error, Equatable {
        /// No URL of `http` or `https`, or one with a user in it.
        case malformed
        /// `http` to another machine.
        case inClear
    }

    /// Read by the parser that later connects, so that both see the same host.
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
        case "http": guard ["127.0.0.1", "[::1]", "localhost"].contains(host) else { throw .inClear }
        default: throw .malformed
        }
        self.text = text
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(url, part, &text, 0) == CURLUE_OK, let text = unsafe text else { return nil }
        defer { unsafe curl_free(text) }
        return unsafe String(cString: text)
    }
}

/// One POST.
package struct HTTPRequest: Sendable {
    package let address: HTTPAddress
    /// No name or value has a control character in it.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// From the search for the name to the last byte of the answer, in milliseconds.
    package let timeoutMs: Int64
    /// Bytes of the answer's body that are taken; a longer one is no answer. With 0 the status alone is the answer, and what
    /// follows it is not waited for.
    package let bodyLimit: Int

    package init(
        _ address: HTTPAddress, headers: [(name: String, value: String)] = [], body: [UInt8], timeoutMs: Int64,
        bodyLimit: Int
    ) {
        self.address = address
        self.headers = headers
        self.body = body
        self.timeoutMs = timeoutMs
        self.bodyLimit = bodyLimit
    }
}

/// Any status from 200 to 599: a redirection is an answer like another, and followed by nobody.
package struct HTTPResponse: Equatable, Sendable {
    package let status: Int
    package let body: [UInt8]
}

/// Why there is no answer. No reason has an address, a header or a body in it: all may be logged.
package enum HTTPFailure: Error, Equatable, Sendable {
    /// Whether the other side may have what was sent.
    package enum Delivery: Equatable, Sendable {
        /// No byte of the request has left: it may be sent again, or be given up.
        case notSent
        /// Nobody knows: only the other side can say, or a key that it recognises.
        case unknown
    }

    /// No name, no route, nobody who listens, or a certificate that does not hold.
    case couldNotConnect(String)
    case timedOut(Delivery)
    /// More header or body than is taken.
    case tooLarge
    /// Cut short, or no HTTP.
    case broken(String)
    case stopped(Delivery)
    /// As many requests are under way as the client has places for.
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
