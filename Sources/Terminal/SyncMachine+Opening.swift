import Journal
import Messages

/// Finds the last head of a log that the server and this device share.
struct Search {
    let log: DeviceLog
    /// The heads at which batches end, ascending.
    let heads: [LogHead]
    /// The highest index known to be shared (−1 for the purged part or the log's origin), and the lowest known to
    /// differ.
    var agreed = -1
    var differs: Int
    /// The indices asked for.
    var asked: [Int] = []

    init(_ log: DeviceLog, heads: [LogHead]) {
        self.log = log
        self.heads = heads
        differs = heads.count
    }

    var isOver: Bool { differs == agreed + 1 }

    var prefix: LogHead { agreed < 0 ? log.purged : heads[agreed] }

    /// Spreads the next questions over the open range.
    mutating func ask(_ limit: Int) {
        let open = agreed + 1..<differs
        let step = max(1, (open.count + limit - 1) / limit)
        asked = Array(stride(from: open.lowerBound, to: open.upperBound, by: step))
    }

    mutating func take(_ verdicts: [Verdict?]) {
        for (index, verdict) in zip(asked, verdicts) {
            switch verdict {
            case .ok, .amnesia, .closed: agreed = max(agreed, index)
            case .behind, .fork, .revoked, nil: differs = min(differs, index)
            }
        }
        // Hashes chain, so histories that differ at one index differ at all later ones; a contradicting answer is
        // wrong.
        differs = max(differs, agreed + 1)
    }
}

extension SyncMachine {
    private static let roundLimit = 40

    /// Asks for the server's state of every log. Seals pending facts first, so that a claim covers everything.
    func open() throws {
        rounds += 1
        guard rounds <= Self.roundLimit else { throw SyncError.unsettled }
        try terminal.seal()
        let logs = try terminal.claimedLogs()
        let stream = try ask(logs.map { ($0, $0.sealed) })
        phase = .opening(stream, logs)
    }

    private func ask(_ claims: [(log: DeviceLog, head: LogHead)]) throws -> UInt32 {
        let now = now
        return try call(
            .syncOpen,
            OpenRequest(
                logs: claims.map { log, head in
                    LogClaim(
                        opening: log.openingBytes, openingSignature: log.openingSignature,
                        headSequence: head.sequence, headHash: head.hash.bytes)
                }, boot: terminal.boot, monotonicMs: now.monotonicMs, wallMs: now.wallMs))
    }

    func opened(_ logs: [DeviceLog], _ reply: OpenReply) throws {
        guard reply.logs.count == logs.count else { throw SyncError.badAnswer("logs") }
        report.serverTimeMs = reply.timeMs
        let now = now
        try terminal.keep(contactAt: now, serverMs: reply.timeMs)
        try terminal.keep(serverLogs: reply.serverLogs)
        upload.logs = []
        for (log, state) in zip(logs, reply.logs) {
            switch try terminal.judge(log, state) {
            case .agreed(let prefix):
                try terminal.settle(log, prefix: prefix, state, nowMs: reply.timeMs, at: now)
            case .lacks(let durable):
                try terminal.settle(log, prefix: durable, state, nowMs: reply.timeMs, at: now)
                upload.logs.append(
                    Upload.Log(row: log.row, id: log.id, handle: state.handle, sent: durable, acknowledged: durable))
            case .ended(let head):
                return try goOn(log, after: head)
            case .divided:
                return try search(Search(log, heads: try terminal.heads(of: log)))
            case .revoked:
                return try revoke()
            }
        }
        phase = .transferring
        try push()
        try pull()
    }

    private func search(_ search: Search) throws {
        var search = search
        guard !search.isOver else { return try goOn(search.log, after: search.prefix) }
        rounds += 1
        guard rounds <= Self.roundLimit else { throw SyncError.unsettled }
        search.ask(TerminalCore.claimLimit)
        let stream = try ask(search.asked.map { (search.log, search.heads[$0]) })
        phase = .searching(stream, search)
    }

    func searched(_ search: Search, _ reply: OpenReply) throws {
        guard reply.logs.count == search.asked.count else { throw SyncError.badAnswer("logs") }
        if reply.logs.contains(where: { $0.verdict == .revoked }) { return try revoke() }
        var search = search
        search.take(reply.logs.map(\.verdict))
        try self.search(search)
    }

    /// Moves the facts after the head into a new epoch, then opens all logs again.
    private func goOn(_ log: DeviceLog, after head: LogHead) throws {
        report.newEpochs += 1
        try terminal.carryOver(log.row, after: head)
        try open()
    }
}
