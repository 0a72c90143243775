import Connection

// Who gives way when memory or places are short.
//
// Memory: first who is anonymous and does not read, then who is anonymous and has not said hello, then every other
// anonymous peer, then known callers that do not read, and last the known callers; among equals whoever takes the most.
// Places: the anonymous alone, of the source that has the most of them whoever was silent longest; who has just come, and
// alone from there, is left to say who it is.
extension Loop {
    private enum Rank: Int, Comparable {
        case anonymousUnread, anonymousSilent, anonymous, knownUnread, known

        static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }

        init(_ connection: borrowing ServedConnection) {
            let isUnread = connection.machine.backlog > 0
            switch connection.machine.standing {
            case .anonymous: self = isUnread ? .anonymousUnread : connection.wasOpened ? .anonymous : .anonymousSilent
            case .known: self = isUnread ? .knownUnread : .known
            }
        }
    }

    /// Counts what is kept for a connection, as it has changed.
    func charge(_ connection: inout ServedConnection) {
        guard !connection.isGone else { return }
        let (bytes, standing) = (connection.footprint, connection.machine.standing)
        guard bytes != connection.charged || standing != connection.chargedAs else { return }
        if standing == connection.chargedAs {
            budget.add(bytes - connection.charged, standing)
        } else {
            budget.add(-connection.charged, connection.chargedAs)
            budget.add(bytes, standing)
        }
        connection.charged = bytes
        connection.chargedAs = standing
    }

    /// At the end of every turn: makes room where it is short.
    func relieve() {
        let strain = budget.strain()
        isStrained = strain.isStrained
        if strain.excess > 0 { free(strain.excess) }
    }

    private func free(_ bytes: Int) {
        var candidates: [(rank: Rank, bytes: Int, slot: Slot)] = []
        // Known callers give way only when no anonymous peer is left, on any loop.
        let isLastResort = budget.ofAnonymous == 0
        for case let slot? in slots {
            let rank = Rank(slot.connection)
            if rank < .knownUnread || isLastResort { candidates.append((rank, slot.connection.charged, slot)) }
        }
        candidates.sort { ($0.rank, $1.bytes) < ($1.rank, $0.bytes) }
        var (freed, closed) = (0, 0)
        for candidate in candidates {
            guard freed < bytes else { break }
            freed += candidate.bytes
            closed += 1
            end(&candidate.slot.connection, because: .gaveWay)
        }
        if closed > 0, budget.noteClosed(closed) { handler.noticed(.memoryShort(bytes: budget.most)) }
    }

    /// Some at once, so that a crowd of newcomers does not cost a look at everybody each.
    func makeRoomEverywhere() {
        tellFull(refused: 0)
        let places = max(1, admission.most / 64 / mailboxes.count)
        for mailbox in mailboxes.dropFirst() { mailbox.post(.makeRoom(places: places)) }
        makeRoom(places)
    }

    func makeRoom(_ places: Int) {
        var sources: [UInt64: [(heardMs: UInt64, slot: Slot)]] = [:]
        for case let slot? in slots where slot.connection.machine.standing == .anonymous {
            guard let source = slot.connection.source else { continue }
            sources[source.countedBy, default: []].append((slot.connection.heardMs, slot))
        }
        // The longest silent last, so that they are the first to be taken.
        var crowds = sources.values.filter { crowd in
            crowd.count > 1 || nowMs &- crowd[0].slot.connection.acceptedMs >= Loop.graceMs
        }.map { $0.sorted { $0.heardMs > $1.heardMs } }
        for _ in 0..<places {
            guard let largest = crowds.indices.max(by: { crowds[$0].count < crowds[$1].count }),
                let given = crowds[largest].popLast()
            else { return }
            end(&given.slot.connection, because: .gaveWay)
        }
    }

    private static let graceMs: UInt64 = 2_000

    func tellFull(refused: Int) {
        if admission.noteFull(refused: refused) { handler.noticed(.full(connections: admission.total)) }
    }

    /// At every tick: says what is over.
    func tellRoom() {
        if index == 0, let refused = admission.noteRoom(nowMs: nowMs) { handler.noticed(.roomAgain(refused: refused)) }
        if let closed = budget.noteRoom() { handler.noticed(.memoryAgain(closed: closed)) }
    }
}
