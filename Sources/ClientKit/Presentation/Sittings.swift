package import Console
package import Messages

extension Table {
    /// Attempts at written exams.
    package static var sittings: Table {
        Table(
            Column("sitting", Phrase("Sitting", "考试"), .right), Column("offering", Phrase("Class", "期次"), .unshown),
            Column("title", Phrase("Title", "名称")), Column("person", Phrase("Person", "人员"), .unshown),
            Column("number", Phrase("Number", "编号"), .exact), Column("name", Phrase("Name", "姓名")),
            Column("attempt", Phrase("Attempt", "第几次"), .right), Column("state", Phrase("State", "状态")),
            Column("started_ms", Phrase("Began", "开始时间")),
            Column("answered", Phrase("Answered", "已答"), .right),
            Column("value_hundredths", Phrase("Mark", "成绩"), .right), Column("passed", Phrase("Passed", "合格")),
            Column("marked_again", Phrase("Marked again", "已复核"), .unshown),
            Column("complaint", Phrase("Waits", "申诉待处理"), .unshown),
            Column("answer", Phrase("Complaint", "申诉")),
            Column("complaint_reason", Phrase("It says", "申诉理由"), .unshown),
            Column("answer_reason", Phrase("Answer", "答复"), .exact))
    }

    /// The answer to the last complaint.
    private static func answer(to sitting: Sitting) -> Cell {
        if sitting.complaint { return Cell(Phrase("waits", "待处理"), json: .string("")) }
        return sitting.answer.map { Cell($0) } ?? .empty
    }

    package mutating func add(_ sitting: Sitting) {
        let isOpen = sitting.state == .open
        add(
            Cell(sitting.id), Cell(sitting.offering), Cell(sitting.title), Cell(sitting.person), Cell(sitting.number),
            Cell(sitting.name), Cell(sitting.attempt), Cell(sitting.state), Shown.moment(sitting.startedMs),
            Cell(Phrase("\(sitting.answered)/\(sitting.questions)"), json: JSON(sitting.answered)),
            isOpen ? .empty : Shown.score(sitting.valueHundredths), isOpen ? .empty : Shown.flag(sitting.passed),
            Shown.flag(sitting.markedAgain), Shown.flag(sitting.complaint), Self.answer(to: sitting),
            Cell(sitting.complaintReason), Cell(sitting.answerReason))
    }
}
