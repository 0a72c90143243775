package import Console
package import Messages

extension Table {
    /// LEV-1: one row per leave.
    package static var leave: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("person", Phrase("Who", "姓名")),
            .init("kind", Phrase("Kind", "类型")), .init("from_day", Phrase("From", "开始")),
            .init("to_day", Phrase("To", "结束")), .init("state", Phrase("State", "状态")),
            .init("base", Phrase("Base", "基地")), .init("reason", Phrase("Reason", "原因")),
            .init("decision_reason", Phrase("Answer", "审批意见")))
    }

    package mutating func add(_ leave: Leave) {
        add(
            .init(leave.id), .init(leave.personName), .init(leave.kind), Shown.day(leave.fromDay),
            Shown.day(leave.toDay), .init(leave.state), .init(leave.baseName), .init(leave.reason),
            .init(leave.decisionReason))
    }
}
