import Foundation
import Messages
import Passes
import Threads

/// Bookings and notices of gateways that are applied, compared with the same rows written straight to SQLite; the effect of a
/// thousand times the orders; check-ins while a gateway sends a storm of notices; and a statement of all orders.
enum Money {
    private static let connections = 64
    private static let notices = 5_000
    private static let storm = 3_000
    private static let stormRate = 1_000
    private static let stormRounds = 5

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let small = try Subject(Till(places, fixture, orders: 1_000), fixture, places)
        let large = try Subject(Till(places, fixture, orders: 1_000_000), fixture, places)
        // Interleaved, because the machine's speed varies.
        for round in 0..<Rounds.count {
            try small.measure(round, places)
            try large.measure(round, places)
        }
        for (name, figures) in [("bookings", \Subject.bookings), ("notices", \Subject.notices)] {
            let (few, many) = (small[keyPath: figures], large[keyPath: figures])
            report(
                "money",
                [
                    "\(name)_ratio": many.ratio, "per_second": many.perSecond, "yardstick": many.yardstickPerSecond,
                    "p99_us": many.p99Us, "per_second_1000_orders": few.perSecond,
                    "growth": few.perSecond / many.perSecond,
                    "yardstick_growth": few.yardstickPerSecond / many.yardstickPerSecond,
                ])
        }
        try large.stop()
        try small.stop()
        try storm(small.till, fixture, places)
        try statement(large.till, fixture, places)
    }

    /// Rates of one kind of call, ours and the yardstick's.
    private struct Rates {
        var ours: [Double] = []
        var theirs: [Double] = []
        var p99s: [Double] = []

        var perSecond: Double { median(ours) }
        var yardstickPerSecond: Double { median(theirs) }
        var p99Us: Double { median(p99s) }
        /// The target is at least 0.5.
        var ratio: Double { median(zip(ours, theirs).map { $0 / $1 }) }
    }

    /// One till with its server, and a copy of its database under the yardstick.
    private final class Subject {
        let till: Till
        let server: OurServer
        private let yardstick: Yardstick
        private let bookers: [[Till.Booker]]
        private let waiting: [[Till.Waiting]]
        fileprivate(set) var bookings = Rates()
        fileprivate(set) var notices = Rates()

        init(_ till: Till, _ fixture: Fixture, _ places: Places) throws {
            self.till = till
            // The first ones check in during the storm.
            bookers = try (1...Rounds.count).map { round in
                try till.makeBookers(fixture.people.dropFirst(round * connections).prefix(connections))
            }
            waiting = try (0..<Rounds.count).map { _ in try till.makeWaiting(Money.notices) }
            let copy = try places.copy(till.data + "/rollcall.db", to: till.data + "-straight.db")
            yardstick = try Yardstick(
                places, "straight", [copy, try places.write(Straight.statements, to: "straight.sql")])
            server = try OurServer(places, data: till.data)
        }

        func stop() throws {
            try yardstick.child.stop()
            try server.child.stop()
        }

        func measure(_ round: Int, _ places: Places) throws {
            var straight = Straight(till, round: round)
            let theirs = bookers[round].map { booker in
                Prepared.Script(
                    operations: till.sessions.indices.map {
                        .init(bytes: Prepared.message(straight.booking(booker, $0, in: till)))
                    })
            }
            let ours = bookers[round].map { booker in
                Prepared.Script(
                    steps: [
                        .init(
                            bytes: Prepared.call(
                                .accountsResumeSession, ResumeSessionRequest(session: booker.session)), waits: true)
                    ],
                    operations: till.sessions.map { session in
                        .init(
                            bytes: Prepared.call(
                                .bookingsBook, BookRequest(offering: session.offering), key: Prepared.key()))
                    })
            }
            let straightNotices = (0..<connections).map { connection in
                Prepared.Script(
                    operations: stride(from: connection, to: Money.notices, by: connections).map {
                        .init(bytes: Prepared.message(straight.notice(waiting[round][$0], in: till)))
                    })
            }
            try add(to: \.bookings) {
                try Load().run(
                    places, try Prepared(answers: .status, scripts: theirs).write(to: places.file("money-theirs")),
                    on: yardstick)
            } ours: {
                let figures = try Load().run(
                    places, try Prepared(answers: .reply, scripts: ours).write(to: places.file("money-ours")),
                    on: server)
                return (figures.perSecond, figures.p99Us)
            }
            let posts = try till.notices(of: waiting[round], places, "money-notices")
            try add(to: \.notices) {
                try Load().run(
                    places,
                    try Prepared(answers: .status, scripts: straightNotices).write(to: places.file("money-theirs")),
                    on: yardstick)
            } ours: {
                let numbers = Load.numbers(
                    try Child(places.yardsticks + "/notices", ["\(server.noticePort())", posts]).finish().first ?? "")
                return (numbers["per_second"] ?? 0, numbers["p99_us"] ?? 0)
            }
        }

        private func add(
            to rates: ReferenceWritableKeyPath<Subject, Rates>, theirs: () throws -> Load.Figures,
            ours: () throws -> (perSecond: Double, p99Us: Double)
        ) throws {
            self[keyPath: rates].theirs.append(try theirs().perSecond)
            let figures = try ours()
            self[keyPath: rates].ours.append(figures.perSecond)
            self[keyPath: rates].p99s.append(figures.p99Us)
        }
    }

    /// Check-ins with a thousand notices a second, compared with check-ins beside a process that burns the same core and
    /// with check-ins alone; the target is at most 2 of the first. Each run begins with the same data.
    private static func storm(_ till: Till, _ fixture: Fixture, _ places: Places) throws {
        let single = Single(places: places, fixture: fixture)
        let waiting = try till.makeWaiting(storm)
        var (quiet, burnt, stormy): ([Load.Figures], [Load.Figures], [Load.Figures]) = ([], [], [])
        var applied: [Double] = []
        func checkIns(_ besides: (OurServer) throws -> Child?, _ end: (Child) throws -> Void = { try $0.stop() }) throws
            -> Load.Figures
        {
            _ = try places.copy(till.data, to: "storm")
            let server = try OurServer(places, data: "storm")
            let file = try single.checkIns().write(to: places.file("money-check-ins"))
            let child = try besides(server)
            let figures = try Load().run(places, file, on: server)
            try child.map(end)
            try server.child.stop()
            return figures
        }
        /// A process of the lowest priority on one core, as the attackers of `fairness` are.
        func aside(_ command: [String]) throws -> Child {
            try Child("/usr/bin/nice", ["-n", "19", "/usr/bin/taskset", "-c", "0"] + command)
        }
        for _ in 0..<stormRounds {
            quiet.append(try checkIns { _ in nil })
            burnt.append(try checkIns { _ in try aside(["/bin/sh", "-c", "trap 'exit 0' TERM; while :; do :; done"]) })
            let posts = try till.notices(of: waiting, places, "money-storm")
            let notices = { (server: OurServer) in
                try aside([places.yardsticks + "/notices", "\(server.noticePort())", posts, "--rate", "\(stormRate)"])
            }
            stormy.append(
                try checkIns(notices) {
                    applied.append(Load.numbers(try $0.finish().first ?? "")["per_second"] ?? 0)
                })
        }
        func p99(_ rounds: [Load.Figures]) -> Double { median(rounds.map(\.p99Us)) }
        func rate(_ rounds: [Load.Figures]) -> Double { median(rounds.map(\.perSecond)) }
        report(
            "money",
            [
                "storm_p99_ratio": p99(stormy) / p99(burnt), "storm_rate_ratio": rate(stormy) / rate(burnt),
                "p99_us": p99(stormy), "p99_us_beside_burner": p99(burnt), "p99_us_alone": p99(quiet),
                "check_ins_per_second": rate(stormy), "alone": rate(quiet), "notices_per_second": median(applied),
            ])
    }

    /// A statement of all orders through the admin client, compared with `sqlite3 .import` of the same file; the target is at
    /// least 0.3.
    private static func statement(_ till: Till, _ fixture: Fixture, _ places: Places) throws {
        let file = try till.statement(places)
        let server = try OurServer(places, data: till.data)
        let home = places.file("statement-home")
        let before = try server.child.residentKiB()
        let program = places.programs + "/rollcall-admin"
        func admin(_ command: String) throws -> [String] {
            try Child(
                "/bin/sh",
                ["-c", "ROLLCALL_PASSWORD='\(Office.password)' exec \(program) \(command) --home \(home) --lang en"],
                log: places.file("admin.log")
            ).finish()
        }
        _ = try admin("connect 127.0.0.1:\(server.tlsPort) --site \(fixture.fingerprint.text)")
        _ = try admin("login admin")
        let begin = WallClock.nowMs()
        let said = try admin("ledger reconcile \(file) --by we-chat --day \(till.day) --json")
        let ours = Double(WallClock.nowMs() - begin)
        guard let text = said.first, text.contains("\"matched\":1000000") else {
            throw BenchError("the statement does not match: \(said)")
        }
        let after = try server.child.residentKiB()
        let importBegin = WallClock.nowMs()
        _ = try Child(
            "/usr/bin/sqlite3", [places.file("import.db"), "-cmd", ".mode csv", ".import \(file) statement"]
        ).finish()
        let theirs = Double(WallClock.nowMs() - importBegin)
        try server.child.stop()
        report(
            "money",
            [
                "statement_ratio": theirs / ours, "rows_per_second": 1_000_000 / (ours / 1000), "ms": ours,
                "import_ms": theirs, "server_kib_before": Double(before), "server_kib_after": Double(after),
            ])
    }
}
