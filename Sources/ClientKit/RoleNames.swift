package import Messages

extension Role {
    /// As it is written on a command line: `base-admin`.
    package var name: String { Self.written("\(self)") }

    /// A name of the protocol as it is written on a command line: `baseAdmin` is `base-admin`.
    package static func written(_ identifier: String) -> String {
        var name = ""
        for character in identifier {
            if character.isUppercase { name += "-" }
            name += character.lowercased()
        }
        return name
    }

    /// Roles an account can be given.
    package static var grantable: [Role] {
        allCases.filter { ![.unspecified, .anyone, .person, .terminal, .trainee].contains($0) }
    }
}
