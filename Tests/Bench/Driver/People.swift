import Messages

/// What a clerk waits for in a large province: a page of a review list, and a person found by phone, beside the same
/// questions asked straight of SQLite and one echo; and whether a thousand times the people make them slower.
enum People {
    private static let pageSize: UInt32 = 50

    static func run(_ places: Places) throws {
        let small = try Subject(Population(places, people: 1_000, applications: 100), places)
        let large = try Subject(Population(places, people: 1_000_000, applications: 100_000), places)
        // In turn, for the machine is now quicker, now slower.
        for _ in 0..<rounds {
            try small.measure(places)
            try large.measure(places)
        }
        for (small, large) in zip(small.costs, large.costs) {
            report(
                "people",
                [
                    "\(large.name)_ratio": large.ratio, "us": large.ours, "sqlite_us": large.sqlite,
                    "echo_us": large.echo, "us_1000_people": small.ours, "growth": large.ours / small.ours,
                ])
        }
        try small.server.child.stop()
        try large.server.child.stop()
    }

    private static let rounds = 7
    private static let repetitions = 10

    private struct Costs {
        let name: String
        let ours: Double
        let sqlite: Double
        let echo: Double

        /// At most 2 is asked for.
        var ratio: Double { ours / (sqlite + echo) }
    }

    /// One population with its server, and what was measured of it, in µs.
    private final class Subject {
        let server: OurServer
        private let population: Population
        private let questions: [(name: String, load: String, straight: Question)]
        private let echo: String
        private var ours: [[Double]] = [[], []]
        private var theirs: [[Double]] = [[], []]
        private var echoes: [Double] = []

        init(_ population: Population, _ places: Places) throws {
            self.population = population
            server = try OurServer(places, data: population.data)
            let login = Prepared.Step(
                bytes: Prepared.call(.accountsResumeSession, ResumeSessionRequest(session: population.officer)),
                waits: true)
            func file(_ name: String, _ operations: [[UInt8]]) throws -> String {
                try Prepared(
                    answers: .reply, scripts: [.init(steps: [login], operations: operations.map { .init(bytes: $0) })]
                ).write(to: places.file("\(population.data)-\(name)"))
            }
            let pages = population.cursors.map { cursor in
                Prepared.call(
                    .reviewsListReviews,
                    ListReviewsRequest(
                        kind: .application, container: population.round, after: cursor, limit: pageSize))
            }
            let searches = population.phones.map { phone in
                Prepared.call(
                    .recruitmentListApplications,
                    ListApplicationsRequest(round: population.round, place: population.county, phone: phone))
            }
            questions = [
                ("review_page", try file("pages", pages), population.pageQuestion(size: pageSize)),
                ("phone_search", try file("searches", searches), population.searchQuestion),
            ]
            echo = try file(
                "echo", [Prepared.call(.diagnosticsEcho, EchoRequest(body: [UInt8](repeating: 0x5A, count: 64)))])
        }

        func measure(_ places: Places) throws {
            for (index, question) in questions.enumerated() {
                ours[index].append(try ask(question.load, repetitions, places))
                theirs[index].append(
                    try question.straight.ask(population.database, rounds: repetitions, places))
            }
            echoes.append(try ask(echo, 500, places))
        }

        private func ask(_ file: String, _ repetitions: Int, _ places: Places) throws -> Double {
            let figures = try Load(rounds: repetitions).run(places, file, on: server)
            return figures.seconds * 1e6 / figures.operations
        }

        var costs: [Costs] {
            questions.indices.map {
                Costs(
                    name: questions[$0].name, ours: median(ours[$0]), sqlite: median(theirs[$0]), echo: median(echoes))
            }
        }
    }
}

/// A statement and its parameters for the yardstick `query`.
struct Question {
    let name: String
    let sql: String
    /// `i12` or `x0a`, one line a question.
    let parameters: [[String]]

    /// - Returns: the mean of one question in µs.
    func ask(_ database: String, rounds: Int, _ places: Places) throws -> Double {
        let statement = try places.write(sql, to: "\(name).sql")
        let lines = try places.write(
            parameters.map { $0.joined(separator: " ") }.joined(separator: "\n") + "\n", to: "\(name).parameters")
        let said = try Child(places.yardsticks + "/query", [database, statement, lines, "\(rounds)"]).finish()
        let numbers = said.first.map(Load.numbers) ?? [:]
        guard let us = numbers["us"], numbers["rows"] ?? 0 > 0 else { throw BenchError("\(name) finds nothing") }
        return us
    }
}
