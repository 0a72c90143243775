import Console
import Service

// The text for a person after a restore: records that come back by themselves, and those that do not.
extension Restored {
    private static let shownLimit = 40

    var json: JSON {
        [
            "made_ms": .integer(service.madeMs), "restored_ms": .integer(service.restoredMs),
            "missing": .array(
                service.missing.map { terminal in
                    [
                        "terminal": JSON(terminal.id), "name": .string(terminal.name), "base": .string(terminal.base),
                        "last_contact_ms": .integer(terminal.lastContactMs),
                    ]
                }),
            "lost": .array(
                service.lost.map { loss in
                    ["log": .string(loss.log.hex), "here": JSON(loss.here), "seen": JSON(loss.seen)]
                }),
            "orders_stopped": .bool(service.areOrdersStopped),
        ]
    }

    func text(_ language: Language) -> String {
        let (made, restored) = (Moment.text(service.madeMs), Moment.text(service.restoredMs))
        var lines = [
            Phrase(
                "Restored at \(restored) to the state of \(made). The server goes on in a new log; everybody logs in anew.",
                "于 \(restored) 恢复到 \(made) 的状态。服务器以新的日志继续；所有人须重新登录。")
        ]
        lines += terminals()
        lines.append(
            Phrase(
                "A terminal enrolled after \(made) is not known here: enrol it again by a new code, and it sends what it has recorded.",
                "\(made) 之后注册的终端不在此备份中：用新的注册码重新注册后，即上传其全部记录。"))
        lines += service.lost.map { loss in
            Phrase(
                "! lost: what was recorded online in log \(loss.log.hex.prefix(8)), \(loss.here + 1) to \(loss.seen)",
                "! 已丢失：日志 \(loss.log.hex.prefix(8)) 中第 \(loss.here + 1) 至 \(loss.seen) 条在线记录")
        }
        lines.append(
            Phrase(
                "What people did online after \(made) is not in this backup: records, changes, accounts disabled, terminals revoked.",
                "\(made) 之后的在线操作（记录、修改、停用的账号、撤销的终端）不在此备份中。"))
        if service.areOrdersStopped {
            lines.append(
                Phrase(
                    "! No orders are taken: compare the books with the gateways' statements, then rollcall-admin payments resume --reason TEXT",
                    "! 已暂停下单：请与支付机构对账后运行 rollcall-admin payments resume --reason 原因"))
        }
        return lines.map { $0.text(in: language) }.joined(separator: "\n")
    }

    private func terminals() -> [Phrase] {
        guard !service.missing.isEmpty else {
            return [
                Phrase(
                    "Every terminal of the backup has made contact since: what they had recorded is here.",
                    "备份中的终端均已联系：其记录已补回。")
            ]
        }
        var lines = [
            Phrase(
                "\(service.missing.count) terminals have not made contact since; each sends again what the backup lacks of its records:",
                "\(service.missing.count) 台终端尚未联系；联系后各自重新上传备份缺少的记录：")
        ]
        lines += service.missing.prefix(Self.shownLimit).map { terminal in
            let last = terminal.lastContactMs > 0 ? Moment.text(terminal.lastContactMs) : "—"
            return Phrase("  \(terminal.name) (\(terminal.base))  \(last)")
        }
        if service.missing.count > Self.shownLimit {
            let more = service.missing.count - Self.shownLimit
            lines.append(Phrase("  and \(more) more", "  另有 \(more) 台"))
        }
        return lines
    }
}
