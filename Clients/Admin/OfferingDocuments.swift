import ClientKit
import Console
import Messages

extension Command {
    /// PRJ-4: the documents of an offering, which the committee reviews with it.
    static var offeringDocuments: Command {
        Command(
            "documents", Phrase("notice, agenda and supervision statement of an offering", "会议通知、日程与监管说明"),
            commands: [add, list, save, remove])
    }

    private static let offering = Name<OfferingRegister>.positional
    private static let document: Parameter<UInt64> = .argument(
        "DOCUMENT", Phrase("its id, as documents list shows it", "文件编号"))

    private static var add: Command {
        let kind: Parameter<Choice<OfferingDocumentKind>> = .argument("KIND", Phrase("which one", "文件类型"))
        let file: Parameter<String> = .argument("FILE", Phrase("a JPEG picture of at most 5 MiB", "JPEG 图片，最大 5 MiB"))
        let reason: Parameter<String> = .option(
            "reason", "TEXT", Phrase("why another one; of an approved offering", "更换原因，用于已批准的期次"), default: "")
        return Command(
            "add", Phrase("add one, or put another in its place", "上传或替换文件"), offering, kind, file, reason
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let reply: UploadDocumentReply = try desk.send(
                arguments[file], .projectsUploadDocument, piece: { DocumentChunk(bytes: $0) }
            ) {
                UploadDocumentRequest(
                    offering: id, kind: arguments[kind].value, size: $0, digest: $1, reason: arguments[reason])
            }
            var table = Table.offeringDocuments
            if let document = reply.document { table.add(document) }
            try desk.interaction.show(table)
            if let change = reply.proposed {
                desk.interaction.say(
                    Phrase(
                        "change \(change.id) waits for approval; until then the former one holds",
                        "变更 \(change.id) 待审核，批准前仍以原文件为准"))
            }
            return .ok
        }
    }

    private static var list: Command {
        Command(
            "list", Phrase("those that hold, and those before them", "现行文件与历史文件"), offering, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            try desk.list(arguments, .offeringDocuments, .projectsListDocuments) { after, limit in
                ListDocumentsRequest(offering: id, after: after, limit: limit)
            } rows: { (reply: ListDocumentsReply, table) in
                for document in reply.documents { table.add(document) }
                return (reply.documents.count, reply.next)
            }
            return .ok
        }
    }

    private static var save: Command {
        let out: Parameter<String> = .required("out", "FILE", Phrase("write it here", "保存到此文件"))
        return Command("save", Phrase("look at one", "下载文件"), document, out) { arguments, desk in
            try desk.fetch(
                .projectsGetDocument, GetDocumentRequest(document: arguments[document]), to: arguments[out]
            ) { (piece: DocumentChunk) in piece.bytes }
        }
    }

    private static var remove: Command {
        Command(
            "remove", Phrase("take one out that waits for nobody", "移除未提交的文件"), document, Asking.yes
        ) { arguments, desk in
            try desk.confirmRemoval(arguments, of: "\(arguments[document])")
            let _: RemoveDocumentReply = try desk.call(
                .projectsRemoveDocument, RemoveDocumentRequest(document: arguments[document]))
            desk.interaction.say(Phrase("removed", "已移除"))
            return .ok
        }
    }
}

extension Table {
    fileprivate static var offeringDocuments: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("kind", Phrase("Document", "文件")),
            .init("holds", Phrase("Holds", "现行")), .init("uploaded_ms", Phrase("Uploaded", "上传时间")),
            .init("size", Phrase("Bytes", "字节数"), .right), .init("width", Phrase("Width", "宽"), .right),
            .init("height", Phrase("Height", "高"), .right))
    }

    fileprivate mutating func add(_ document: OfferingDocument) {
        add(
            .init(document.id), .init(document.kind), Shown.flag(document.holds), Shown.moment(document.uploadedMs),
            .init(document.size), .init(document.width), .init(document.height))
    }
}
