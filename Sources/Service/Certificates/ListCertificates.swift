import Application
import Domain
import Messages
import Storage

extension Certificates {
    /// CRT-2: the certificates of a base, or of a region with all below it. The narrowest filter chooses the range, the others
    /// choose in it.
    func listCertificates(_ request: ListCertificatesRequest, _ context: ReadContext) throws -> ListCertificatesReply {
        var request = request
        request.organisation = try place(request.organisation, context)
        let page = try listPage(request.limit, by: \.id) { limit in
            var (found, last): ([CertificateRecord], UInt64) = ([], before(request.after))
            while found.count < limit {
                let rows = try range(request, before: last, limit, context.snapshot)
                found += rows.filter { $0.content.passes(request) }
                guard rows.count == limit, let end = rows.last?.id else { break }
                last = end
            }
            return found
        }
        return ListCertificatesReply(
            certificates: try page.elements.map { try message($0, isOwn: false) }, next: page.next ?? 0)
    }

    /// The next certificates of the narrowest filter's range.
    private func range(
        _ request: ListCertificatesRequest, before last: UInt64, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [CertificateRecord] {
        let (place, read) = (request.organisation, CertificateRecord.columns.read)
        let number = CertificateNumber.compared(request.number)
        for (text, range) in [
            (number, CertificateRecord.numbered), (request.name, CertificateRecord.named),
            (request.round, CertificateRecord.ofRound), (request.cohort, CertificateRecord.ofCohort),
        ] where !text.isEmpty {
            return try snapshot.all(range, place, text, last, limit, body: read)
        }
        guard request.year == 0 else {
            return try snapshot.all(CertificateRecord.ofYear, place, UInt64(request.year), last, limit, body: read)
        }
        return try snapshot.all(CertificateRecord.ofPlace, place, last, limit, body: read)
    }

    func listOwnCertificates(_ request: MyCertificatesRequest, _ context: ReadContext) throws -> ListCertificatesReply {
        let person = try context.call.person().id
        let owner = try Owner(person, context.snapshot)
        let page = try listPage(request.limit, by: \.id) { limit in
            let issued = try context.snapshot.all(
                CertificateRecord.ofPerson, person, before(request.after), limit, body: CertificateRecord.columns.read)
            guard let owner else { return issued }
            let entered = try entered(owner, before: before(request.after), limit, context.snapshot)
            return (issued + entered).sorted { $0.id > $1.id }
        }
        return ListCertificatesReply(
            certificates: try page.elements.map { try message($0, isOwn: true) }, next: page.next ?? 0)
    }

    /// Those of an ID number and name that were entered before their person had an account.
    private func entered(
        _ owner: Owner, before last: UInt64, _ limit: Int, _ snapshot: Snapshot
    ) throws -> [CertificateRecord] {
        var (found, last): ([CertificateRecord], UInt64) = ([], last)
        while found.count < limit {
            let rows = try snapshot.all(
                CertificateRecord.ofIDNumber, owner.idNumberHash, last, limit, body: CertificateRecord.columns.read)
            found += rows.filter { owner.isCalled($0.content.name) }
            guard rows.count == limit, let end = rows.last?.id else { break }
            last = end
        }
        return found
    }

    /// Returns the place that is asked about; 0 for the platform. Who says none means their own, a base or the region of a
    /// commission.
    private func place(_ organisation: UInt64, _ context: ReadContext) throws -> UInt64 {
        let (call, snapshot) = (context.call, context.snapshot)
        if organisation != 0 {
            try call.requireAuthority(over: organisation, snapshot)
            return organisation
        }
        if call.isPlatformAdministrator { return 0 }
        let own = Set(
            try call.grants.compactMap { try $0.role.reach == .region ? $0.region(snapshot) : $0.organisation })
        guard own.count == 1, let place = own.first else {
            throw Refusal(
                .invalid, field: "organisation", "say of which of your organisations", zh: "请指明是哪个机构")
        }
        return place
    }
}

extension CertificateRecord {
    private static let from: SQL = "FROM certificate_place l JOIN certificate c ON c.id = l.certificate"

    fileprivate static let ofPlace = SQL(
        "SELECT \(columns) \(from) WHERE l.place = ?1 AND l.certificate < ?2 ORDER BY l.certificate DESC LIMIT ?3")

    fileprivate static let named = SQL(
        """
        SELECT \(columns) \(from) WHERE l.place = ?1 AND l.name = ?2 AND l.certificate < ?3
        ORDER BY l.certificate DESC LIMIT ?4
        """)

    fileprivate static let numbered = SQL(
        """
        SELECT \(columns) \(from) WHERE l.place = ?1 AND l.number = ?2 AND l.certificate < ?3
        ORDER BY l.certificate DESC LIMIT ?4
        """)

    fileprivate static let ofCohort = SQL(
        """
        SELECT \(columns) \(from) WHERE l.place = ?1 AND l.cohort = ?2 AND l.certificate < ?3
        ORDER BY l.certificate DESC LIMIT ?4
        """)

    fileprivate static let ofRound = SQL(
        """
        SELECT \(columns) \(from) WHERE l.place = ?1 AND l.round = ?2 AND l.certificate < ?3
        ORDER BY l.certificate DESC LIMIT ?4
        """)

    fileprivate static let ofYear = SQL(
        """
        SELECT \(columns) \(from) WHERE l.place = ?1 AND l.year = ?2 AND l.certificate < ?3
        ORDER BY l.certificate DESC LIMIT ?4
        """)
}

extension CertificateContent {
    /// Whether each filter that is given holds.
    fileprivate func passes(_ request: ListCertificatesRequest) -> Bool {
        for (asked, has) in [
            (CertificateNumber.compared(request.number), CertificateNumber.compared(number)), (request.name, name),
            (request.round, round), (request.cohort, cohort),
        ] where !asked.isEmpty && asked != has {
            return false
        }
        return request.year == 0 || Day(lastDay).civil.year == Int(request.year)
    }
}
