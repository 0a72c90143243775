import Application
import Domain
import Messages
import Storage

/// The data about an applicant that recruitment needs.
struct Applicant {
    let person: UInt64
    let name: String
    let place: UnitPlace

    /// - Throws: `invalid` (unit) if the person names no registered unit, or it is in no province.
    init(_ person: UInt64, _ recruitment: Recruitment, _ snapshot: Snapshot) throws {
        let name = try snapshot.first(.nameOfPerson, person) { $0.text(0) }
        guard let name else { throw Refusal(.notFound, field: "person") }
        guard let unit = try Self.unit(of: person, snapshot) else {
            throw Refusal(
                .invalid, field: "unit", Phrase("choose your unit in your profile", "请在个人信息中选择所在单位"))
        }
        self.person = person
        self.name = name
        place = UnitPlace(
            unit: unit, county: try recruitment.organisations.region(.county, of: unit, snapshot) ?? 0,
            city: try recruitment.organisations.region(.city, of: unit, snapshot) ?? 0,
            province: try recruitment.organisations.region(.province, of: unit, snapshot) ?? 0)
    }

    /// Returns the unit that has confirmed the person, or the one chosen in the profile.
    private static func unit(of person: UInt64, _ snapshot: Snapshot) throws -> UInt64? {
        try snapshot.first(
            "SELECT unit FROM membership WHERE person = ?1 AND state = ?2 ORDER BY changed_ms DESC LIMIT 1",
            person, MembershipState.confirmed.rawValue
        ) { $0.id(0) }
            ?? snapshot.first(.unitOfProfile, person) { $0.id(0) }
    }
}
