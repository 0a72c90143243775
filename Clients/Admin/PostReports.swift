import ClientKit
import Console
import Crypto
import Domain
import Messages

extension Command {
    /// RPF-1: reports of what was held.
    static var postReports: Command {
        Command(
            "reports", Phrase("post-activity reports, for the committee", "执行情况反馈"),
            commands: [
                save, show, list, .dueReports, importAttendance, people, attach, detach, get, submit, supplement,
                delete,
            ])
    }

    private static let offering = Name<OfferingRegister>.positional
    private static let report = Name<PostReportRegister>.positional
    private static let document: Parameter<UInt64> = .argument("DOCUMENT", Phrase("its id", "文件编号"))
    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))

    private static var save: Command {
        let pages = PostReportPageKind.allCases.map { kind in
            (kind, Parameter<String?>.option(Choice(kind).argument, "TEXT", kind.phrase))
        }
        let (overview, teaching, trainees, outcome, remarks) = (
            pages[0].1, pages[1].1, pages[2].1, pages[3].1, pages[4].1
        )
        let textbooks: Parameter<[String]> = .options(
            "textbook", "TITLE", Phrase("a textbook that was used; all of them, once for each", "所用教材，每种一次"))
        return Command(
            "save", Phrase("make the report of a class, or change pages of it", "填写或修改报告"), offering, overview,
            teaching,
            trainees, outcome, remarks, textbooks
        ) { arguments, desk in
            let given = pages.compactMap { kind, page in
                arguments[page].map { PostReportPage(kind: kind, text: $0) }
            }
            try desk.changeReport(
                .postReportsSave,
                SavePostReportRequest(
                    offering: try desk.id(arguments[offering]), pages: given,
                    setsTextbooks: !arguments[textbooks].isEmpty, textbooks: arguments[textbooks]))
            return .ok
        }
    }

    private static var show: Command {
        Command("show", Phrase("a report, and what it lacks", "查看报告及尚缺内容"), report) { arguments, desk in
            try desk.changeReport(.postReportsGet, PostReportRequest(report: try desk.id(arguments[report])))
            return .ok
        }
    }

    private static var list: Command {
        Command(
            "list", Phrase("the reports of a class", "期次的报告"), offering, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            try desk.list(arguments, .postReports, .postReportsList) { after, limit in
                ListPostReportsRequest(offering: id, after: after, limit: limit)
            } rows: { (reply: ListPostReportsReply, table) in
                for report in reply.reports { table.add(report) }
                return (reply.reports.count, reply.next)
            }
            return .ok
        }
    }

    private static var importAttendance: Command {
        Command("import", Phrase("take over who was there", "导入考勤人员"), report) { arguments, desk in
            try desk.changeReport(
                .postReportsImportAttendance, PostReportRequest(report: try desk.id(arguments[report])))
            return .ok
        }
    }

    private static var people: Command {
        Command(
            "people", Phrase("the people of a report", "报告中的人员"), report, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("person", Phrase("Person", "人员"), .right), .init("number", Phrase("Number", "编号"), .exact),
                .init("name", Phrase("Name", "姓名")))
            let id = try desk.id(arguments[report])
            try desk.list(arguments, table, .postReportsListPeople) { after, limit in
                ListPostReportPeopleRequest(report: id, after: after, limit: limit)
            } rows: { (reply: ListPostReportPeopleReply, table) in
                for person in reply.people { table.add(.init(person.person), .init(person.number), .init(person.name)) }
                return (reply.people.count, reply.next)
            }
            return .ok
        }
    }

    private static var attach: Command {
        let kind: Parameter<Choice<PostReportDocumentKind>> = .argument("KIND", Phrase("what it is", "文件类型"))
        let file: Parameter<String> = .argument("FILE", Phrase("a JPEG", "JPEG 图片"))
        return Command("attach", Phrase("add a notice, agenda, photo or exam", "上传通知、日程、照片或试题"), report, kind, file) {
            arguments, desk in
            let bytes = try PrivateFile.readExisting(arguments[file])
            let chunk = 64 << 10
            let items = stride(from: 0, to: bytes.count, by: chunk).map { start in
                PostReportChunk(bytes: Array(bytes[start..<min(start + chunk, bytes.count)]))
            }
            let request = UploadPostReportDocumentRequest(
                report: try desk.id(arguments[report]), kind: arguments[kind].value,
                size: UInt32(clamping: bytes.count),
                digest: Digest.file(bytes))
            let reply: PostReportReply
            do throws(ClientError) {
                reply = try desk.client.upload(
                    .postReportsUploadDocument, request, items: items, sent: { _ in })
            } catch {
                throw error.commandFailure
            }
            try desk.showReport(reply)
            return .ok
        }
    }

    private static var detach: Command {
        Command("detach", Phrase("take a document out", "删除文件"), document) { arguments, desk in
            try desk.changeReport(
                .postReportsRemoveDocument, PostReportDocumentRequest(document: arguments[document]))
            return .ok
        }
    }

    private static var get: Command {
        let out: Parameter<String> = .required("out", "FILE", Phrase("where to", "保存为"))
        return Command("get", Phrase("a document as a file", "下载文件"), document, out) { arguments, desk in
            var bytes: [UInt8] = []
            do throws(ClientError) {
                try desk.client.items(
                    .postReportsGetDocument, PostReportDocumentRequest(document: arguments[document])
                ) { (piece: PostReportChunk) throws(ClientError) in bytes += piece.bytes }
            } catch {
                throw error.commandFailure
            }
            try PrivateFile.write(bytes, to: arguments[out])
            try desk.interaction.show(["file": .string(arguments[out])], text: arguments[out])
            return .ok
        }
    }

    private static var submit: Command {
        Command(
            "submit", Phrase("send it to the committee; it is fixed from then on", "提交报告，提交后不能修改"), report, Asking.yes
        ) { arguments, desk in
            try desk.confirm(
                arguments,
                Phrase(
                    "Send report \(arguments[report].argument) to the committee? It cannot be changed afterwards.",
                    "确定提交报告“\(arguments[report].argument)”吗？提交后不能修改。"))
            try desk.changeReport(.postReportsSubmit, PostReportRequest(report: try desk.id(arguments[report])))
            return .ok
        }
    }

    private static var supplement: Command {
        Command(
            "supplement", Phrase("add those whose credit is pending to an approved report", "补充报告：追加学分待生效人员"), report,
            reason
        ) { arguments, desk in
            try desk.changeReport(
                .postReportsSupplement,
                SupplementPostReportRequest(report: try desk.id(arguments[report]), reason: arguments[reason]))
            return .ok
        }
    }

    private static var delete: Command {
        Command(
            "delete", Phrase("delete one that is not submitted, or was returned", "删除未提交或已退回的报告"), report,
            Asking.yes
        ) { arguments, desk in
            try desk.confirmRemoval(arguments, of: arguments[report].argument)
            let _: DeletePostReportReply = try desk.call(
                .postReportsDelete, PostReportRequest(report: try desk.id(arguments[report])))
            desk.interaction.say(Phrase("deleted", "已删除"))
            return .ok
        }
    }
}
