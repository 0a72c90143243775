import Domain
import Messages
import Seeded
import Storage

/// Statements in a history: right ones and wrong ones are compared, what differs is settled or goes back.
extension MoneyHistory {
    private static let rowsACall = 16

    func compareStatement() throws {
        let gateway = pick(gateways)
        var rows = gateway.statement(StatementSpan(gateway.channel, today).range)
        if !rows.isEmpty, random.chance(50) { rows = spoil(rows) }
        let isBroken = random.chance(20)
        if isBroken { note(.statementBroken) }
        _ = try compare(rows, of: gateway, today, isBroken: isBroken)
    }

    private func spoil(_ rows: [StatementRow]) -> [StatementRow] {
        var rows = rows
        let place = Int(random.next() % UInt64(rows.count))
        switch random.next() % 3 {
        case 0:
            note(.statementShort)
            rows.remove(at: place)
        case 1:
            note(.statementTwice)
            rows.append(rows[place])
        default:
            // Not of money that would go back: the statement is believed.
            let row = rows[place]
            let isCompared = row.kind == .refund || rows.count { $0.number == row.number } == 1
            guard isCompared, !row.number.hasPrefix(Self.lost) else { break }
            note(.statementWrong)
            rows[place].fen += 1
        }
        return rows
    }

    /// A payment that the server has lost, or that was another's.
    func takeForeignMoney() {
        foreign += 1
        note(.foreignMoney)
        say("foreign money")
        let digits = "\(foreign)"
        pick(gateways).takeForeign(Self.lost + String(repeating: "0", count: 8 - digits.count) + digits, 500)
    }

    /// An administrator sends back what is missing here, and settles the rest.
    func decideDifferences() throws { try decideDifferences(isEnd: false) }

    private func decideDifferences(isEnd: Bool) throws {
        let open = try office.server.read { snapshot in
            try snapshot.all(
                "SELECT id, kind FROM statement_difference WHERE state = ?1 ORDER BY id", DifferenceState.open.rawValue
            ) { (id: $0.id(0), isMissing: $0.int(1) == Int(DifferenceKind.missingHere.rawValue)) }
        }
        let missing = open.filter(\.isMissing).map(\.id)
        var others = open.filter { !$0.isMissing }.map(\.id)
        if !missing.isEmpty {
            let reply: SettleDifferencesReply? = try ask(
                MoneyOffice.admin, .ledgerReturnDifferences,
                ReturnDifferencesRequest(differences: missing, reason: "本方无订单"))
            // What the gateway was asked about, and what is no money of ours to send.
            if isEnd { others += reply?.outcomes.filter { $0.failure != nil }.map(\.difference) ?? [] }
        }
        if !others.isEmpty {
            let _: SettleDifferencesReply? = try ask(
                MoneyOffice.admin, .ledgerSettleDifferences,
                SettleDifferencesRequest(differences: others, reason: "已核实"))
        }
    }

    // The end

    /// Every day of every gateway is compared, and what is missing here goes back.
    func closeBooks() throws {
        for gateway in gateways {
            for day in days { _ = try compareWhole(gateway, day) }
        }
        try decideDifferences(isEnd: true)
    }

    /// The differences that are left: none.
    func compareAll() throws -> [String] {
        try gateways.flatMap { gateway in
            try days.flatMap { day -> [String] in
                guard let statement = try compareWhole(gateway, day) else { return ["\(day): not compared"] }
                return statement.matched == statement.rows && statement.missingThere == 0
                    ? [] : ["\(gateway.channel), \(day): \(statement)"]
            }
        }
    }

    private func compareWhole(_ gateway: MoneyGateway, _ day: Day) throws -> GatewayStatement? {
        try compare(
            gateway.statement(StatementSpan(gateway.channel, day).range), of: gateway, day, isBroken: false)
    }

    private var today: Day { ZoneRule.china.day(of: Instant(office.clock.now)) }

    private var days: [Day] {
        let first = ZoneRule.china.day(of: Instant(SimulatedServer.morning))
        return (first.number...today.number).map { Day($0) }
    }

    /// - Parameter isBroken: its client ends before the statement does.
    private func compare(
        _ rows: [StatementRow], of gateway: MoneyGateway, _ day: Day, isBroken: Bool
    ) throws -> GatewayStatement? {
        let begun: StatementReply? = try ask(
            MoneyOffice.admin, .ledgerBeginStatement,
            BeginStatementRequest(channel: gateway.channel, day: day.number, fileName: "bill.csv"))
        guard let id = begun?.statement?.id else { return nil }
        for start in stride(from: 0, to: rows.count, by: Self.rowsACall) {
            let part = Array(rows[start..<min(start + Self.rowsACall, rows.count)])
            let added: StatementReply? = try ask(
                MoneyOffice.admin, .ledgerAddStatementRows,
                AddStatementRowsRequest(statement: id, first: UInt64(start), rows: part))
            guard added != nil, !isBroken else { return nil }
        }
        for _ in 0..<4 {
            let finished: StatementReply? = try ask(
                MoneyOffice.admin, .ledgerFinishStatement,
                FinishStatementRequest(statement: id, rows: UInt64(rows.count)))
            guard let statement = finished?.statement else { return nil }
            if statement.state == .compared { return statement }
        }
        return nil
    }
}
