package import Messages

extension Failure {
    /// An error as the one table of errors has it.
    package init(_ code: ErrorCode) {
        self.init(code: code, name: code.name, retryable: code.rule.retryable, text: code.rule.en)
    }
}
