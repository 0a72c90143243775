/// A sentence in the languages the product speaks.
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

    /// From a locale such as `zh`, `zh-CN` or `en`; everything else reads English.
    package init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}
