import Causality
import ClientKit
import Console
import Messages
import Terminal

enum StatusCommand {
    static let command = Command(
        "status", Phrase("what is recorded, sent and waiting", "查看已记录、已上传和待上传的数据")
    ) { (arguments: Arguments, interaction: Interaction) in
        let device = try Device(arguments)
        let status = try device.terminal.status()
        let clock = try device.terminal.clockAccuracy(at: device.now)
        let quarantined = try device.terminal.quarantined(limit: mostListed)
        let name = status.enrolment.map { "\($0.name), \($0.baseName)" }
        let revoked = status.enrolment?.isRevoked == true
        try interaction.show(
            [
                "enrolled": .bool(status.enrolment != nil), "revoked": .bool(revoked),
                "name": .string(status.enrolment?.name ?? ""), "base": .string(status.enrolment?.baseName ?? ""),
                "terminal": .integer(Int64(clamping: status.enrolment?.terminal ?? 0)),
                "pending": .integer(Int64(clamping: status.pending)),
                "sealed": .integer(Int64(clamping: status.sealed)),
                "acknowledged": .integer(Int64(clamping: status.acknowledged)),
                "quarantined": .integer(Int64(clamping: status.quarantined)),
                "not_applied": .array(
                    quarantined.map {
                        [
                            "item": .string($0.name), "offering": .integer(Int64(clamping: $0.offering)),
                            "subject": .string($0.subject), "code": .string($0.code?.name ?? ""),
                        ]
                    }),
                "last_sync_ms": .integer(status.lastSyncMs), "clock": .string(clock.name),
                "clock_off_ms": .integer(clock.offMs), "epoch": .integer(Int64(clamping: status.epoch)),
                "offerings": .array(
                    status.offerings.map {
                        [
                            "id": .integer(Int64(clamping: $0.id)), "title": .string($0.value.title),
                            "roster": .integer(Int64(clamping: $0.rosterSize)),
                        ]
                    }),
            ],
            text: interaction.text(
                Phrase(
                    """
                    terminal   \(name ?? "not enrolled")\(revoked ? " (revoked)" : "")
                    waiting    \(status.pending + status.sealed)
                    on server  \(status.acknowledged), of which quarantined \(status.quarantined)
                    last sync  \(shown(status.lastSyncMs))
                    clock      \(clock.phrase.en)
                    """,
                    """
                    终端    \(name ?? "尚未注册")\(revoked ? "（已吊销）" : "")
                    待上传  \(status.pending + status.sealed)
                    已上传  \(status.acknowledged)，其中已隔离 \(status.quarantined)
                    上次同步  \(shown(status.lastSyncMs))
                    时钟    \(clock.phrase.zh)
                    """))
                + (status.offerings.isEmpty ? "" : "\n" + interaction.text(Phrase("offerings, people:", "期次及人数：")))
                + status.offerings.map { "\n  \($0.id)  \($0.value.title)  \($0.rosterSize)" }.joined()
                + notApplied(quarantined, of: status.quarantined, interaction))
        return .ok
    }

    /// The most facts that are listed one by one.
    private static let mostListed = 20

    /// SYN-9: lists what the server keeps and does not apply, and why; a person decides on the base's work list.
    private static func notApplied(
        _ records: [QuarantinedRecord], of count: UInt64, _ interaction: Interaction
    ) -> String {
        guard !records.isEmpty else { return "" }
        let lines = records.map { record in
            "\n  \(record.name)  \(record.offering)  \(record.subject)  \(interaction.text(record.reason))"
        }
        let rest = count - UInt64(records.count)
        return "\n" + interaction.text(Phrase("kept by the server, not applied:", "服务器已保存但未生效：")) + lines.joined()
            + (rest == 0 ? "" : "\n  " + interaction.text(Phrase("and \(rest) more", "另有 \(rest) 条")))
    }

    private static func shown(_ milliseconds: Int64) -> String {
        milliseconds > 0 ? Shown.text(milliseconds) : "–"
    }
}

extension QuarantinedRecord {
    /// `3fa2b1c0-12`, as the base's work list names it.
    fileprivate var name: String {
        let log = dot.log.bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "\(log)-\(dot.sequence)"
    }
}
