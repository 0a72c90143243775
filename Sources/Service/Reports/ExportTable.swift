import Causality
import Domain
import Messages
import Storage

/// One export of one snapshot; rows are formatted when their page is read.
struct ExportTable: Sendable {
    let heading: [Phrase]
    let count: Int
    let row: @Sendable (Int, Snapshot) throws -> [String]

    private static let number = Phrase("number", "编号")
    private static let name = Phrase("name", "姓名")

    private static func said(_ word: (some Named)?, _ language: Language) -> String {
        word?.phrase.text(in: language) ?? ""
    }

    static func awards(
        _ reports: Reports, _ offering: OfferingRecord, _ language: Language, _ snapshot: Snapshot
    ) throws -> ExportTable {
        let awards = try reports.credits.awards(of: offering.id, snapshot)
        return ExportTable(
            heading: [
                number, name, Phrase("project", "项目编号"), Phrase("offering", "期次"),
                Phrase("category", "学分类别"), Phrase("credits", "学分"), Phrase("hours", "学时"),
                Phrase("activity date", "活动日期"), Phrase("state", "状态"), Phrase("reason", "原因"),
            ],
            count: awards.count
        ) { row, _ in
            let award = awards[row]
            return [
                award.number, award.name, award.projectNumber, award.offeringTitle, said(award.category, language),
                "\(Tenths(award.creditsTenths))", "\(Tenths(award.hoursTenths))", "\(Day(award.activityDay))",
                said(award.state, language), award.reason,
            ]
        }
    }

    static func eligible(_ list: EligibilityList, _ language: Language) -> ExportTable {
        ExportTable(
            heading: [number, name, Phrase("eligible", "有效"), Phrase("reasons", "原因")],
            count: list.entries.count
        ) { row, snapshot in
            let entry = list.entries[row]
            let person = try list.attendance.person(entry.person.value, snapshot)
            return [
                person?.number ?? "", person?.name ?? "", entry.isEligible ? "1" : "0",
                entry.obstacles.map { $0.text(in: language) }.joined(separator: "; "),
            ]
        }
    }

    static func scans(
        _ all: OfferingAttendance, _ offering: OfferingRecord, _ language: Language
    ) throws -> ExportTable {
        let entries = all.scans.inOrder
        return ExportTable(
            heading: [
                number, name, Phrase("time", "时间"), Phrase("state", "状态"), Phrase("flag", "标记"),
                Phrase("terminal", "终端"), Phrase("log", "日志"), Phrase("sequence", "序号"),
            ],
            count: entries.count
        ) { row, snapshot in
            guard let scan = try all.shown([entries[row]], snapshot).first else { return [] }
            return [
                scan.number, scan.name, offering.plan.zone.stamp(Instant(scan.atMs)), said(scan.state, language),
                scan.code?.rule.text.text(in: language) ?? "", "\(scan.terminal)",
                scan.log.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(), "\(scan.sequence)",
            ]
        }
    }

    static func analysis(
        _ all: OfferingAttendance, _ offering: OfferingRecord, _ language: Language
    ) -> ExportTable {
        let leave = Phrase("leave", "请假").text(in: language)
        let windows = all.attendance.plan.windows.map { Phrase("\($0)", "\($0)") }
        return ExportTable(
            heading: [number, name, Phrase("present", "出勤"), Phrase("scans", "签到次数")] + windows,
            count: all.attendance.roster.count
        ) { row, snapshot in
            let presence = all.attendance.presence(row: row)
            let person = try all.person(all.attendance.roster.people[row], snapshot)
            return [
                person?.number ?? "", person?.name ?? "",
                all.attendance.isPresent(row: row, demand: offering.demand) ? "1" : "0",
                "\(all.attendance.scansOfPerson[row])",
            ] + presence.inWindow.indices.map { presence.cell($0, leave: leave) }
        }
    }

    static func scores(
        _ reports: Reports, _ offering: OfferingRecord, _ language: Language, _ snapshot: Snapshot
    ) throws -> ExportTable {
        let histories = try ScoreHistories(offering, reports.journal, snapshot)
        let entries = histories.histories.sorted { $0.key < $1.key }
        return ExportTable(
            heading: [
                number, name, Phrase("state", "状态"), Phrase("score", "成绩"), Phrase("marks", "评分记录"),
            ],
            count: entries.count
        ) { row, snapshot in
            let (key, history) = entries[row]
            let score = try reports.exams.score(key, history, histories, offering, snapshot)
            return [
                score.number, score.name, said(score.state, language),
                history.score.settled.map { hundredths(Int($0)) } ?? "",
                score.siblings.map { "\(hundredths(Int($0.valueHundredths))) \($0.actorName)" }.joined(separator: "; "),
            ]
        }
    }
}

extension PersonPresence {
    /// LEV-1: a day of leave shows as such unless the person came all the same.
    fileprivate func cell(_ window: Int, leave: String) -> String {
        if inWindow[window] { return "1" }
        return onLeave.indices.contains(window) && onLeave[window] ? leave : "0"
    }
}
