import Domain
import Messages
import PowerCut
import Seeded
import Storage

@testable import Service

/// Attempts at one written exam, of which nobody passes any, by one seed: two devices of a person, answers lost and repeated, the
/// server killed and its power cut at any write, the time over in the middle. No call about a sitting carries the client's time, so
/// that no clock but the server's can decide anything.
final class SittingHistory {
    private struct Given: Equatable {
        let device: UInt64
        let counter: UInt64
        let question: UInt32
        let chosen: UInt32
    }

    private let room: ClassRoom
    private var random: SeededRandom
    private var lives: UInt64 = 0
    private var attempts: [UInt64: UInt32] = [:]
    private(set) var cuts = 0

    init(seed: UInt64, bug: InlineExecutor.Bug = .none) throws {
        random = SeededRandom(seed: seed)
        room = try ClassRoom(people: 2, bug: bug)
        // Nobody passes, so that attempts never end.
        try room.server.write { try $0.execute("UPDATE offering SET pass_mark_hundredths = 10001") }
        room.go(to: ClassRoom.at(490))
        let code: VenueCodeReply = try room.ask(.attendanceVenueCode, VenueCodeRequest(offering: room.offering))
        for person in room.people {
            let _: CheckInReply = try room.callers.call(person, .attendanceCheckIn, CheckInRequest(code: code.code))
        }
        room.go(to: ClassRoom.at(1050))
    }

    /// One attempt from its beginning to its mark.
    /// - Returns: what is wrong with it; nil for nothing.
    func sit() throws -> String? {
        let person = room.people[Int.random(in: room.people.indices, using: &random)]
        let attempt = attempts[person, default: 0] + 1
        attempts[person] = attempt
        let key = room.callers.freshKey()
        let begun: SittingReply = try insist {
            try $0.call(person, .sittingsStartExam, StartExamRequest(offering: room.offering), key: key)
        }
        guard let sitting = begun.sitting, sitting.attempt == attempt else { return "another attempt was begun" }
        let paper: SittingQuestionsReply = try insist {
            try $0.call(
                person, .sittingsSittingQuestions, SittingQuestionsRequest(sitting: sitting.id, limit: 20))
        }
        let (known, doubtful) = try answer(paper.questions, sitting, person)
        let isOver = random.chance(30)
        if isOver {
            room.go(to: sitting.endsMs)
            if random.chance(50) { try restart() }
            while try insist({ try self.sittings(person, $0) }).first?.state == .open {
                room.clock.advance(by: 1000)
                room.callers.work()
                if room.server.disk.isDead { try restart() }
            }
        } else {
            for _ in 0...1 {
                let _: SittingReply = try insist {
                    try $0.call(person, .sittingsSubmitExam, SubmitExamRequest(sitting: sitting.id))
                }
            }
        }
        return try fault(in: sitting, of: person, paper.questions, known, doubtful, isOver: isOver)
    }

    /// - Returns: the answers that the server has acknowledged, in order, and those of which nobody knows.
    private func answer(
        _ questions: [SittingQuestion], _ sitting: Sitting, _ person: UInt64
    ) throws -> (known: [Given], doubtful: [Given]) {
        var known: [Given] = []
        var doubtful: [Given] = []
        var counters: [UInt64: UInt64] = [:]
        for _ in 0..<Int.random(in: 2...10, using: &random) {
            guard let question = questions.randomElement(using: &random) else { break }
            let device = UInt64.random(in: 1...2, using: &random)
            counters[device, default: 0] += 1
            let given = Given(
                device: device, counter: counters[device] ?? 0, question: question.number,
                chosen: random.chance(10) ? 0 : 1 << UInt32.random(in: 0..<4, using: &random))
            try disturb(sitting)
            do {
                try save(given, sitting, person)
                known.append(given)
            } catch is Callers.NoAnswer {
                try restart()
                if random.chance(60) {
                    try insist { _ in try self.save(given, sitting, person) }
                    known.append(given)
                } else {
                    doubtful.append(given)
                }
            }
            if random.chance(15), let again = known.randomElement(using: &random) {
                try insist { _ in try self.save(again, sitting, person) }
            }
        }
        return (known, doubtful)
    }

    private func save(_ given: Given, _ sitting: Sitting, _ person: UInt64) throws {
        let _: SaveAnswerReply = try room.callers.call(
            person, .sittingsSaveAnswer,
            SaveAnswerRequest(
                sitting: sitting.id, device: given.device, counter: given.counter, question: given.question,
                chosen: given.chosen))
    }

    /// Time passes, lines break, the server ends or will lose its power.
    private func disturb(_ sitting: Sitting) throws {
        let left = sitting.endsMs - room.clock.now
        if random.chance(20), left > 120_000 {
            room.clock.advance(by: Int64.random(in: 1...min(left - 60_000, 300_000), using: &random))
        }
        if random.chance(10) { room.callers.hangUpAll() }
        if random.chance(4) { try restart() }
        if random.chance(20) {
            let disk = room.server.disk
            disk.cutPower(atChange: disk.operations() + Int.random(in: 1...12, using: &random))
            cuts += 1
        }
    }

    private func restart() throws {
        lives += 1
        room.callers.hangUpAll()
        room.server.stop()
        if room.server.disk.isDead { room.server.disk.restart(seed: lives) }
        try room.server.start()
    }

    /// Calls until there is an answer.
    private func insist<Reply>(_ body: (Callers) throws -> Reply) throws -> Reply {
        while true {
            do {
                return try body(room.callers)
            } catch is Callers.NoAnswer {
                try restart()
            }
        }
    }

    private func sittings(_ person: UInt64, _ callers: Callers) throws -> [Sitting] {
        let reply: ListSittingsReply = try callers.call(person, .sittingsMySittings, MySittingsRequest(limit: 2))
        return reply.sittings
    }

    private func fault(
        in sitting: Sitting, of person: UInt64, _ questions: [SittingQuestion], _ known: [Given], _ doubtful: [Given],
        isOver: Bool
    ) throws -> String? {
        let mine = try insist { try self.sittings(person, $0) }
        guard let marked = mine.first, marked.id == sitting.id else { return "a second attempt appeared" }
        guard marked.state == (isOver ? .timedOut : .submitted) else {
            return "it ended as \(marked.state, default: "?")"
        }
        if isOver, marked.submittedMs != sitting.endsMs { return "it ended at another time" }
        let shown: ShowSittingReply = try insist {
            try $0.call(
                ClassRoom.admin, .sittingsShowSitting, SittingQuestionsRequest(sitting: sitting.id, limit: 20))
        }
        let kept = shown.answers.map {
            Given(device: $0.device, counter: $0.counter, question: $0.question, chosen: $0.chosen)
        }
        if let lost = known.first(where: { !kept.contains($0) }) { return "\(lost) was acknowledged and is lost" }
        if let odd = kept.first(where: { !known.contains($0) && !doubtful.contains($0) }) {
            return "nobody gave \(odd)"
        }
        guard kept.filter({ known.contains($0) }) == known else {
            return "something is there twice, or in another order"
        }
        var standing: [UInt32: UInt32] = [:]
        for given in kept { standing[given.question] = given.chosen }
        let right = questions.count { question in
            guard let place = question.options.firstIndex(of: ClassRoom.options(question.stem)[0]) else { return false }
            return standing[question.number] == 1 << UInt32(place)
        }
        let mark = UInt32(10_000 * right / questions.count)
        return marked.valueHundredths == mark ? nil : "\(marked.valueHundredths) is not \(mark)"
    }
}
