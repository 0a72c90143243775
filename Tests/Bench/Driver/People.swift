import Messages

/// What a clerk waits for in a large province: a page of a review list, and a person found by phone, beside the same
/// questions asked straight of SQLite and one echo; and whether a thousand times the people make them slower.
enum People {
    private static let pageSize: UInt32 = 50
    private static let rounds = 40

    private struct Costs {
        let ours: Double
        let sqlite: Double
        let echo: Double

        /// At most 2 is asked for.
        var ratio: Double { ours / (sqlite + echo) }
    }

    static func run(_ places: Places) throws {
        let small = try measure(Population(places, people: 1_000, applications: 100), places)
        let large = try measure(Population(places, people: 1_000_000, applications: 100_000), places)
        for (index, name) in ["review_page", "phone_search"].enumerated() {
            let (small, large) = (small[index], large[index])
            report(
                "people",
                [
                    "\(name)_ratio": large.ratio, "us": large.ours, "sqlite_us": large.sqlite, "echo_us": large.echo,
                    "us_1000_people": small.ours, "growth": large.ours / small.ours,
                ])
        }
    }

    /// - Returns: of the review page and the search, medians of three rounds taken in turn.
    private static func measure(_ population: Population, _ places: Places) throws -> [Costs] {
        let server = try OurServer(places, data: population.data)
        let login = Prepared.Step(
            bytes: Prepared.call(.accountsResumeSession, ResumeSessionRequest(session: population.officer)), waits: true
        )
        func file(_ name: String, _ operations: [[UInt8]]) throws -> String {
            try Prepared(
                answers: .reply, scripts: [.init(steps: [login], operations: operations.map { .init(bytes: $0) })]
            ).write(to: places.file(name))
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
        let echo = Prepared.call(.diagnosticsEcho, EchoRequest(body: [UInt8](repeating: 0x5A, count: 64)))
        let files = try [file("people-pages", pages), file("people-searches", searches), file("people-echo", [echo])]
        let questions = [population.pageQuestion(size: pageSize), population.searchQuestion]
        var ours: [[Double]] = [[], [], []]
        var theirs: [[Double]] = [[], []]
        for _ in 0..<Rounds.count {
            for (index, file) in files.enumerated() {
                let load = Load(rounds: index == 2 ? 4_000 : rounds)
                let figures = try load.run(places, file, on: server)
                ours[index].append(figures.seconds * 1e6 / figures.operations)
            }
            for (index, question) in questions.enumerated() {
                theirs[index].append(try question.ask(population.database, rounds: rounds, places))
            }
        }
        try server.child.stop()
        return (0..<2).map { Costs(ours: median(ours[$0]), sqlite: median(theirs[$0]), echo: median(ours[2])) }
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
