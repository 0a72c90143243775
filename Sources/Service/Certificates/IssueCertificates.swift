import Application
import Domain
import Messages
import Storage
import TimeZones

extension Certificates {
    /// CRT-1: issues certificates of an offering's awards; one that was issued is told again, one that was revoked is issued anew for
    /// an award that is named.
    func issueCertificates(
        _ request: IssueCertificatesRequest, _ context: WriteContext
    ) throws -> IssueCertificatesReply {
        let offering = try OfferingRecord(request.offering, context.transaction)
        try context.call.requireAuthority(over: offering, context.transaction)
        guard try programmes.policy(of: offering.programme, context.transaction).certificateDays != nil else {
            throw CertificateRule.issuesNone(field: "offering")
        }
        guard request.awards.isEmpty else {
            return try issue(request.awards, isOwn: false, isAnew: true, context) { $0.offering == offering.id }
        }
        let page = try listPage(0, by: \.self) { limit in
            try context.transaction.all(
                """
                SELECT id FROM award WHERE offering = ?1 AND state IN (?2, ?3) AND id > ?4 ORDER BY id LIMIT ?5
                """, offering.id, AwardState.effective.rawValue, AwardState.pending.rawValue, request.after, limit
            ) { $0.id(0) }
        }
        guard !page.elements.isEmpty else { return IssueCertificatesReply() }
        var reply = try issue(page.elements, isOwn: false, isAnew: false, context) { $0.offering == offering.id }
        reply.next = page.next ?? 0
        return reply
    }

    /// CRT-1, CRT-2: a trainee takes the certificates of some of their awards.
    func issueOwnCertificates(_ request: IssueOwnRequest, _ context: WriteContext) throws -> IssueCertificatesReply {
        let person = try context.call.person().id
        guard request.awards.count <= 100 else { throw Refusal(.invalid, field: "awards") }
        return try issue(request.awards, isOwn: true, isAnew: false, context) { $0.person == person }
    }

    private func issue(
        _ awards: [UInt64], isOwn: Bool, isAnew: Bool, _ context: WriteContext, where isCovered: (AwardRow) -> Bool
    ) throws -> IssueCertificatesReply {
        let outcomes = try context.each(awards, field: "awards") { award in
            let row = try self.award(award, context.transaction)
            guard let row, isCovered(row) else { throw Refusal(.notFound, field: "award") }
            if !isAnew { try requireNotRevoked(award, context.transaction) }
            let id = try issue(award, row, tells: !isOwn, context)
            return (id, "certificate \(id)")
        }
        return IssueCertificatesReply(
            outcomes: try outcomes.map { outcome in
                switch outcome.result {
                case .done(let id):
                    IssuedCertificate(
                        award: outcome.id,
                        certificate: try message(CertificateRecord(id, context.transaction), isOwn: isOwn))
                case .refused(let failure): IssuedCertificate(award: outcome.id, failure: failure)
                }
            })
    }

    /// Refuses where the award's last certificate was revoked: that does not come back by asking for it.
    private func requireNotRevoked(_ award: UInt64, _ snapshot: Snapshot) throws {
        let last = try snapshot.first(
            "SELECT state, reason FROM certificate WHERE award = ?1 ORDER BY id DESC LIMIT 1", award
        ) { (state: try $0.enumeration(0, CertificateState.self), reason: $0.text(1)) }
        guard let last, last.state == .revoked else { return }
        throw Refusal(
            .wrongState, field: "award",
            "its certificate was revoked (\(last.reason)); the base issues a new one by naming the award",
            zh: "其证书已撤销（\(last.reason)）；如需重新发放，请由基地指定该授予记录")
    }

    private func issue(
        _ award: UInt64, _ row: AwardRow, tells: Bool, _ context: WriteContext
    ) throws -> UInt64 {
        let transaction = context.transaction
        if let known = try CertificateRecord.valid(ofAward: award, transaction) { return known.id }
        let offering = try OfferingRecord(row.offering, transaction)
        let zone = TimeZones.rule(named: offering.timeZone) ?? .china
        let today = zone.day(of: Instant(context.now))
        let days = offering.dates.map(\.day)
        guard let first = days.min(), let last = days.max() else { throw Refusal(.wrongState, field: "award") }
        let policy = try programmes.policy(of: offering.programme, transaction)
        try CertificateRule.check(
            .init(state: row.state, level: row.level, lastDay: last), days: policy.certificateDays,
            provincialOnly: policy.certificateLevels == .provincial, today: today)
        let content = CertificateContent(
            kind: .credit, name: row.name,
            idNumber: try row.idNumberSealed.map { try people.decryptIDNumber($0, of: row.person) } ?? "",
            title: row.title, projectNumber: row.projectNumber, level: row.level, category: row.category,
            creditsTenths: row.credits, hoursTenths: row.hours, firstDay: first.number, lastDay: last.number,
            modality: offering.modality,
            issuer: try transaction.first(.nameOfOrganisation, offering.owner) { $0.text(0) } ?? "",
            issuedDay: today.number)
        let id = try store(
            New(content: content, base: offering.base, person: row.person, award: award), context)
        if tells { try notices.notify(row.person, .certificateReady, subject: id, details: [row.title], context) }
        return id
    }

    /// An award with what its certificate says of it.
    private struct AwardRow {
        let person: UInt64
        let offering: UInt64
        let state: AwardState
        let category: CreditCategory
        let credits: UInt32
        let hours: UInt32
        let name: String
        let idNumberSealed: [UInt8]?
        let title: String
        let projectNumber: String
        let level: ProjectLevel
    }

    private func award(_ id: UInt64, _ snapshot: Snapshot) throws -> AwardRow? {
        try snapshot.first(
            """
            SELECT a.person, a.offering, a.state, a.category, a.credits_tenths, a.hours_tenths, p.name,
            p.id_number_sealed, j.name, j.number, j.level FROM award a JOIN person p ON p.id = a.person
            JOIN offering o ON o.id = a.offering JOIN project j ON j.id = o.project WHERE a.id = ?1
            """, id
        ) { row in
            AwardRow(
                person: row.id(0), offering: row.id(1), state: try row.enumeration(2, AwardState.self),
                category: try row.enumeration(3, CreditCategory.self), credits: row.uint32(4), hours: row.uint32(5),
                name: row.text(6), idNumberSealed: row.bytesOrNil(7), title: row.text(8), projectNumber: row.text(9),
                level: try row.enumeration(10, ProjectLevel.self))
        }
    }

    /// CRD-2c: revokes the valid certificate of an award that is reversed.
    func revokeCertificate(ofAward award: UInt64, reason: String, _ context: WriteContext) throws {
        guard let record = try CertificateRecord.valid(ofAward: award, context.transaction) else { return }
        try end(record, .revoke, reason: reason, replacedBy: 0, context)
        try tellRevoked(record, reason: reason, context)
    }
}
