/// Stored data differs from what was written. Nothing may be decided from it.
package struct Damage: Error, Sendable, Hashable, CustomStringConvertible {
    /// For the operator: the page, batch or blob, and its fault.
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    /// Converts a damage error; nil for any other error.
    package init?(_ error: any Error) {
        switch error {
        case let damage as Damage: self = damage
        case let error as StorageError where error.kind == .damage: self.init(error.message)
        default: return nil
        }
    }
}
