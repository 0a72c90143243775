package import Domain
package import Messages

extension Refusal {
    /// The message of an error frame in the caller's language; Chinese for `zh…`, English otherwise.
    package func message(locale: String) -> Failure {
        let rule = code.rule
        let language = Language(locale: locale)
        let general = rule.text.text(in: language)
        let text = wording.map { general + (language == .zh ? "：" : ": ") + $0.text(in: language) } ?? general
        return Failure(
            code: code, name: code.name, retryable: rule.retryable, retryAfterMs: retryAfterMs, field: field, text: text
        )
    }
}
