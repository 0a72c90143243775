import Messages
import Storage
import Threads

/// A class of many people who have all checked in today, in a copy of the fixture's data.
struct FullClass {
    let data: String
    let offering: UInt64
    /// Everybody on the roster but the people of the fixture, who have accounts.
    let people: [UInt64]
    var database: String { data + "/rollcall.db" }

    /// - Parameters:
    ///   - data: the name of the copy.
    ///   - minute: of today, when its window ends; nil for the end of the day.
    init(_ places: Places, _ fixture: Fixture, data: String, people count: Int, until minute: UInt32? = nil) throws {
        self.data = data
        _ = try places.copy(Fixture.data, to: data)
        let server = try OurServer(places, data: data)
        let office = Office(fixture, port: server.port)
        offering = try office.createOffering(
            programme: fixture.programme, project: fixture.project, base: fixture.base, day: fixture.day,
            until: minute ?? 1440, numbers: (1...count + Fixture.rosterSize).map { "\(10_000 + $0)" })
        let everybody = try office.people(of: offering)
        let known = Set(fixture.people)
        people = everybody.filter { !known.contains($0) }

        var terminal = fixture.terminals[0]
        let batches = try stride(from: 0, to: everybody.count, by: 1000).map { start in
            try terminal.seal(
                everybody[start..<min(start + 1000, everybody.count)].map { (person: $0, afterS: 0) }, at: offering,
                beginMs: fixture.dayBeginsMs + Int64(fixture.minutesSoFar) * 30_000)
        }
        let file = try Prepared(answers: .applied, scripts: [terminal.script(batches)]).write(
            to: places.file(data + "-scans"))
        _ = try Load(depth: 8).run(places, file, on: server)
        try server.child.stop()
        try Database(path: places.file(database)).checkpoint(.waiting)
    }
}

extension Fixture {
    /// The whole minutes of today that have passed, at least two.
    var minutesSoFar: UInt32 { UInt32(max(2, (WallClock.nowMs() - dayBeginsMs) / 60_000)) }
}
