/// Stored data is not what was stored. Nothing may be decided from it.
package struct Damage: Error, Sendable, Hashable, CustomStringConvertible {
    /// For the operator: which page, batch or blob, and what is wrong with it.
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    /// Reads a failure as damage; nil when it is another failure.
    package init?(_ error: any Error) {
        switch error {
        case let damage as Damage: self = damage
        case let error as StorageError where error.kind == .damage: self.init(error.message)
        default: return nil
        }
    }
}
