/// The protocol's rule of an error.
package struct ErrorRule: Sendable {
    /// Whether the same call may succeed later without a change.
    package let retryable: Bool
    package let text: Phrase

    init(retryable: Bool, _ text: Phrase) {
        self.retryable = retryable
        self.text = text
    }
}

extension Optional<ErrorCode> {
    /// The stable name; `unspecified` of a code that only a newer sender knows.
    package var name: String { self?.name ?? "unspecified" }
}
