import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// ATT-9a: the work list of an offering as a file.
    static var exportWork: Command {
        let offering = Name<OfferingRegister>.positional
        let out: Parameter<String> = .required(
            "out", "FILE", Phrase("an .xlsx or CSV that only you can read", "写入仅本人可读的 .xlsx 或 CSV 文件"))
        return Command(
            "export", Phrase("what waits and what was decided", "导出待认定与已认定的签到"), offering, out
        ) { arguments, desk in
            let held = try desk.offering(desk.id(arguments[offering]))
            let waiting = try desk.workItems(of: held.id).items
            let names = Set(waiting.compactMap { $0.scan.map { ItemName($0).argument } })
            let decided = try desk.workItems(of: held.id, decided: true).items.filter { item in
                item.scan.map { !names.contains(ItemName($0).argument) } ?? true
            }
            let file = try ListFile(arguments[out])
            try file.append(
                [
                    Phrase("Item", "记录"), Phrase("Time", "时间"), Phrase("Number", "编号"), Phrase("Name", "姓名"),
                    Phrase("State", "状态"), Phrase("Because", "原因"), Phrase("Terminal", "终端"), Phrase("Decided", "认定"),
                ].map { .text(desk.interaction.text($0)) })
            for item in waiting + decided {
                try file.append(desk.cells(item, zone: held.timeZone).map { .text($0) })
            }
            try desk.finish(file, at: arguments[out])
            return .ok
        }
    }
}

extension Desk {
    fileprivate func cells(_ item: WorkItem, zone: String) -> [String] {
        let scan = item.scan ?? Messages.Scan()
        let decisions = item.decisions.filter(\.stands).map { interaction.text($0.text) }
        return [
            ItemName(scan).argument, scan.atMs == 0 ? "" : Shown.text(scan.atMs, zone: zone), scan.number, scan.name,
            interaction.text(scan.state?.phrase ?? Phrase("")),
            (item.quarantine ?? scan.code).map { interaction.text($0.rule.text) } ?? "", item.terminalName,
            decisions.joined(separator: "; "),
        ]
    }
}
