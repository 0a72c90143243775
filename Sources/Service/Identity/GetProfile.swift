import Application
import Domain
import Messages
import Storage

extension Identities {
    /// ACC-8: returns the caller's four sections, and what a programme requires.
    func getProfile(_ request: GetProfileRequest, _ context: ReadContext) throws -> GetProfileReply {
        let person = try context.call.person().id
        let language = Language(locale: context.call.options.locale)
        var reply = GetProfileReply(
            sections: try ProfileSection.allCases.map {
                try profile($0, of: person, language, context.snapshot)
            })
        if request.programme != 0 {
            guard try context.snapshot.exists(.programmeExists, request.programme) else {
                throw Refusal(.notFound, field: "programme")
            }
            let demand = try programmes.policy(of: request.programme, context.snapshot).profileSections
            let missing = try ProfileRecord(person, context.snapshot).completeness.missing(demand)
            reply.demanded = missing.map(\.rawValue)
        }
        return reply
    }

    /// Returns one section as its owner, and its reviewers, see it.
    func profile(
        _ section: ProfileSection, of person: UInt64, _ language: Language, _ snapshot: Snapshot
    ) throws -> Profile {
        let record = try ProfileRecord(person, snapshot)
        let saved = try savedProfile(section, of: person, snapshot)
        let number = try verifiedNumber(record)
        let fields = try ProfileFieldName.of(section).map { field in
            let said = number.flatMap { field.said(by: $0) }
            let isFixed = field.isFixed || said != nil || (field == .name && number != nil)
            return ProfileField(
                name: field.rawValue,
                value: try said ?? value(of: field, record, snapshot) ?? saved.values[field] ?? "",
                label: field.label.text(in: language), required: field.isRequired, fixed: isFixed)
        }
        return Profile(
            section: section,
            revision: saved.revision, fields: fields,
            missing: record.completeness.missing(in: section).map(\.rawValue))
    }

    func verifiedNumber(_ record: ProfileRecord) throws -> IdentityNumber? {
        guard record.identity.level.reaches(.numberChecked), let sealed = record.identity.numberSealed else {
            return nil
        }
        return try IdentityNumber(people.decryptIDNumber(sealed, of: record.person), today: Day(.max))
    }

    /// Returns a value stored with the person; nil if the section stores it.
    private func value(
        of field: ProfileFieldName, _ record: ProfileRecord, _ snapshot: Snapshot
    ) throws -> String? {
        switch field {
        case .name: record.identity.name
        case .idNumber:
            try record.identity.numberSealed.map {
                IdentityNumber.masked(try people.decryptIDNumber($0, of: record.person))
            }
        case .phone:
            try snapshot.first(.phoneOfPerson, record.person) { $0.bytesOrNil(0) }?
                .map { try people.decryptPhone($0, of: record.person).masked }
        case .unit: record.unit
        case .title: record.title
        case .sex, .birthDate, .ethnicity, .politicalStatus, .address, .postcode, .email, .degree, .school, .major,
            .graduated, .department, .titleSince, .position, .years:
            nil
        }
    }
}
