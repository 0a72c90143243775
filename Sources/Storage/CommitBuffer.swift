/// A buffer that the commands of one group fill and that is written once before their commit: the facts of one batch,
/// the answers of one page. Made for the first command that adds to it, and dropped with its transaction.
package protocol CommitBuffer: AnyObject {
    /// The number of things added.
    var count: Int { get }
    /// Removes what was added after the first `count` things, because its command has failed.
    func drop(downTo count: Int)
    /// Writes the contents. If it throws, the whole group fails.
    func finish(_ transaction: Transaction) throws
}

extension Transaction {
    /// Returns the group's one buffer of this kind; makes it if there is none.
    package func buffer<Kind: CommitBuffer>(_ make: () -> Kind) -> Kind {
        if let kind = buffer(of: Kind.self) { return kind }
        let kind = make()
        buffers.append(kind)
        return kind
    }

    /// Returns the buffer if a command has added to it.
    package func buffer<Kind: CommitBuffer>(of kind: Kind.Type) -> Kind? {
        for case let buffer as Kind in buffers { return buffer }
        return nil
    }

    /// The counts of all buffers, for `drop`.
    var buffered: [Int] { buffers.map(\.count) }

    func drop(downTo counts: [Int]) {
        for (index, buffer) in buffers.enumerated() {
            buffer.drop(downTo: index < counts.count ? counts[index] : 0)
        }
    }
}
