import Application
import Console
import Crypto
import Domain
import Foundation
import Service
import Storage
import Threads

/// `rollcalld check`: checks everything whose damage can be detected, changes nothing, and reports on one screen.
enum CheckCommand {
    private static let rows = 256

    static func run(_ folder: DataFolder, _ interaction: Interaction) throws -> ExitCode {
        let lock = try FolderLock(folder, for: "check")
        defer { withExtendedLifetime(lock) {} }
        let keys = try ServerKeys(folder)
        var report = CheckReport()
        do {
            try look(folder, keys, &report)
        } catch let error as StorageError where error.kind == .damage {
            // The index of what to check is itself damaged: the rest was not checked.
            report.add(Phrase("the rest", "其余部分"), 0, [Damage("\(error)")])
        }
        try interaction.show(report.json, text: report.text(interaction.language))
        return report.isSound ? .ok : .failure
    }

    private static func look(_ folder: DataFolder, _ keys: ServerKeys, _ report: inout CheckReport) throws {
        report.add(Phrase("keys", "密钥"), KeyCheck.Key.allCases.count + 2)
        // Before the database is opened, because opening replays the log up to the damage.
        report.add(Phrase("log", "预写日志"), 1, [try folder.brokenLog()].compactMap(\.self))
        let database = try Database(path: folder.database, access: .reading)
        try database.leaveLog()
        if try database.isCovered() {
            try lookAtPages(folder, &report)
        } else {
            report.note(
                Phrase(
                    "the pages carry no checksums yet: they get them when the server starts",
                    "数据页尚无校验和：服务器下次启动时补上"))
        }
        report.add(Phrase("structure", "结构"), 1, try database.integrityProblems().map { Damage($0) })
        guard try database.isMigrated("service", Schema.migrations) else {
            throw CommandFailure(
                .failure, name: "older_schema",
                Phrase("the database is of an earlier version", "数据库为较早版本"),
                hint: Phrase("start the server once, then check", "请先启动一次服务器再检查"))
        }
        let wrong = try keys.check.wrong(database)
        guard wrong.isEmpty else { throw folder.wrong(wrong) }
        for warning in try Surroundings(folder).warnings(try database.read { try CommitMark($0) }) {
            report.warn(warning)
        }
        try lookAtMark(folder, database, &report)
        try lookAtRows(keys, database, &report)
        let earlier = try database.read { snapshot in
            try snapshot.all("SELECT damage, found_ms FROM found_damage ORDER BY found_ms, damage") {
                (damage: $0.text(0), atMs: $0.integer(1))
            }
        }
        for found in earlier {
            let day = Moment.text(found.atMs)
            report.note(Phrase("found by the server at \(day): \(found.damage)", "服务器于 \(day) 发现：\(found.damage)"))
        }
    }

    private static func lookAtPages(_ folder: DataFolder, _ report: inout CheckReport) throws {
        let file = try PageFile(folder.database)
        let count = try file.count()
        var (damage, uncovered) = ([Damage](), 0)
        for number in 1...max(1, count) {
            switch try file.state(of: number) {
            case .sound: break
            case .damaged: damage.append(Damage("page \(number) is damaged"))
            case .uncovered: uncovered += 1
            }
        }
        report.add(Phrase("pages", "数据页"), Int(count), damage)
        guard uncovered > 0 else { return }
        report.note(
            Phrase(
                "\(uncovered) pages were written by another program and carry no checksums",
                "\(uncovered) 个数据页由其他程序写入，无校验和"))
    }

    private static func lookAtMark(
        _ folder: DataFolder, _ database: Database, _ report: inout CheckReport
    ) throws {
        let marked = try database.read { try CommitMark($0) }
        guard let file = try MarkFile(folder).read(folder) else {
            guard marked != .none else { return }
            return report.note(
                Phrase(
                    "no rollcall.mark: whether the database is whole to its end is not known",
                    "缺少 rollcall.mark：无法判断数据库末尾是否完整"))
        }
        report.add(Phrase("end", "末尾"), 1, [file.missing(from: marked)].compactMap { $0 })
    }

    private static func lookAtRows(
        _ keys: ServerKeys, _ database: Database, _ report: inout CheckReport
    ) throws {
        let service = keys.service()
        for part in Checks.checkParts {
            var (after, count, damage) = (UInt64(0), 0, [Damage]())
            while true {
                let looked = try database.read { try service.checks.check(part, after: after, atMost: rows, $0) }
                count += looked.rows
                damage += looked.damage
                guard let last = looked.last else { break }
                after = last
            }
            report.add(part.name, count, damage)
        }
        let orphans = try database.read { try service.checks.orphans($0) }
        report.add(Phrase("references", "引用"), 1, orphans)
    }
}
