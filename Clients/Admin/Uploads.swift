import ClientKit
import Console
import Crypto
import Messages

extension Command {
    /// BAT-1, BAT-3: any list the server takes.
    static var uploadList: Command {
        let kind: Parameter<Choice<UploadKind>> = .argument("KIND", Phrase("what the rows are", "上传类型"))
        let owner: Parameter<UInt64> = .option(
            "for", "ID", Phrase("of this offering, round or unit", "所属期次、批次或单位编号"), default: 0)
        return Command(
            "upload", Phrase("take in a list; good rows land, bad ones are told", "批量上传：正确的行写入，错误的行列出"), kind,
            UploadOptions.file, owner, UploadOptions.dryRun, UploadOptions.allOrNothing, UploadOptions.mend,
            UploadOptions.accounts
        ) { arguments, desk in
            try desk.upload(
                arguments[kind].value, of: arguments[owner], arguments, accounts: arguments[UploadOptions.accounts])
        }
    }

    /// BAT-1.
    static var uploadTemplate: Command {
        let kind: Parameter<Choice<UploadKind>> = .argument("KIND", Phrase("what the rows are", "上传类型"))
        return Command("template", Phrase("the file to fill in for an upload", "下载上传模板"), kind, Template.out) {
            arguments, desk in
            try desk.saveTemplate(arguments[kind].value, as: arguments[Template.out])
        }
    }
}

enum Template {
    static let out: Parameter<String?> = .option("out", "FILE", Phrase("where to; else its own name", "保存为，默认用模板文件名"))
}

enum UploadOptions {
    static let file: Parameter<String> = .argument(
        "FILE", Phrase("CSV or tab-separated, UTF-8 or GBK", "CSV 或制表符分隔，UTF-8 或 GBK"))
    static let dryRun: Parameter<Bool> = .flag("dry-run", Phrase("check only", "仅检查，不写入"))
    static let allOrNothing: Parameter<Bool> = .flag(
        "all-or-nothing", Phrase("take no row when one is bad", "有错误行则全部不写入"))
    static let mend: Parameter<String?> = .option(
        "mend", "FILE", Phrase("write the bad rows with their reasons here", "将错误行及原因写入此文件"))
    static let accounts: Parameter<String> = .option(
        "accounts", "FILE", Phrase("write first passwords here, for your eyes only", "将初始密码写入此文件，仅本人可读"),
        default: "accounts.csv")
}

extension Desk {
    func saveTemplate(_ kind: UploadKind, as path: String?) throws -> ExitCode {
        let reply: TemplateReply = try call(.uploadsTemplate, TemplateRequest(kind: kind))
        let path = try path ?? Self.plainName(reply.fileName)
        try PrivateFile.write(reply.bytes, to: path, mode: 0o644)
        try interaction.show(["file": .string(path)], text: path)
        return .ok
    }

    /// A server names a file, not a place.
    private static func plainName(_ name: String) throws -> String {
        guard !name.isEmpty, !name.contains("/") else { throw ClientError.badReply(.uploadsTemplate).commandFailure }
        return name
    }

    /// Sends the file of `UploadOptions`, and tells what became of its rows.
    func upload(
        _ kind: UploadKind, of owner: UInt64, _ arguments: Arguments, accounts: String
    ) throws -> ExitCode {
        guard try kind != .trainees || PrivateFile.read(accounts) == nil else {
            // The passwords in it are kept nowhere else.
            throw CommandFailure(
                .usage, name: "file_exists", Phrase("\(accounts) exists already", "\(accounts) 已存在"))
        }
        let path = arguments[UploadOptions.file]
        let bytes = try PrivateFile.readExisting(path)
        let reply = try upload(
            UploadRequest(
                kind: kind, target: owner, fileName: path.split(separator: "/").last.map(String.init) ?? "",
                size: UInt64(bytes.count), digest: Digest.hash(.uploadDigest, bytes),
                dryRun: arguments[UploadOptions.dryRun], allOrNothing: arguments[UploadOptions.allOrNothing]), bytes)
        try show(reply)
        if let path = arguments[UploadOptions.mend], !reply.mendFile.isEmpty, reply.badCount > 0 {
            try PrivateFile.write(reply.mendFile, to: path)
            interaction.say(Phrase("bad rows to mend and send again: \(path)", "错误行已写入 \(path)，修改后可再次上传"))
        }
        if !reply.accountsFile.isEmpty {
            try PrivateFile.write(reply.accountsFile, to: accounts)
            interaction.say(Phrase("first passwords, told once: \(accounts)", "初始密码（只提供一次）已写入 \(accounts)"))
        }
        guard reply.badCount > 0 else { return .ok }
        return reply.landed ? .incomplete : .refused
    }

    private static let chunk = 64 << 10

    private func upload(_ request: UploadRequest, _ bytes: [UInt8]) throws -> UploadReply {
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

    private func show(_ reply: UploadReply) throws {
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
