import Domain
import Messages
import Seeded
import Storage
import Terminal

@testable import Service

/// One person at one attempt of the written exam.
private struct Sitter {
    let person: UInt64
    let attempt: Int
    let isSound: Bool
    /// Leaves without handing in.
    let leaves: Bool
    var sitting: Sitting?
    /// The answers that are still to be saved.
    var rest: [(question: SittingQuestion, option: String)] = []
    var counter: UInt64 = 0
    let key: [UInt8]
}

extension ClassDay {
    // In writing

    /// Forty people sit at a time; lines break before a call has arrived, or before its answer has.
    func sitExam() throws {
        let hands = Set(handsOnly)
        var waiting = room.people.filter { !hands.contains($0) && !random.chance(4) }.map { sitter($0, 1) }
        var active: [Sitter] = []
        var gone: [Sitter] = []
        while !waiting.isEmpty || !active.isEmpty {
            while active.count < 40, let next = waiting.popLast() { active.append(next) }
            let place = Int.random(in: active.indices, using: &random)
            room.clock.advance(by: Int64.random(in: 0...400, using: &random))
            guard try step(&active[place]) else { continue }
            let done = active.remove(at: place)
            if done.leaves { gone.append(done) }
            if let sitting = done.sitting, sitting.state == .submitted, !sitting.passed, random.chance(60) {
                waiting.insert(sitter(done.person, done.attempt + 1), at: 0)
            }
            room.callers.work()
        }
        // Time over for who left; some of them come back.
        room.clock.advance(by: Int64(ClassRoom.examMinutes) * 60_000)
        for sitter in gone where !sitter.rest.isEmpty && random.chance(50) { try saveLate(sitter) }
        for _ in 0..<200 where try openSittings() > 0 {
            room.clock.advance(by: 1000)
            room.callers.work()
        }
        guard try openSittings() == 0 else { throw Missing(what: "the end of every sitting") }
    }

    private func openSittings() throws -> Int {
        try room.server.read {
            try $0.first("SELECT COUNT(*) FROM sitting WHERE state = ?1", SittingState.open.rawValue) { $0.int(0) } ?? 0
        }
    }

    private func sitter(_ person: UInt64, _ attempt: Int) -> Sitter {
        Sitter(
            person: person, attempt: attempt, isSound: random.chance(80), leaves: random.chance(4),
            key: room.callers.freshKey())
    }

    /// The person does the next thing.
    /// - Returns: whether they are done.
    private func step(_ sitter: inout Sitter) throws -> Bool {
        let person = sitter.person
        guard let sitting = sitter.sitting else { return try begin(&sitter) }
        if sitter.leaves, sitter.rest.count <= 2 { return true }
        if let next = sitter.rest.first {
            let isLost = random.chance(4)
            if isLost {
                room.callers.hangUp(person)
                // Sent again, or the person takes it for saved.
                if random.chance(80) { return false }
            }
            sitter.counter += 1
            sitter.rest.removeFirst()
            tell(
                Happened(
                    event: .answer, at: room.clock.now, person: ClassRoom.number(person), attempt: sitter.attempt,
                    question: next.question.stem, chosen: next.option, arrived: !isLost))
            if !isLost { try save(next, sitter, sitting) }
            return false
        }
        if random.chance(4) {
            room.callers.hangUp(person)
            return false
        }
        for _ in 0...(random.chance(6) ? 1 : 0) {
            let reply: SittingReply = try room.callers.call(
                person, .sittingsSubmitExam, SubmitExamRequest(sitting: sitting.id))
            sitter.sitting = reply.sitting
        }
        tell(
            Happened(
                event: .submitted, at: room.clock.now, person: ClassRoom.number(person), attempt: sitter.attempt))
        return true
    }

    /// Saved; the answer of the server may be lost, so that it is saved twice.
    private func save(_ next: (question: SittingQuestion, option: String), _ sitter: Sitter, _ sitting: Sitting) throws
    {
        guard let place = next.question.options.firstIndex(of: next.option) else { throw Missing(what: next.option) }
        let request = SaveAnswerRequest(
            sitting: sitting.id, device: 1, counter: sitter.counter, question: next.question.number,
            chosen: 1 << UInt32(place))
        let _: SaveAnswerReply = try room.callers.call(sitter.person, .sittingsSaveAnswer, request)
        guard random.chance(5) else { return }
        room.callers.hangUp(sitter.person)
        let _: SaveAnswerReply = try room.callers.call(sitter.person, .sittingsSaveAnswer, request)
    }

    /// Begins, or goes on after the answer was lost.
    private func begin(_ sitter: inout Sitter) throws -> Bool {
        let request = StartExamRequest(offering: room.offering)
        do {
            var reply: SittingReply = try room.callers.call(
                sitter.person, .sittingsStartExam, request, key: sitter.key)
            if random.chance(5) {
                room.callers.hangUp(sitter.person)
                reply = try room.callers.call(sitter.person, .sittingsStartExam, request, key: sitter.key)
            }
            guard let sitting = reply.sitting, Int(sitting.attempt) == sitter.attempt else {
                throw Missing(what: "attempt \(sitter.attempt)")
            }
            sitter.sitting = sitting
        } catch let refused as Callers.Refused where refused.failure.field == "attendance" {
            // EXM-3c: no scan of theirs counts.
            return true
        }
        tell(
            Happened(
                event: .exam, at: room.clock.now, person: ClassRoom.number(sitter.person), attempt: sitter.attempt))
        let paper: SittingQuestionsReply = try room.callers.call(
            sitter.person, .sittingsSittingQuestions,
            SittingQuestionsRequest(sitting: sitter.sitting?.id ?? 0, limit: 20))
        let isSound = sitter.isSound
        for question in paper.questions {
            let options = ClassRoom.options(question.stem)
            // Some think again.
            for _ in 0...(random.chance(10) ? 1 : 0) {
                sitter.rest.append(
                    (
                        question,
                        random.chance(isSound ? 88 : 40)
                            ? options[0] : options[1 + Int.random(in: 0...2, using: &random)]
                    ))
            }
        }
        return false
    }

    /// The time is over: what comes now is refused.
    private func saveLate(_ sitter: Sitter) throws {
        guard let sitting = sitter.sitting, let next = sitter.rest.first else { return }
        var late = sitter
        late.counter += 1
        tell(
            Happened(
                event: .answer, at: room.clock.now, person: ClassRoom.number(sitter.person), attempt: sitter.attempt,
                question: next.question.stem, chosen: next.option, arrived: true))
        do {
            try save(next, late, sitting)
            throw Missing(what: "the refusal of an answer after the time")
        } catch let refused as Callers.Refused where refused.failure.code == .tooLate {
            return
        }
    }

    // By examiners

    /// A tenth of the people show their skills instead of writing.
    private var handsOnly: [UInt64] { Array(room.people.suffix(room.people.count / 10)) }

    /// Two examiners apart, each at a terminal; one corrects some of their marks, and somebody who is no examiner marks too.
    func examineSkills() throws {
        let examined = handsOnly + room.people.prefix(room.people.count / 40)
        for (place, person) in examined.enumerated() {
            room.clock.advance(by: 500)
            let value = UInt64(Int.random(in: 80...190, using: &random) * 50)
            try mark(person, value, by: ClassRoom.examiners[0], at: 0)
            switch place % 10 {
            case 0: try mark(person, value, by: ClassRoom.examiners[1], at: 1)
            case 1, 2:
                try mark(
                    person, UInt64(Int.random(in: 80...190, using: &random) * 50), by: ClassRoom.examiners[1], at: 1)
            case 3:
                try mark(
                    person, UInt64(Int.random(in: 80...190, using: &random) * 50), by: ClassRoom.examiners[0], at: 0)
            case 4: try mark(person, 10_000, by: 77, at: 2)
            default: break
            }
        }
    }

    private func mark(_ person: UInt64, _ value: UInt64, by examiner: UInt64, at door: Int) throws {
        guard let terminal = doors[door].device.terminal else { return }
        _ = try terminal.score(
            ClassRoom.number(person), offering: room.offering, hundredths: value, actor: examiner,
            at: doors[door].clocks.now)
        tell(
            Happened(
                event: .mark, at: room.clock.now, person: ClassRoom.number(person), terminal: door,
                boot: doors[door].boot, examiner: Int(examiner), mark: Int(value)))
    }

    /// Two of three conflicts are decided.
    func adjudicate() throws {
        let conflicts: ListScoresReply = try room.ask(
            .examsListScores, ListScoresRequest(offering: room.offering, limit: 500, onlyConflicts: true))
        guard !conflicts.scores.isEmpty else { throw Missing(what: "a conflict") }
        for (place, score) in conflicts.scores.enumerated() where place % 3 != 0 {
            let value = UInt32(Int.random(in: 80...190, using: &random) * 50)
            let _: AdjudicateReply = try room.ask(
                .examsAdjudicate,
                AdjudicateRequest(
                    offering: room.offering, person: score.person, assessment: score.assessment, valueHundredths: value,
                    reason: "复核录像", context: score.context))
            tell(Happened(event: .adjudication, at: room.clock.now, person: score.number, mark: Int(value)))
        }
    }
}
