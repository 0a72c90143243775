import Application
import Crypto
import Domain
import Facts
import Messages
import Passes
import Storage
import Threads

extension CheckIns {
    /// ATT-2: records a check-in by the venue's code, a fact of the kind that terminals record. Every genuine scan is
    /// stored, even outside the windows or late; the answer has its verdict.
    /// - Parameter shown: its code is nil for a text that is not a code.
    func checkIn(_ shown: (code: VenueCode?, device: [UInt8]), _ context: WriteContext) throws -> CheckInReply {
        let person = try context.call.person()
        let transaction = context.transaction
        guard let code = shown.code else { throw Refusal(.codeForged, field: "code") }
        // Whoever made a code up learns nothing of what there is.
        guard let open = try openOfferings.offering(code.offering, secrets, transaction) else {
            throw Refusal(.codeForged, field: "code")
        }
        let offering = open.record
        var scan = ScanFact(person: person.id, earliestMs: context.now, latestMs: context.now, course: code.course)
        switch open.validity(code, nowMs: context.now) {
        case .valid: break
        case .expired: scan.evidence = .codeExpired
        case .forged, .future: throw Refusal(.codeForged, field: "code")
        }
        if offering.demandsTerminal, scan.evidence == .good { scan.evidence = .withoutTerminal }
        guard offering.isOpen else { throw Refusal(.wrongState, field: "offering") }
        try offering.requireSignIn(open.signIn, now: context.now)
        let entry = try rosterEntries.find(transaction, offering.id, person.id) {
            try transaction.first(.personIsOnRoster, offering.id, person.id) { $0.integer(0) }
        }
        guard entry != nil else { throw Refusal(.notOnRoster) }
        let client = try CheckInClient(shown.device, at: offering.id)
        if let client {
            if scan.evidence == .good, recentClients.isAnothers(client, than: person.id) {
                scan.evidence = .clientShared
            }
            context.afterCommit { [recentClients] in recentClients.note(client, of: person.id) }
        }
        journal.record(
            Fact(
                kind: .checkIn, subject: .person(person.id), offering: offering.id, actor: person.id,
                method: .venueCode, course: code.course, slot: code.slot, extensions: client?.bytes ?? []), context)
        return CheckInReply(
            atMs: context.now, offering: offering.id, offeringTitle: offering.title,
            state: try worth(of: scan, offering, transaction))
    }

    /// Parses a code, beside the client's name of itself.
    func readCheckIn(_ request: CheckInRequest) -> (code: VenueCode?, device: [UInt8]) {
        (readCode(request), request.device)
    }

    /// A whole class sends the same text within its minute, so the last one is cached.
    private func readCode(_ request: CheckInRequest) -> VenueCode? {
        if let last = lastCode.withLock({ $0 }), last.text == request.code { return last.code }
        guard let code = try? VenueCode(text: request.code) else { return nil }
        lastCode.withLock { $0 = (request.code, code) }
        return code
    }

    /// Returns the verdict shown at once. Considers only online check-ins as repeats, because a terminal's may arrive
    /// later.
    private func worth(
        of scan: ScanFact, _ offering: OfferingRecord, _ transaction: Transaction
    ) throws -> ScanState {
        let verdict = offering.plan.verdicts(ofOnePerson: [scan], onRoster: true)[0]
        guard verdict.state == .counted else { return verdict.state }
        let window = offering.plan.windows[Int(verdict.window)]
        let isFirst = try transaction.execute(
            """
            INSERT INTO first_check_in (offering, person, day, from_minute, course, at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING
            """, offering.id, scan.person, window.day.number, window.fromMinute, window.course?.value ?? 0,
            scan.earliestMs)
        return isFirst == 1 ? .counted : .repeat
    }

    func venueKey(
        _ id: UInt32, offering: OfferingRecord, course: UInt64, _ snapshot: Snapshot
    ) throws -> VenueKey? {
        let sealed = try snapshot.first(
            "SELECT key_sealed FROM venue_key WHERE offering = ?1 AND course = ?2 AND key_id = ?3",
            offering.id, course, id
        ) { $0.bytes(0) }
        guard let sealed else { return nil }
        return try secrets.venueKey(.init(course: course, id: id), sealed: sealed, of: offering)
    }
}

extension Secrets {
    func venueKey(_ name: OpenOffering.KeyName, sealed: [UInt8], of offering: OfferingRecord) throws -> VenueKey {
        let key = try openVenueKey(sealed, offering: offering.id, course: name.course)
        return try VenueKey(id: name.id, periodSeconds: UInt32(offering.codePeriodSeconds), key: MACKey(key))
    }
}

extension OfferingRecord {
    /// ATT-7: when people may sign in to a skills exam, which is when its only window begins; nil for a class.
    func signIn(_ snapshot: Snapshot) throws -> Instant? {
        try snapshot.exists(.offeringIsSkillsExam, id) ? time.starts : nil
    }

    /// - Throws: `tooEarly`, which names the time.
    func requireSignIn(_ opens: Instant?, now: Int64) throws(Refusal) {
        guard let opens, Instant(now) < opens else { return }
        let clock = plan.zone.clock(opens)
        throw Refusal(.tooEarly, field: "exam", "the sign-in opens at \(clock)", zh: "签到于 \(clock) 开始")
    }
}
