import Application
import Crypto
import Domain
import Facts
import Journal
import Messages
import Passes
import Storage

extension WalkIns {
    /// ATT-6: a walk-in by their own client, at the venue's code. Who is registered already checks in again.
    func walkIn(_ request: WalkInRequest, _ context: WriteContext) throws -> WalkInReply {
        let (offering, code) = try venue(of: request, context.transaction, now: context.now)
        let details = try details(request, at: offering, now: context.now)
        let isCrowd = try isCrowd(context)
        let person = try register(
            details, Arrival(offering: offering, device: request.device, isCrowd: isCrowd, atMs: context.now), context)
        let client = try CheckInClient(request.device, at: offering.id)
        if let client {
            context.afterCommit { [recentClients = checkIns.recentClients] in recentClients.note(client, of: person) }
        }
        journal.record(
            Fact(
                kind: .checkIn, subject: .person(person), offering: offering.id, method: .venueCode,
                course: code.course, slot: code.slot, extensions: client?.bytes ?? []), context)
        context.auditDetail = "walk-in of offering \(offering.id)"
        return WalkInReply(atMs: context.now, offeringTitle: offering.title)
    }

    /// Counts a walk-in of the caller's network: whoever has a code could invent people.
    /// - Returns: whether so many came from there that a person has to look.
    /// - Throws: `busy` beyond what any hall needs.
    private func isCrowd(_ context: WriteContext) throws -> Bool {
        // Of this process alone, like the budgets.
        let source = Int64(context.call.peer.source.text.hashValue)
        let wait = mostOfSource.spend(source, now: context.now)
        guard wait == 0 else {
            throw Refusal(
                .busy, Phrase("too many people have registered from this network", "当前网络登记人数过多"),
                retryAfterMs: UInt32(clamping: wait))
        }
        return ofSource.spend(source, now: context.now) > 0
    }

    /// Refuses on a reader whoever does not stand before the venue's code.
    func checkWalkIn(_ request: WalkInRequest, _ context: ReadContext) throws {
        let (offering, _) = try venue(of: request, context.snapshot, now: context.now)
        _ = try details(request, at: offering, now: context.now)
    }

    /// The offering whose code is shown, if it takes walk-ins.
    private func venue(
        of request: WalkInRequest, _ snapshot: Snapshot, now: Int64
    ) throws -> (OfferingRecord, VenueCode) {
        guard let code = try? VenueCode(text: request.code),
            let open = try checkIns.openOfferings.offering(code.offering, secrets, snapshot)
        else { throw Refusal(.codeForged, field: "code") }
        switch open.validity(code, nowMs: now) {
        case .valid: break
        case .expired: throw Refusal(.codeExpired, field: "code")
        case .forged, .future: throw Refusal(.codeForged, field: "code")
        }
        try requireWalkIns(open.record, snapshot)
        return (open.record, code)
    }

    private func details(
        _ request: WalkInRequest, at offering: OfferingRecord, now: Int64
    ) throws -> WalkInDetails {
        guard request.device.count == CheckInClient.deviceSize else { throw Refusal(.invalid, field: "device") }
        return try WalkInDetails(
            name: request.name, idNumber: request.idNumber, phone: request.phone, title: request.title,
            unit: request.unit, today: offering.plan.zone.day(of: Instant(now)))
    }

    /// ATT-6: reads the walk-ins that terminals have recorded.
    var readBatches: Chore {
        Chore(name: "walk-ins of terminals", atOnce: 1) { snapshot, _, limit in
            try snapshot.all("SELECT batch FROM walk_in_batch WHERE batch > 0 ORDER BY batch LIMIT ?1", limit) {
                $0.id(0)
            }
        } act: { [self] row, context in
            let transaction = context.transaction
            try transaction.execute("DELETE FROM walk_in_batch WHERE batch = ?1", row)
            guard let batch = try journal.batch(row, transaction) else { return 0 }
            var times = FactTimes(journal)
            let timesOfBatch = try times.times(of: batch, transaction)
            var count = 0
            for index in batch.walkIns {
                let made = timesOfBatch.time(of: index).shownMs ?? batch.receivedMs
                switch try context.part({ try register(index, of: batch, madeMs: made, context) }) {
                case .success(let isNew): count += isNew ? 1 : 0
                // A row that cannot be read stays a code that nobody knows, on the work list.
                case .failure(let error): guard error is Refusal else { throw error }
                }
            }
            try tellUnread(batch, context)
            return count
        }
    }

    /// SYN-3d: tells a terminal of the codes of its walk-ins that nobody has even now: it has taken them for counted.
    private func tellUnread(_ batch: StoredBatch, _ context: WriteContext) throws {
        let numbers = Set(batch.walkIns.map(batch.number))
        var judgement = Judgement(context.transaction)
        let unread = try batch.facts.rows.filter { row in
            try numbers.contains(batch.number(row)) && judgement.quarantine(batch, row) == .unknownSubject
        }
        try Disposition.publish(unread.map(batch.sequence), of: batch.log, code: .unknownSubject, context)
    }

    /// - Returns: false for a row that is registered already, or is no walk-in that can be read.
    private func register(
        _ row: Int, of batch: StoredBatch, madeMs: Int64, _ context: WriteContext
    ) throws -> Bool {
        let transaction = context.transaction
        let number = batch.number(row)
        let offering = try OfferingRecord(batch.facts[row].offering, transaction)
        let base = try transaction.first(.baseOfTerminal, batch.terminal) { $0.id(0) }
        guard base == offering.base,
            try !transaction.exists(
                "SELECT 1 FROM walk_in WHERE offering = ?1 AND number = ?2", offering.id, number)
        else { return false }
        try requireWalkIns(offering, transaction)
        guard let card = card(batch.facts.extensionBytes(row), number, offering) else { return false }
        let details = try WalkInDetails(
            name: card.name, idNumber: card.idNumber, phone: card.phone, title: card.title, unit: card.unit,
            today: offering.plan.zone.day(of: Instant(context.now)))
        _ = try register(
            details, Arrival(offering: offering, number: number, terminal: batch.terminal, atMs: madeMs), context)
        return true
    }

    private func card(_ sealed: [UInt8], _ number: String, _ offering: OfferingRecord) -> WalkInCard? {
        guard sealed.count > SealingKey.nonceSize else { return nil }
        let plain = try? secrets.rosterKey(base: offering.base).open(
            Array(sealed[SealingKey.nonceSize...]), nonce: Array(sealed[..<SealingKey.nonceSize]), .walkIn,
            WalkInNumber.place(number, in: offering.id))
        return plain.flatMap { WalkInCard($0) }
    }
}
