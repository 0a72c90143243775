/// Looks up an environment variable.
package typealias Environment = @Sendable (String) -> String?

extension Language {
    /// The language of an environment: `LC_ALL`, else `LC_MESSAGES`, else `LANG`; English unless that is Chinese.
    static func of(_ environment: Environment) -> Language {
        Language(locale: ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment($0) }.first { !$0.isEmpty } ?? "")
    }
}
