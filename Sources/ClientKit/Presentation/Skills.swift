package import Console
import Domain
package import Messages

extension Table {
    package static var skillsExams: Table {
        Table(
            Column("session", Phrase("Session", "场次"), .right), Column("title", Phrase("Exam", "考核")),
            Column("sign_in_ms", Phrase("Sign-in", "签到"), .exact),
            Column("starts_ms", Phrase("Starts", "开始"), .exact), Column("base_name", Phrase("Base", "考核基地")),
            Column("location", Phrase("Where", "地点")), Column("free", Phrase("Free", "余位"), .right),
            Column("capacity", Phrase("Of", "席位"), .right), Column("state", Phrase("State", "状态")),
            Column("checklist", Phrase("Checklist", "评分表"), .unshown),
            Column("examiners", Phrase("Examiners", "考官"), .unshown))
    }

    package mutating func add(_ exam: SkillsExam) {
        let session = exam.session ?? CourseSession()
        add(
            Cell(session.offering), Cell(session.title), Shown.planned(exam.signInMs, zone: session.timeZone),
            Shown.planned(session.startsMs, zone: session.timeZone), Cell(session.baseName), Cell(session.location),
            Cell(session.capacity - min(session.taken, session.capacity)), Cell(session.capacity), Cell(session.state),
            Cell(Phrase(exam.checklistTitle), json: JSON(exam.checklist)),
            Cell(
                Phrase(exam.examiners.map(\.name).joined(separator: ", ")),
                json: .array(
                    exam.examiners.map {
                        ["person": JSON($0.person), "name": .string($0.name), "has_pin": .bool($0.hasPin)]
                    })))
    }

    /// SKL-5: people's results, with what was earned item by item.
    package static var skillsResults: Table {
        Table(
            Column("session", Phrase("Session", "场次"), .right), Column("title", Phrase("Exam", "考核")),
            Column("starts_ms", Phrase("Starts", "开始"), .exact), Column("base_name", Phrase("Base", "考核基地"), .unshown),
            Column("person", Phrase("Person", "人员"), .unshown), Column("number", Phrase("Number", "编号"), .exact),
            Column("name", Phrase("Name", "姓名")), Column("booking", Phrase("Booking", "预约"), .right),
            Column("booking_state", Phrase("State", "状态")), Column("signed_in", Phrase("Signed in", "已签到")),
            Column("outcome", Phrase("Result", "结果")),
            Column("value_hundredths", Phrase("Points", "得分"), .right),
            Column("failed_steps", Phrase("Failed steps", "未通过的关键步骤")),
            Column("sheets", Phrase("Sheets", "评分"), .unshown))
    }

    package mutating func add(_ result: SkillsResult) {
        let standing = result.sheets.filter(\.stands)
        let failed = standing.flatMap(\.items).filter(\.failed).map(\.text)
        let isScored = [.passed, .failed].contains(result.outcome)
        add(
            Cell(result.offering), Cell(result.title), Shown.planned(result.startsMs, zone: result.timeZone),
            Cell(result.baseName), Cell(result.person), Cell(result.number), Cell(result.name),
            result.booking == 0 ? .empty : Cell(result.booking), Cell(result.bookingState),
            Shown.flag(result.signedIn), Cell(result.outcome),
            isScored ? Shown.score(result.valueHundredths) : .empty,
            Cell(
                Phrase(failed.joined(separator: ", "), failed.joined(separator: "、")),
                json: .array(failed.map { .string($0) })),
            Cell(Phrase("\(result.sheets.count)"), json: .array(result.sheets.map(\.json))))
    }

    /// SKL-3a: sheets of one person side by side, a row for each item.
    package static func sheets(_ sheets: [ScoredSheet]) -> Table {
        var table = Table(
            Column("item", Phrase("Item", "评分项")), Column("points_hundredths", Phrase("Points", "分值"), .right),
            Column("critical", Phrase("Critical", "关键步骤")), Column("earned", Phrase("Earned", "得分")))
        let all = sheets.flatMap { $0.items.map(\.text) }.reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        for text in all {
            let items = sheets.map { sheet in sheet.items.first { $0.text == text } }
            let first = items.compactMap(\.self).first ?? ScoredItem()
            table.add(
                Cell(text), Shown.score(first.pointsHundredths), first.critical ? Shown.flag(true) : .empty,
                Cell(
                    Phrase(
                        items.map { $0?.earned.en ?? "–" }.joined(separator: " | "),
                        items.map { $0?.earned.zh ?? "–" }.joined(separator: " | ")),
                    json: .array(items.map { $0.map(\.json) ?? .null })))
        }
        let sums = sheets.map { sheet in
            (sheet.mark?.actorName ?? "") + " " + hundredths(Int(sheet.mark?.valueHundredths ?? 0))
                + (sheet.stands ? "" : " ×") + (sheet.reason.isEmpty ? "" : ": \(sheet.reason)")
        }
        table.add(
            Cell(Phrase("sum", "合计"), json: .string("sum")), .empty, .empty,
            Cell(Phrase(sums.joined(separator: " | ")), json: .array(sheets.map(\.json))))
        return table
    }
}

extension ScoredItem {
    fileprivate var earned: Phrase {
        let points = hundredths(Int(earnedHundredths))
        return failed ? Phrase("\(points) failed", "\(points) 未通过") : Phrase(points)
    }

    fileprivate var json: JSON {
        [
            "text": .string(text), "points_hundredths": JSON(pointsHundredths), "critical": .bool(critical),
            "earned_hundredths": JSON(earnedHundredths), "failed": .bool(failed),
        ]
    }
}

extension ScoredSheet {
    package var json: JSON {
        [
            "examiner": JSON(mark?.actor ?? 0), "examiner_name": .string(mark?.actorName ?? ""),
            "terminal_name": .string(mark?.terminalName ?? ""), "at_ms": .integer(mark?.atMs ?? 0),
            "value_hundredths": JSON(mark?.valueHundredths ?? 0), "checklist": JSON(checklist),
            "edition": JSON(edition), "pass_mark_hundredths": JSON(passMarkHundredths), "stands": .bool(stands),
            "reason": .string(reason), "items": .array(items.map(\.json)),
        ]
    }
}
