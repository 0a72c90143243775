import ClientKit
import Console
import Domain
import Messages

extension Command {
    static var scans: Command {
        Command("scans", Phrase("check-ins as they were recorded", "签到记录"), commands: [listScans])
    }

    /// ATT-5: attendance analysis and suggested windows.
    static var attendance: Command {
        Command("attendance", Phrase("who was present", "考勤分析"), commands: [analyse, suggest, explain, .walkIns])
    }

    private static let offering = Name<OfferingRegister>.positional

    private static var listScans: Command {
        let person: Parameter<String?> = .option(
            "person", "NUMBER", Phrase("of this person, by number, id or name", "仅此人，学员编号、人员编号或姓名"))
        let state: Parameter<Choice<ScanState>?> = .option("state", "STATE", Phrase("worth this", "仅此状态"))
        let after: Parameter<String?> = .option(
            "after", "CURSOR", Phrase("go on, as the page before said", "从上一页提示处继续"))
        return Command(
            "list", Phrase("every scan with what it is worth", "逐条列出签到记录"), offering, person, state, Paging.limit,
            after, Paging.all
        ) { arguments, desk in
            let place = try ScanPlace(desk.offering(desk.id(arguments[offering])), desk)
            var table = Table(
                .init("item", Phrase("Item", "记录"), .exact), .init("at_ms", Phrase("Time", "时间")),
                .init("number", Phrase("Number", "编号"), .exact), .init("name", Phrase("Name", "姓名")),
                .init("state", Phrase("State", "状态")), .init("method", Phrase("By", "方式")),
                .init("course_name", Phrase("Course", "课程")), .init("terminal_name", Phrase("Terminal", "终端")),
                .init("basis", Phrase("Time by", "时间依据")), .init("note", Phrase("Note", "备注")),
                .init("course", Phrase("Course", "课程"), .unshown),
                .init("terminal", Phrase("Terminal", "终端"), .unshown))
            guard var cursor = bytes(hex: arguments[after] ?? "") else {
                throw CommandFailure(.usage, name: "usage", Phrase("--after: no such cursor", "--after：无此位置"))
            }
            var left = arguments[Paging.limit]
            let isAll = arguments[Paging.all]
            var totals = ScanTotals()
            repeat {
                let reply: ListScansReply = try desk.call(
                    .attendanceListScans,
                    ListScansRequest(
                        offering: try desk.id(arguments[offering]), cursor: cursor, limit: isAll ? 500 : min(left, 500),
                        person: try arguments[person].map { try desk.person($0, on: try desk.id(arguments[offering])) }
                            ?? 0,
                        state: arguments[state]?.value))
                for scan in reply.scans { table.add(scan, place, desk) }
                left -= min(left, UInt32(reply.scans.count))
                cursor = reply.next
                totals = reply.totals ?? totals
            } while !cursor.isEmpty && (isAll || left > 0)
            try desk.interaction.show(table)
            desk.say(totals)
            desk.sayRest(cursor.isEmpty ? nil : hex(cursor))
            return .ok
        }
    }

    private static var analyse: Command {
        let windows: Parameter<[WindowSpec]> = .options(
            "window", "DAY HH:MM-HH:MM[@COURSE]", Phrase("try this instead of the offering's windows", "试用此时段代替期次的考勤时段")
        )
        let absent: Parameter<Bool> = .flag("absent", Phrase("only who was absent", "仅缺勤者"))
        return Command(
            "analyse", Phrase("who was present in every window", "出勤分析"), offering, windows, absent, Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            let held = try desk.offering(desk.id(arguments[offering]))
            let courses = try desk.courses(of: held.project, named: arguments[windows].compactMap(\.course))
            let table = Table(
                .init("person", Phrase("Person", "人员"), .right), .init("number", Phrase("Number", "编号"), .exact),
                .init("name", Phrase("Name", "姓名")), .init("present", Phrase("Present", "出勤")),
                .init("windows", Phrase("Windows", "时段")), .init("on_leave", Phrase("On leave", "请假")),
                .init("scans", Phrase("Scans", "签到次数"), .right))
            var last = AnalyseReply()
            try desk.list(arguments, table, .attendanceAnalyse) { after, limit in
                AnalyseRequest(
                    offering: try desk.id(arguments[offering]), windows: arguments[windows].map { $0.message(courses) },
                    after: after, limit: limit)
            } rows: { (reply: AnalyseReply, table) in
                last = reply
                for person in reply.people where !arguments[absent] || !person.present {
                    table.add(
                        .init(person.person), .init(person.number), .init(person.name), Shown.flag(person.present),
                        .init(marks: person.inWindow), .init(marks: person.onLeave), .init(person.scans))
                }
                return (reply.people.count, reply.next)
            }
            let names = desk.courseNames(try desk.project(held.project))
            let tried = last.windows.map { $0.text(names) }
            desk.interaction.say(
                Phrase(
                    "present \(last.present), absent \(last.absent); windows: " + tried.joined(separator: ", "),
                    "出勤 \(last.present) 人，缺勤 \(last.absent) 人；时段：" + tried.joined(separator: "、")))
            desk.say(last.totals ?? ScanTotals())
            return .ok
        }
    }

    private static var explain: Command {
        let person: Parameter<String> = .argument("NUMBER", Phrase("the person, by number, id or name", "学员编号、人员编号或姓名"))
        return Command(
            "explain", Phrase("what of somebody's attendance counts, and what would", "某人考勤依据与尚缺"), offering, person
        ) { arguments, desk in
            let id = try desk.id(arguments[offering])
            let reply: ExplainAttendanceReply = try desk.call(
                .attendanceExplain,
                ExplainAttendanceRequest(offering: id, person: try desk.person(arguments[person], on: id)))
            try desk.show(reply)
            return .ok
        }
    }

    private static var suggest: Command {
        let day: Parameter<Day> = .argument("DAY", Phrase("an activity date", "举办日期"))
        return Command(
            "suggest", Phrase("the window that covers a day's scans", "按当日签到推算考勤时段"), offering, day
        ) { arguments, desk in
            let reply: SuggestWindowReply = try desk.call(
                .attendanceSuggestWindow,
                SuggestWindowRequest(offering: try desk.id(arguments[offering]), day: arguments[day].number))
            if let window = reply.window { try desk.interaction.show(window.json, text: window.text([:])) }
            return .ok
        }
    }
}

/// The clock and the courses by which an offering's scans are shown.
private struct ScanPlace {
    let zone: String
    let courses: [UInt64: String]

    init(_ offering: Offering, _ desk: Desk) throws {
        zone = offering.timeZone
        courses = desk.courseNames(try desk.project(offering.project))
    }
}

extension Table {
    fileprivate mutating func add(_ scan: Messages.Scan, _ place: ScanPlace, _ desk: Desk) {
        add(
            .init(ItemName(scan).argument), Shown.moment(scan.atMs, zone: place.zone), .init(scan.number),
            .init(scan.name), .init(scan.state), .init(method: scan.method),
            .init(scan.course == 0 ? "" : place.courses[scan.course] ?? String(scan.course)),
            .init(desk.name(of: scan.terminal, in: TerminalRegister.self)), .init(scan.basis),
            scan.code.map { .init($0.rule.text, json: .string($0.name)) } ?? .empty, .init(scan.course),
            .init(scan.terminal))
    }
}

extension Table.Cell {
    /// A `+` or `-` for each window.
    fileprivate init(marks: [Bool]) {
        self.init(Phrase(marks.map { $0 ? "+" : "-" }.joined()), json: .array(marks.map(JSON.bool)))
    }
}

extension Desk {
    fileprivate func say(_ totals: ScanTotals) {
        interaction.say(
            Phrase(
                "\(totals.scans) scans of \(totals.people) people: \(totals.counted) counted, "
                    + "\(totals.repeats) repeats, \(totals.outsideWindow) outside windows, "
                    + "\(totals.outsideDates) outside dates, \(totals.flagged) flagged, \(totals.voided) voided"
                    + (totals.discarded == 0 ? "" : ", \(totals.discarded) discarded")
                    + (totals.elsewhere == 0 ? "" : ", \(totals.elsewhere) of other offerings")
                    + (totals.onClocksWord == 0 ? "" : "; of the counted \(totals.onClocksWord) on the clock's word"),
                "\(totals.people) 人共 \(totals.scans) 次签到：有效 \(totals.counted)，重复 \(totals.repeats)，"
                    + "时段外 \(totals.outsideWindow)，周期外 \(totals.outsideDates)，待核实 \(totals.flagged)，作废 \(totals.voided)"
                    + (totals.discarded == 0 ? "" : "，不采用 \(totals.discarded)")
                    + (totals.elsewhere == 0 ? "" : "，属于其他期次 \(totals.elsewhere)")
                    + (totals.onClocksWord == 0 ? "" : "；有效签到中 \(totals.onClocksWord) 次凭终端时钟")
            ))
    }
}
