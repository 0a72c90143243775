/// Something that stands in one chain at a time.
protocol Linked: Sendable {
    /// The one behind it; -1 for none.
    var next: Int { get set }
}

/// Elements of one array in an order of their own, by their places.
struct Chain: Sendable {
    private(set) var first = -1
    private var last = -1

    var isEmpty: Bool { first < 0 }

    mutating func append(_ place: Int, _ all: inout [some Linked]) {
        all[place].next = -1
        if last < 0 { first = place } else { all[last].next = place }
        last = place
    }

    @discardableResult
    mutating func removeFirst(_ all: inout [some Linked]) -> Int {
        let place = first
        first = all[place].next
        if first < 0 { last = -1 }
        return place
    }
}

/// Elements that come and go, at places that are used again.
struct Slots<Element: Linked>: Sendable {
    var all: [Element] = []
    private var free = Chain()

    mutating func insert(_ element: Element) -> Int {
        if free.isEmpty {
            all.append(element)
            return all.count - 1
        }
        let place = free.removeFirst(&all)
        all[place] = element
        return place
    }

    mutating func remove(_ place: Int) { free.append(place, &all) }
}

/// The order of a ``FairQueue``: places of values behind lines, lines behind parties, parties behind ranks. Nothing is allocated
/// for a place once the arrays have grown. Knows nothing of the values, so that it is compiled once for all of them.
@usableFromInline struct Turns: Sendable {
    private struct Place: Linked {
        var next = -1
    }

    private struct Line: Linked {
        let key: LineKey
        var values = Chain()
        var waiting = 0
        var running = 0
        var next = -1
    }

    private struct Party: Linked {
        let key: PartyKey
        /// Lines that have a turn to take.
        var lines = Chain()
        var lineCount = 0
        /// The one that is not in the index: whoever is known has no other.
        var firstLine = -1
        var waiting = 0
        var next = -1
    }

    private struct LineKey: Hashable {
        let party: Int
        let line: UInt64
    }

    private struct PartyKey: Hashable {
        let rank: Int
        let party: UInt64
    }

    private struct RankState {
        /// Parties that have a turn to take.
        var parties = Chain()
        var waiting = 0
        /// Turns left in this round.
        var turns = 0
    }

    /// Turns a round. The anonymous are never starved, and never much.
    private static var weights: [Int] { [4, 4, 1] }

    /// Values of one line that may be out at once.
    private let atOnce: Int
    private var places = Slots<Place>()
    private var lines = Slots<Line>()
    private var parties = Slots<Party>()
    private var lineIndex: [LineKey: Int] = [:]
    private var partyIndex: [PartyKey: Int] = [:]
    private var ranks = [RankState](repeating: RankState(), count: Origin.Rank.allCases.count)
    @usableFromInline private(set) var count = 0

    @usableFromInline init(atOnce: Int) {
        self.atOnce = atOnce
    }

    /// Values of a rank that wait.
    @usableFromInline func waiting(_ rank: Origin.Rank) -> Int { ranks[rank.rawValue].waiting }

    /// Values of the party and of the line that wait.
    @usableFromInline func waiting(_ origin: Origin) -> (party: Int, line: Int) {
        guard let party = partyIndex[PartyKey(rank: origin.rank.rawValue, party: origin.party)] else { return (0, 0) }
        let line = line(origin.line, of: party).map { lines.all[$0].waiting }
        return (parties.all[party].waiting, line ?? 0)
    }

    private func line(_ line: UInt64, of party: Int) -> Int? {
        let first = parties.all[party].firstLine
        if first >= 0, lines.all[first].key.line == line { return first }
        return lineIndex[LineKey(party: party, line: line)]
    }

    /// - Returns: where the value is to be kept until its turn comes: a place that no other waiting value has.
    @usableFromInline mutating func append(from origin: Origin) -> Int {
        let rank = origin.rank.rawValue
        let party = partyOrNew(PartyKey(rank: rank, party: origin.party))
        let line = lineOrNew(LineKey(party: party, line: origin.line))
        let place = places.insert(Place())
        lines.all[line].values.append(place, &places.all)
        lines.all[line].waiting += 1
        parties.all[party].waiting += 1
        ranks[rank].waiting += 1
        count += 1
        if lines.all[line].waiting == 1, lines.all[line].running < atOnce { list(line) }
        return place
    }

    /// The next in turn; nil when nothing waits that may be taken.
    /// - Parameter background: whether its turn has come before all others; else it has the gaps alone.
    @usableFromInline mutating func next(background: Bool) -> (place: Int, origin: Origin)? {
        guard let rank = nextRank(background) else { return nil }
        let party = ranks[rank].parties.removeFirst(&parties.all)
        let line = parties.all[party].lines.removeFirst(&lines.all)
        let place = lines.all[line].values.removeFirst(&places.all)
        places.remove(place)
        lines.all[line].waiting -= 1
        if atOnce < .max { lines.all[line].running += 1 }
        parties.all[party].waiting -= 1
        ranks[rank].waiting -= 1
        count -= 1
        let origin = Origin(
            Origin.Rank.allCases[rank], party: parties.all[party].key.party, line: lines.all[line].key.line)
        if lines.all[line].waiting > 0, lines.all[line].running < atOnce {
            parties.all[party].lines.append(line, &lines.all)
        }
        if !parties.all[party].lines.isEmpty { ranks[rank].parties.append(party, &parties.all) }
        forgetIfIdle(line)
        return (place, origin)
    }

    /// What was taken from a line has been done.
    /// - Returns: whether more of the line may be taken now.
    @usableFromInline mutating func done(_ origin: Origin) -> Bool {
        guard atOnce < .max,
            let party = partyIndex[PartyKey(rank: origin.rank.rawValue, party: origin.party)],
            let line = line(origin.line, of: party)
        else { return false }
        lines.all[line].running -= 1
        if lines.all[line].waiting > 0, lines.all[line].running == atOnce - 1 {
            list(line)
            return true
        }
        forgetIfIdle(line)
        return false
    }

    @usableFromInline mutating func removeAll() { self = Turns(atOnce: atOnce) }

    private mutating func nextRank(_ background: Bool) -> Int? {
        let last = Origin.Rank.background.rawValue
        if background, !ranks[last].parties.isEmpty { return last }
        var best = -1
        for _ in 0..<2 {
            for rank in 0..<last where !ranks[rank].parties.isEmpty {
                if ranks[rank].turns > 0, best < 0 || ranks[rank].turns > ranks[best].turns { best = rank }
            }
            if best >= 0 {
                ranks[best].turns -= 1
                return best
            }
            // Whoever waits has had all turns of the round.
            for rank in 0..<last { ranks[rank].turns = Self.weights[rank] }
        }
        return ranks[last].parties.isEmpty ? nil : last
    }

    /// Gives the line, and its party if it had none, a place at the end of the order.
    private mutating func list(_ line: Int) {
        let party = lines.all[line].key.party
        if parties.all[party].lines.isEmpty {
            ranks[parties.all[party].key.rank].parties.append(party, &parties.all)
        }
        parties.all[party].lines.append(line, &lines.all)
    }

    private mutating func partyOrNew(_ key: PartyKey) -> Int {
        if let party = partyIndex[key] { return party }
        let party = parties.insert(Party(key: key))
        partyIndex[key] = party
        return party
    }

    private mutating func lineOrNew(_ key: LineKey) -> Int {
        if let line = line(key.line, of: key.party) { return line }
        let line = lines.insert(Line(key: key))
        if parties.all[key.party].lineCount == 0 {
            parties.all[key.party].firstLine = line
        } else {
            lineIndex[key] = line
        }
        parties.all[key.party].lineCount += 1
        return line
    }

    private mutating func forgetIfIdle(_ line: Int) {
        guard lines.all[line].waiting == 0, lines.all[line].running == 0 else { return }
        let key = lines.all[line].key
        if parties.all[key.party].firstLine == line {
            parties.all[key.party].firstLine = -1
        } else {
            lineIndex[key] = nil
        }
        parties.all[key.party].lineCount -= 1
        lines.remove(line)
        guard parties.all[key.party].lineCount == 0 else { return }
        partyIndex[parties.all[key.party].key] = nil
        parties.remove(key.party)
    }
}
