import Messages

/// A clerk's queries in a large province: a page of a review list, and a person found by phone, compared with the same
/// queries on SQLite alone plus one echo; and the effect of a thousand times the people.
enum People {
    private static let pageSize: UInt32 = 50

    static func run(_ places: Places) throws {
        let small = try Subject(Population(places, people: 1_000, applications: 100, counties: 1), places)
        let large = try Subject(Population(places, people: 1_000_000, applications: 100_000, counties: 100), places)
        // Interleaved, because the machine's speed varies.
        for _ in 0..<rounds {
            try small.measure(places)
            try large.measure(places)
        }
        for (small, large) in zip(small.questions, large.questions) {
            report(
                "people",
                [
                    "\(large.name)_ratio": median(large.costs.map(\.ratio)), "us": median(large.costs.map(\.ours)),
                    "sqlite_us": median(large.costs.map(\.sqlite)), "echo_us": median(large.costs.map(\.echo)),
                    "us_1000_people": median(small.costs.map(\.ours)),
                    "growth": median(zip(small.costs, large.costs).map { $1.ours / $0.ours }),
                    "sqlite_growth": median(zip(small.costs, large.costs).map { $1.sqlite / $0.sqlite }),
                ])
        }
        try small.server.child.stop()
        try large.server.child.stop()
    }

    private static let rounds = 21
    private static let repetitions = 10

    /// The cost of one query in µs, ours and theirs measured one right after the other on the same machine.
    private struct Cost {
        let ours: Double
        let sqlite: Double
        let echo: Double

        /// The target is at most 2.
        var ratio: Double { ours / (sqlite + echo) }
    }

    private struct Asked {
        let name: String
        /// The load generator's file.
        let load: String
        let straight: Question
        var costs: [Cost] = []
    }

    /// One population with its server and measurements.
    private final class Subject {
        let server: OurServer
        private let population: Population
        private(set) var questions: [Asked]
        private let echo: String

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
                    ListApplicationsRequest(round: population.round, organisation: population.county, phone: phone))
            }
            questions = [
                Asked(
                    name: "review_page", load: try file("pages", pages),
                    straight: population.pageQuestion(size: pageSize)),
                Asked(
                    name: "phone_search", load: try file("searches", searches), straight: population.searchQuestion),
            ]
            echo = try file(
                "echo", [Prepared.call(.diagnosticsEcho, EchoRequest(body: [UInt8](repeating: 0x5A, count: 64)))])
        }

        func measure(_ places: Places) throws {
            for (index, question) in questions.enumerated() {
                questions[index].costs.append(
                    Cost(
                        ours: try ask(question.load, repetitions, places),
                        sqlite: try question.straight.ask(population.database, rounds: repetitions, places).us,
                        echo: try ask(echo, 500, places)))
            }
        }

        private func ask(_ file: String, _ repetitions: Int, _ places: Places) throws -> Double {
            let figures = try Load(rounds: repetitions).run(places, file, on: server)
            return figures.seconds * 1e6 / figures.operations
        }
    }
}

/// A statement and its parameters for the yardstick `query`.
struct Question {
    let name: String
    let sql: String
    /// `i12` or `x0a`, one line per query.
    let parameters: [[String]]

    /// - Returns: the mean time of one query, and the time of the first one, in µs.
    func ask(_ database: String, rounds: Int, _ places: Places) throws -> (us: Double, firstUs: Double) {
        let statement = try places.write(sql, to: "\(name).sql")
        let lines = try places.write(
            parameters.map { $0.joined(separator: " ") }.joined(separator: "\n") + "\n", to: "\(name).parameters")
        let said = try Child(places.yardsticks + "/query", [database, statement, lines, "\(rounds)"]).finish()
        let numbers = said.first.map(Load.numbers) ?? [:]
        guard let us = numbers["us"], let firstUs = numbers["first_us"], numbers["rows"] ?? 0 > 0 else {
            throw BenchError("\(name) finds nothing")
        }
        return (us, firstUs)
    }
}
