import Application
import Domain
import Messages
import Storage

extension Certificates {
    /// CRT-2a: a base enters a certificate of somebody who has completed its training, today or years ago.
    func addCertificate(_ request: AddCertificateRequest, _ context: WriteContext) throws -> CertificateReply {
        try context.call.requireAuthority(over: request.base, context.transaction)
        guard let given = request.content else { throw Refusal(.invalid, field: "content") }
        let id = try enter(given, of: request.base, context)
        context.auditDetail = "certificate \(id) at base \(request.base)"
        return try reply(id, context)
    }

    /// Enters one whose base is the caller's.
    func enter(_ given: CertificateContent, of base: UInt64, _ context: WriteContext) throws -> UInt64 {
        let transaction = context.transaction
        let today = ZoneRule.china.day(of: Instant(context.now))
        var content = given
        if content.issuer.isEmpty {
            content.issuer = try transaction.first(.nameOfOrganisation, base) { $0.text(0) } ?? ""
        }
        if content.issuedDay == 0 { content.issuedDay = today.number }
        if content.kind == nil { content.kind = .completion }
        // CRD-2b: credit entered by hand has no certificate.
        guard content.kind != .credit, content.category == nil else {
            throw Refusal(
                .invalid, field: "kind",
                "certificates of credit are issued for awards: rollcall-admin certificates issue OFFERING",
                zh: "学分证书只能依据授予的学分发放：rollcall-admin certificates issue 期次")
        }
        content = try checked(content, today: today)
        let person = try person(of: content, today: today, transaction)
        let id = try store(New(content: content, base: base, person: person), context)
        if person != 0 {
            try notices.notify(person, .certificateReady, subject: id, details: [content.title], context)
        }
        return id
    }

    /// CRT-2d: replaces a certificate by one that says what is right.
    func correctCertificate(_ request: CorrectCertificateRequest, _ context: WriteContext) throws -> CertificateReply {
        let record = try CertificateRecord(request.certificate, context.transaction)
        try context.call.requireAuthority(over: record.base, context.transaction)
        guard let given = request.content else { throw Refusal(.invalid, field: "content") }
        let reason = try checkedTitle(request.reason, field: "reason", limit: CertificateRule.reasonLimit)
        guard record.award == 0 || !given.saysCredit else {
            throw Refusal(
                .invalid, field: "content", "credit, project and days are the award's: reverse it, and award anew",
                zh: "学分、项目和日期以授予记录为准：请撤销后重新授予")
        }
        var content = record.content
        content.idNumber = try idNumber(of: record)
        content.take(given)
        let today = ZoneRule.china.day(of: Instant(context.now))
        content = try checked(content, today: today)
        // The old one ends first, so that the new one may have its number.
        try end(record, .correct, reason: reason, replacedBy: 0, context)
        if record.award != 0, given.number.isEmpty { content.number = "" }
        let id = try store(
            New(content: content, base: record.base, person: record.person, award: record.award), context)
        try context.transaction.execute("UPDATE certificate SET replaced_by = ?2 WHERE id = ?1", record.id, id)
        context.auditDetail = "certificate \(record.id) → \(id): \(reason)"
        return try reply(id, context)
    }

    /// CRT-2d: from now on it verifies as revoked, and no file of it is given out.
    func revokeCertificate(_ request: RevokeCertificateRequest, _ context: WriteContext) throws -> CertificateReply {
        let record = try CertificateRecord(request.certificate, context.transaction)
        try context.call.requireAuthority(over: record.base, context.transaction)
        let reason = try checkedTitle(request.reason, field: "reason", limit: CertificateRule.reasonLimit)
        try end(record, .revoke, reason: reason, replacedBy: 0, context)
        try tellRevoked(record, reason: reason, context)
        context.auditDetail = "certificate \(record.id): \(reason)"
        return try reply(record.id, context)
    }

    /// NOT-2: tells the person of a certificate, if it is anybody's, that it is revoked.
    func tellRevoked(_ record: CertificateRecord, reason: String, _ context: WriteContext) throws {
        guard record.person != 0 else { return }
        try notices.notify(
            record.person, .certificateRevoked, subject: record.id,
            details: [record.content.title, record.content.number, reason], context)
    }

    /// From 1950 on.
    private static let days: ClosedRange<Int32> = -7_305...Int32.max

    private func checked(_ given: CertificateContent, today: Day) throws -> CertificateContent {
        var content = given
        content.name = try PersonName.checked(given.name)
        content.title = try checkedTitle(given.title, field: "title", limit: 200)
        content.issuer = try checkedTitle(given.issuer, field: "issuer", limit: 100)
        try requirePrintable(content.title, field: "title")
        if !given.idNumber.isEmpty { content.idNumber = try IdentityNumber(given.idNumber, today: today).text }
        for (field, path, limit) in [
            ("number", \CertificateContent.number, CertificateNumber.limit),
            ("project_number", \.projectNumber, 64), ("cohort", \.cohort, 64), ("round", \.round, 64),
        ] where !given[keyPath: path].isEmpty {
            content[keyPath: path] = try checkedTitle(given[keyPath: path], field: field, limit: limit)
        }
        guard content.lastDay != 0, [0...0, Self.days].contains(where: { $0.contains(content.firstDay) }),
            Self.days.contains(content.lastDay), content.firstDay <= content.lastDay,
            content.lastDay <= content.issuedDay,
            content.issuedDay <= today.number
        else {
            throw Refusal(
                .invalid, field: "last_day", "the days must follow each other: first, last, day of issue, today",
                zh: "日期须依次为：开始、结束、发证，且不晚于今天")
        }
        if content.firstDay == 0 { content.firstDay = content.lastDay }
        return content
    }

    /// The account's person with this ID number and name; 0 for none.
    private func person(of content: CertificateContent, today: Day, _ snapshot: Snapshot) throws -> UInt64 {
        guard !content.idNumber.isEmpty else { return 0 }
        let number = try IdentityNumber(content.idNumber, today: today)
        guard let person = try snapshot.first(.personByIDNumber, people.idNumberHash(number), body: { $0.id(0) }),
            let name = try snapshot.first(.nameOfPerson, person, body: { $0.text(0) }),
            ComparedName(name) == ComparedName(content.name)
        else { return 0 }
        return person
    }
}

extension CertificateContent {
    /// Whether it says anything that follows from an award.
    fileprivate var saysCredit: Bool {
        creditsTenths != 0 || hoursTenths != 0 || level != nil || category != nil || modality != nil
            || !projectNumber.isEmpty || firstDay != 0 || lastDay != 0
    }

    /// Takes over what another one says.
    fileprivate mutating func take(_ given: CertificateContent) {
        for path in [
            \CertificateContent.name, \.idNumber, \.title, \.projectNumber, \.issuer, \.cohort, \.round, \.number,
        ] where !given[keyPath: path].isEmpty {
            self[keyPath: path] = given[keyPath: path]
        }
        for path in [\CertificateContent.firstDay, \.lastDay, \.issuedDay] where given[keyPath: path] != 0 {
            self[keyPath: path] = given[keyPath: path]
        }
        if given.creditsTenths != 0 { creditsTenths = given.creditsTenths }
        if given.hoursTenths != 0 { hoursTenths = given.hoursTenths }
        modality = given.modality ?? modality
        level = given.level ?? level
        category = given.category ?? category
    }
}
