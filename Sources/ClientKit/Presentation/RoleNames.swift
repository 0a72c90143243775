package import Messages

extension Role {
    /// The role on a command line: `base-admin`.
    package var name: String { Self.written("\(self)") }

    /// Converts a protocol name to its form on a command line: `baseAdmin` to `base-admin`.
    package static func written(_ identifier: String) -> String {
        var name = ""
        for character in identifier {
            if character.isUppercase { name += "-" }
            name += character.lowercased()
        }
        return name
    }

    /// Roles that an account can be granted.
    package static var grantable: [Role] {
        allCases.filter { ![.anyone, .person, .terminal, .trainee].contains($0) }
    }
}
