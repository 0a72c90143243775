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

extension Table.Cell {
    package init(_ kind: LeaveKind) {
        let text =
            switch kind {
            case .unspecified: Phrase("?")
            case .sick: Phrase("sick", "病假")
            case .personal: Phrase("personal", "事假")
            case .parental: Phrase("parental", "产假、陪产假")
            case .marriage: Phrase("marriage", "婚假")
            case .bereavement: Phrase("bereavement", "丧假")
            case .other: Phrase("other", "其他")
            }
        self.init(text, json: .string("\(kind)"))
    }

    package init(_ state: LeaveState) {
        let text =
            switch state {
            case .unspecified: Phrase("?")
            case .waiting: Phrase("waiting", "待审批")
            case .approved: Phrase("approved", "已批准")
            case .rejected: Phrase("rejected", "未批准")
            case .cancelled: Phrase("cancelled", "已取消")
            }
        self.init(text, json: .string("\(state)"))
    }
}
