import Application
import Crypto
import Domain
import Messages
import Passes
import Storage

extension WalkIns {
    /// The surroundings of a registration.
    struct Arrival {
        let offering: OfferingRecord
        /// The number that a terminal has given; empty for a client.
        var number = ""
        /// 0 for a client.
        var terminal: UInt64 = 0
        /// A client's name of itself; empty for a terminal, which is there to serve many.
        var device: [UInt8] = []
        /// Many have come from the same network.
        var isCrowd = false
        let atMs: Int64
    }

    /// ATT-6: puts a walk-in on the roster. An ID number that is known under another name is not theirs yet: they are somebody new
    /// without it, flagged, until a person decides. So nothing that they, or a terminal, see tells what is known.
    /// - Returns: the person.
    func register(_ details: WalkInDetails, _ arrival: Arrival, _ context: WriteContext) throws -> UInt64 {
        let transaction = context.transaction
        let offering = arrival.offering.id
        let hash = people.idNumberHash(details.identity)
        let earlier = try earlier(details, hash, offering, transaction)
        // Whoever comes again by a client is the same walk-in.
        if let earlier, arrival.number.isEmpty { return earlier.person }
        let count = try transaction.first("SELECT COUNT(*) FROM walk_in WHERE offering = ?1", offering) { $0.int(0) }
        guard (count ?? 0) < WalkInLifecycle.mostOfOffering else { throw Refusal(.full, field: "offering") }
        let isShared =
            try flagOthers(with: arrival.device, besides: hash, in: offering, transaction) || arrival.isCrowd
        let known = try transaction.first(.personByIDNumber, hash) { $0.id(0) }
        let isKnown = try known.map { try Owner($0, transaction)?.isCalled(details.name) == true } ?? false
        let differs = known != nil && !isKnown
        let person =
            if let earlier { earlier.person } else if let known, isKnown { known } else {
                try insert(details, withNumber: !differs, context)
            }
        let state: WalkInState = earlier?.state ?? (differs || isShared ? .flagged : .taken)
        let id = try transaction.newID()
        let number =
            arrival.number.isEmpty ? WalkInNumber.text(context.random(WalkInNumber.secretSize)) : arrival.number
        let sealed = people.encrypt(
            Array("\(details.identity.text) \(details.phone.text)".utf8), "walk_in.details", id, context)
        try transaction.execute(
            """
            INSERT INTO walk_in (id, offering, number, person, state, name, details_sealed, id_number_hash, title, unit,
            known_person, one_device, terminal, device, at_ms, reason, decided_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, '', 0)
            """, id, offering, number, person, state.rawValue, details.name, sealed, hash, details.title,
            details.unit, differs ? known ?? 0 : 0, isShared, arrival.terminal, arrival.device, arrival.atMs)
        try rosters.join(offering, person, number: number, context)
        // Scans of the number are theirs from now on, also where they were on the roster before.
        try JournalStore.noteAttendanceChange(offering, transaction)
        return person
    }

    /// The walk-in of the same name and ID number.
    private func earlier(
        _ details: WalkInDetails, _ hash: [UInt8], _ offering: UInt64, _ snapshot: Snapshot
    ) throws -> (person: UInt64, state: WalkInState)? {
        let found = try snapshot.all(
            "SELECT person, state, name FROM walk_in WHERE offering = ?1 AND id_number_hash = ?2 ORDER BY id", offering,
            hash
        ) { (person: $0.id(0), state: try $0.enumeration(1, WalkInState.self), name: $0.text(2)) }
        let same = found.first { ComparedName($0.name) == ComparedName(details.name) && $0.state != .rejected }
        return try same.map { (try People.canonical($0.person, snapshot), $0.state) }
    }

    /// - Returns: whether the device has registered others, who are then flagged too.
    private func flagOthers(
        with device: [UInt8], besides hash: [UInt8], in offering: UInt64, _ transaction: Transaction
    ) throws -> Bool {
        guard !device.isEmpty else { return false }
        let others = try transaction.all(
            "SELECT id, state, id_number_hash FROM walk_in WHERE offering = ?1 AND device = ?2 ORDER BY id", offering,
            device
        ) { (id: $0.id(0), state: try $0.enumeration(1, WalkInState.self), hash: $0.bytesOrNil(2)) }
        .filter { $0.hash != hash }
        for other in others {
            let state =
                other.state == .taken ? try WalkInLifecycle.table.next(other.state, .flag) : other.state
            try transaction.execute(
                "UPDATE walk_in SET one_device = ?2, state = ?3 WHERE id = ?1", other.id, true, state.rawValue)
        }
        return !others.isEmpty
    }

    /// Somebody new. A phone that is somebody else's stays theirs.
    private func insert(
        _ details: WalkInDetails, withNumber: Bool, _ context: WriteContext
    ) throws -> UInt64 {
        let isFree = try !context.transaction.exists(.personByPhone, people.phoneHash(details.phone))
        return try people.insertPerson(
            People.PersonDetails(
                name: details.name, phone: isFree ? details.phone : nil,
                identity: withNumber ? details.identity : nil, unit: details.unit, title: details.title), context)
    }

    /// - Throws: `wrongState` where the programme takes none.
    func requireWalkIns(_ offering: OfferingRecord, _ snapshot: Snapshot) throws {
        guard offering.isOpen, try programmes.policy(of: offering.programme, snapshot).walkIn == .yes else {
            throw Refusal(
                .wrongState, field: "offering", "whoever is not on the roster cannot register here (switch walkIn)",
                zh: "本期不接受现场登记，请联系主办单位")
        }
    }
}
