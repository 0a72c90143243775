package import Domain

/// ACC-10: what a call did, in both languages. It is written as an English text with values in it; the Chinese one is put together from
/// the words of its literals (``AuditWords``) and the names of its enumerations.
package struct AuditDetail: ExpressibleByStringInterpolation, Equatable, Sendable {
    package private(set) var en: String
    package private(set) var zh: String

    package init(stringLiteral text: String) {
        en = text
        zh = AuditWords.chinese(text)
    }

    package init(stringInterpolation parts: StringInterpolation) { self = parts.detail }

    /// A value that is the same in both languages.
    init(same text: String) { (en, zh) = (text, text) }

    package var isEmpty: Bool { en.isEmpty }

    package static func + (left: AuditDetail, right: AuditDetail) -> AuditDetail {
        var both = left
        both += right
        return both
    }

    package static func += (left: inout AuditDetail, right: AuditDetail) {
        left.en += right.en
        left.zh += right.zh
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var detail = AuditDetail(same: "")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: String) { detail += AuditDetail(stringLiteral: text) }

        package mutating func appendInterpolation(_ text: AuditDetail) { detail += text }

        package mutating func appendInterpolation(_ phrase: Phrase) {
            detail.en += phrase.en
            detail.zh += phrase.zh
        }

        /// English has the protocol's name, as scripts look for it.
        package mutating func appendInterpolation<Value: Named>(_ value: Value) {
            detail.en += "\(value)"
            detail.zh += value.phrase.zh
        }

        package mutating func appendInterpolation<Value: Named>(_ value: Value?) {
            detail.en += value.map { "\($0)" } ?? ""
            detail.zh += value?.phrase.zh ?? ""
        }

        package mutating func appendInterpolation<Value>(_ value: Value) { detail += AuditDetail(same: "\(value)") }
    }
}

extension [AuditDetail] {
    package func joined(separator: AuditDetail) -> AuditDetail {
        var all: AuditDetail = ""
        for (index, part) in enumerated() { all += index == 0 ? part : separator + part }
        return all
    }
}
