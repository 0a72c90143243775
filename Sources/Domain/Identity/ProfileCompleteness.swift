/// The state of a profile that decides whether somebody may enrol or book.
package struct ProfileCompleteness: Equatable, Sendable {
    /// What is filled in.
    package let present: Set<ProfileField>

    package init(present: Set<ProfileField>) { self.present = present }

    /// Required fields that are empty, in order.
    package func missing(in section: ProfileSection) -> [ProfileField] {
        ProfileField.of(section).filter { $0.isRequired && !present.contains($0) }
    }

    /// ACC-8: what a programme's `profileSections` asks for and is not there; empty when all is.
    /// - Parameters:
    ///   - demand: the programme's; `nil` where it asks for none.
    ///   - isUnitPaid: somebody else pays for this person.
    package func missing(_ demand: ProfileDemand?, isUnitPaid: Bool = false) -> [ProfileField] {
        switch demand {
        case nil, .some(.none): []
        case .allFour: ProfileSection.allCases.flatMap { missing(in: $0) }
        case .basic: missing(in: .basic)
        case .basicUnlessUnitPaid: isUnitPaid ? [] : missing(in: .basic)
        case .walkInFields: Self.walkInFields.filter { !present.contains($0) }
        }
    }

    /// SHX 三: name, ID number, phone, title and unit, as a walk-in types them.
    package static let walkInFields: [ProfileField] = [.name, .idNumber, .phone, .unit, .title]
}

extension ProfileField {
    /// The basic section says what the verified ID number says: the field's value by it, `nil` where it is silent.
    package func said(by number: IdentityNumber) -> String? {
        if self == .sex { return number.sex == .male ? "male" : "female" }
        return self == .birthDate ? number.birthDay.description : nil
    }
}
