/// An element that is in one chain at a time.
protocol Linked: Sendable {
    /// The index of the next element; -1 for none.
    var next: Int { get set }
}

/// A linked list over the elements of an array, by their indices.
struct TurnChain: Sendable {
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

/// An array whose freed indices are reused.
struct Slots<Element: Linked>: Sendable {
    var all: [Element] = []
    private var free = TurnChain()

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

/// The order of a ``FairQueue``: values in lines, lines in parties, parties in ranks. Allocates nothing per value once
/// the arrays have grown. Stores indices instead of values, so that it is compiled once for all value types.
@usableFromInline struct Turns: Sendable {
    private struct Place: Linked {
        var next = -1
    }

    private struct Line: Linked {
        let key: LineKey
        var values = TurnChain()
        var waiting = 0
        var running = 0
        var next = -1
    }

    private struct Party: Linked {
        let key: PartyKey
        /// The lines with a value to take.
        var lines = TurnChain()
        var lineCount = 0
        /// The only line of a known party, which is not in the index; -1 for none.
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
        /// The parties with a value to take.
        var parties = TurnChain()
        var waiting = 0
        /// The turns left in this round.
        var turns = 0
    }

    /// Turns per round and rank. Anonymous callers are never starved and never get much.
    private static var weights: [Int] { [4, 4, 1] }

    /// The most values of one line that are taken and not done.
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

    /// Returns how many values of a rank wait.
    @usableFromInline func waiting(_ rank: Origin.Rank) -> Int { ranks[rank.rawValue].waiting }

    /// Returns how many values of the party and of the line wait.
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

    /// - Returns: the place at which to keep the value until its turn; no other waiting value has it.
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

    /// Returns the next value in turn; nil if none may be taken.
    /// - Parameter background: takes background work before all other, instead of after it.
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

    /// Reports that a value taken from a line is done.
    /// - Returns: whether another value of the line may be taken now.
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
            // All waiting ranks have used up the round.
            for rank in 0..<last { ranks[rank].turns = Self.weights[rank] }
        }
        return ranks[last].parties.isEmpty ? nil : last
    }

    /// Appends the line, and its party if it had none, to the order.
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
