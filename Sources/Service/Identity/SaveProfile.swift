import Application
import Domain
import Messages
import Storage
import Wire

extension Identities {
    private static let mostFields = 20

    /// ACC-8: changes a section. Throws for a revision that is not the latest, so that no change is lost.
    func saveProfile(_ request: SaveProfileRequest, _ context: WriteContext) throws -> SaveProfileReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        guard let section = request.section else {
            throw Refusal(.invalid, field: "section")
        }
        var (revision, values) = try savedProfile(section, of: person, transaction)
        guard request.revision == revision else { throw Refusal(.staleContext, field: "revision") }
        let changes = try changes(request.fields, of: section, context)
        let record = try ProfileRecord(person, transaction)
        let number = try verifiedNumber(record)
        for (field, value) in changes {
            if let said = number.flatMap({ field.said(by: $0) }), said != value {
                throw Refusal(
                    .invalid, field: field.rawValue,
                    Phrase("differs from the verified ID number", "与已认证的身份证号不一致"))
            }
            switch field {
            case .name: try rename(record, to: value, context)
            case .unit: try chooseUnit(value, person, context)
            case .title:
                try transaction.execute("UPDATE person SET title = ?2 WHERE id = ?1", person, value)
            case .sex, .birthDate, .ethnicity, .idNumber, .politicalStatus, .phone, .address, .postcode, .email,
                .degree,
                .school, .major, .graduated, .department, .titleSince, .position, .years:
                values[field] = value.isEmpty ? nil : value
            }
        }
        revision += 1
        try store(section, of: person, revision: revision, values, context)
        let fields: [AuditDetail] = changes.map { "\($0.0.label)" }
        context.auditDetail =
            "person \(person), \(section), revision \(revision): \(fields.joined(separator: ", "))"
        let language = Language(locale: context.call.options.locale)
        return SaveProfileReply(section: try profile(section, of: person, language, transaction))
    }

    private func store(
        _ section: ProfileSection, of person: UInt64, revision: UInt32, _ values: [ProfileFieldName: String],
        _ context: WriteContext
    ) throws {
        let kept = values.sorted { $0.key.rawValue < $1.key.rawValue }
        let plain = Profile(fields: kept.map { ProfileField(name: $0.key.rawValue, value: $0.value) })
        try context.transaction.execute(
            """
            INSERT INTO profile_section (person, section, revision, fields_sealed, present, saved_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (person, section)
            DO UPDATE SET revision = ?3, fields_sealed = ?4, present = ?5, saved_ms = ?6
            """, person, section.rawValue, Int(revision),
            people.encrypt(plain.serialized(), Self.column(section), person, context),
            kept.map(\.key.rawValue).joined(separator: ","), context.now)
    }

    private func changes(
        _ fields: [ProfileField], of section: ProfileSection, _ context: WriteContext
    ) throws -> [(ProfileFieldName, String)] {
        guard fields.count <= Self.mostFields else { throw Refusal(.invalid, field: "fields") }
        let today = ZoneRule.china.day(of: Instant(context.now))
        var seen: Set<ProfileFieldName> = []
        return try fields.enumerated().map { index, given in
            guard let field = ProfileFieldName(rawValue: given.name), field.section == section,
                seen.insert(field).inserted
            else {
                throw Refusal(
                    .invalid, field: "fields \(index + 1)",
                    Phrase("no field of this section, or given twice", "不是本部分的字段或重复填写"))
            }
            return (field, try field.checked(given.value, today: today))
        }
    }

    /// Changes the name; throws for one that was verified or is on a roster, which only a reviewer may change.
    private func rename(_ record: ProfileRecord, to name: String, _ context: WriteContext) throws {
        guard name != record.identity.name else { return }
        guard !name.isEmpty else {
            throw Refusal(.invalid, field: "name", Phrase("must not be empty", "不能为空"))
        }
        guard !record.identity.level.reaches(.numberChecked) else {
            throw Refusal(.wrongState, field: "name", IdentityRecord.isFixed)
        }
        if try !record.identity.name.isEmpty && isOnRosters(record.person, context.transaction) {
            throw Refusal(
                .wrongState, field: "name",
                "a roster knows another name; verify your identity with the right one: rollcall verify --name NAME",
                zh: "与名单登记姓名不一致；请以正确姓名实名认证：rollcall verify --name 姓名")
        }
        try context.transaction.execute(.setIdentity, record.person, name, IdentityLevel.declared.rawValue)
    }

    /// Stores the unit: an organisation's id, or a name if it is not registered.
    private func chooseUnit(_ value: String, _ person: UInt64, _ context: WriteContext) throws {
        let transaction = context.transaction
        var name = value
        try transaction.execute(.deleteUnitOfProfile, person)
        if let id = UInt64(value) {
            let found = try transaction.first(
                .nameOfOpenOrganisation, id,
                OrganisationKind.unit.rawValue
            ) { $0.text(0) }
            guard let found else {
                throw Refusal(.notFound, field: "unit", Phrase("no such unit", "没有此单位"))
            }
            name = found
            try transaction.execute("INSERT INTO profile_unit (person, organisation) VALUES (?1, ?2)", person, id)
        }
        try transaction.execute("UPDATE person SET unit = ?2 WHERE id = ?1", person, name)
    }
}
