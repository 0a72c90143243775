package import Messages

extension Failure {
    /// Makes the failure that `Protocol/errors.proto` defines for a code.
    package init(_ code: ErrorCode) {
        self.init(code: code, name: code.name, retryable: code.rule.retryable, text: code.rule.text.en)
    }
}
