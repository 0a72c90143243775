/// What the commands of one group leave to be written once, before their commit: the facts of one batch, the answers of
/// one page. Made for the first command that has something to add, and gone with its transaction.
package protocol Gathering: AnyObject {
    /// How many things were added.
    var count: Int { get }
    /// Takes back what was added after so many: its command has failed.
    func drop(downTo count: Int)
    /// Writes what is there. When it throws, the whole group fails.
    func finish(_ transaction: Transaction) throws
}

extension Transaction {
    /// The group's one gathering of this kind, made if it is not there yet.
    package func gathering<Kind: Gathering>(_ make: () -> Kind) -> Kind {
        if let kind = gathering(of: Kind.self) { return kind }
        let kind = make()
        gatherings.append(kind)
        return kind
    }

    /// The same if a command has added to it.
    package func gathering<Kind: Gathering>(of kind: Kind.Type) -> Kind? {
        for case let gathering as Kind in gatherings { return gathering }
        return nil
    }

    /// How much there is, for `drop`.
    var gathered: [Int] { gatherings.map(\.count) }

    func drop(downTo gathered: [Int]) {
        for (index, gathering) in gatherings.enumerated() {
            gathering.drop(downTo: index < gathered.count ? gathered[index] : 0)
        }
    }
}
