/// ATT-6: what somebody who is on no roster says of themselves.
package struct WalkInDetails: Equatable, Sendable {
    package let name: String
    package let identity: IdentityNumber
    package let phone: MobileNumber
    package let title: String
    package let unit: String

    private static let titleLimit = 100
    private static let unitLimit = 200

    /// - Parameter today: the upper bound of birth dates.
    /// - Throws: `invalid` for the field at fault; all five are needed.
    package init(
        name: String, idNumber: String, phone: String, title: String, unit: String, today: Day
    ) throws(Refusal) {
        self.name = try PersonName.checked(name)
        identity = try IdentityNumber(idNumber, today: today)
        self.phone = try MobileNumber(phone)
        self.title = try checkedTitle(title, field: "title", limit: Self.titleLimit)
        self.unit = try checkedTitle(unit, field: "unit", limit: Self.unitLimit)
    }
}
