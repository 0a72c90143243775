package import Console
import Domain
package import Messages
package import Wire

extension Desk {
    package func changeReport(_ method: Method, _ request: some Message) throws {
        try showReport(try call(method, request))
    }

    package func showReport(_ reply: PostReportReply) throws {
        guard let report = reply.report else { throw ClientError.badReply(.postReportsGet).commandFailure }
        var table = Table.postReports
        table.add(report)
        try interaction.show(table)
        guard !interaction.isJSON else { return }
        for page in report.pages {
            let name = page.kind?.phrase ?? Phrase("")
            interaction.say(Phrase("\(name.en): \(page.text)", "\(name.zh)：\(page.text)"))
        }
        if !report.textbooks.isEmpty {
            interaction.say(
                Phrase(
                    "textbooks: \(report.textbooks.joined(separator: ", "))",
                    "教材：\(report.textbooks.joined(separator: "、"))"))
        }
        for document in report.documents {
            let name = document.kind?.phrase ?? Phrase("")
            interaction.say(
                Phrase(
                    "document \(document.id), \(name.en), \(document.size) bytes",
                    "文件 \(document.id)，\(name.zh)，\(document.size) 字节"))
        }
        if !report.lacking.isEmpty {
            interaction.say(
                Phrase(
                    "it lacks \(report.lacking.joined(separator: ", "))", "尚缺：\(report.lacking.joined(separator: "、"))")
            )
        }
    }
}

extension Table {
    package static var postReports: Table {
        Table(
            .init("report", Phrase("Report", "报告"), .right), .init("offering", Phrase("Class", "期次"), .unshown),
            .init("title", Phrase("Title", "名称")), .init("state", Phrase("State", "状态")),
            .init("supplements", Phrase("Supplements", "补充于"), .unshown),
            .init("due_day", Phrase("Due", "截止日期")), .init("submitted_ms", Phrase("Submitted", "提交时间")),
            .init("late", Phrase("Late", "逾期")), .init("people", Phrase("People", "人数"), .right),
            .init("reason", Phrase("Reason", "原因")), .init("textbooks", Phrase("Textbooks", "教材"), .unshown),
            .init("pages", Phrase("Pages", "内容"), .unshown), .init("documents", Phrase("Documents", "文件"), .unshown),
            .init("lacking", Phrase("Lacking", "尚缺"), .unshown))
    }

    package mutating func add(_ report: PostReport) {
        add(
            .init(report.id), .init(report.offering), .init(report.title), .init(report.state),
            .init(report.supplements), Shown.day(report.dueDay), Shown.moment(report.submittedMs),
            Shown.flag(report.late), .init(report.people), .init(report.reason),
            .init(Phrase(""), json: .array(report.textbooks.map(JSON.string))),
            .init(
                Phrase(""),
                json: .array(report.pages.map { ["kind": JSON($0.kind), "text": .string($0.text)] })),
            .init(
                Phrase(""),
                json: .array(
                    report.documents.map { ["document": JSON($0.id), "kind": JSON($0.kind), "size": JSON($0.size)] })),
            .init(Phrase(""), json: .array(report.lacking.map(JSON.string))))
    }
}
