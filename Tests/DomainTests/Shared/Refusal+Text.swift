import Domain

extension Refusal {
    /// The English sentence.
    var text: String { reason.en }
}
