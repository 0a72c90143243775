/// One good row of a roster file.
package struct RosterRow: Equatable, Sendable {
    package let line: Int
    package let number: String
    package let name: String
    package let phone: MobileNumber?
    package let identity: IdentityNumber?
    /// Empty where not given.
    package let unit: String
    package let title: String
    /// As in the file, for the mend file.
    package let cells: [String]
}
