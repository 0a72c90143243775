/// A text in both languages.
package struct Phrase: Hashable, Sendable, CustomStringConvertible {
    package let en: String
    package let zh: String

    package init(_ en: String, _ zh: String) {
        self.en = en
        self.zh = zh
    }

    /// A text that is the same in every language: a name, a number.
    package init(_ same: String) { self.init(same, same) }

    /// Two sentences as one.
    package func followed(by other: Phrase) -> Phrase { Phrase("\(en); \(other.en)", "\(zh)；\(other.zh)") }

    package func text(in language: Language) -> String {
        switch language {
        case .en: en
        case .zh: zh
        }
    }

    /// The English text, for logs.
    package var description: String { en }
}

/// The languages of every text for people; raw values as in options and locales.
package enum Language: String, Sendable, CaseIterable {
    case en
    case zh

    /// From a locale such as `zh`, `zh-CN` or `en`; English for every other.
    package init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .zh : .en
    }
}
