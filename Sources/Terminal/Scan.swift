package import Causality
package import Domain
import Facts
package import Passes
import Storage

/// The text that a scanner read or a person typed.
package struct ScanInput: Sendable {
    package var text: String
    package var offering: UInt64
    /// The course it was for, if the venue distinguishes them; 0 for the offering as a whole.
    package var course: UInt64
    /// The person who operates the terminal; 0 for the device alone.
    package var actor: UInt64
    package var at: DeviceTime

    package init(_ text: String, offering: UInt64, course: UInt64 = 0, actor: UInt64 = 0, at: DeviceTime) {
        self.text = text
        self.offering = offering
        self.course = course
        self.actor = actor
        self.at = at
    }
}

/// The result of a scan, to be shown. The scan is durable by then.
package struct ScanOutcome: Sendable, Equatable {
    package enum Who: Sendable, Equatable {
        /// A person on the offering's roster.
        case known(Attendee)
        /// The holder of a genuine pass who is not on the roster.
        case notOnRoster(person: UInt64)
        /// A number on no roster of this terminal; the server may know it.
        case unknown(String)
    }

    package let dot: Dot
    package let offering: UInt64
    package let who: Who
    /// The same person was scanned for this offering earlier that day. Recorded as well; counts with the first.
    package let isRepeat: Bool
    /// The validity of a pass whose key is available; nil for anything else.
    package let validity: Validity?
    /// The id of a pass's key that this terminal lacks, so that it cannot verify the pass.
    package let unknownKey: UInt8?
}

extension TerminalCore {
    /// Records one scan in a commit of its own.
    /// - Throws: `Refusal` for a text that is neither a pass nor a number; nothing is recorded then.
    package func scan(_ input: ScanInput) throws -> ScanOutcome {
        let outcomes = try scan([input])
        guard case .success(let outcome) = outcomes.first else {
            if case .failure(let refusal) = outcomes.first { throw refusal }
            throw TerminalDamage(table: "pending", row: 0)
        }
        return outcome
    }

    /// Records many scans in one commit. A refused one does not affect the others.
    package func scan(_ inputs: [ScanInput]) throws -> [Result<ScanOutcome, Refusal>] {
        try database.write { transaction in
            let enrolment = try requireEnrolment(transaction)
            var recorder = Recorder(try currentLog(transaction), transaction)
            var outcomes: [Result<ScanOutcome, Refusal>] = []
            for input in inputs {
                do {
                    let read = try read(input, enrolment, transaction)
                    outcomes.append(.success(try record(read, input, &recorder, transaction)))
                } catch let refusal as Refusal {
                    outcomes.append(.failure(refusal))
                }
            }
            try recorder.finish()
            return outcomes
        }
    }

    private struct Reading {
        var subject: Subject
        var method: FactMethod
        var who: ScanOutcome.Who
        var validity: Validity?
        var unknownKey: UInt8?
    }

    private func read(_ input: ScanInput, _ enrolment: Enrolment, _ snapshot: Snapshot) throws -> Reading {
        switch Scanned(input.text) {
        case .pass(let signed):
            let keys = [SignedPass.Key(id: SignedPass.siteKeyID, key: enrolment.siteKey)]
            let validity = signed.validity(keys, siteID: enrolment.site, nowMs: input.at.wallMs)
            guard validity != .forged else {
                let isKnown = keys.contains { $0.id == signed.keyID }
                // Recorded as read: it is evidence that somebody was there.
                return Reading(
                    subject: .raw(Array(input.text.utf8.prefix(FactLimits.rawSubjectBytes))), method: .pass,
                    who: .unknown(input.text), validity: isKnown ? validity : nil,
                    unknownKey: isKnown ? nil : signed.keyID)
            }
            try requireTicket(signed.pass, validity, for: input.offering, snapshot)
            let person = signed.pass.person
            let known = try attendee(person: person, offering: input.offering, snapshot)
            return Reading(
                subject: .person(person), method: .pass,
                who: known.map { .known($0) } ?? .notOnRoster(person: person), validity: validity)
        case .venueCode:
            throw Refusal(
                .invalid, field: "text", "this is the venue's code; scan the person's pass",
                zh: "这是场地签到码，请扫描学员的听课证")
        case .unreadable:
            throw Refusal(.invalid, field: "text", "the pass is damaged; scan it again", zh: "听课证无法识别，请重新扫描")
        case .other(let text):
            return try read(number: text, offering: input.offering, snapshot)
        }
    }

    /// ATT-7: throws for the ticket of another exam, and before the sign-in opens.
    private func requireTicket(
        _ pass: Pass, _ validity: Validity, for offering: UInt64, _ snapshot: Snapshot
    ) throws {
        guard pass.kind == .examTicket else { return }
        guard pass.offering == offering else {
            throw Refusal(.invalid, field: "text", "this ticket is for another exam", zh: "该准考证属于其他考核场次")
        }
        guard case .future = validity else { return }
        let opens = try zone(of: offering, snapshot).clock(Instant(pass.validMs.lowerBound))
        throw Refusal(.tooEarly, field: "text", "the sign-in opens at \(opens)", zh: "签到于 \(opens) 开始")
    }

    private func read(number text: String, offering: UInt64, _ snapshot: Snapshot) throws -> Reading {
        let (subject, who) = try subject(ofNumber: text, offering: offering, snapshot)
        return Reading(subject: subject, method: .number, who: who, validity: nil)
    }

    /// Finds the person with a typed or printed number.
    func subject(
        ofNumber text: String, offering: UInt64, _ snapshot: Snapshot
    ) throws -> (subject: Subject, who: ScanOutcome.Who) {
        let number = RosterNumber.normalized(text)
        guard (1...FactLimits.rawSubjectBytes).contains(number.utf8.count) else {
            throw Refusal(.invalid, field: "number", "empty or far too long", zh: "内容为空或过长")
        }
        if let known = try attendee(number: number, offering: offering, snapshot) {
            return (.person(known.person), .known(known))
        }
        return (.raw(Array(number.utf8)), .unknown(number))
    }

    private func record(
        _ read: Reading, _ input: ScanInput, _ recorder: inout Recorder, _ transaction: Transaction
    ) throws -> ScanOutcome {
        let fact = Fact(
            kind: .checkIn, subject: read.subject, offering: input.offering, actor: input.actor, method: read.method,
            course: input.course)
        let dot = try recorder.append(TimedFact(fact: fact, moment: moment(input.at))).dot
        let day = try zone(of: input.offering, transaction).day(of: Instant(input.at.wallMs))
        let isFirst = try see(read.subject, offering: input.offering, on: day, transaction)
        return ScanOutcome(
            dot: dot, offering: input.offering, who: read.who, isRepeat: !isFirst, validity: read.validity,
            unknownKey: read.unknownKey)
    }

    /// Records that a subject was scanned that day; returns false if it was before.
    func see(_ subject: Subject, offering: UInt64, on day: Day, _ transaction: Transaction) throws -> Bool {
        let (person, raw) = subject.key
        return try transaction.execute(
            "INSERT INTO seen (offering, day, person, raw) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            offering, day.number, person, raw) == 1
    }
}

extension Subject {
    /// The key in tables.
    var key: (person: UInt64, raw: String) {
        switch self {
        case .person(let person): (person, "")
        case .raw(let bytes): (0, String(decoding: bytes, as: UTF8.self))
        }
    }
}
