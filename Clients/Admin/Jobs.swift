import ClientKit
import Console
import Messages

extension Command {
    /// BAT-3b: running uploads, and those of the past week.
    static var jobs: Command {
        Command("jobs", Phrase("uploads the server works on", "上传任务"), commands: [list, show, cancel, undo, report])
    }

    private static let job: Parameter<UInt64> = .argument("ID", Phrase("of the job", "任务编号"))

    private static var list: Command {
        let everybody: Parameter<Bool> = .flag(
            "everybody", Phrase("those of all, for platform administrators", "所有人的任务（平台管理员）"))
        return Command(
            "list", Phrase("your jobs, the newest first", "任务列表，最新在前"), everybody, Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, jobTable, .uploadsListJobs) { after, limit in
                ListJobsRequest(after: after, limit: limit, everybody: arguments[everybody])
            } rows: { (reply: ListJobsReply, table) in
                for job in reply.jobs { table.add(job) }
                return (reply.jobs.count, reply.next)
            }
            return .ok
        }
    }

    private static var show: Command {
        let wait: Parameter<Bool> = .flag("wait", Phrase("until it has ended", "等待至任务结束"))
        return Command("show", Phrase("how far a job is", "查看任务进度"), job, wait) { arguments, desk in
            if arguments[wait] {
                return try desk.tell(try desk.outcome(of: arguments[job]), mend: nil, accounts: nil)
            }
            let reply: GetJobReply = try desk.call(.uploadsGetJob, GetJobRequest(job: arguments[job]))
            return try desk.show(reply.job)
        }
    }

    private static var cancel: Command {
        Command("cancel", Phrase("stop a job; what has landed stays", "取消任务，已写入的行保留"), job) { arguments, desk in
            let reply: CancelJobReply = try desk.call(.uploadsCancelJob, CancelJobRequest(job: arguments[job]))
            return try desk.show(reply.job)
        }
    }

    private static var undo: Command {
        let reason: Parameter<String> = .required(
            "reason", "TEXT", Phrase("why; the people concerned are told", "原因，将告知相关人员"))
        return Command(
            "undo", Phrase("take back what the rows of an upload have written", "撤回一次上传所写入的内容"), job, reason, Asking.yes
        ) { arguments, desk in
            let upload = arguments[job]
            try desk.confirm(
                arguments,
                Phrase("Take back all that job \(upload) has written?", "确定撤回任务 \(upload) 写入的全部内容吗？"))
            let begun: UndoJobReply = try desk.call(
                .uploadsUndoJob, UndoJobRequest(job: upload, reason: arguments[reason]))
            return try desk.tell(try desk.outcome(of: begun.job), mend: nil, accounts: nil)
        }
    }

    private static var report: Command {
        let out: Parameter<String?> = .option(
            "out", "FILE", Phrase("write the bad rows with their reasons here", "将错误行及原因写入此文件"))
        let accounts: Parameter<String?> = .option(
            "accounts", "FILE", Phrase("write first passwords here, for your eyes only", "将初始密码写入此文件，仅本人可读"))
        return Command(
            "report", Phrase("what became of the rows of a job that has ended", "查看已结束任务的结果"), job, out, accounts
        ) { arguments, desk in
            let reply: GetJobReply = try desk.call(
                .uploadsGetJob, GetJobRequest(job: arguments[job], withBad: true))
            if let accounts = arguments[accounts], reply.job?.hasAccounts == true {
                try UploadOptions.requireAbsent(accounts)
            }
            return try desk.tell(reply, mend: arguments[out], accounts: arguments[accounts])
        }
    }
}

/// Fits eighty columns; `jobs show` and JSON have more.
private var jobTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("kind", Phrase("Kind", "类型")),
        .init("target", Phrase("Of", "所属"), .right), .init("file", Phrase("File", "文件")),
        .init("state", Phrase("State", "状态")), .init("done", Phrase("Done", "已处理"), .right),
        .init("rows", Phrase("Rows", "总行数"), .right), .init("added", Phrase("Added", "新增"), .unshown),
        .init("changed", Phrase("Changed", "变更"), .unshown), .init("bad_count", Phrase("Bad", "错误"), .right),
        .init("landed", Phrase("Landed", "已写入"), .unshown),
        .init("has_accounts", Phrase("Passwords wait", "待取初始密码"), .unshown),
        .init("created_ms", Phrase("Sent", "上传时间"), .exact))
}

extension Table {
    fileprivate mutating func add(_ job: UploadJob) {
        add(
            .init(job.id), .init(job.kind), .init(job.target), .init(job.fileName), .init(job.state), .init(job.done),
            .init(job.rows), .init(job.added), .init(job.changed), .init(job.badCount), Shown.flag(job.landed),
            Shown.flag(job.hasAccounts), Shown.moment(job.createdMs))
    }
}

extension Desk {
    fileprivate func show(_ job: UploadJob?) throws -> ExitCode {
        var table = jobTable
        if let job { table.add(job) }
        try interaction.show(table)
        guard let job, !interaction.isJSON else { return .ok }
        try show(job, [])
        if job.hasAccounts {
            interaction.say(
                Phrase(
                    "first passwords wait for you: rollcall-admin jobs report \(job.id) --accounts FILE",
                    "初始密码待您领取：rollcall-admin jobs report \(job.id) --accounts 文件"))
        }
        return .ok
    }

    /// Shows a job with its rejected rows.
    func show(_ job: UploadJob, _ bad: [BadRow]) throws {
        guard !interaction.isJSON else {
            let rows: [JSON] = bad.map {
                [
                    "line": JSON($0.line), "column": .string($0.column), "value": .string($0.value),
                    "reason": .string($0.reason),
                ]
            }
            let json: JSON = [
                "job": JSON(job.id), "state": JSON(job.state), "rows": JSON(job.rows),
                "added": JSON(job.added), "changed": JSON(job.changed), "unchanged": JSON(job.unchanged),
                "bad_count": JSON(job.badCount), "landed": .bool(job.landed), "encoding": .string(job.encoding),
                "undoes": JSON(job.undoes), "undone_by": JSON(job.undoneBy),
                "bad": .array(rows),
            ]
            return try interaction.data(json.text)
        }
        if job.rows > 0 || job.failure == nil {
            let sums =
                job.undoes != 0
                ? Phrase(
                    "job \(job.undoes): \(job.changed) of \(job.rows) rows taken back, \(job.badCount) stay",
                    "任务 \(job.undoes)：共 \(job.rows) 行，已撤回 \(job.changed) 行，\(job.badCount) 行保留")
                : Phrase(
                    "\(job.rows) rows: \(job.added) added, \(job.changed) changed, \(job.unchanged) unchanged, "
                        + "\(job.badCount) bad (\(job.encoding))",
                    "共 \(job.rows) 行：新增 \(job.added)，变更 \(job.changed)，未变 \(job.unchanged)，"
                        + "错误 \(job.badCount)（\(job.encoding)）")
            try interaction.data(interaction.text(sums))
        }
        if !bad.isEmpty {
            var table = Table(
                .init("line", Phrase("Line", "行"), .right), .init("column", Phrase("Column", "列")),
                .init("value", Phrase("Value", "内容")), .init("reason", Phrase("Reason", "原因"), .exact))
            for row in bad { table.add(.init(row.line), .init(row.column), .init(row.value), .init(row.reason)) }
            try interaction.show(table)
        }
        if job.state == .cancelled {
            interaction.say(
                Phrase(
                    "cancelled after \(job.done) of \(job.rows) rows", "已取消：共 \(job.rows) 行，已处理 \(job.done) 行"))
        }
        if job.undoes == 0, job.undoneBy != 0 {
            interaction.say(
                Phrase(
                    "taken back by job \(job.undoneBy): rollcall-admin jobs show \(job.undoneBy)",
                    "由任务 \(job.undoneBy) 撤回：rollcall-admin jobs show \(job.undoneBy)"))
        }
        if job.state == .arriving {
            interaction.say(
                Phrase(
                    "the file has not arrived: send it again with the same command, which goes on where the server stands",
                    "文件尚未收全：请再次执行同一上传命令，将从已收到处继续"))
        } else if !job.landed, job.failure == nil, job.isOver {
            interaction.say(Phrase("nothing was written", "未写入任何数据"))
        }
    }
}
