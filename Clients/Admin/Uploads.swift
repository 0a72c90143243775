import ClientKit
import Console
import Crypto
import Messages

extension Command {
    /// BAT-1, BAT-3: uploads a file of any kind.
    static var uploadList: Command {
        let kind: Parameter<Choice<UploadKind>> = .argument("KIND", Phrase("what the rows are", "上传类型"))
        let owner: Parameter<String?> = .option("for", "NAME", RowOwner.help)
        return Command(
            "upload", Phrase("take in a list; good rows land, bad ones are told", "批量上传：正确的行写入，错误的行列出"), kind,
            UploadOptions.file, owner, UploadOptions.dryRun, UploadOptions.allOrNothing, UploadOptions.mend,
            UploadOptions.accounts
        ) { arguments, desk in
            let kind = arguments[kind].value
            return try desk.upload(
                kind, of: try RowOwner.id(arguments[owner], of: kind, desk), arguments,
                accounts: arguments[UploadOptions.accounts])
        }
    }

    /// BAT-1: saves the template of a kind.
    static var uploadTemplate: Command {
        let kind: Parameter<Choice<UploadKind>> = .argument("KIND", Phrase("what the rows are", "上传类型"))
        return Command("template", Phrase("the file to fill in for an upload", "下载上传模板"), kind, Template.out) {
            arguments, desk in
            try desk.saveTemplate(arguments[kind].value, as: arguments[Template.out])
        }
    }
}

/// The owner of rows, which `--for` names.
private struct RowOwner: Sendable {
    let phrase: Phrase
    let id: @Sendable (String, Desk) throws -> UInt64

    private init<Things: Register>(_ things: Things.Type, _ phrase: Phrase) {
        self.phrase = phrase
        id = { name, desk in try desk.id(Name<Things>(argument: name)) }
    }

    /// Rows of kinds that are not here belong to nothing.
    private static let all: [UploadKind: RowOwner] = [
        .roster: RowOwner(OfferingRegister.self, Phrase("offering", "期次")),
        .quotas: RowOwner(RoundRegister.self, Phrase("round", "招录批次")),
        .trainees: RowOwner(UnitRegister.self, Phrase("unit", "单位")),
        .unitPayments: RowOwner(ProgrammeRegister.self, Phrase("programme", "项目体系")),
        .questions: RowOwner(BankRegister.self, Phrase("bank (an offering or a programme)", "题库（期次或项目体系）")),
        .certificates: RowOwner(BaseRegister.self, Phrase("base", "基地")),
        .outsideRecords: RowOwner(PlaceRegister.self, Phrase("base or provider", "基地或主办单位")),
    ]

    static var help: Phrase {
        let owned = UploadKind.allCases.compactMap { kind in all[kind].map { (kind: kind, owner: $0.phrase) } }
        return Phrase(
            "whose rows they are, by id or name: "
                + owned.map { "\($0.owner.en) of \(Choice($0.kind).argument)" }.joined(separator: ", "),
            "所属对象，编号或名称：" + owned.map { "\($0.kind.phrase.zh)为\($0.owner.zh)" }.joined(separator: "，"))
    }

    /// Returns the id of what rows of a kind belong to; 0 where they belong to nothing.
    static func id(_ name: String?, of kind: UploadKind, _ desk: Desk) throws -> UInt64 {
        guard let owner = all[kind] else { return 0 }
        guard let name else {
            throw CommandFailure(
                .usage, name: "usage",
                Phrase("--for is missing: say of which \(owner.phrase.en)", "缺少 --for：请指明\(owner.phrase.zh)"))
        }
        return try owner.id(name, desk)
    }
}

enum Template {
    static let out: Parameter<String?> = .option("out", "FILE", Phrase("where to; else its own name", "保存为，默认用模板文件名"))
}

enum UploadOptions {
    /// The most bytes that are sent in one call; a larger file is sent in many.
    static let mostBytes = 8 << 20
    /// Of the calls of a larger file.
    static let pieceBytes = 60 << 10
    static let file: Parameter<String> = .argument(
        "FILE", Phrase("a workbook (.xlsx), or CSV in UTF-8 or GBK", "工作簿（.xlsx），或 UTF-8、GBK 的 CSV"))
    static let dryRun: Parameter<Bool> = .flag("dry-run", Phrase("check only", "仅检查，不写入"))
    static let allOrNothing: Parameter<Bool> = .flag(
        "all-or-nothing", Phrase("take no row when one is bad", "有错误行则全部不写入"))
    static let mend: Parameter<String?> = .option(
        "mend", "FILE", Phrase("write the bad rows with their reasons here", "将错误行及原因写入此文件"))
    static let accounts: Parameter<String?> = .option(
        "accounts", "FILE",
        Phrase(
            "write first passwords here, for your eyes only; else accounts-JOB.csv",
            "将初始密码写入此文件，仅本人可读；默认文件名含任务编号"))

    /// Throws if the file exists: the passwords in it may be stored nowhere else.
    static func requireAbsent(_ accounts: String) throws {
        try PrivateFile.requireAbsent(
            accounts, hint: Phrase("name another with --accounts FILE", "请用 --accounts 指定其他文件"))
    }
}

extension Desk {
    func saveTemplate(_ kind: UploadKind, as path: String?) throws -> ExitCode {
        let reply: TemplateReply = try call(.uploadsTemplate, TemplateRequest(kind: kind))
        let path = try path ?? Self.plainName(reply.fileName)
        // Somebody may have filled it in.
        try PrivateFile.requireAbsent(path, hint: Phrase("name another file with --out", "请用 --out 指定其他文件"))
        try save(rows: reply.bytes, to: path, mode: 0o644)
        try interaction.show(["file": .string(path)], text: path)
        return .ok
    }

    /// Throws for a file name from the server that contains a path.
    private static func plainName(_ name: String) throws -> String {
        guard !name.isEmpty, !name.contains("/") else { throw ClientError.badReply(.uploadsTemplate).commandFailure }
        return name
    }

    /// Uploads the file of `UploadOptions`, waits for its job, and shows the outcome.
    /// - Parameter accounts: the file for first passwords, where accounts are made; nil for a name of its own.
    func upload(
        _ kind: UploadKind, of owner: UInt64, _ arguments: Arguments, accounts: String? = nil
    ) throws -> ExitCode {
        let isDry = arguments[UploadOptions.dryRun]
        if let accounts, !isDry { try UploadOptions.requireAbsent(accounts) }
        let path = arguments[UploadOptions.file]
        if let mend = arguments[UploadOptions.mend], PrivateFile.isSame(mend, path) {
            throw CommandFailure(
                .usage, name: "file_exists",
                Phrase("--mend would replace the file itself", "--mend 会覆盖原文件"),
                hint: Phrase("name another file with --mend", "请用 --mend 指定其他文件"))
        }
        let request = UploadRequest(
            kind: kind, target: owner, fileName: path.split(separator: "/").last.map(String.init) ?? "",
            dryRun: isDry, allOrNothing: arguments[UploadOptions.allOrNothing])
        let job: UInt64
        if path != "-", let size = PrivateFile.size(path), size > UploadOptions.mostBytes {
            job = try send(path, of: size, request)
        } else {
            job = try send(
                try PrivateFile.readExisting(path == "-" ? "/dev/stdin" : path, atMost: UploadOptions.mostBytes),
                request)
        }
        return try tell(
            try outcome(of: job), mend: arguments[UploadOptions.mend], accounts: accounts ?? "accounts-\(job).csv")
    }

    /// Uploads rows that are no file of the caller's, and tells what became of them.
    func upload(_ bytes: [UInt8], named name: String, _ kind: UploadKind, of owner: UInt64) throws -> ExitCode {
        let job = try send(bytes, UploadRequest(kind: kind, target: owner, fileName: name))
        return try tell(try outcome(of: job), mend: nil, accounts: nil)
    }

    private func send(_ bytes: [UInt8], _ request: UploadRequest) throws -> UInt64 {
        let progress = interaction.progress(Phrase("sending KiB", "正在上传（KiB）"), of: bytes.count >> 10)
        defer { progress.finish() }
        do throws(ClientError) {
            return try client.upload(bytes, request) { progress.update($0 >> 10) }
        } catch {
            throw error.commandFailure
        }
    }

    /// Sends a file of any size, and goes on where an earlier command broke off.
    private func send(_ path: String, of size: Int, _ request: UploadRequest) throws -> UInt64 {
        var request = request
        var digest = DigestStream.ofFile()
        _ = try PrivateFile.readPieces(path) { digest.update($0) }
        (request.size, request.digest) = (UInt64(size), digest.finish())
        let opened: OpenUploadReply = try call(.uploadsOpenUpload, request)
        var received = Int(clamping: opened.received)
        if received > 0 {
            interaction.say(
                Phrase(
                    "job \(opened.job) has \(received >> 10) KiB of this file already",
                    "任务 \(opened.job) 已收到该文件 \(received >> 10) KiB"))
        }
        let progress = interaction.progress(Phrase("sending KiB", "正在上传（KiB）"), of: size >> 10, from: received >> 10)
        defer { progress.finish() }
        var place = 0
        _ = try PrivateFile.readPieces(path) { (piece) throws(CommandFailure) in
            while received < place + piece.count {
                let start = received - place
                guard start >= 0 else { throw ClientError.badReply(.uploadsSendUpload).commandFailure }
                let bytes = Array(piece[start..<min(start + UploadOptions.pieceBytes, piece.count)])
                do throws(CommandFailure) {
                    let reply: SendUploadReply = try call(
                        .uploadsSendUpload,
                        SendUploadRequest(job: opened.job, offset: UInt64(received), bytes: bytes))
                    guard reply.received > UInt64(received) else {
                        throw ClientError.badReply(.uploadsSendUpload).commandFailure
                    }
                    received = Int(clamping: reply.received)
                } catch {
                    throw CommandFailure(
                        error.exitCode, name: error.name, error.message,
                        hint: Phrase(
                            "the same command again goes on where the server stands", "再次执行同一命令可从服务器已收到处继续"))
                }
                progress.update(received >> 10)
            }
            place += piece.count
        }
        return opened.job
    }

    /// Waits for a job and shows its progress on a terminal. The job continues if the person interrupts, who is told
    /// how to resume.
    func outcome(of job: UInt64) throws -> GetJobReply {
        var progress: Progress?
        var isTold = false
        defer { progress?.finish() }
        do throws(ClientError) {
            return try client.outcome(of: job) { state in
                guard !state.isOver else { return }
                if !isTold, interaction.showsProgress {
                    isTold = true
                    interaction.say(
                        Phrase(
                            "job \(job) goes on without this command; rollcall-admin jobs show \(job) --wait waits for it "
                                + "again, rollcall-admin jobs cancel \(job) stops it",
                            "任务 \(job) 在服务器上继续处理；中断本命令后可用 rollcall-admin jobs show \(job) --wait 继续等待，"
                                + "用 rollcall-admin jobs cancel \(job) 取消"))
                }
                guard state.rows > 0 else { return }
                let line =
                    progress
                    ?? interaction.progress(
                        Phrase("rows", "已处理行数"), of: Int(state.rows), from: Int(state.done))
                progress = line
                line.update(Int(state.done))
            }
        } catch {
            let failure = error.commandFailure
            throw CommandFailure(
                failure.exitCode, name: failure.name, failure.message,
                hint: Phrase("job \(job) goes on", "任务 \(job) 仍在处理"), next: Phrase("jobs show \(job) --wait"))
        }
    }

    /// Shows the outcome of a job and saves its files.
    /// - Parameters:
    ///   - mend: the file for the bad rows.
    ///   - accounts: the file for first passwords; the server deletes them once they are saved.
    func tell(_ reply: GetJobReply, mend: String?, accounts: String?) throws -> ExitCode {
        guard let job = reply.job else { throw ClientError.badReply(.uploadsGetJob).commandFailure }
        try show(job, reply.bad)
        if let mend, job.badCount > 0 {
            try save(.mend, of: job, to: mend)
            interaction.say(Phrase("bad rows to mend and send again: \(mend)", "错误行已写入 \(mend)，修改后可再次上传"))
        }
        if let accounts, job.hasAccounts {
            try save(.accounts, of: job, to: accounts)
            let _: ForgetAccountsReply = try call(.uploadsForgetAccounts, ForgetAccountsRequest(job: job.id))
            interaction.say(Phrase("first passwords, told once: \(accounts)", "初始密码（只提供一次）已写入 \(accounts)"))
        }
        if let failure = job.failure { throw ClientError.refused(failure).commandFailure }
        guard job.badCount > 0 || job.state == .cancelled else { return .ok }
        return job.landed ? .incomplete : .refused
    }

    /// Saves a file of rows as it comes.
    private func save(_ file: JobFile, of job: UploadJob, to path: String) throws {
        let list = try ListFile(path)
        var rest: [UInt8] = []
        var failure: CommandFailure?
        do throws(ClientError) {
            try client.file(file, of: job.id) { piece in
                rest += piece
                let whole = Self.wholeRows(rest)
                do throws(CommandFailure) {
                    if failure == nil, whole > 0 { try list.append(rows: Array(rest[..<whole])) }
                } catch { failure = error }
                rest.removeFirst(whole)
            }
        } catch {
            throw error.commandFailure
        }
        if let failure { throw failure }
        try list.append(rows: rest)
        try list.finish()
    }

    /// The bytes up to the last line end outside quotes.
    private static func wholeRows(_ bytes: [UInt8]) -> Int {
        var (isQuoted, end) = (false, 0)
        for (place, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted { end = place + 1 }
        }
        return end
    }
}
