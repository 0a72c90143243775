import Messages
import Storage
import Threads
import Wire

/// Credit for everybody of a class of 10,000 in one command, compared with the same rows written straight to SQLite in one
/// transaction.
enum Awarding {
    private static let people = 10_000

    static func run(_ places: Places, _ fixture: Fixture) throws {
        let hall = try FullClass(places, fixture, data: "awards", people: places.scaled(people))
        var call: String?
        var (ours, theirs): ([Double], [Double]) = ([], [])
        for _ in 0..<Rounds.count {
            let seconds = try award(hall, places, fixture)
            ours.append(seconds)
            let rows = try call ?? straightCall(of: hall, places)
            call = rows
            theirs.append(try write(rows, hall, places))
        }
        let count = Double(hall.people.count + Fixture.rosterSize)
        report(
            "awards",
            [
                // The target is at least 0.5.
                "ratio": median(zip(theirs, ours).map { $0 / $1 }), "people": count,
                "per_second": count / median(ours), "yardstick": count / median(theirs), "ms": median(ours) * 1000,
            ])
    }

    /// - Returns: the seconds from the call to its answer.
    private static func award(_ hall: FullClass, _ places: Places, _ fixture: Fixture) throws -> Double {
        _ = try places.copy(hall.data, to: "awarded")
        let server = try OurServer(places, data: "awarded")
        let login = Prepared.call(
            .accountsResumeSession, ResumeSessionRequest(session: fixture.administrator))
        let award = Prepared.call(
            .creditsAwardCredit, AwardCreditRequest(offering: hall.offering), key: Prepared.key())
        let file = try Prepared(
            answers: .reply,
            scripts: [.init(steps: [.init(bytes: login, waits: true)], operations: [.init(bytes: award)])]
        ).write(to: places.file("award"))
        let figures = try Load().run(places, file, on: server) { answer in
            let awarded = try AwardCreditReply(serialized: answer).awarded
            guard awarded == hall.people.count + Fixture.rosterSize else {
                throw BenchError("\(awarded) people were awarded credit")
            }
        }
        try server.child.stop()
        return figures.seconds
    }

    /// Writes the rows that an award has stored as one call of the yardstick.
    private static func straightCall(of hall: FullClass, _ places: Places) throws -> String {
        var call = StraightCall()
        try Database(path: places.file("awarded/rollcall.db")).read { snapshot in
            for (index, table) in Stored.allCases.enumerated() {
                try snapshot.query(table.rows, hall.offering) { row in
                    call.add(
                        index,
                        table.columns.enumerated().map { column, kind in
                            switch kind {
                            case "t": .text(row.text(Int32(column)))
                            case "b": .bytes(row.bytes(Int32(column)))
                            default: .number(row.integer(Int32(column)))
                            }
                        })
                }
            }
        }
        return try Prepared(
            answers: .status, scripts: [.init(operations: [.init(bytes: Prepared.message(call.bytes))])]
        ).write(to: places.file("award-straight"))
    }

    private static func write(_ call: String, _ hall: FullClass, _ places: Places) throws -> Double {
        let copy = try places.copy(hall.database, to: "awards-straight.db")
        let statements = Stored.allCases.map(\.insert).joined(separator: "\n\n")
        let yardstick = try Yardstick(
            places, "straight", [copy, try places.write(statements, to: "awards-straight.sql")])
        let figures = try Load().run(places, call, on: yardstick)
        try yardstick.child.stop()
        return figures.seconds
    }

    /// The rows that an award stores, a row a person in each.
    private enum Stored: CaseIterable {
        case award, entry, message, waiting

        /// `t` a text, `b` bytes, `i` a number.
        var columns: String {
            switch self {
            case .award: "iiiiiiiitii"
            case .entry: "iiiittii"
            case .message: "iiiibi"
            case .waiting: "iibi"
            }
        }

        var rows: SQL {
            switch self {
            case .award:
                """
                SELECT id, offering, person, category, credits_tenths, hours_tenths, activity_day, state, reason,
                awarded_ms, awarded_by FROM award WHERE offering = ?1 ORDER BY id
                """
            case .entry:
                """
                SELECT e.award, e.ordinal, e.event, e.state, e.reason, e.detail, e.person, e.at_ms FROM award a
                JOIN credit_entry e ON e.award = a.id WHERE a.offering = ?1 ORDER BY a.id
                """
            case .message:
                """
                SELECT m.id, m.person, m.kind, m.subject, m.details, m.created_ms FROM award a
                JOIN message m ON m.person = a.person AND m.subject = a.id WHERE a.offering = ?1 ORDER BY m.id
                """
            case .waiting:
                """
                SELECT w.person, w.message, w.device, w.held_until_ms FROM award a JOIN message m
                ON m.person = a.person AND m.subject = a.id JOIN message_waiting w ON w.person = m.person
                AND w.message = m.id WHERE a.offering = ?1 ORDER BY m.id
                """
            }
        }

        var insert: String {
            let table =
                switch self {
                case .award: "award"
                case .entry: "credit_entry"
                case .message: "message"
                case .waiting: "message_waiting"
                }
            return "INSERT INTO \(table) VALUES (" + (1...columns.count).map { "?\($0)" }.joined(separator: ", ") + ")"
        }
    }
}
