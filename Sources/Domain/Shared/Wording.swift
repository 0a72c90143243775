/// A sentence in the product's languages.
package struct Wording: Hashable, Sendable, CustomStringConvertible {
    package let english: String
    package let chinese: String

    package init(_ english: String, zh chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    package func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    package var description: String { english }
}

package enum Language: Sendable, CaseIterable {
    case english
    case chinese

    /// Takes a locale such as `zh`, `zh-CN` or `en`; any other means English.
    package init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}
