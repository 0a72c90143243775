/// The text form of one switch: formatting, parsing, and the description of its range.
struct SwitchRule {
    let text: (Policy) -> String
    /// Returns false for a value out of range and leaves the policy unchanged.
    let set: (inout Policy, String) -> Bool
    let range: Phrase

    static let unused = "–"

    static func of(_ policySwitch: SwitchName) -> SwitchRule {
        switch policySwitch {
        case .identityEvidence: choice(\.identityEvidence)
        case .profileSections: choice(\.profileSections)
        case .loginChallenge: choice(\.loginChallenge)
        case .funding: choices(\.funding, empty: nil)
        case .payChannels: choices(\.payChannels, empty: nil)
        case .bookingReview: choice(\.bookingReview)
        case .cancelLimit: count(\.cancelLimit, 0...100)
        case .refunds: choice(\.refunds)
        case .noticeSeconds: count(\.noticeSeconds, 0...3600)
        case .offeringApproval: choice(\.offeringApproval)
        case .leadDays: count(\.leadDays, 0...365)
        case .codePeriodMax: count(\.codePeriodMax, 1...3600, unit: " s")
        case .walkIn: choice(\.walkIn)
        case .attendanceDemand: choice(\.attendanceDemand)
        case .minQuestions: count(\.minQuestions, 0...1000)
        case .examEntry: choice(\.examEntry)
        case .waitDays: count(\.waitDays, 0...365)
        case .resits: resits
        case .skillsRebookings: count(\.skillsRebookings, 0...100)
        case .evaluationGates: choices(\.evaluationGates, empty: "none")
        case .creditEffective: choice(\.creditEffective)
        case .reportDays: count(\.reportDays, 1...365)
        case .certificateDays: count(\.certificateDays, 0...365)
        case .admissionFrom: choice(\.admissionFrom)
        case .multipleChoice: choice(\.multipleChoice)
        case .certificateLevels: choice(\.certificateLevels)
        case .evaluationForm: evaluationForm
        case .completion: choice(\.completion)
        case .scanEvidence: choice(\.scanEvidence)
        case .creditRules:
            SwitchRule(
                \.creditRules,
                range: Phrase(
                    "counts project | courses; national | provincial | city CREDITS an hour; cap CREDITS",
                    "按此格式填写：\(CreditRules.standard.text)（按项目或按课程计；国家级、省级、市级每学时学分；每项目上限）"),
                print: \.text, parse: CreditRules.init(text:))
        }
    }

    private init<Value>(
        _ path: WritableKeyPath<Policy, Value?>, range: Phrase, print: @escaping (Value) -> String,
        parse: @escaping (String) -> Value?
    ) {
        text = { $0[keyPath: path].map(print) ?? Self.unused }
        set = { policy, text in
            if ["-", Self.unused].contains(trimmed(text)) {
                policy[keyPath: path] = nil
                return true
            }
            guard let value = parse(text) else { return false }
            policy[keyPath: path] = value
            return true
        }
        self.range = Phrase("\(range.en) | \(Self.unused)", "\(range.zh)；不使用时填 \(Self.unused)")
    }

    private static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ path: WritableKeyPath<Policy, Value?>
    ) -> SwitchRule {
        SwitchRule(path, range: names(of: Value.self), print: \.rawValue, parse: match)
    }

    /// A list with commas, formatted in the order of the cases.
    private static func choices<Value: RawRepresentable<String> & CaseIterable & Hashable & Sendable>(
        _ path: WritableKeyPath<Policy, Set<Value>?>, empty: String?
    ) -> SwitchRule {
        let (all, none) = (names(of: Value.self), empty.map(PolicyWords.phrase))
        let range = Phrase(
            all.en + (none.map { " | \($0.en)" } ?? "") + ", with commas between",
            all.zh + (none.map { "、\($0.zh)" } ?? "") + "，可用逗号分隔多项")
        return SwitchRule(path, range: range) { chosen in
            let named = Value.allCases.filter(chosen.contains).map(\.rawValue).joined(separator: ", ")
            return named.isEmpty ? empty ?? named : named
        } parse: { text in
            if let empty, folded(text) == folded(empty) { return [] }
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            let values = parts.compactMap { match(String($0)) as Value? }
            return values.count == parts.count && Set(values).count == parts.count ? Set(values) : nil
        }
    }

    private static func count(
        _ path: WritableKeyPath<Policy, Int?>, _ range: ClosedRange<Int>, unit: String = ""
    ) -> SwitchRule {
        let bounds = "\(range.lowerBound)…\(range.upperBound)"
        return SwitchRule(path, range: Phrase(bounds + unit, bounds + (unit.isEmpty ? "" : " 秒"))) {
            "\($0)\(unit)"
        } parse: { text in
            var digits = folded(text)
            if !unit.isEmpty, digits.hasSuffix(folded(unit)) { digits.removeLast(folded(unit).count) }
            return decimal(digits.utf8).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    private static let resitRange = 0...100

    private static var resits: SwitchRule {
        let bounds = "\(resitRange.lowerBound)…\(resitRange.upperBound)"
        return SwitchRule(\.resits, range: Phrase("\(bounds) | unlimited", "\(bounds) 或不限")) { limit in
            switch limit {
            case .times(let times): String(times)
            case .unlimited: "unlimited"
            }
        } parse: { text in
            if folded(text) == "unlimited" { return .unlimited }
            return decimal(folded(text).utf8).flatMap { resitRange.contains($0) ? .times($0) : nil }
        }
    }

    private static var evaluationForm: SwitchRule {
        SwitchRule(
            \.evaluationForm,
            range: Phrase(
                "\(EvaluationForm.questionCounts.upperBound) questions at most, rated 1 to 5, with ; between; "
                    + "before one that is answered in words stands text:",
                "最多 \(EvaluationForm.questionCounts.upperBound) 题，1 至 5 分，题目之间用分号（;）隔开；文字题前加 \(EvaluationForm.textMark)"
            ),
            print: \.text, parse: EvaluationForm.init(text:))
    }

    private static func names<Value: RawRepresentable<String> & CaseIterable & Sendable>(of type: Value.Type) -> Phrase
    {
        let names = type.allCases.map { PolicyWords.phrase($0.rawValue) }
        return Phrase(names.map(\.en).joined(separator: " | "), names.map(\.zh).joined(separator: "、"))
    }

    private static func match<Value: RawRepresentable<String> & CaseIterable & Sendable>(_ text: String) -> Value? {
        Value.allCases.first { folded($0.rawValue) == folded(text) }
    }

    /// Case and white space in an administrator's input do not matter.
    private static func folded(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }
    }
}
