import Application
import Domain
import Messages
import Storage

extension SellingStop {
    fileprivate static let columns = Columns("id, cause, reason, since_ms, until_ms, until_reason") { row in
        SellingStop(
            id: row.id(), cause: try row.enumeration(), reason: row.text(), sinceMs: row.integer(),
            untilMs: row.integer(), untilReason: row.text())
    }

    fileprivate static let standing = SQL("SELECT \(columns) FROM selling_stop WHERE until_ms = 0 ORDER BY id LIMIT 1")

    fileprivate static let all = SQL(
        "SELECT \(columns) FROM selling_stop WHERE id < ?1 ORDER BY id DESC LIMIT ?2")
}

// ORD-2: a server that was restored may have forgotten orders, payments and refunds. Until a person has compared its books with
// the gateways' statements it takes no orders and opens no codes; what was open can be paid, and money is taken and returned.
extension Orders {
    /// - Throws: `wrongState` while orders are stopped.
    func requireSelling(_ snapshot: Snapshot) throws {
        guard try standingStop(snapshot) == nil else {
            throw Refusal(
                .wrongState, field: "server",
                "no orders are taken while payments are compared with the gateways': try again later",
                zh: "正在与支付机构对账，暂停下单和支付，请稍后再试")
        }
    }

    private func standingStop(_ snapshot: Snapshot) throws -> SellingStop? {
        if let stop = try snapshot.first(SellingStop.standing, body: SellingStop.columns.read) { return stop }
        guard let loss = try journal.lastLossMs(snapshot) else { return nil }
        let resumed = try snapshot.first("SELECT until_ms FROM selling_stop ORDER BY until_ms DESC LIMIT 1") {
            $0.integer(0)
        }
        return loss > resumed ?? 0 ? SellingStop(cause: .terminal, sinceMs: loss) : nil
    }

    /// Stops orders if a number that a gateway names, and that these books do not have, is one that this server makes: it has
    /// lost the payment. Payments are never deleted, and a merchant's account is one server's. A gateway repeats a notice for a
    /// day: one that was lost before the last restore was looked for then, and stops nothing again.
    func noteUnknown(number: String, _ context: WriteContext) throws {
        let transaction = context.transaction
        guard let id = Self.id(ofNumber: number, "P"),
            try transaction.first(SellingStop.standing, body: SellingStop.columns.read) == nil
        else { return }
        let last = try transaction.first(
            "SELECT id FROM selling_stop WHERE cause <> ?1 ORDER BY id DESC LIMIT 1", StopCause.administrator.rawValue
        ) { $0.id(0) }
        guard last.map({ id > $0 }) ?? true else { return }
        try insert(SellingStop(cause: .gateway, reason: number, sinceMs: context.now), transaction)
    }

    /// More ids than are given out between two copies: with each restore so many are passed over, so that no later payment gets
    /// one that was lost, and each that was lost is below the stop's.
    private static let idsPassedOver: UInt64 = 1 << 24

    private func insert(_ stop: SellingStop, _ transaction: Transaction) throws {
        if stop.cause != .administrator { try transaction.passOverIDs(Self.idsPassedOver) }
        try transaction.execute(
            """
            INSERT INTO selling_stop (id, cause, reason, since_ms, until_ms, until_reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, try transaction.newID(), (stop.cause ?? .administrator).rawValue, stop.reason, stop.sinceMs,
            stop.untilMs, stop.untilReason)
    }

    func stopSelling(_ request: StopSellingRequest, _ context: WriteContext) throws -> SellingReply {
        let reason = try ReviewDecision.reason(request.reason)
        guard try standingStop(context.transaction) == nil else {
            throw Refusal(.alreadyExists, field: "server", "orders are stopped", zh: "已暂停下单")
        }
        let stop = SellingStop(cause: .administrator, reason: reason, sinceMs: context.now)
        try insert(stop, context.transaction)
        context.auditDetail = "orders stopped: \(reason)"
        return SellingReply(stop: stop)
    }

    /// Stops orders in a database that was restored from a backup, if money was ever paid here.
    func stopAfterRestore(now: Int64, _ transaction: Transaction) throws {
        guard try transaction.exists("SELECT 1 FROM payment"), try standingStop(transaction) == nil else { return }
        try insert(SellingStop(cause: .restore, sinceMs: now), transaction)
    }

    /// Takes orders again. Whoever resumes them says how payments were reconciled.
    func resumeSelling(_ request: ResumeSellingRequest, _ context: WriteContext) throws -> SellingReply {
        let transaction = context.transaction
        let reason = try ReviewDecision.reason(request.reason)
        guard var stop = try standingStop(transaction) else {
            throw Refusal(.wrongState, field: "server", "orders are not stopped", zh: "未暂停下单")
        }
        (stop.untilMs, stop.untilReason) = (context.now, reason)
        if stop.id == 0 {
            try insert(stop, transaction)
        } else {
            try transaction.execute(
                "UPDATE selling_stop SET until_ms = ?2, until_reason = ?3 WHERE id = ?1", stop.id, context.now, reason)
        }
        context.auditDetail = "orders resumed: \(reason)"
        return SellingReply(stop: stop)
    }

    func listSellingStops(_ request: ListSellingStopsRequest, _ context: ReadContext) throws -> ListSellingStopsReply {
        let snapshot = context.snapshot
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(SellingStop.all, before(request.after), limit, body: SellingStop.columns.read)
        }
        // A stop that only the log of the server tells stands first.
        let told = request.after == 0 ? try standingStop(snapshot).flatMap { $0.id == 0 ? $0 : nil } : nil
        return ListSellingStopsReply(stops: (told.map { [$0] } ?? []) + page.elements, next: page.next ?? 0)
    }

    // Keys and clocks of the gateways

    /// Asks each gateway for something that moves no money, on a thread for outside services.
    func askGateways(_: CheckPaymentsRequest) throws -> [CheckedGateway] {
        services.payments.sorted { $0.key.rawValue < $1.key.rawValue }.map { channel, gateway in
            switch gateway.check() {
            case .done(let offset): CheckedGateway(channel: channel, works: true, clockOffsetMs: offset)
            case .accepted: CheckedGateway(channel: channel, failure: "accepted")
            case .refused(let code): CheckedGateway(channel: channel, failure: code)
            case .unknown(let reason): CheckedGateway(channel: channel, failure: reason)
            }
        }
    }

    func checkPayments(_ gateways: [CheckedGateway], _ context: WriteContext) throws -> CheckPaymentsReply {
        let texts: [AuditDetail] = gateways.map { gateway in
            "\(gateway.channel) "
                + (gateway.works ? "\(gateway.clockOffsetMs) ms" : "\(gateway.failure)")
        }
        context.auditDetail = texts.isEmpty ? "no gateway" : texts.joined(separator: ", ")
        let language = Language(locale: context.call.options.locale)
        return CheckPaymentsReply(
            gateways: gateways.map { gateway in
                var told = gateway
                let clock = GatewayClock(offsetMs: gateway.clockOffsetMs, atMs: context.now)
                if !gateway.works {
                    told.failure = GatewayReason.phrase(gateway.failure).text(in: language)
                } else if !clock.sells {
                    told.works = false
                    told.failure = clock.phrase.text(in: language)
                }
                return told
            })
    }
}
