import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// ATT-9a: the work list of an offering as a file.
    static var exportWork: Command {
        let offering = Name<OfferingRegister>.positional
        let out: Parameter<String> = .required(
            "out", "FILE", Phrase("the CSV to write; only you can read it", "写入的 CSV 文件，仅本人可读"))
        return Command(
            "export", Phrase("what waits and what was decided, as CSV", "导出待认定与已认定的签到"), offering, out
        ) { arguments, desk in
            let held = try desk.offering(desk.id(arguments[offering]))
            let waiting = try desk.workItems(of: held.id).items
            let names = Set(waiting.compactMap { $0.scan.map { ItemName($0).argument } })
            let decided = try desk.workItems(of: held.id, decided: true).items.filter { item in
                item.scan.map { !names.contains(ItemName($0).argument) } ?? true
            }
            var writer = DelimitedWriter(digits: .guarded)
            writer.append(
                [
                    Phrase("Item", "记录"), Phrase("Time", "时间"), Phrase("Number", "编号"), Phrase("Name", "姓名"),
                    Phrase("State", "状态"), Phrase("Because", "原因"), Phrase("Terminal", "终端"), Phrase("Decided", "认定"),
                ].map(desk.interaction.text))
            for item in waiting + decided { writer.append(desk.cells(item, zone: held.timeZone)) }
            try PrivateFile.write(writer.take(), to: arguments[out])
            try desk.interaction.show(
                ["file": .string(arguments[out]), "items": JSON(waiting.count + decided.count)], text: arguments[out])
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
