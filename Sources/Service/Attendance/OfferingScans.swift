import Causality
import Domain
import Facts
import Journal
import Messages
import Storage

/// Every check-in of one offering, decoded from the journal, with its origin.
struct OfferingScans {
    struct Origin {
        /// The row of the log.
        let log: UInt64
        let sequence: UInt64
        /// 0 if it was recorded online.
        let terminal: UInt64
        /// The bytes of a code that its terminal did not recognise; empty for a person.
        let raw: [UInt8]
        /// The instant to display, UTC milliseconds; 0 if unknown.
        let shownMs: Int64
        let basis: TimeBasis
        /// ATT-9b: a person decided whose it is, whatever the code says.
        let isPersonDecided: Bool
    }

    /// In the order in which batches arrived, so that later ones are appended.
    private(set) var scans: [ScanFact] = []
    private(set) var origins: [Origin] = []
    /// The ids of their logs, by row.
    private(set) var logs: [UInt64: LogID] = [:]
    /// The positions of a log's scans, ascending by sequence.
    private var positions: [UInt64: [Int32]] = [:]
    /// The positions of a client's scans, in the order of `scans`.
    private var ofClient: [UInt64: [Int]] = [:]
    /// The last batch that was read.
    private(set) var lastBatch: UInt64 = 0
    /// Check-ins that voids name, including those that have not arrived.
    private var voided: Set<Dot> = []
    /// ATT-9: the decisions about them.
    private(set) var decided: OfferingDecisions
    /// Tells whether the scans' times are current.
    private(set) var times: FactTimes
    private let journal: JournalStore
    private let offering: UInt64
    private let periodMs: Int64
    private let demandsTerminal: Bool

    init(_ offering: OfferingRecord, _ journal: JournalStore, _ snapshot: Snapshot) throws {
        self.journal = journal
        decided = try OfferingDecisions(of: offering.id, snapshot)
        self.offering = offering.id
        times = FactTimes(journal)
        periodMs = Int64(offering.codePeriodSeconds) * 1000
        demandsTerminal = offering.demandsTerminal
    }

    /// Appends the scans that arrived since the last call.
    /// - Returns: false, without appending, if present scans were voided since: read all of them anew.
    mutating func readOn(_ snapshot: Snapshot) throws -> Bool {
        let behind = lastBatch
        let areVoided =
            try behind != 0
            && snapshot.exists(
                "SELECT 1 FROM batch_offering WHERE offering = ?1 AND batch > ?2 AND content >= ?3", offering, behind,
                OfferingContent.voidsOfCheckIns.rawValue)
        if areVoided { return false }
        if behind == 0 { voided = try Self.voided(offering, journal, snapshot) }
        var judgement = Judgement(snapshot)
        let journal = journal
        lastBatch = try journal.lastBatch(of: offering, snapshot)
        try journal.forEachBatch(of: offering, with: .checkIns, behind: behind, snapshot) { batch in
            try add(batch, &judgement, snapshot)
        }
        if behind == 0 { try addFromElsewhere(&judgement, snapshot) }
        times.close()
        return true
    }

    private mutating func add(_ batch: StoredBatch, _ judgement: inout Judgement, _ snapshot: Snapshot) throws {
        logs[batch.log] = batch.logID
        let times = try times.times(of: batch, snapshot)
        let facts = batch.facts
        let log = batch.logID
        var ofLog = positions.removeValue(forKey: batch.log) ?? []
        try facts.forEachRow { fact in
            guard fact.offering == offering, fact.kind == .checkIn else { return }
            let (time, evidence) = times.judged(fact, periodMs)
            var scan = ScanFact(fact, time, evidence)
            if !batch.isPlain {
                switch try judgement.verdict(batch, fact.row).code {
                case nil, .some(.unknownSubject): break
                case .some(.unknownCourse): scan.evidence = .courseUnknown
                case .some: return
                }
            }
            if demandsTerminal, batch.terminal == 0, fact.method == .venueCode, scan.evidence == .good {
                scan.evidence = .withoutTerminal
            }
            if batch.terminal == 0, let client = CheckInClient(of: fact, in: facts) {
                ofClient[client.tag, default: []].append(scans.count)
            }
            let dot = Dot(log: log, sequence: fact.sequence)
            let standing = decided.isEmpty ? nil : decided.standing(of: dot, in: batch.tag)
            ofLog.append(Int32(scans.count))
            append(scan, fact, of: batch, time, standing, isVoided: !voided.isEmpty && voided.contains(dot))
        }
        positions[batch.log] = ofLog
    }

    private mutating func append(
        _ scan: ScanFact, _ fact: BatchRow, of batch: StoredBatch, _ time: FactTime, _ standing: StandingDecisions?,
        isVoided: Bool
    ) {
        var (scan, decidedMs) = (scan, Int64?.none)
        if let standing { decidedMs = scan.take(standing, in: offering) }
        if isVoided { scan.decision = .voided }
        scans.append(scan)
        origins.append(
            Origin(
                log: batch.log, sequence: fact.sequence, terminal: batch.terminal,
                raw: fact.person == 0 ? batch.facts.rawSubject(fact.row) : [],
                shownMs: decidedMs ?? time.shownMs ?? 0, basis: decidedMs == nil ? time.basis : .decided,
                isPersonDecided: standing?.decidedPerson != nil))
    }

    /// ATT-9b: appends the check-ins recorded elsewhere that were decided to belong here. Their voids are those of the
    /// offering where they were recorded.
    private mutating func addFromElsewhere(_ judgement: inout Judgement, _ snapshot: Snapshot) throws {
        var voids: [UInt64: Set<Dot>] = [:]
        for dot in decided.fromElsewhere {
            guard let (batch, row) = try journal.fact(dot.log.bytes, dot.sequence, snapshot),
                let standing = decided.standing(of: dot, in: batch.tag), standing.decidedOffering == offering
            else { continue }
            let fact = batch.facts[row]
            guard fact.kind == .checkIn, judgement.defect(batch, row) == nil else { continue }
            let period = try judgement.codePeriodMs(of: fact.offering) ?? periodMs
            let (time, evidence) = try times.times(of: batch, snapshot).judged(fact, period)
            var scan = ScanFact(fact, time, evidence)
            // A person has decided: its course, if it is none of this offering, is passed over.
            if try !judgement.hasCourse(scan.course, offering) { scan.course = 0 }
            let voided = try voids[fact.offering] ?? Self.voided(fact.offering, journal, snapshot)
            voids[fact.offering] = voided
            logs[batch.log] = batch.logID
            positions[batch.log, default: []].append(Int32(scans.count))
            append(scan, fact, of: batch, time, standing, isVoided: voided.contains(dot))
        }
        guard !decided.fromElsewhere.isEmpty else { return }
        let origins = origins
        positions = positions.mapValues { $0.sorted { origins[Int($0)].sequence < origins[Int($1)].sequence } }
    }

    /// Finds the people of scanned codes by the present roster, and assigns scans of joined people to their accounts
    /// (ACC-11b). Looks up only subjects that are not on the roster, each once.
    mutating func recognise(on roster: PersonRows, from start: Int, _ snapshot: Snapshot) throws {
        var people: [UInt64: UInt64] = [:]
        var codes: [[UInt8]: UInt64] = [:]
        for index in start..<scans.count {
            let raw = origins[index].raw
            if !raw.isEmpty, !origins[index].isPersonDecided {
                let person = try codes[raw] ?? JournalStore.person(ofNumber: raw, offering, snapshot)
                codes[raw] = person
                scans[index].person = person
                continue
            }
            let person = scans[index].person
            guard roster.row(of: person) == nil else { continue }
            let kept = try people[person] ?? People.canonical(person, snapshot)
            people[person] = kept
            scans[index].person = kept
        }
    }

    /// ATT-4c: flags the scans of clients that have checked in several people, once these are recognised; but not those of walk-ins
    /// whom a person has confirmed.
    /// - Parameter start: the first scan that is not judged yet.
    /// - Returns: false if scans before that are flagged now: judge all of them anew.
    mutating func flagShared(from start: Int, _ snapshot: Snapshot) throws -> Bool {
        var areEarlierSame = true
        var confirmed: Set<UInt64>?
        for positions in ofClient.values where positions.last ?? 0 >= start {
            let first = positions.first.map { scans[$0].person }
            guard positions.contains(where: { scans[$0].person != first }) else { continue }
            let known = try confirmed ?? Self.confirmedWalkIns(of: offering, snapshot)
            confirmed = known
            for position in positions
            where scans[position].evidence == .good && !known.contains(scans[position].person) {
                scans[position].evidence = .clientShared
                if position < start { areEarlierSame = false }
            }
        }
        return areEarlierSame
    }

    private static func confirmedWalkIns(of offering: UInt64, _ snapshot: Snapshot) throws -> Set<UInt64> {
        Set(try snapshot.all(.walkInsInState, offering, WalkInState.confirmed.rawValue) { $0.id(0) })
    }

    /// Orders scans by log, then by sequence.
    func isFirst(_ a: Int, _ b: Int) -> Bool {
        (origins[a].log, origins[a].sequence) < (origins[b].log, origins[b].sequence)
    }

    /// Calls `body` with the scans after a position, by log and sequence, until it returns false.
    func forEach(behind place: Position, _ body: (Int) throws -> Bool) rethrows {
        for log in positions.keys.sorted() where log >= place.log {
            let scans = positions[log] ?? []
            var (low, high) = (0, scans.count)
            while log == place.log, low < high {
                let middle = (low + high) / 2
                if origins[Int(scans[middle])].sequence > place.sequence { high = middle } else { low = middle + 1 }
            }
            for scan in scans[low...] {
                guard try body(Int(scan)) else { return }
            }
        }
    }

    /// Returns the index of the scan at a position; nil if there is none.
    func index(of place: Position) -> Int? {
        let ofLog = positions[place.log] ?? []
        var (low, high) = (0, ofLog.count)
        while low < high {
            let middle = (low + high) / 2
            if origins[Int(ofLog[middle])].sequence < place.sequence { low = middle + 1 } else { high = middle }
        }
        guard low < ofLog.count, origins[Int(ofLog[low])].sequence == place.sequence else { return nil }
        return Int(ofLog[low])
    }

    /// All scans, by log and sequence.
    var inOrder: [Int] { positions.keys.sorted().flatMap { positions[$0] ?? [] }.map { Int($0) } }

    /// Returns the check-ins that voids name.
    private static func voided(
        _ offering: UInt64, _ journal: JournalStore, _ snapshot: Snapshot
    ) throws -> Set<Dot> {
        var voided: Set<Dot> = []
        var judgement = Judgement(snapshot)
        try journal.forEachBatch(of: offering, with: .voidsOfCheckIns, snapshot) { batch in
            for row in batch.facts.rows {
                let fact = batch.facts[row]
                guard fact.kind == .void, fact.offering == offering, try judgement.verdict(batch, row).code == nil
                else { continue }
                for reference in batch.facts.fact(row).references where reference.role == .replaces {
                    switch reference.target {
                    case .own: voided.insert(Dot(log: batch.logID, sequence: reference.sequence))
                    case .other(let log, _): voided.insert(Dot(log: log, sequence: reference.sequence))
                    }
                }
            }
        }
        return voided
    }
}

extension DecodedBatch {
    func rawSubject(_ row: Int) -> [UInt8] {
        switch subject(row) {
        case .raw(let bytes): bytes
        case .person: []
        }
    }
}
