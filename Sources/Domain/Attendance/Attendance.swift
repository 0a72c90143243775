/// The scans of one offering with their verdicts, and each person's presence by window.
///
/// Time and memory are linear in the scans, with one cell per person and window and no allocation per scan. Scans added
/// later cost only their own share.
package struct Attendance: Sendable {
    package let plan: AttendancePlan
    package let roster: PersonRows
    /// In the order of the scans.
    package private(set) var verdicts: [ScanVerdict]
    package private(set) var totals = ScanCounts()
    /// The number of people with a counted scan, by window.
    package private(set) var peopleInWindow: [Int]
    /// By row of the roster: the number of scans, except voided ones and those that belong elsewhere.
    package private(set) var scansOfPerson: [UInt32]

    /// By row: the number of windows with a counted scan.
    private var windowsOfPerson: [UInt16]
    /// The number of people with a counted scan in every window.
    private var inEveryWindow: Int
    /// The index of the date found last, where the search for the next scan starts.
    private var hint = 0
    /// By row, for people with leave: whether each window is on a day of approved leave.
    private var onLeave: [Int: [Bool]] = [:]
    /// By row and window, `row * windows + window`: the position of the counted scan, or −1.
    private var first: [Int32]

    /// - Parameters:
    ///   - scans: of two at the same millisecond, the first is counted and the other is its repeat.
    ///   - isFirst: returns whether the scan at one position precedes that at another; compares positions by default.
    package init(
        _ scans: [ScanFact], roster: PersonRows, plan: AttendancePlan, isFirst: (Int, Int) -> Bool = { $0 < $1 }
    ) {
        self.plan = plan
        self.roster = roster
        let width = plan.windows.count
        verdicts = []
        peopleInWindow = Array(repeating: 0, count: width)
        scansOfPerson = Array(repeating: 0, count: roster.count)
        windowsOfPerson = Array(repeating: 0, count: roster.count)
        inEveryWindow = width == 0 ? roster.count : 0
        first = Array(repeating: -1, count: roster.count * width)
        judge(scans, isFirst: isFirst)
    }

    /// Judges the scans after those already judged.
    /// - Parameter scans: all scans, the judged ones first and unchanged.
    package mutating func judge(_ scans: [ScanFact], isFirst: (Int, Int) -> Bool = { $0 < $1 }) {
        verdicts.reserveCapacity(scans.count)
        for position in verdicts.count..<scans.count {
            let scan = scans[position]
            let row = roster.row(of: scan.person)
            var verdict = plan.judge(scan, onRoster: row != nil, hint: &hint)
            if let row, verdict.state != .voided, verdict.state != .elsewhere { scansOfPerson[row] &+= 1 }
            if verdict.state == .counted, let row {
                let window = Int(verdict.window)
                let holder = Int(first[row * plan.windows.count + window])
                // Logs arrive in any order: the earlier scan is the first, whichever arrived first.
                if holder < 0 {
                    enter(row, window)
                } else if scan.earliestMs < scans[holder].earliestMs
                    || scan.earliestMs == scans[holder].earliestMs && isFirst(position, holder)
                {
                    verdicts[holder].state = .repeat
                    totals.counted -= 1
                    totals.repeats += 1
                    if scans[holder].isOnClocksWord { totals.onClocksWord -= 1 }
                } else {
                    verdict.state = .repeat
                }
                if verdict.state == .counted { first[row * plan.windows.count + window] = Int32(position) }
            }
            totals.add(verdict.state, isOnClocksWord: scan.isOnClocksWord)
            verdicts.append(verdict)
        }
    }

    /// Counts a person's first counted scan in a window.
    private mutating func enter(_ row: Int, _ window: Int) {
        peopleInWindow[window] += 1
        windowsOfPerson[row] += 1
        if windowsOfPerson[row] == 1 { totals.people += 1 }
        if Int(windowsOfPerson[row]) == plan.windows.count { inEveryWindow += 1 }
    }

    /// LEV-1: returns the same scans with approved leave by person.
    package func excusing(_ leave: [UInt64: [ClosedRange<Day>]]) -> Attendance {
        var excused = self
        excused.onLeave = [:]
        for (person, periods) in leave {
            guard let row = roster.row(of: person) else { continue }
            let windows = plan.windows.map { window in periods.contains { $0.contains(window.day) } }
            if windows.contains(true) { excused.onLeave[row] = windows }
        }
        return excused
    }

    /// Returns the position of this person's counted scan in this window; nil if there is none.
    package func countedScan(row: Int, window: Int) -> Int? {
        let position = first[row * plan.windows.count + window]
        return position < 0 ? nil : Int(position)
    }

    /// Returns whether `presence(row:)` meets the demand. Allocates nothing, for counting many.
    package func isPresent(row: Int, demand: AttendanceDemand) -> Bool {
        // The slow path: few people have leave.
        guard onLeave[row] == nil else { return presence(row: row).result(demand, in: plan) == .present }
        return meets(demand, windows: Int(windowsOfPerson[row]))
    }

    private func meets(_ demand: AttendanceDemand, windows: Int) -> Bool {
        switch demand {
        case .theSession, .everyDayAndWindow: windows == plan.windows.count
        case .anyOnePeriod: windows > 0
        }
    }

    /// Returns how many people of the roster meet the demand. Iterates over people with leave only.
    package func presentCount(_ demand: AttendanceDemand) -> Int {
        var count =
            switch demand {
            case .theSession, .everyDayAndWindow: inEveryWindow
            case .anyOnePeriod: totals.people
            }
        for row in onLeave.keys {
            if meets(demand, windows: Int(windowsOfPerson[row])) { count -= 1 }
            if isPresent(row: row, demand: demand) { count += 1 }
        }
        return count
    }

    /// Returns whether any scan of a person counts; where nothing is demanded, whether there is one.
    package func hasBeenThere(row: Int) -> Bool {
        windowsOfPerson[row] > 0 || plan.windows.isEmpty && scansOfPerson[row] > 0
    }

    /// Returns one person's presence by window.
    package func presence(row: Int) -> PersonPresence {
        PersonPresence(
            inWindow: plan.windows.indices.map { countedScan(row: row, window: $0) != nil },
            onLeave: onLeave[row] ?? [])
    }
}

extension AttendancePlan {
    /// Judges a scan by itself, before repeats are joined. The dates come first, because a scan that certainly never
    /// counts needs no decision; doubtful evidence takes precedence over the roster and the windows.
    func judge(_ scan: ScanFact, onRoster: Bool, hint: inout Int) -> ScanVerdict {
        switch scan.decision {
        case .voided: return ScanVerdict(.voided)
        case .elsewhere: return ScanVerdict(.elsewhere)
        case .discarded: return ScanVerdict(.discarded)
        case .none, .accepted, .contested: break
        }
        guard isHeld else { return ScanVerdict(.flagged, code: .wrongState) }
        let place = place(scan, hint: &hint)
        if place == .outsideDates { return ScanVerdict(.outsideDates, code: .outsideActivityDates) }
        if scan.decision == .contested { return ScanVerdict(.flagged, code: .decisionsDiffer) }
        if scan.decision != .accepted {
            switch scan.evidence {
            case .good: break
            case .codeExpired: return ScanVerdict(.flagged, code: .codeExpired)
            case .codeForged: return ScanVerdict(.flagged, code: .codeForged)
            case .courseUnknown: return ScanVerdict(.flagged, code: .unknownCourse)
            case .codeUncertain: return ScanVerdict(.flagged, code: .timeUncertain)
            case .clientShared: return ScanVerdict(.flagged, code: .oneClient)
            case .withoutTerminal: return ScanVerdict(.flagged, code: .noTerminal)
            }
        }
        // A person who is not on the roster is never counted, whatever was decided about the scan.
        guard onRoster else { return ScanVerdict(.flagged, code: .notOnRoster) }
        switch place {
        case .inside(let window): return ScanVerdict(.counted, window: Int16(window))
        case .uncertain(let window):
            return scan.decision == .accepted
                ? ScanVerdict(.counted, window: Int16(window)) : ScanVerdict(.flagged, code: .timeUncertain)
        case .outsideWindow, .outsideDates: return ScanVerdict(.outsideWindow)
        }
    }

    /// ATT-4: judges the scans of one person in order, for the answer to a check-in. The verdicts equal those that
    /// `Attendance` gives these scans among everybody's.
    package func verdicts(ofOnePerson scans: [ScanFact], onRoster: Bool) -> [ScanVerdict] {
        var hint = 0
        var verdicts = scans.map { judge($0, onRoster: onRoster, hint: &hint) }
        var first = [Int](repeating: -1, count: windows.count)
        for position in scans.indices where verdicts[position].state == .counted {
            let window = Int(verdicts[position].window)
            let holder = first[window]
            if holder < 0 {
                first[window] = position
            } else if scans[position].earliestMs < scans[holder].earliestMs {
                verdicts[holder].state = .repeat
                first[window] = position
            } else {
                verdicts[position].state = .repeat
            }
        }
        return verdicts
    }
}
