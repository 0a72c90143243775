/// A buffer that the commands of one group fill and that is written once before their commit: the facts of one batch,
/// the answers of one page. Made for the first command that adds to it, and dropped with its transaction.
package protocol Gathering: AnyObject {
    /// The number of things added.
    var count: Int { get }
    /// Removes what was added after the first `count` things, because its command has failed.
    func drop(downTo count: Int)
    /// Writes the contents. If it throws, the whole group fails.
    func finish(_ transaction: Transaction) throws
}

extension Transaction {
    /// Returns the group's one buffer of this kind; makes it if there is none.
    package func gathering<Kind: Gathering>(_ make: () -> Kind) -> Kind {
        if let kind = gathering(of: Kind.self) { return kind }
        let kind = make()
        gatherings.append(kind)
        return kind
    }

    /// Returns the buffer if a command has added to it.
    package func gathering<Kind: Gathering>(of kind: Kind.Type) -> Kind? {
        for case let gathering as Kind in gatherings { return gathering }
        return nil
    }

    /// The counts of all buffers, for `drop`.
    var gathered: [Int] { gatherings.map(\.count) }

    func drop(downTo gathered: [Int]) {
        for (index, gathering) in gatherings.enumerated() {
            gathering.drop(downTo: index < gathered.count ? gathered[index] : 0)
        }
    }
}
