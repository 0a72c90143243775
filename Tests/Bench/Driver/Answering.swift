import Messages
import Passes
import Storage
import Threads

/// 5,000 people answer one exam at once, each on a connection of their own, compared with as many who check in at once.
enum Answering {
    private static let people = 5_000
    private static let answers = 10

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let count = places.scaled(people)
        // The exam of the one opens when its class has ended; the other's is still on.
        let exam = try FullClass(
            places, fixture, data: "exam", people: count, until: fixture.minutesSoFar)
        let door = try FullClass(places, fixture, data: "door", people: count)
        let sessions = try logIn(exam, places)
        let visitors = try logIn(door, places)
        let sittings = try begin(exam, sessions, places, fixture)
        let key = try Fixture.venueKey(of: door.offering, Database(path: places.file(door.database)))
        let saved = scripts(sessions) { person in
            (1...UInt32(answers)).map { question in
                Prepared.call(
                    .sittingsSaveAnswer,
                    SaveAnswerRequest(
                        sitting: sittings[exam.people[person]] ?? 0, device: 1, counter: UInt64(question),
                        question: question, chosen: 1))
            }
        }
        let rounds = try Rounds(
            theirs: {
                let request = CheckInRequest(
                    code: VenueCode.issue(key, offering: door.offering, course: 0, atMs: WallClock.nowMs()).text)
                return try measure(
                    scripts(visitors) { _ in
                        (0..<answers).map { _ in Prepared.call(.attendanceCheckIn, request, key: Prepared.key()) }
                    }, on: door, places)
            }, ours: { try measure(saved, on: exam, places) })
        report(
            "answers",
            [
                // The target is at most 2.
                "p99_ratio": rounds.p99Us / rounds.yardstickP99Us, "p99_us": rounds.p99Us,
                "check_in_p99_us": rounds.yardstickP99Us, "people": Double(count), "per_second": rounds.perSecond,
                "check_ins": rounds.yardstickPerSecond,
                "cpu_us": median(rounds.ours.map(\.processorUs)),
                "check_in_cpu_us": median(rounds.theirs.map(\.processorUs)),
            ])
    }

    private static func logIn(_ hall: FullClass, _ places: Places) throws -> [[UInt8]] {
        let database = try Database(path: places.file(hall.database))
        let sessions = try database.write { try Fixture.logIn(hall.people, now: WallClock.nowMs(), $0) }
        try database.checkpoint(.waiting)
        return sessions
    }

    /// Lets everybody begin the exam.
    /// - Returns: their sittings.
    private static func begin(
        _ exam: FullClass, _ sessions: [[UInt8]], _ places: Places, _ fixture: Fixture
    ) throws -> [UInt64: UInt64] {
        let server = try OurServer(places, data: exam.data)
        try Office(fixture, port: server.port).writeQuestions(of: exam.offering, answers)
        let file = try Prepared(
            answers: .reply,
            scripts: scripts(sessions) { _ in
                [Prepared.call(.sittingsStartExam, StartExamRequest(offering: exam.offering), key: Prepared.key())]
            }
        ).write(to: places.file("exam-begins"))
        _ = try Load().run(places, file, on: server)
        try server.child.stop()
        let database = try Database(path: places.file(exam.database))
        let sittings = try database.read { snapshot in
            try snapshot.all("SELECT person, id FROM sitting WHERE offering = ?1 ORDER BY id", exam.offering) {
                ($0.id(0), $0.id(1))
            }
        }
        try database.checkpoint(.waiting)
        return Dictionary(uniqueKeysWithValues: sittings)
    }

    private static func scripts(_ sessions: [[UInt8]], _ calls: (Int) -> [[UInt8]]) -> [Prepared.Script] {
        sessions.enumerated().map { index, session in
            Prepared.Script(
                steps: [
                    .init(
                        bytes: Prepared.call(.accountsResumeSession, ResumeSessionRequest(session: session)),
                        waits: true)
                ], operations: calls(index).map { .init(bytes: $0) })
        }
    }

    private static func measure(_ scripts: [Prepared.Script], on hall: FullClass, _ places: Places) throws
        -> Load.Figures
    {
        _ = try places.copy(hall.data, to: "answering")
        let server = try OurServer(places, data: "answering")
        let file = try Prepared(answers: .reply, scripts: scripts).write(to: places.file("answers"))
        let figures = try Load().run(places, file, on: server)
        try server.child.stop()
        return figures
    }
}
