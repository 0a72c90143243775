/// NOT-1: the public support contact of a programme: a service line, not a person's phone.
package struct SupportLine: Equatable, Sendable {
    package static let hoursLimit = 100

    package let phone: String
    /// The service hours in words; may be empty.
    package let hours: String

    package init(phone: String, hours: String) throws(Refusal) {
        self.phone = try checkedServicePhone(phone)
        self.hours = trimmed(hours).isEmpty ? "" : try checkedTitle(hours, field: "hours", limit: Self.hoursLimit)
    }
}
