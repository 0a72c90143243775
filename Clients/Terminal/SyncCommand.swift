import ClientKit
import Connection
import Console
import Messages
import Network
import Terminal
import Threads

enum SyncCommand {
    static let command = Command(
        "sync", Phrase("send what was recorded, get what the base needs", "上传记录，下载基地所需数据")
    ) { (arguments: Arguments, interaction: Interaction) in
        let device = try Device(arguments)
        let site = try device.site()
        return try telling {
            try device.terminal.seal()
            let link = try Link(site, serverLogs: device.terminal.serverLogs())
            defer { link.socket.close() }
            let machine = SyncMachine(
                device.terminal, connection: link, evidence: try link.evidence(),
                locale: interaction.language.rawValue, time: { device.now })
            let progress = interaction.progress(Phrase("syncing", "正在同步"))
            try machine.start()
            while !machine.isFinished {
                guard let event = try link.socket.next(by: .inMs(Link.patienceMs)) else {
                    throw ClientError.network(.timedOut)
                }
                try machine.receive(event)
                progress.update(machine.report.factsSent + machine.report.itemsReceived)
            }
            progress.finish()
            try device.keepRosterKey()
            if let warning = try device.terminal.clockAccuracy(at: device.now).warning { interaction.warn(warning) }
            return try tell(machine.report, interaction)
        }
    }

    private static func tell(_ report: SyncReport, _ interaction: Interaction) throws -> ExitCode {
        try interaction.show(
            [
                "facts_sent": .integer(Int64(report.factsSent)),
                "batches_sent": .integer(Int64(report.batchesSent)),
                "facts_acknowledged": .integer(Int64(clamping: report.factsAcknowledged)),
                "quarantined": .integer(Int64(report.quarantined.count)),
                "bytes_sent": .integer(Int64(report.bytesSent)),
                "bytes_received": .integer(Int64(report.bytesReceived)),
                "roster_added": .integer(Int64(report.newRosterEntries)),
                "roster_removed": .integer(Int64(report.removedRosterEntries)),
                "new_epochs": .integer(Int64(report.newEpochs)),
                "complete": .bool(report.isComplete),
            ],
            text: interaction.text(
                Phrase(
                    """
                    sent      \(report.factsSent) facts in \(report.batchesSent) batches, \(report.bytesSent) bytes
                    durable   \(report.factsAcknowledged) confirmed
                    received  \(report.newRosterEntries) roster entries, \(report.bytesReceived) bytes
                    """,
                    """
                    已上传  \(report.factsSent) 条记录，\(report.batchesSent) 批，\(report.bytesSent) 字节
                    已落盘  \(report.factsAcknowledged) 条
                    已下载  名单 \(report.newRosterEntries) 条，\(report.bytesReceived) 字节
                    """)))
        for facts in Dictionary(grouping: report.quarantined, by: \.code).values
            .sorted(by: { ($0[0].code?.rawValue ?? 0) < ($1[0].code?.rawValue ?? 0) })
        {
            let reason = facts[0].reason
            interaction.warn(
                Phrase(
                    "\(facts.count) kept by the server, not applied: \(reason.en)",
                    "\(facts.count) 条已保存但未生效：\(reason.zh)"))
        }
        if report.newEpochs > 0 {
            interaction.warn(
                Phrase(
                    "the server knew another history of this device; it goes on under a new log",
                    "服务器上的本机历史不一致，已启用新日志继续"))
        }
        if report.isRevoked {
            throw CommandFailure(
                .refused, name: "terminal_revoked",
                Phrase("this terminal has been revoked; its roster is erased", "本终端已被吊销，名单已清除"))
        }
        if report.uploadFailure?.code == .badProof {
            throw CommandFailure(
                .refused, name: "bad_proof", Phrase("the server does not know this terminal", "服务器不认识本终端"),
                hint: Phrase(
                    """
                    it may have been restored to a state from before the enrolment: ask an administrator for a new code, and enrol \
                    again; what is recorded here is kept, and sent then
                    """, "服务器可能恢复到了本终端注册之前：请向管理员索取新的注册码重新注册；本机记录保留，届时上传"))
        }
        for failure in [report.uploadFailure, report.downloadFailure].compactMap({ $0 }) {
            interaction.warn(Phrase(failure.text))
        }
        return report.isComplete ? .ok : .incomplete
    }
}
