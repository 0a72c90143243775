import Application
import Domain
import Messages
import Storage

/// One thing about somebody's attendance in an offering: a window, a scan that does not count, or a decision.
struct AttendanceFinding {
    let text: Phrase
    var isLacking = false
    var isDecision = false
    var atMs: Int64 = 0
    var log: [UInt8] = []
    var sequence: UInt64 = 0
}

extension OfferingAttendance {
    /// A finding a window, with the scan that counts in it; then what was decided about the person's scans.
    /// - Parameter isWhole: with each scan that does not count, and what would have to happen for it to count.
    func findings(
        about person: UInt64, _ demand: AttendanceDemand, isWhole: Bool, _ names: inout DecisionNames,
        _ snapshot: Snapshot
    ) throws -> [AttendanceFinding] {
        guard let row = attendance.roster.row(of: person) else {
            return [AttendanceFinding(text: Phrase("not on the roster", "不在本期名单中"), isLacking: true)]
        }
        let plan = attendance.plan
        let presence = attendance.presence(row: row)
        let isMet = presence.result(demand, in: plan) == .present
        var findings: [AttendanceFinding] = []
        for (index, window) in plan.windows.enumerated() {
            guard let position = attendance.countedScan(row: row, window: index),
                let scan = try shown([position], snapshot).first
            else {
                let isLeave = presence.onLeave.indices.contains(index) && presence.onLeave[index]
                let text =
                    isLeave
                    ? Phrase("\(window): on leave", "\(window)：请假")
                    : Phrase("\(window): no scan counts", "\(window)：无有效签到")
                findings.append(AttendanceFinding(text: text, isLacking: !isMet))
                continue
            }
            let (clock, place) = try (plan.zone.stamp(Instant(scan.atMs)), self.place(of: scan, &names))
            findings.append(
                AttendanceFinding(
                    text: Phrase(
                        "\(window): counted by the scan of \(clock), \(place.en)",
                        "\(window)：\(clock) 签到计入（\(place.zh)）"),
                    atMs: scan.atMs, log: scan.log, sequence: scan.sequence))
        }
        let own = scans.scans.indices.filter { scans.scans[$0].person == person }
        if isWhole { findings += try uncounted(own, &names, snapshot) }
        return try findings
            + decisions(about: own, of: person, &names).map { decision in
                let ruling = decision.ruling?.phrase ?? Phrase("")
                return AttendanceFinding(
                    text: Phrase("decided: \(ruling.en), \(decision.reason)", "裁定：\(ruling.zh)，\(decision.reason)"),
                    isDecision: true, atMs: decision.atMs, log: decision.factLog, sequence: decision.factSequence)
            }
    }

    private func place(of scan: Messages.Scan, _ names: inout DecisionNames) throws -> Phrase {
        let terminal = try names.terminal(scan.terminal)
        return terminal.isEmpty ? Phrase("online", "在线签到") : Phrase("terminal \(terminal)", "终端 \(terminal)")
    }

    /// The scans that do not count, though not those that join another.
    private func uncounted(
        _ own: [Int], _ names: inout DecisionNames, _ snapshot: Snapshot
    ) throws -> [AttendanceFinding] {
        var findings: [AttendanceFinding] = []
        for scan in try shown(own, snapshot) {
            guard let state = scan.state, state != .counted, state != .repeat else { continue }
            let place = try self.place(of: scan, &names)
            let moment = attendance.plan.zone.stamp(Instant(scan.atMs))
            let time = scan.atMs == 0 ? Phrase("an unknown time", "时间未知") : Phrase(moment)
            let reason = state.obstacle(scan.code)
            findings.append(
                AttendanceFinding(
                    text: Phrase(
                        "the scan of \(time.en), \(place.en), does not count: \(reason.en)",
                        "\(time.zh) 的签到（\(place.zh)）未计入：\(reason.zh)"),
                    isLacking: true, atMs: scan.atMs, log: scan.log, sequence: scan.sequence))
        }
        return findings
    }

    /// ATT-9c: returns what was decided about a person's scans, and about those that were recorded as theirs.
    func decisions(
        about own: [Int], of person: UInt64, _ names: inout DecisionNames
    ) throws -> [ScanDecision] {
        guard !scans.decided.isEmpty else { return [] }
        let facts = Set(own.compactMap { index in decisions(about: index).first?.fact })
        let found = scans.decided.all.filter { decisions in
            decisions.contains { $0.subject == person || facts.contains($0.fact) }
        }
        return try found.sorted { $0[0].id < $1[0].id }.flatMap { decisions in
            let standing = StandingDecisions(decisions.map(\.decision))
            return try decisions.map { try names.message($0, standing, showsActor: false) }
        }
    }
}

extension ScanState {
    /// Why a scan of this state counts for nothing, and what would have to happen for it to count.
    fileprivate func obstacle(_ code: ErrorCode?) -> Phrase {
        switch self {
        case .counted, .repeat: Phrase("")
        case .outsideWindow: Phrase("outside every window", "不在任何考勤时段内")
        case .outsideDates: Phrase("outside the activity dates, it never counts", "不在举办周期内，不予计入")
        case .voided: Phrase("whoever recorded it took it back", "记录人已作废")
        case .discarded: Phrase("a person decided so", "经认定不采用")
        case .elsewhere: Phrase("a person decided that it belongs to another offering", "经认定属于其他期次")
        case .flagged:
            switch code {
            case .timeUncertain:
                Phrase(
                    "its time is uncertain; it would count if its terminal syncs and that settles the time, or a person decides so",
                    "时间不确定；终端同步后能确定时间，或经人工认定后可计入")
            case .notOnRoster: Phrase("not on the roster; it would count if they are put on it", "不在名单中；列入名单后可计入")
            case .decisionsDiffer:
                Phrase("decided in different ways; it would count once one decision stands", "认定结果不一致；重新认定后可计入")
            default:
                Phrase(
                    "\(code?.rule.text.en ?? "flagged"); it would count if a person decides so",
                    "\(code?.rule.text.zh ?? "待核实")；经人工认定后可计入")
            }
        }
    }
}
