package import Console

/// The option that answers the question before something that cannot be taken back.
package enum Asking {
    package static let yes: Parameter<Bool> = .flag("yes", Phrase("without being asked", "不再确认"))
}

extension Desk {
    /// - Throws: `cancelled` for any answer but yes; a usage error where nobody can be asked.
    package func confirm(_ arguments: Arguments, _ question: Phrase) throws {
        guard try arguments[Asking.yes] || interaction.confirm(question, insteadOf: "--yes") else {
            throw CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))
        }
    }

    /// - Parameter what: what goes for good.
    package func confirmRemoval(_ arguments: Arguments, of what: String) throws {
        try confirm(arguments, Phrase("Remove \(what) for good?", "确定删除“\(what)”吗？删除后不能恢复。"))
    }
}
