/// The completeness of a profile, which decides whether a person may enrol or book.
package struct ProfileCompleteness: Equatable, Sendable {
    /// The fields that are filled in.
    package let present: Set<ProfileFieldName>

    package init(present: Set<ProfileFieldName>) { self.present = present }

    /// Returns the required fields that are empty, in order.
    package func missing(in section: ProfileSection) -> [ProfileFieldName] {
        ProfileFieldName.of(section).filter { $0.isRequired && !present.contains($0) }
    }

    /// ACC-8: returns the fields that a programme's `profileSections` requires and that are empty.
    /// - Parameters:
    ///   - demand: the programme's switch; nil if it requires none.
    ///   - isUnitPaid: a unit pays for this person.
    package func missing(_ demand: ProfileDemand?, isUnitPaid: Bool = false) -> [ProfileFieldName] {
        switch demand {
        case nil, .some(.none): []
        case .allFour: ProfileSection.allCases.flatMap { missing(in: $0) }
        case .basic: missing(in: .basic)
        case .basicUnlessUnitPaid: isUnitPaid ? [] : missing(in: .basic)
        case .walkInFields: Self.walkInFields.filter { !present.contains($0) }
        }
    }

    /// SHX 三: the fields that a walk-in gives.
    package static let walkInFields: [ProfileFieldName] = [.name, .idNumber, .phone, .unit, .title]
}

extension ProfileFieldName {
    /// Returns the value that the verified ID number implies; nil if it implies none.
    package func said(by number: IdentityNumber) -> String? {
        if self == .sex { return number.sex == .male ? "male" : "female" }
        return self == .birthDate ? number.birthDay.description : nil
    }
}
