import Connection

// Which connections are closed when memory or places are short.
//
// Memory: first anonymous peers that do not read, then anonymous peers without a hello, then all other anonymous peers,
// then known callers that do not read, and last the known callers; among equals the one that holds the most. Places:
// anonymous peers only. Of the source with the most of them, the one silent the longest; the single recent connection
// of a source is spared, so that it can authenticate.
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

    /// Updates the bytes charged for a connection.
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

    /// Frees memory if it is short; called at the end of every turn.
    func relieve() {
        let strain = budget.strain()
        isStrained = strain.isStrained
        if strain.excess > 0 { free(strain.excess) }
    }

    private func free(_ bytes: Int) {
        var candidates: [(rank: Rank, bytes: Int, slot: Slot)] = []
        // Known callers are closed only when no loop has an anonymous peer left.
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

    /// Frees several places at once, so that a crowd of newcomers does not cost one scan each.
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
        // The longest silent come last, so that they are closed first.
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

    /// Notifies, once per tick, that there is room again.
    func tellRoom() {
        if index == 0, let refused = admission.noteRoom(nowMs: nowMs) { handler.noticed(.roomAgain(refused: refused)) }
        if let closed = budget.noteRoom() { handler.noticed(.memoryAgain(closed: closed)) }
    }
}
