/// The caller for whom queued work is done. Work of one line is done in order; lines of a party take turns, and so do
/// the parties of a rank.
@usableFromInline package struct Origin: Sendable, Hashable {
    /// Ranks share by weight when all of them wait (``FairQueue``).
    @usableFromInline package enum Rank: Int, CaseIterable, Sendable {
        case terminal, person, anonymous
        /// The server's own long work in slices, done when nothing else waits.
        case background
    }

    @usableFromInline package let rank: Rank
    /// A terminal or a person, however many connections they have; for anonymous callers, their network address.
    @usableFromInline package let party: UInt64
    /// For anonymous callers the connection, or the account they log in to; 0 for all others.
    @usableFromInline package let line: UInt64

    package init(_ rank: Rank, party: UInt64, line: UInt64 = 0) {
        self.rank = rank
        self.party = party
        self.line = line
    }

    /// The same party in another line.
    package func inLine(_ line: UInt64) -> Origin { Origin(rank, party: party, line: line) }

    /// The server's own short work. No person has number 0.
    package static let server = Origin(.person, party: 0)
    package static let background = Origin(.background, party: 0)
}
