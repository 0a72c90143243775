import Application
import Domain
import Messages
import Passes
import Storage

/// A certificate as stored.
struct CertificateRecord {
    var id: UInt64
    var code: String
    var state: CertificateState
    var base: UInt64
    var person: UInt64
    var award: UInt64
    /// Without its ID number.
    var content: CertificateContent
    var idNumberSealed: [UInt8]?
    var reason: String
    var replacedBy: UInt64

    /// - Throws: `notFound`.
    init(_ id: UInt64, _ snapshot: Snapshot) throws {
        let found = try snapshot.first(Self.one, id, body: Self.columns.read)
        guard let found else { throw Refusal(.notFound, field: "certificate") }
        self = found
    }

    private init(_ row: borrowing Row) throws {
        id = row.id()
        code = row.text()
        state = try row.enumeration()
        base = row.id()
        person = row.id()
        award = row.id()
        idNumberSealed = row.bytesOrNil()
        reason = row.text()
        replacedBy = row.id()
        content = CertificateContent(
            kind: try row.enumeration(), name: row.text(), title: row.text(), projectNumber: row.text(),
            level: try row.enumerationUnlessZero(), category: try row.enumerationUnlessZero(),
            creditsTenths: row.uint32(), hoursTenths: row.uint32(), firstDay: row.int32(), lastDay: row.int32(),
            modality: try row.enumerationUnlessZero(), issuer: row.text(), issuedDay: row.int32(), cohort: row.text(),
            round: row.text(), number: row.text())
    }

    static let columns = Columns(
        """
        c.id, c.code, c.state, c.base, c.person, c.award, c.id_number_sealed, c.reason, c.replaced_by, c.kind, c.name,
        c.title, c.project_number, c.level, c.category, c.credits_tenths, c.hours_tenths, c.first_day, c.last_day,
        c.modality, c.issuer, c.issued_day, c.cohort, c.round, c.number
        """
    ) { try CertificateRecord($0) }

    private static let one = SQL("SELECT \(columns) FROM certificate c WHERE c.id = ?1")

    private static let byCode = SQL(
        "SELECT \(columns) FROM certificate c WHERE c.compared = ?1 AND c.code = ?2 ORDER BY c.id LIMIT 1")

    private static let ofAward = SQL(
        "SELECT \(columns) FROM certificate c WHERE c.award = ?1 AND c.standing = 0 ORDER BY c.id LIMIT 1")

    static let ofPerson = SQL(
        "SELECT \(columns) FROM certificate c WHERE c.person = ?1 AND c.id < ?2 ORDER BY c.id DESC LIMIT ?3")

    private static let byNumber = SQL(
        """
        SELECT \(columns) FROM certificate c WHERE c.base = ?1 AND c.compared = ?2 AND c.standing = 0
        ORDER BY c.id LIMIT 1
        """)

    /// Of nobody with an account when they were entered.
    static let ofIDNumber = SQL(
        """
        SELECT \(columns) FROM certificate c WHERE c.id_number_hash = ?1 AND c.person = 0 AND c.id < ?2
        ORDER BY c.id DESC LIMIT ?3
        """)

    /// The valid one of a number at a base.
    static func valid(numbered number: String, of base: UInt64, _ snapshot: Snapshot) throws -> CertificateRecord? {
        try snapshot.first(byNumber, base, CertificateNumber.compared(number), body: columns.read)
    }

    /// Of a number and a code; nil if there is none.
    static func verified(_ number: String, _ code: CertificateCode, _ snapshot: Snapshot) throws -> CertificateRecord? {
        try snapshot.first(byCode, CertificateNumber.compared(number), code.text, body: columns.read)
    }

    /// The valid one of an award.
    static func valid(ofAward award: UInt64, _ snapshot: Snapshot) throws -> CertificateRecord? {
        try snapshot.first(ofAward, award, body: columns.read)
    }
}

extension Certificates {
    /// A certificate that is to be stored.
    struct New {
        var content: CertificateContent
        var base: UInt64
        var person: UInt64
        var award: UInt64 = 0
    }

    /// Stores a certificate with a code of its own, and a number unless it has one.
    func store(_ new: New, _ context: WriteContext) throws -> UInt64 {
        let transaction = context.transaction
        let id = try transaction.newID()
        var content = new.content
        if content.number.isEmpty {
            let serial = String(id)
            content.number =
                "\(Day(content.issuedDay).civil.year)-"
                + String(repeating: "0", count: max(0, 6 - serial.count)) + serial
        }
        let code = try CertificateCode(random: context.random(CertificateCode.secretSize))
        let sealed =
            content.idNumber.isEmpty
            ? nil : people.encrypt(Array(content.idNumber.utf8), "certificate.id_number", id, context)
        let hash = content.idNumber.isEmpty ? nil : people.idNumberHash(content.idNumber)
        guard try CertificateRecord.valid(numbered: content.number, of: new.base, transaction) == nil else {
            throw Refusal(.alreadyExists, field: "number")
        }
        let compared = CertificateNumber.compared(content.number)
        try transaction.execute(
            """
            INSERT INTO certificate (id, number, code, kind, state, standing, base, person, award, name,
            id_number_sealed, title, project_number, level, category, credits_tenths, hours_tenths, first_day, last_day,
            modality, issuer, issued_day, cohort, round, reason, replaced_by, issued_ms, issued_by, id_number_hash, compared) VALUES
            (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
            ?23, '', 0, ?24, ?25, ?26, ?27)
            """, id, content.number, code.text, (content.kind ?? .credit).rawValue, CertificateState.valid.rawValue,
            new.base, new.person, new.award, content.name, sealed, content.title, content.projectNumber,
            content.level?.rawValue ?? 0, content.category?.rawValue ?? 0, content.creditsTenths, content.hoursTenths,
            content.firstDay, content.lastDay, content.modality?.rawValue ?? 0, content.issuer, content.issuedDay,
            content.cohort, content.round, context.now, context.call.person().id,
            hash, compared)
        try transaction.execute(
            """
            INSERT INTO certificate_place (place, certificate, name, number, cohort, round, year)
            SELECT above, ?1, ?2, ?3, ?4, ?5, ?6 FROM organisation_above WHERE organisation = ?7
            """, id, content.name, compared, content.cohort, content.round, Day(content.lastDay).civil.year,
            new.base)
        try transaction.execute(
            """
            INSERT INTO certificate_place (place, certificate, name, number, cohort, round, year)
            VALUES (0, ?1, ?2, ?3, ?4, ?5, ?6)
            """, id, content.name, compared, content.cohort, content.round, Day(content.lastDay).civil.year)
        return id
    }

    /// Issues one of what somebody has completed today.
    /// - Parameter issuer: the organisation that issues it.
    func complete(
        _ given: CertificateContent, of person: UInt64, base: UInt64, issuer: UInt64, _ context: WriteContext
    ) throws -> UInt64 {
        let transaction = context.transaction
        let known = try transaction.first("SELECT name, id_number_sealed FROM person WHERE id = ?1", person) {
            (name: $0.text(0), sealed: $0.bytesOrNil(1))
        }
        guard let known else { throw Refusal(.notFound, field: "person") }
        var content = given
        content.kind = .completion
        content.name = known.name
        content.idNumber = try known.sealed.map { try people.decryptIDNumber($0, of: person) } ?? ""
        content.issuer = try transaction.first(.nameOfOrganisation, issuer) { $0.text(0) } ?? ""
        content.issuedDay = ZoneRule.china.day(of: Instant(context.now)).number
        return try store(New(content: content, base: base, person: person), context)
    }

    /// Ends a certificate's validity.
    /// - Parameter replacedBy: 0 = by none.
    func end(
        _ record: CertificateRecord, _ event: CertificateEvent, reason: String, replacedBy: UInt64,
        _ context: WriteContext
    ) throws {
        let state = try CertificateRule.table.next(record.state, event)
        try context.transaction.execute(
            """
            UPDATE certificate SET state = ?2, standing = ?1, reason = ?3, replaced_by = ?4 WHERE id = ?1
            """, record.id, state.rawValue, reason, replacedBy)
    }

    /// The valid one of a number at a base; nil for none.
    func certificate(numbered number: String, of base: UInt64, _ snapshot: Snapshot) throws -> CertificateRecord? {
        try CertificateRecord.valid(numbered: number, of: base, snapshot)
    }

    /// Whether a certificate says just this.
    func says(_ record: CertificateRecord, _ content: CertificateContent) throws -> Bool {
        var known = record.content
        known.idNumber = try idNumber(of: record)
        return known == content
    }

    /// Whether a certificate is somebody's: issued to them, or entered under their ID number and name.
    func isOwn(_ record: CertificateRecord, of person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        guard record.person == 0 else { return record.person == person }
        guard let owner = try Owner(person, snapshot), owner.isCalled(record.content.name) else { return false }
        let number = try idNumber(of: record)
        return !number.isEmpty && people.idNumberHash(number) == owner.idNumberHash
    }

    func getCertificate(_ request: GetCertificateRequest, _ context: ReadContext) throws -> CertificateReply {
        let record = try CertificateRecord(request.certificate, context.snapshot)
        try context.call.requireAuthority(over: record.base, context.snapshot)
        return CertificateReply(certificate: try message(record, isOwn: false))
    }

    func idNumber(of record: CertificateRecord) throws -> String {
        guard let sealed = record.idNumberSealed else { return "" }
        return String(decoding: try people.decrypt(sealed, "certificate.id_number", record.id), as: UTF8.self)
    }

    /// A certificate for display.
    /// - Parameter isOwn: shows the ID number in full.
    func message(_ record: CertificateRecord, isOwn: Bool) throws -> CertificateEntry {
        var content = record.content
        let number = try idNumber(of: record)
        content.idNumber = isOwn ? number : IdentityNumber.masked(number)
        return CertificateEntry(
            id: record.id, code: record.code, state: record.state, content: content, base: record.base,
            person: record.person, award: record.award, reason: record.reason, replacedBy: record.replacedBy)
    }

    func reply(_ id: UInt64, _ context: WriteContext) throws -> CertificateReply {
        CertificateReply(certificate: try message(CertificateRecord(id, context.transaction), isOwn: false))
    }
}
