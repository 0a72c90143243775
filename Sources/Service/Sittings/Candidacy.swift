import Application
import Domain
import Messages
import Storage

/// One person at the door of one exam: which class it is about, and whether they may begin.
struct Candidacy {
    let person: UInt64
    let offering: OfferingRecord
    let policy: Policy
    /// Nil for the exam of the offering.
    let paper: PaperRecord?
    let base: UInt64
    /// The booking that admits them; nil for the attendance list.
    let booking: BookingRecord?
    /// Their sittings, the first one first.
    let sittings: [SittingRecord]

    var open: SittingRecord? { sittings.last { $0.state == .open } }

    /// Those that have ended.
    var attempts: ExamAttempts {
        ExamAttempts(
            passed: sittings.contains(where: \.passed), failed: sittings.count { $0.state != .open && !$0.passed })
    }
}

extension Sittings {
    /// Whoever scans the code of a paper, or asks for the exam of an offering.
    /// - Throws: refuses a code that opens nothing, and a class that admits to nothing.
    func entry(_ request: StartExamRequest, of person: UInt64, _ snapshot: Snapshot) throws -> Candidacy {
        guard !request.code.isEmpty else { return try entry(offering: request.offering, of: person, snapshot) }
        let (paper, base) = try exams.paper(opened: request.code, snapshot)
        let booking = try bookings.examBooking(of: person, in: paper.programme, snapshot)
        return try entry(offering: booking.offering, of: person, paper: paper, base: base, booking: booking, snapshot)
    }

    func entry(
        offering: UInt64, of person: UInt64, paper: PaperRecord? = nil, base: UInt64 = 0,
        booking: BookingRecord? = nil, _ snapshot: Snapshot
    ) throws -> Candidacy {
        try entry(
            OfferingRecord(offering, snapshot), of: person, paper: paper, base: base, booking: booking, snapshot)
    }

    func entry(
        _ offering: OfferingRecord, of person: UInt64, paper: PaperRecord? = nil, base: UInt64 = 0,
        booking: BookingRecord? = nil, _ snapshot: Snapshot
    ) throws -> Candidacy {
        Candidacy(
            person: person, offering: offering, policy: try programmes.policy(of: offering.programme, snapshot),
            paper: paper, base: base, booking: booking,
            sittings: try snapshot.all(
                SittingRecord.ofPersonInOffering, offering.id, person, body: SittingRecord.columns.read))
    }

    /// EXM-3, EXM-4, ATT-8: throws unless the person may begin an attempt now.
    /// - Parameter isAtDoor: false for somebody who has no code of a paper yet, and is not asked for it.
    func requireAdmitted(_ entry: Candidacy, now: Int64, isAtDoor: Bool = true, _ snapshot: Snapshot) throws {
        try requireEntry(entry, isAtDoor: isAtDoor, snapshot)
        try entry.attempts.requireLeft(entry.policy.resits)
        try ExamOpening.requireOpen(opens(entry, snapshot), now: Instant(now), zone: entry.offering.plan.zone)
    }

    /// EXM-3a: when the exam opens.
    /// - Throws: `wrongState` while an evaluation comes before it that is lacking.
    func opens(_ entry: Candidacy, _ snapshot: Snapshot) throws -> Instant {
        try opens(entry.offering, entry.policy, evaluated: evaluated(entry, snapshot))
    }

    /// EXM-3a: when the exam of a class opens for whoever has evaluated it so.
    func opens(
        _ offering: OfferingRecord, _ policy: Policy, evaluated: ExamOpening.Evaluated
    ) throws(Refusal) -> Instant {
        try ExamOpening.opens(
            waitDays: policy.waitDays, lastDay: offering.dates.last?.day ?? Day(0), classEnds: offering.time.ends,
            evaluated: evaluated, zone: offering.plan.zone)
    }

    /// Whether a class has a written exam: questions of its own, or the papers of its programme.
    func hasExam(_ offering: OfferingRecord, _ policy: Policy, _ snapshot: Snapshot) throws -> Bool {
        switch policy.examEntry {
        case nil: false
        case .paperCode: try !snapshot.exists(.offeringIsSkillsExam, offering.id)
        case .attendanceList: try QuestionDemand.enabled(in: offering.id, snapshot) > 0
        }
    }

    private func evaluated(_ entry: Candidacy, _ snapshot: Snapshot) throws -> ExamOpening.Evaluated {
        guard entry.policy.evaluationForm != nil, entry.policy.evaluationGates?.contains(.exam) == true else {
            return .notDemanded
        }
        let person = entry.person
        let given = try evaluations.given(entry.offering.id, by: person...person, snapshot)[person]
        return given.map { .done(Instant($0)) } ?? .lacking
    }

    private func requireEntry(_ entry: Candidacy, isAtDoor: Bool, _ snapshot: Snapshot) throws {
        try entry.offering.requireHeld()
        let attendance = try OfferingAttendance(entry.offering, checkIns.keptAttendance, snapshot).attendance
        guard let row = attendance.roster.row(of: entry.person) else { throw Refusal(.notOnRoster, field: "offering") }
        switch (entry.policy.examEntry, entry.paper != nil || !isAtDoor && entry.policy.examEntry == .paperCode) {
        case (.attendanceList, false):
            guard attendance.hasBeenThere(row: row) else {
                throw Refusal(
                    .wrongState, field: "attendance", "no scan of yours counts: no attendance, no exam",
                    zh: "没有有效签到，不能参加考试")
            }
        case (.paperCode, true):
            let missing = attendance.presence(row: row).result(entry.offering.demand, in: attendance.plan).missing
            guard missing.isEmpty else {
                throw Refusal(
                    .wrongState, field: "attendance",
                    Phrase(
                        "you have not attended the class: " + missing.map(\.en).joined(separator: ", "),
                        "未完成课程考勤：" + missing.map(\.zh).joined(separator: "，")))
            }
        case (.paperCode, false):
            throw Refusal(
                .wrongState, field: "code", "scan the code of a paper at an exam base", zh: "请到考核基地扫描试卷二维码")
        case (.attendanceList, true), (nil, _):
            throw Refusal(.wrongState, field: "exam", "this programme has no such exam", zh: "该项目体系没有此考试")
        }
    }
}

// The face of sittings for what comes after a written exam.
extension Sittings {
    /// SKL-1a: whether a person has passed the written exam of a class.
    func hasPassed(_ offering: UInt64, _ person: UInt64, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.all(SittingRecord.ofPersonInOffering, offering, person, body: SittingRecord.columns.read)
            .contains { $0.state != .open && $0.passed }
    }
}
