import ClientKit
import Console
import Messages

/// A value of one of the protocol's enumerations, by its name in lower case: `base-category`.
struct Choice<Value: CaseIterable & RawRepresentable & Sendable>: ArgumentValue where Value.RawValue == Int32 {
    let value: Value

    init(_ value: Value) { self.value = value }

    init?(argument: String) {
        guard let found = Self.values.first(where: { $0.written == argument }) else { return nil }
        value = found
    }

    private static var values: [Value] { Value.allCases.filter { $0.rawValue != 0 } }
    static var choices: [String] { values.map(\.written) }
    static var expectation: Phrase {
        Phrase("one of \(choices.joined(separator: ", "))", "\(choices.joined(separator: "、"))之一")
    }
    var argument: String { value.written }
}

extension RawRepresentable {
    fileprivate var written: String { Role.written("\(self)") }
}

/// `base-admin@17`, `platform-admin`: a role and the organisation it is limited to.
struct GrantSpec: ArgumentValue {
    let role: Role
    let organisation: UInt64

    init?(argument: String) {
        let parts = argument.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let role = Role.grantable.first(where: { $0.name == parts[0] }) else { return nil }
        self.role = role
        guard parts.count == 2 else {
            organisation = 0
            return
        }
        guard let organisation = UInt64(parts[1]), organisation > 0 else { return nil }
        self.organisation = organisation
    }
    static var expectation: Phrase {
        let names = Role.grantable.map(\.name)
        return Phrase(
            "a role, with @ORGANISATION unless for the whole platform (\(names.joined(separator: ", ")))",
            "角色，可加 @机构编号（\(names.joined(separator: "、"))）")
    }
    var argument: String { organisation == 0 ? role.name : "\(role.name)@\(organisation)" }
}
