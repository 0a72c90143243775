/// A request that has been received whole.
package struct IncomingRequest: Sendable {
    package let method: String
    /// From the first `/` on, with the query, as it was sent.
    package let target: String
    /// By lower-case name; a header that came twice is absent.
    package let headers: [String: String]
    package let body: [UInt8]
    /// The numeric address of the other end; empty if it is not known.
    package let source: String

    package init(method: String, target: String, headers: [String: String], body: [UInt8], source: String = "") {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.source = source
    }

    package var path: Substring { target.prefix { $0 != "?" } }
    /// Behind the `?`.
    package var query: Substring { target.drop { $0 != "?" }.dropFirst() }
}

package struct OutgoingAnswer: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// Closes the connection and sends nothing.
    let isHangUp: Bool

    package init(_ status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.init(status, headers, body, isHangUp: false)
    }

    private init(_ status: Int, _ headers: [(name: String, value: String)], _ body: [UInt8], isHangUp: Bool) {
        self.status = status
        self.headers = headers
        self.body = body
        self.isHangUp = isHangUp
    }

    package static let hangUp = OutgoingAnswer(0, [], [], isHangUp: true)
}

/// One path of a server, or all below it.
package struct HTTPRoute: Sendable {
    /// Answers once, from any thread, now or later; what comes after the first answer is ignored. A handler is called on the
    /// server's one thread, and must not block it.
    package typealias Handler =
        @Sendable (IncomingRequest, _ answer: @escaping @Sendable (OutgoingAnswer) -> Void) -> Void

    let method: String
    let path: String
    let bodyLimit: Int
    let handler: Handler

    /// - Parameters:
    ///   - method: such as `POST`; "*" for all.
    ///   - path: with `/` at its end, all paths that begin so.
    ///   - bodyLimit: the most bytes of a request's body; a longer one is refused before it is read.
    package init(_ method: String, _ path: String, bodyLimit: Int, handler: @escaping Handler) {
        self.method = method
        self.path = path
        self.bodyLimit = bodyLimit
        self.handler = handler
    }

    func covers(_ path: Substring) -> Bool { self.path.hasSuffix("/") ? path.hasPrefix(self.path) : path == self.path }
}
