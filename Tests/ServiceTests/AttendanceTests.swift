import Causality
import Crypto
import Facts
import Messages
import Passes
import Storage
import Testing

@testable import Service
import Wire

@Suite struct AttendanceTests {
    private func code(_ world: World, course: UInt64 = 0) throws -> VenueCodeReply {
        try world.client("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: world.offering, course: course))
    }

    private func checkIn(_ client: Client, _ code: String) throws -> CheckInReply {
        try client.call(.attendanceCheckIn, CheckInRequest(code: code))
    }

    private func scans(_ world: World) throws -> ListScansReply {
        try world.client("keeper").call(.attendanceListScans, ListScansRequest(offering: world.offering))
    }

    // The venue's code

    @Test(
        "ATT-1c POL-2 where the policy demands a terminal's scan, a check-in by the own client waits for a person, a terminal's counts, and a change of policy holds at once"
    )
    func terminalDemanded() throws {
        let world = try World()
        let shown = try code(world).code
        #expect(try checkIn(world.client("N01"), shown).state == .counted)
        try world.setPolicy("scanEvidence", "terminal")
        #expect(try checkIn(world.client("N02"), shown).state == .flagged)
        let door = try Door(in: world)
        try door.scan(world.person("N03"), offering: world.offering)
        try door.sync()
        var found = try scans(world)
        #expect(found.scans.map(\.number) == ["N01", "N02", "N03"])
        #expect(found.scans.map(\.state) == [.flagged, .flagged, .counted])
        #expect(found.scans.map(\.code) == [.noTerminal, .noTerminal, nil])
        let work: ListWorkReply = try world.client("keeper").call(
            .worklistListWork, ListWorkRequest(offering: world.offering))
        #expect(work.items.count == 2)
        #expect(try world.decide([found.scans[1]], .counts).decided == 1)
        #expect(try scans(world).scans.map(\.state) == [.flagged, .counted, .counted])
        try world.setPolicy("scanEvidence", "none")
        found = try scans(world)
        #expect(found.scans.map(\.state) == [.counted, .counted, .counted])
        #expect(try checkIn(world.client("N01"), shown).state == .repeat)
        try refused(.unknownSwitch, field: "scanEvidence") { try world.setPolicy("scanEvidence", "telepathy") }
    }

    @Test("ATT-1a each course has a code of its own that changes every period, shown on the activity date only")
    func venueCode() throws {
        let world = try World()
        let whole = try code(world)
        let theory = try code(world, course: world.made.courses[0])
        let practice = try code(world, course: world.made.courses[1])
        #expect(Set([whole.code, theory.code, practice.code]).count == 3)
        #expect(theory.courseName == "理论" && theory.offeringTitle == "第一期")
        #expect(whole.validUntilMs == TestServer.nine + 60_000)
        world.clock.advance(ms: 59_999)
        #expect(try code(world).code == whole.code)
        world.clock.advance(ms: 1)
        #expect(try code(world).code != whole.code)
        for (ms, isShown) in [
            (World.midnight - 1, false), (World.midnight, true), (World.midnight + 86_399_999, true),
            (World.midnight + 86_400_000, false),
        ] {
            world.clock.set(ms)
            let shown = try world.client("keeper").code(
                .attendanceVenueCode, serialized(VenueCodeRequest(offering: world.offering)))
            #expect(shown == (isShown ? nil : .outsideActivityDates), "\(ms)")
        }
        world.clock.set(TestServer.nine)
        try refused(.notFound, field: "course") { try code(world, course: 777) }
    }

    @Test("ATT-1b the display tells the window under way and how many are in it")
    func headcount() throws {
        let world = try World()
        #expect(try code(world).present == 0)
        let window = Window(day: TestServer.day, fromMinute: 480, toMinute: 720)
        #expect(try code(world).window == window)
        for number in ["N01", "N02"] { _ = try checkIn(world.client(number), code(world).code) }
        _ = try checkIn(world.client("N02"), code(world).code)
        let door = try Door(in: world)
        try door.scan(world.person("N03"), world.person("N01"), offering: world.offering)
        try door.sync()
        #expect(try code(world).present == 3)
        world.clock.set(World.midnight + 720 * 60_000)
        #expect(try code(world).window == nil)
        #expect(try code(world).present == 0)
    }

    @Test("what was asked once is answered as it stands now, whatever has come or changed since")
    func askedAgain() throws {
        let world = try World()
        let (keeper, door) = (try world.client("keeper"), try Door(in: world))
        func asked() throws -> ScanTotals {
            let list = try scans(world)
            let analysis: AnalyseReply = try keeper.call(
                .attendanceAnalyse, AnalyseRequest(offering: world.offering))
            #expect(analysis.totals == list.totals)
            let again = try scans(world)
            #expect(again == list)
            return try #require(list.totals)
        }
        #expect(try asked().scans == 0)
        _ = try checkIn(world.client("N01"), code(world).code)
        #expect(try asked().counted == 1)
        try door.scan(world.person("N02"), world.person("N01"), offering: world.offering)
        try door.sync()
        #expect(try asked() == ScanTotals(scans: 3, counted: 2, repeats: 1, people: 2))
        // A void names the door's first scan.
        try door.seal(
            Fact(
                kind: .void, subject: .person(world.person("N02")), offering: world.offering, method: .staff,
                references: [FactReference(.replaces, 1)]))
        try door.sync()
        #expect(try asked() == ScanTotals(scans: 3, counted: 1, repeats: 1, voided: 1, people: 1))
        // Other windows tried are not the offering's.
        let _: AnalyseReply = try keeper.call(
            .attendanceAnalyse,
            AnalyseRequest(
                offering: world.offering, windows: [Window(day: TestServer.day, fromMinute: 0, toMinute: 60)]))
        #expect(try asked().counted == 1)
        // Somebody leaves the roster by other hands, and the programme asks for more than it did.
        let gone = try world.person("N01")
        try world.server.database.write { transaction in
            try transaction.execute(
                "DELETE FROM roster WHERE offering = ?1 AND person = ?2", world.offering, gone)
            try JournalStore.noteAttendanceChange(world.offering, transaction)
        }
        #expect(try asked().counted == 0)
        #expect(try asked().flagged == 2)
    }

    // Checking in

    @Test("ATT-2 a trainee's scan of the code and a terminal's scan of the trainee become the same kind of record")
    func sameRecord() throws {
        let world = try World()
        let reply = try checkIn(world.client("N01"), code(world).code)
        #expect(reply.state == .counted && reply.offering == world.offering && reply.atMs == TestServer.nine)
        let door = try Door(in: world)
        try door.scan(world.person("N02"), offering: world.offering)
        try door.sync()
        let list = try scans(world)
        #expect(list.scans.map(\.number) == ["N01", "N02"])
        #expect(list.scans.map(\.state) == [.counted, .counted])
        #expect(list.scans.map(\.atMs) == [TestServer.nine, TestServer.nine])
        #expect(list.scans.map(\.terminal) == [0, door.terminal])
        #expect(list.scans.map(\.method) == [3, 1])
        #expect(list.scans[0].log != list.scans[1].log)
        // The server signs its own: a batch with one signature, chained as a terminal's is.
        #expect(
            try world.server.count(
                "SELECT COUNT(*) FROM batch b JOIN log l ON l.id = b.log WHERE l.terminal = 0 AND b.signature IS NOT NULL"
            )
                == 1)
    }

    @Test("ATT-2 check-ins that cross share one batch of the server's log, and each has its own answer")
    func together() throws {
        let world = try World()
        let text = try code(world).code
        let clients = try ["N01", "N02", "N03"].map { try world.client($0) }
        let streams = clients.map { $0.begin(.attendanceCheckIn, CheckInRequest(code: text).serialized()) }
        clients[0].settle()
        for (client, stream) in zip(clients, streams) {
            #expect(try CheckInReply(serialized: try #require(client.answer(stream)).message).state == .counted)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM batch") == 1)
        #expect(try scans(world).scans.map(\.sequence) == [1, 2, 3])
        // And the chain goes on.
        _ = try checkIn(clients[0], text)
        #expect(try world.server.count("SELECT head_sequence FROM log WHERE terminal = 0") == 4)
    }

    @Test("ATT-4a a repeat joins the first and is told so; the same call again is no repeat at all")
    func repeats() throws {
        let world = try World()
        let client = try world.client("N01")
        let text = try code(world).code
        let key = client.freshKey()
        for _ in 1...2 {
            let reply: CheckInReply = try client.call(
                .attendanceCheckIn, CheckInRequest(code: text), key: key)
            #expect(reply.state == .counted)
        }
        #expect(try scans(world).scans.count == 1)
        #expect(try checkIn(client, text).state == .repeat)
        let list = try scans(world)
        #expect(list.scans.map(\.state) == [.counted, .repeat])
        #expect(list.totals?.scans == 2 && list.totals?.repeats == 1 && list.totals?.people == 1)
    }

    @Test("PRJ-3, ATT-4b a scan on another day never counts, one outside the windows is kept and does not count")
    func outside() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        let minute: Int64 = 60_000
        let times: [(Int64, ScanState)] = [
            (World.midnight - 1000, .outsideDates), (World.midnight + 1000, .outsideWindow),
            (World.midnight + 480 * minute - 1000, .outsideWindow), (World.midnight + 480 * minute + 1000, .counted),
            (World.midnight + 720 * minute - 1000, .repeat), (World.midnight + 720 * minute + 1000, .outsideWindow),
            (World.midnight + 1440 * minute, .outsideDates),
        ]
        for (time, _) in times {
            door.time = time
            try door.scan(person, offering: world.offering)
            try door.syncThen()
        }
        #expect(try scans(world).scans.map(\.state) == times.map(\.1))
        // Online the same is told at once.
        world.clock.set(World.midnight + 720 * minute)
        #expect(try checkIn(world.client("N02"), code(world).code).state == .outsideWindow)
    }

    @Test(
        "ATT-1c, ATT-4c a code used after its period and the tolerance is kept and flagged, and counts only once decided"
    )
    func late() throws {
        let world = try World()
        let text = try code(world).code
        let (one, two) = (try world.client("N01"), try world.client("N02"))
        world.clock.advance(ms: 60_000 + 14_999)
        #expect(try checkIn(one, text).state == .counted)
        world.clock.advance(ms: 1)
        #expect(try checkIn(two, text).state == .flagged)
        let list = try scans(world)
        #expect(list.scans.map(\.state) == [.counted, .flagged])
        #expect(list.scans[1].code == .codeExpired)
        let mine: MyAttendanceReply = try two.call(.attendanceMyAttendance, MyAttendanceRequest())
        #expect(mine.offerings.map(\.flagged) == [1] && mine.offerings.map(\.counted) == [0])
    }

    @Test("ATT-2 a code that is made up, altered, from the future or of another offering is refused and leaves nothing")
    func forged() throws {
        let world = try World()
        let client = try world.client("N01")
        let genuine = try code(world).code
        world.clock.advance(minutes: 10)
        let future = try code(world).code
        world.clock.advance(minutes: -10)
        let own = try VenueKey(id: 1, periodSeconds: 60, key: MACKey([UInt8](repeating: 1, count: 32)))
        let altered = genuine.dropLast() + (genuine.last == "0" ? "1" : "0")
        let texts =
            ["", "RV1-", "hello", "RC1-000", String(repeating: "A", count: 10_000), String(altered), future]
            + [world.offering, world.made.otherOffering, 424_242, 1 << 52].map {
                VenueCode.issue(own, offering: $0, course: 0, atMs: world.clock.now).text
            }
        for text in texts { try refused(.codeForged, field: "code") { try checkIn(client, text) } }
        #expect(try scans(world).scans.isEmpty)
        #expect(try checkIn(client, " \(genuine.lowercased()) ").state == .counted)
    }

    @Test(
        "ATT-2 somebody who is not on the roster is refused; a terminal's scan of an unknown number is kept and flagged"
    )
    func notOnRoster() throws {
        let world = try World()
        let stranger = try world.client("stranger")
        try refused(.notOnRoster) { try checkIn(stranger, code(world).code) }
        let door = try Door(in: world)
        try door.seal(
            Fact(kind: .checkIn, subject: .raw(Array("X-99".utf8)), offering: world.offering, method: .number))
        try door.scan(try #require(world.made.persons["stranger"]), offering: world.offering)
        let acks = try door.sync()
        #expect(acks[0].quarantined.map(\.code) == [.unknownSubject])
        let list = try scans(world)
        #expect(list.scans.map(\.state) == [.flagged, .flagged])
        #expect(list.scans.map(\.number) == ["X-99", ""])
        #expect(list.totals?.people == 0)
    }

    @Test("a scan that its terminal has voided does not count")
    func voided() throws {
        let world = try World()
        let door = try Door(in: world)
        let person = try world.person("N01")
        try door.scan(person, offering: world.offering)
        try door.seal(
            Fact(
                kind: .void, subject: .person(person), offering: world.offering, method: .staff,
                references: [FactReference(.replaces, 1)]))
        try door.sync()
        let list = try scans(world)
        #expect(list.scans.map(\.state) == [.voided] && list.totals?.voided == 1)
    }

    // Analysis

    /// Windows 08:00–10:00 and 10:00–12:00 of the theory course, tried on the offering.
    private func windows(_ world: World) -> [Window] {
        [
            Window(day: TestServer.day, fromMinute: 480, toMinute: 600),
            Window(day: TestServer.day, fromMinute: 600, toMinute: 720),
        ]
    }

    private func attend(_ world: World, _ times: [(String, Int64)]) throws {
        let door = try Door(in: world)
        for (number, minute) in times {
            door.time = World.midnight + minute * 60_000
            try door.scan(world.person(number), offering: world.offering)
            try door.syncThen()
        }
    }

    @Test("ATT-5a present is who has a counted scan in every window; repeats are removed, people listed by page")
    func analysis() throws {
        let world = try World()
        try attend(world, [("N01", 490), ("N01", 500), ("N01", 650), ("N02", 490), ("N03", 650), ("N04", 760)])
        let keeper = try world.client("keeper")
        let reply: AnalyseReply = try keeper.call(
            .attendanceAnalyse, AnalyseRequest(offering: world.offering, windows: windows(world)))
        #expect(reply.windows == windows(world))
        #expect(reply.present == 1 && reply.absent == 11)
        let byNumber = Dictionary(uniqueKeysWithValues: reply.people.map { ($0.number, $0) })
        #expect(byNumber["N01"]?.inWindow == [true, true] && byNumber["N01"]?.present == true)
        #expect(byNumber["N01"]?.scans == 3)
        #expect(byNumber["N02"]?.inWindow == [true, false] && byNumber["N03"]?.inWindow == [false, true])
        #expect(byNumber["N04"]?.inWindow == [false, false] && byNumber["N04"]?.scans == 1)
        #expect(reply.totals?.counted == 4 && reply.totals?.repeats == 1 && reply.totals?.outsideWindow == 1)
        // Trying windows changes nothing.
        let own: AnalyseReply = try keeper.call(.attendanceAnalyse, AnalyseRequest(offering: world.offering))
        #expect(own.present == 3)
        var people: [Presence] = []
        var after: UInt64 = 0
        repeat {
            let page: AnalyseReply = try keeper.call(
                .attendanceAnalyse,
                AnalyseRequest(offering: world.offering, windows: windows(world), after: after, limit: 5))
            #expect(page.present == 1 && page.people.count <= 5)
            people += page.people
            after = page.next
        } while after != 0
        #expect(people == reply.people)
    }

    @Test("ATT-5b the window of a day is from its first scan to its last")
    func suggested() throws {
        let world = try World()
        try attend(world, [("N01", 503), ("N02", 517), ("N03", 731)])
        let keeper = try world.client("keeper")
        let reply: SuggestWindowReply = try keeper.call(
            .attendanceSuggestWindow, SuggestWindowRequest(offering: world.offering, day: TestServer.day))
        #expect(reply.window == Window(day: TestServer.day, fromMinute: 503, toMinute: 732))
        try refused(.notFound, field: "day") {
            try keeper.call(
                .attendanceSuggestWindow, SuggestWindowRequest(offering: world.offering, day: TestServer.day + 1),
                reply: SuggestWindowReply.self)
        }
    }

    @Test(
        "ATT-5c the programme's policy says how much attendance is demanded",
        arguments: [("every day and every window", UInt32(1)), ("any one period", 3), ("the session", 1)])
    func demand(policy: String, present: UInt32) throws {
        let world = try World()
        try attend(world, [("N01", 490), ("N01", 650), ("N02", 490), ("N03", 650)])
        let admin = try world.client("admin")
        let listed: ListPresetsReply = try admin.call(.programmesListPresets, ListPresetsRequest())
        let values = Set(
            listed.presets.compactMap { $0.policy.first { $0.name == "attendanceDemand" }?.value })
        try #require(values.contains(policy), "\(values)")
        let _: CreateProgrammeReply = try admin.call(
            .programmesChangePolicy,
            ChangePolicyRequest(
                programme: world.made.programme, changes: [PolicySwitch(name: "attendanceDemand", value: policy)]))
        let reply: AnalyseReply = try admin.call(
            .attendanceAnalyse, AnalyseRequest(offering: world.offering, windows: windows(world)))
        #expect(reply.present == present)
    }

    @Test("ATT-5a scans are listed page by page, of one person, of one state")
    func lists() throws {
        let world = try World()
        try attend(world, (0..<20).map { ("N0\($0 % 3 + 1)", 480 + Int64($0)) })
        let keeper = try world.client("keeper")
        func list(_ request: ListScansRequest) throws -> [Scan] {
            var request = request
            var found: [Scan] = []
            repeat {
                let page: ListScansReply = try keeper.call(.attendanceListScans, request)
                found += page.scans
                request.cursor = page.next
            } while !request.cursor.isEmpty
            return found
        }
        let all = try list(ListScansRequest(offering: world.offering))
        #expect(all.map(\.sequence) == Array(1...20))
        #expect(try list(ListScansRequest(offering: world.offering, limit: 7)) == all)
        let person = try world.person("N02")
        #expect(
            try list(ListScansRequest(offering: world.offering, limit: 2, person: person))
                == all.filter { $0.person == person })
        #expect(
            try list(ListScansRequest(offering: world.offering, limit: 4, state: .repeat)).count == 17)
        try refused(.badMessage) {
            try list(ListScansRequest(offering: world.offering, cursor: [UInt8](repeating: 0xFF, count: 11)))
        }
    }
}
