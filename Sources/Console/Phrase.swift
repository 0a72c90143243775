/// One thing to say, in both languages.
package struct Phrase: Sendable, Equatable {
    package let en: String
    package let zh: String

    package init(_ en: String, _ zh: String) {
        self.en = en
        self.zh = zh
    }

    /// A name that is the same in every language.
    package init(_ same: String) { self.init(same, same) }

    package func text(_ language: Language) -> String {
        switch language {
        case .en: en
        case .zh: zh
        }
    }
}

/// Looks up an environment variable.
package typealias Environment = @Sendable (String) -> String?

/// The languages of the programs.
package enum Language: String, Sendable, CaseIterable {
    case en
    case zh

    /// The language of an environment: `LC_ALL`, else `LC_MESSAGES`, else `LANG`; English unless that is Chinese.
    package static func of(_ environment: Environment) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment($0) }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .zh : .en
    }
}
