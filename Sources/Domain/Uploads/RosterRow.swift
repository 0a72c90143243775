/// One row of a roster file.
package struct RosterRow: Equatable, Sendable {
    package let number: String
    package let name: String
    package let phone: MobileNumber?
    package let identity: IdentityNumber?
    /// Empty if not given.
    package let unit: String
    package let title: String

    private static let unitLimit = 200
    private static let titleLimit = 100

    package static let format = SheetFormat<RosterColumn, RosterRow>(
        read: { checker in
            let number = checker.required(.number) { text throws(Refusal) in try RosterNumber.checked(text) }
            let name = checker.required(.name) { text throws(Refusal) in try PersonName.checked(text) }
            let phone = checker.optional(.phone) { text throws(Refusal) in try MobileNumber(text) }
            let identity = checker.identityNumber(.identity)
            let unit = checker.optional(.unit) { text throws(Refusal) in
                try checkedTitle(text, field: "unit", limit: unitLimit)
            }
            let title = checker.optional(.title) { text throws(Refusal) in
                try checkedTitle(text, field: "title", limit: titleLimit)
            }
            guard let number, let name else { return nil }
            return RosterRow(
                number: number, name: name, phone: phone, identity: identity, unit: unit ?? "", title: title ?? "")
        },
        keys: { entry in
            [(.number, entry.number)] + (entry.identity.map { [(.identity, $0.text)] } ?? [])
                + (entry.phone.map { [(.phone, $0.text)] } ?? [])
        })
}
