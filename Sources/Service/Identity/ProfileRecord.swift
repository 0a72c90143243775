import Application
import Domain
import Messages
import Storage
import Wire

/// A person's profile as stored, including the columns of the person's own row.
struct ProfileRecord {
    let person: UInt64
    let identity: IdentityRecord
    let hasPhone: Bool
    let unit: String
    let title: String
    private let saved: Set<ProfileFieldName>

    /// Reads which fields are present; needs no key.
    init(_ person: UInt64, _ snapshot: Snapshot) throws {
        self.person = person
        identity = try IdentityRecord(person, snapshot)
        let row = try snapshot.first("SELECT phone_hash, unit, title FROM person WHERE id = ?1", person) {
            (hasPhone: !$0.isNull(0), unit: $0.text(1), title: $0.text(2))
        }
        (hasPhone, unit, title) = (row?.hasPhone ?? false, row?.unit ?? "", row?.title ?? "")
        let present = try snapshot.all("SELECT present FROM profile_section WHERE person = ?1 ORDER BY section", person)
        {
            $0.text(0)
        }
        saved = Set(
            present.flatMap { $0.split(separator: ",") }.compactMap { ProfileFieldName(rawValue: String($0)) })
    }

    var completeness: ProfileCompleteness {
        var present = saved
        if !identity.name.isEmpty { present.insert(.name) }
        if hasPhone { present.insert(.phone) }
        if !unit.isEmpty { present.insert(.unit) }
        if !title.isEmpty { present.insert(.title) }
        if identity.numberHash != nil { present.insert(.idNumber) }
        if identity.level.reaches(.numberChecked) { present.formUnion([.sex, .birthDate]) }
        return ProfileCompleteness(present: present)
    }
}

extension Identities {
    /// ACC-8: returns the fields that a programme's `profileSections` requires and that are empty, by section; empty if
    /// the person may enrol or book.
    func profileMissing(
        _ person: UInt64, _ demand: ProfileDemand?, isUnitPaid: Bool = false, _ snapshot: Snapshot
    ) throws -> [ProfileSection: [ProfileFieldName]] {
        let missing = try ProfileRecord(person, snapshot).completeness.missing(demand, isUnitPaid: isUnitPaid)
        return Dictionary(grouping: missing, by: \.section)
    }

    /// Returns a saved section: its revision, and its values by field.
    func savedProfile(
        _ section: ProfileSection, of person: UInt64, _ snapshot: Snapshot
    ) throws -> (revision: UInt32, values: [ProfileFieldName: String]) {
        let row = try snapshot.first(
            "SELECT revision, fields_sealed FROM profile_section WHERE person = ?1 AND section = ?2", person,
            section.rawValue
        ) { (revision: UInt32($0.int(0)), sealed: $0.bytes(1)) }
        guard let row else { return (0, [:]) }
        let kept = try Profile(serialized: people.decrypt(row.sealed, Self.column(section), person))
        let values = kept.fields.compactMap { field in
            ProfileFieldName(rawValue: field.name).map { ($0, field.value) }
        }
        return (row.revision, Dictionary(values) { $1 })
    }

    static func column(_ section: ProfileSection) -> String { "profile_section.\(section)" }
}
