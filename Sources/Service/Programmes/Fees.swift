import Application
import Domain
import Messages
import Storage
import TimeZones

extension Programmes {
    /// PRJ-6c: sets what a place costs, from today or from a later day on. What was ordered keeps its price.
    func setFee(_ request: SetFeeRequest, _ context: WriteContext) throws -> ListFeesReply {
        guard let given = request.fee else { throw Refusal(.invalid, field: "fee") }
        let transaction = context.transaction
        let today = try today(in: given.programme, transaction, now: context.now)
        let from = given.fromDay == 0 ? today : Day(given.fromDay)
        guard from >= today else {
            throw Refusal(
                .invalid, field: "from_day", "from today, \(today), or from a later day", zh: "须为今天（\(today)）或以后")
        }
        let fee = try Fen(checking: given.fen, field: "fen")
        try transaction.execute(
            """
            INSERT INTO fee (programme, from_day, fen) VALUES (?1, ?2, ?3)
            ON CONFLICT (programme, from_day) DO UPDATE SET fen = ?3
            """, given.programme, from.number, fee.count)
        context.auditDetail = "programme \(given.programme): \(fee) from \(from)"
        return try fees(of: given.programme, transaction)
    }

    func listFees(_ request: ListFeesRequest, _ context: ReadContext) throws -> ListFeesReply {
        _ = try today(in: request.programme, context.snapshot, now: context.now)
        return try fees(of: request.programme, context.snapshot)
    }

    /// The fee that holds today; nothing where none was ever set.
    func fee(of programme: UInt64, _ snapshot: Snapshot, now: Int64) throws -> Fen {
        try snapshot.first(
            "SELECT fen FROM fee WHERE programme = ?1 AND from_day <= ?2 ORDER BY from_day DESC LIMIT 1", programme,
            today(in: programme, snapshot, now: now).number
        ) { Fen($0.integer(0)) } ?? .zero
    }

    /// - Throws: `notFound`.
    func name(of programme: UInt64, _ snapshot: Snapshot) throws -> String {
        let name = try snapshot.first("SELECT name FROM programme WHERE id = ?1", programme) { $0.text(0) }
        guard let name else { throw Refusal(.notFound, field: "programme") }
        return name
    }

    private func today(in programme: UInt64, _ snapshot: Snapshot, now: Int64) throws -> Day {
        let zone = try snapshot.first("SELECT time_zone FROM programme WHERE id = ?1", programme) { $0.text(0) }
        guard let zone else { throw Refusal(.notFound, field: "programme") }
        return (TimeZones.rule(named: zone) ?? .china).day(of: Instant(now))
    }

    private func fees(of programme: UInt64, _ snapshot: Snapshot) throws -> ListFeesReply {
        ListFeesReply(
            fees: try snapshot.all(
                "SELECT from_day, fen FROM fee WHERE programme = ?1 ORDER BY from_day DESC LIMIT 100", programme
            ) { Fee(programme: programme, fromDay: $0.int32(0), fen: UInt64(clamping: $0.integer(1))) })
    }
}
