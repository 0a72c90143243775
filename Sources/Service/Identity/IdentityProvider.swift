import Application
package import Domain

/// ACC-3b: who can tell whether a name and an ID number belong together. May take its time: it is asked outside loops and
/// transactions. A server without one leaves what the number alone does not prove to its identity reviewers.
package struct IdentityProvider: Sendable {
    /// Never throws: who cannot be reached answers `unknown`, and a reviewer decides.
    package let check: @Sendable (_ name: String, _ number: IdentityNumber) -> ProviderAnswer

    package init(check: @escaping @Sendable (_ name: String, _ number: IdentityNumber) -> ProviderAnswer) {
        self.check = check
    }
}
