import Console
package import Domain

/// A policy in the words of both languages; POL-1 has the English.
package enum PolicyNames {
    /// Returns the switch that a person names in either language; the text itself if there is none.
    package static func policySwitch(_ text: String) -> String {
        SwitchName.allCases.first { $0.phrase.zh == text }?.name ?? text
    }

    /// Returns a value in the words of POL-1, whichever language it is in.
    package static func value(_ text: String) -> String {
        let parts = text.split { "、，".contains($0) }.map(String.init)
        let known = parts.map { part in PolicyWords.chinese.first { $0.value == part }?.key ?? part }
        return known.joined(separator: ", ")
    }

    /// Returns a value of POL-1 in both languages; numbers are the same in both.
    package static func phrase(value: String) -> Phrase {
        if let whole = PolicyWords.chinese[value] { return Phrase(value, whole) }
        if value.hasPrefix("counts "), let rules = CreditRules(text: value) { return Phrase(value, chinese(rules)) }
        if value.contains(where: { ";/".contains($0) }), let form = EvaluationForm(text: value) {
            return Phrase(value, form.questions.map(Self.chinese).joined(separator: "；"))
        }
        if let seconds = value.wholeMatch(of: /(\d+) s/) { return Phrase(value, "\(seconds.output.1) 秒") }
        return PolicyWords.phrase(value)
    }

    private static func chinese(_ rules: CreditRules) -> String {
        let counting =
            switch rules.counting {
            case .project: "按项目计"
            case .courses: "按课程计"
            }
        let rates = [ProjectLevel.national, .provincial, .city].map { level in
            "\(level.phrase.zh)每学时 \(rules.rates[level] ?? .zero)"
        }
        return ([counting] + rates + ["每项目上限 \(rules.cap)"]).joined(separator: "；")
    }

    private static func chinese(_ question: EvaluationForm.Question) -> String {
        (question.kind == .text ? "文字：" : "") + question.text.zh
    }
}
