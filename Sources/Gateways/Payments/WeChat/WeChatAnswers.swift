import Domain

extension WeChatCall {
    /// Returns the code of an error; nil for a success.
    static func code(_ response: HTTPResponse) -> String? {
        guard !(200..<300).contains(response.status) else { return nil }
        return WeChatMessages.decode(WeChatMessages.Refusal.self, response.body)?.code ?? "without a code"
    }

    /// - Parameters:
    ///   - final: codes that are a refusal.
    ///   - absent: codes that are done, with `value`.
    ///   - read: the outcome that a success tells; nil if it is about something else, or of another form.
    static func outcome<Value>(
        _ reply: Reply, final: Set<String> = [], absent: Set<String> = [], _ value: Value? = nil,
        read: ([UInt8]) -> GatewayOutcome<Value>?
    ) -> GatewayOutcome<Value> {
        switch reply {
        case .unknown(let reason): return .unknown(reason: reason)
        case .verified(let response):
            guard let code = code(response) else {
                return read(response.body) ?? .unknown(reason: "an answer about something else")
            }
            if let value, absent.contains(code) { return .done(value) }
            return final.contains(code) ? .refused(code: code) : .unknown(reason: "HTTP \(response.status) \(code)")
        }
    }
}
