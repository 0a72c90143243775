import ClientKit
import Console
import Crypto
import Messages

extension Command {
    /// BAT-1, BAT-3.
    static var roster: Command {
        Command("roster", Phrase("who takes part in an offering", "期次名单"), commands: [template, upload, list])
    }

    private static let offering: Parameter<UInt64> = .argument("OFFERING", Phrase("its id", "期次编号"))

    private static var template: Command {
        let out: Parameter<String?> = .option("out", "FILE", Phrase("where to; else its own name", "保存为，默认用模板文件名"))
        return Command("template", Phrase("the file to fill in", "下载名单模板"), out) { arguments, desk in
            let reply: TemplateReply = try desk.call(.uploadsTemplate, TemplateRequest(kind: .roster))
            let path = arguments[out] ?? reply.fileName
            guard arguments[out] != nil || !path.contains("/") else {
                throw ClientError.badReply(.uploadsTemplate).commandFailure
            }
            try PrivateFile.write(reply.bytes, to: path, mode: 0o644)
            try desk.interaction.show(["file": .string(path)], text: path)
            return .ok
        }
    }

    private static var upload: Command {
        let file: Parameter<String> = .argument(
            "FILE", Phrase("CSV or tab-separated, UTF-8 or GBK", "CSV 或制表符分隔，UTF-8 或 GBK"))
        let dryRun: Parameter<Bool> = .flag("dry-run", Phrase("check only", "仅检查，不写入"))
        let allOrNothing: Parameter<Bool> = .flag(
            "all-or-nothing", Phrase("take no row when one is bad", "有错误行则全部不写入"))
        let mend: Parameter<String?> = .option(
            "mend", "FILE", Phrase("write the bad rows with their reasons here", "将错误行及原因写入此文件"))
        return Command(
            "upload", Phrase("take in a roster; good rows land, bad ones are told", "上传名单：正确的行写入，错误的行列出"),
            offering, file, dryRun, allOrNothing, mend
        ) { arguments, desk in
            let bytes = try PrivateFile.readExisting(arguments[file])
            let name = arguments[file].split(separator: "/").last.map(String.init) ?? ""
            let reply = try desk.upload(
                UploadRequest(
                    kind: .roster, offering: arguments[offering], fileName: name, size: UInt64(bytes.count),
                    digest: Digest.hash(.uploadDigest, bytes), dryRun: arguments[dryRun],
                    allOrNothing: arguments[allOrNothing]), bytes)
            try desk.show(reply)
            if let path = arguments[mend], !reply.mendFile.isEmpty, reply.badCount > 0 {
                try PrivateFile.write(reply.mendFile, to: path)
                desk.interaction.say(
                    Phrase("bad rows to mend and send again: \(path)", "错误行已写入 \(path)，修改后可再次上传"))
            }
            guard reply.badCount > 0 else { return .ok }
            return reply.landed ? .incomplete : .refused
        }
    }

    private static var list: Command {
        Command(
            "list", Phrase("the roster of an offering", "查看名单"), offering, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("person", Phrase("Person", "人员"), .right), .init("number", Phrase("Number", "编号")),
                .init("name", Phrase("Name", "姓名")), .init("unit", Phrase("Unit", "单位")),
                .init("title", Phrase("Title", "职称")))
            try desk.list(arguments, table, .projectsListRoster) { after, limit in
                ListRosterRequest(offering: arguments[offering], after: after, limit: limit)
            } rows: { (reply: ListRosterReply, table) in
                for entry in reply.entries {
                    table.add(
                        .init(entry.person), .init(entry.number), .init(entry.name), .init(entry.unit),
                        .init(entry.title))
                }
                return (reply.entries.count, reply.next)
            }
            return .ok
        }
    }
}

extension Desk {
    private static let chunk = 64 << 10

    fileprivate func upload(_ request: UploadRequest, _ bytes: [UInt8]) throws -> UploadReply {
        let items = stride(from: 0, to: bytes.count, by: Self.chunk).map { start in
            UploadChunk(bytes: Array(bytes[start..<min(start + Self.chunk, bytes.count)]))
        }
        let progress = interaction.progress(Phrase("sending KiB", "正在上传（KiB）"), of: bytes.count >> 10)
        defer { progress.finish() }
        do throws(ClientError) {
            return try client.upload(.uploadsUpload, request, items: items) { count in
                progress.update(min(count * Self.chunk, bytes.count) >> 10)
            }
        } catch {
            throw error.commandFailure
        }
    }

    fileprivate func show(_ reply: UploadReply) throws {
        if interaction.isJSON {
            let bad: [JSON] = reply.bad.map {
                [
                    "line": JSON($0.line), "column": .string($0.column), "value": .string($0.value),
                    "reason": .string($0.reason),
                ]
            }
            let json: JSON = [
                "rows": JSON(reply.rows), "added": JSON(reply.added), "changed": JSON(reply.changed),
                "unchanged": JSON(reply.unchanged), "bad_count": JSON(reply.badCount), "landed": .bool(reply.landed),
                "encoding": .string(reply.encoding), "bad": .array(bad),
            ]
            return try interaction.data(json.text)
        }
        let sums = Phrase(
            "\(reply.rows) rows: \(reply.added) added, \(reply.changed) changed, \(reply.unchanged) unchanged, "
                + "\(reply.badCount) bad (\(reply.encoding))",
            "共 \(reply.rows) 行：新增 \(reply.added)，变更 \(reply.changed)，未变 \(reply.unchanged)，"
                + "错误 \(reply.badCount)（\(reply.encoding)）")
        try interaction.data(interaction.text(sums))
        if !reply.bad.isEmpty {
            var table = Table(
                .init("line", Phrase("Line", "行"), .right), .init("column", Phrase("Column", "列")),
                .init("value", Phrase("Value", "内容")), .init("reason", Phrase("Reason", "原因")))
            for row in reply.bad { table.add(.init(row.line), .init(row.column), .init(row.value), .init(row.reason)) }
            try interaction.show(table)
        }
        if !reply.landed { interaction.say(Phrase("nothing was written", "未写入任何数据")) }
    }
}
