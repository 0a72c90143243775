import Foundation
import Messages
import Seeded
import Storage
import Testing

@testable import Service

/// EXM-3e against a reference that knows nothing of bits, orders and tables: what people chose, in words.
@Suite struct SittingOracleTests {
    /// One answer as a person gave it.
    private struct Given {
        let device: Int
        let counter: UInt64
        let question: SittingQuestion
        let chosen: UInt32

        var words: Set<String> {
            Set(question.options.enumerated().filter { chosen & 1 << UInt32($0.offset) != 0 }.map(\.element))
        }
    }

    /// Taken by the server, in its order.
    private struct Reference {
        var taken: [Given] = []

        func isTaken(_ given: Given) -> Bool {
            taken.contains { $0.device == given.device && $0.counter == given.counter }
        }

        func words(_ stem: String) -> Set<String> {
            var standing: Given?
            for (place, given) in taken.enumerated() where given.question.stem == stem {
                let isOvertaken = taken[..<place].contains {
                    $0.device == given.device && $0.question.stem == stem && $0.counter > given.counter
                }
                if !isOvertaken { standing = given }
            }
            return standing?.words ?? []
        }

        func mark(_ questions: [SittingQuestion]) -> UInt32 {
            questions.reduce(0) { sum, question in
                let right: Set<String> =
                    question.kind == .singleChoice ? ["每分钟 100 至 120 次"] : ["按压深度足够", "充分回弹", "减少中断"]
                return words(question.stem) == right ? sum + question.marksHundredths : sum
            }
        }
    }

    private static let parts = 4
    private static let worlds = 5
    /// On each world; `make simulate-sittings` makes 10,000 of them all.
    private static let runs =
        (ProcessInfo.processInfo.environment["ROLLCALL_SITTING_RUNS"].flatMap { Int($0) } ?? 1000) / (parts * worlds)

    @Test(
        "EXM-3e in any run of answers lost, repeated, turned round, from two devices and late, the mark is the reference's, no answer is lost, and no second attempt appears",
        arguments: 0..<parts)
    func runs(part: Int) throws {
        for number in 0..<Self.worlds {
            let seed = TestServer.seed &* 1000 &+ UInt64(part * Self.worlds + number)
            var random = SeededRandom(seed: seed)
            let hall = try ExamHall().close()
            // Nobody passes, so that attempts never end.
            try hall.world.server.database.write {
                try $0.execute("UPDATE offering SET pass_mark_hundredths = 10001")
            }
            var attempts = ["N01": 0, "N02": 0]
            for run in 0..<Self.runs {
                let who = Bool.random(using: &random) ? "N01" : "N02"
                attempts[who, default: 0] += 1
                let isRight = try sit(who, attempt: attempts[who] ?? 0, hall, &random)
                #expect(isRight, "seed \(seed), run \(run)")
                guard isRight else { return }
            }
        }
    }

    private func sit(_ who: String, attempt: Int, _ hall: ExamHall, _ random: inout SeededRandom) throws -> Bool {
        let clients = [try hall.world.relogin(who), try hall.world.relogin(who)]
        defer { for client in clients { client.disconnect() } }
        let key = clients[0].freshKey()
        let sitting = try clients[0].startExam(hall.offering, key: key)
        // The answer was lost, or the other device begins too.
        #expect(try clients[0].startExam(hall.offering, key: key).id == sitting.id)
        #expect(try clients[1].startExam(hall.offering).id == sitting.id)
        let questions = try clients[0].sittingQuestions(sitting.id)
        var reference = Reference()
        var counters: [UInt64] = [0, 0]
        var underWay: [Given] = []
        for _ in 0..<Int.random(in: 4...16, using: &random) {
            let device = Int.random(in: 0...1, using: &random)
            if let question = questions.randomElement(using: &random) {
                counters[device] += 1
                underWay.append(
                    Given(
                        device: device, counter: counters[device], question: question,
                        chosen: Self.choice(question, &random)))
            }
            if Int.random(in: 0..<8, using: &random) == 0 {
                hall.world.clock.advance(minutes: Int64.random(in: 1...20, using: &random))
            }
            for _ in 0..<Int.random(in: 0...2, using: &random) where !underWay.isEmpty {
                let place = Int.random(in: underWay.indices, using: &random)
                let given = underWay[place]
                switch Int.random(in: 0..<6, using: &random) {
                case 0: underWay.remove(at: place)
                case 1: try deliver(given, sitting, clients, hall, &reference)
                default:
                    try deliver(given, sitting, clients, hall, &reference)
                    underWay.remove(at: place)
                }
            }
        }
        let keeper = try hall.world.relogin("keeper")
        defer { keeper.disconnect() }
        try end(sitting, clients, hall, &random)
        for given in underWay.prefix(2) { try deliver(given, sitting, clients, hall, &reference) }
        let mine: ListSittingsReply = try clients[1].call(.sittingsMySittings, MySittingsRequest(limit: 1))
        let last = try #require(mine.sittings.first)
        let shown = try keeper.showSitting(sitting.id)
        return last.id == sitting.id && last.attempt == UInt32(attempt) && last.state != .open
            && last.valueHundredths == reference.mark(questions)
            && shown.answers.count == reference.taken.count
            && reference.taken.allSatisfy { given in
                shown.answers.contains {
                    $0.device == UInt64(given.device + 1) && $0.counter == given.counter
                        && $0.question == given.question.number && $0.chosen == given.chosen
                }
            }
    }

    private static func choice(_ question: SittingQuestion, _ random: inout SeededRandom) -> UInt32 {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: 0
        case 1, 2: Candidate.right(question)
        default:
            question.kind == .singleChoice
                ? 1 << UInt32.random(in: 0..<UInt32(question.options.count), using: &random)
                : UInt32.random(in: 0..<(1 << UInt32(question.options.count)), using: &random)
        }
    }

    /// One answer arrives. In time it is taken; late it is refused, unless it is known.
    private func deliver(
        _ given: Given, _ sitting: Sitting, _ clients: [Client], _ hall: ExamHall, _ reference: inout Reference
    ) throws {
        let request = SaveAnswerRequest(
            sitting: sitting.id, device: UInt64(given.device + 1), counter: given.counter,
            question: given.question.number, chosen: given.chosen)
        let now: SittingReply = try clients[given.device].call(
            .sittingsGetSitting, GetSittingRequest(sitting: sitting.id))
        let isOpen = hall.world.clock.now < sitting.endsMs && now.sitting?.state == .open
        let code = try clients[given.device].code(.sittingsSaveAnswer, serialized(request))
        if reference.isTaken(given) {
            #expect(code == nil)
        } else {
            #expect(code == (isOpen ? nil : .tooLate))
            if isOpen { reference.taken.append(given) }
        }
    }

    private func end(
        _ sitting: Sitting, _ clients: [Client], _ hall: ExamHall, _ random: inout SeededRandom
    ) throws {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            hall.world.clock.set(max(hall.world.clock.now, sitting.endsMs))
            hall.work()
        case 1:
            hall.world.clock.set(max(hall.world.clock.now, sitting.endsMs + 60_000))
            _ = try clients[0].submit(sitting.id)
        default:
            let marks = try [0, 0, 1].map { try clients[$0].submit(sitting.id).valueHundredths }
            #expect(Set(marks).count == 1)
        }
    }
}
