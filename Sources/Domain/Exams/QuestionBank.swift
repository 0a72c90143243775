/// The limits of a question bank.
package enum QuestionBank {
    /// The most questions of one bank; what lists of it cost is bounded by this.
    package static let limit = 2000

    /// ATT-3: throws `wrongState` while fewer are enabled than are needed before a venue's code is shown.
    package static func requireEnough(enabled: Int, needed: Int) throws(Refusal) {
        guard enabled < needed else { return }
        let lacking = needed - enabled
        throw Refusal(
            .wrongState, field: "questions",
            "\(lacking) more of its questions must be enabled before the code is shown: \(enabled) of \(needed) are",
            zh: "须再启用 \(lacking) 道试题才能展示签到码：已启用 \(enabled) 道，至少 \(needed) 道")
    }

    /// Throws `wrongState` where the exam of an offering would ask more questions than a paper may have.
    package static func requireAskable(enabled: Int, isOfOffering: Bool) throws(Refusal) {
        guard isOfOffering, enabled > PaperEdition.limit else { return }
        throw Refusal(
            .wrongState, field: "questions", "an exam asks at most \(PaperEdition.limit) questions",
            zh: "考试最多 \(PaperEdition.limit) 道试题")
    }

    /// ATT-10b: from the first day of a class until its end, no fewer stay enabled than are needed.
    /// - Parameters:
    ///   - enabled: those that would stay.
    ///   - lesson: from midnight of its first activity date to the end of its last window.
    package static func requireKept(
        enabled: Int, needed: Int, now: Instant, lesson: Range<Instant>, zone: ZoneRule
    ) throws(Refusal) {
        guard enabled < needed, lesson.contains(now) else { return }
        let end = zone.clock(lesson.upperBound)
        throw Refusal(
            .wrongState, field: "questions",
            "\(needed) questions stay enabled until the class has ended, at \(end); \(enabled) would be left",
            zh: "培训班结束（\(end)）前至少须启用 \(needed) 道试题，此操作后仅剩 \(enabled) 道")
    }
}
