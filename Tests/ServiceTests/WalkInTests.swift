import Crypto
import Facts
import Messages
import Passes
import Storage
import Testing
import Threads
import Wire

@testable import Service

/// ATT-6: people who come without being on a roster.
@Suite struct WalkInTests {
    private func open() throws -> World {
        let world = try World()
        try world.setPolicy("walkIn", "yes")
        return world
    }

    private func code(_ world: World) throws -> String {
        let reply: VenueCodeReply = try world.client("keeper").call(
            .attendanceVenueCode, VenueCodeRequest(offering: world.offering))
        return reply.code
    }

    private static let stranger = WalkInRequest(
        name: "南宫问", idNumber: "110101199003070396", phone: "13911112222", title: "护师", unit: "第二人民医院",
        device: [UInt8](repeating: 7, count: 16))

    private func walkIn(
        _ world: World, _ change: (inout WalkInRequest) -> Void = { _ in }
    ) throws -> WalkInReply {
        var request = Self.stranger
        request.code = try code(world)
        change(&request)
        return try world.server.connect().call(.attendanceWalkIn, request)
    }

    private func list(_ world: World, _ state: WalkInState? = nil) throws -> [WalkIn] {
        let reply: ListWalkInsReply = try world.client("keeper").call(
            .attendanceListWalkIns, ListWalkInsRequest(offering: world.offering, state: state))
        return reply.walkIns
    }

    private func scans(_ world: World) throws -> ListScansReply {
        try world.client("keeper").call(.attendanceListScans, ListScansRequest(offering: world.offering))
    }

    private func reasons(_ world: World, _ person: UInt64) throws -> [String] {
        let reply: ListEligibleReply = try world.client("keeper").call(
            .creditsListEligible, ListEligibleRequest(offering: world.offering))
        return try #require(reply.people.first { $0.person == person }).reasons
    }

    private func decide(_ world: World, _ id: UInt64, _ ruling: WalkInRuling) throws -> DecidedWalkIn {
        let reply: DecideWalkInsReply = try world.client("keeper").call(
            .attendanceDecideWalkIns,
            DecideWalkInsRequest(offering: world.offering, walkIns: [id], ruling: ruling, reason: "当面核对"))
        return try #require(reply.outcomes.first)
    }

    @Test(
        "ATT-6 at the venue's code a walk-in gives five fields without a login, is on the roster, and the check-in counts"
    )
    func client() throws {
        let world = try open()
        let reply = try walkIn(world)
        #expect(reply.atMs == TestServer.nine && reply.offeringTitle == "第一期")
        let walkIn = try #require(try list(world).first)
        #expect(walkIn.state == .taken && walkIn.number.hasPrefix("W") && walkIn.number.count == 9)
        #expect(walkIn.name == "南宫问" && walkIn.title == "护师" && walkIn.unit == "第二人民医院")
        #expect(walkIn.idNumber.hasPrefix("110") && walkIn.idNumber.contains("*") && walkIn.phone.contains("*"))
        let scan = try #require(try scans(world).scans.first)
        #expect(scan.state == .counted && scan.name == "南宫问" && scan.number == walkIn.number)
        // Who comes again sends the same again, and is nobody else.
        #expect(try self.walkIn(world) == reply)
        #expect(try list(world).count == 1)
        #expect(try scans(world).scans.map(\.state) == [.counted, .repeat])
        try refused(.notAllowed) {
            try world.client("stranger").call(
                .attendanceListWalkIns, ListWalkInsRequest(offering: world.offering), reply: ListWalkInsReply.self)
        }
    }

    @Test(
        "ATT-6 GB 11643 every field is needed and checked; a code that is expired or forged, and a programme without walk-ins, take nobody"
    )
    func refusedFields() throws {
        let world = try open()
        for (field, change) in [
            ("id_number", { $0.idNumber = "110101199003070395" }), ("phone", { $0.phone = "1391111222" }),
            ("name", { $0.name = "" }), ("title", { $0.title = " " }), ("unit", { $0.unit = "" }),
            ("device", { $0.device = [1] }),
        ] as [(String, (inout WalkInRequest) -> Void)] {
            try refused(.invalid, field: field) { try walkIn(world, change) }
        }
        try refused(.codeForged, field: "code") { try walkIn(world) { $0.code = "RV1-00" } }
        let old = try code(world)
        world.clock.advance(minutes: 30)
        try refused(.codeExpired, field: "code") { try walkIn(world) { $0.code = old } }
        try world.setPolicy("walkIn", "no")
        try refused(.wrongState, field: "offering") { try walkIn(world) }
        #expect(try list(world).isEmpty && scans(world).scans.isEmpty)
    }

    @Test(
        "ATT-6 a known ID number under another name is flagged, and the answer and what a terminal learns are the same as of anybody else"
    )
    func otherName() throws {
        let world = try open()
        let honest = try walkIn(world)
        let other = try walkIn(world) {
            ($0.idNumber, $0.phone, $0.device) = (World.identities[0], "13911113333", [UInt8](repeating: 8, count: 16))
        }
        #expect(other == honest)
        let both = try list(world)
        #expect(both.map(\.state) == [.taken, .flagged])
        #expect(try both[1].knownPerson == world.person("N01") && both[1].knownName == World.names[0])
        #expect(both[1].person != both[1].knownPerson)
        // Both are entries of the roster like any other, and both check-ins count.
        #expect(try scans(world).scans.map(\.state) == [.counted, .counted])
        #expect(try reasons(world, both[0].person).contains { $0.contains("walk-in") } == false)
        #expect(try reasons(world, both[1].person).contains { $0.contains("walk-in") })
        let decided = try decide(world, both[1].id, .confirm)
        #expect(decided.walkIn?.state == .confirmed && decided.walkIn?.reason == "当面核对")
        #expect(try reasons(world, both[1].person).contains { $0.contains("walk-in") } == false)
    }

    @Test(
        "ATT-6 ATT-9b whoever is known by the number after all takes the check-ins over; a rejected one is off the roster, and may be confirmed later"
    )
    func decided() throws {
        let world = try open()
        _ = try walkIn(world) { $0.idNumber = World.identities[0] }
        let flagged = try #require(try list(world, .flagged).first)
        #expect(try decide(world, flagged.id, .isKnown).walkIn?.person == world.person("N01"))
        let counted = try scans(world)
        #expect(try counted.scans.map(\.state) == [.counted] && counted.scans.map(\.person) == [world.person("N01")])
        _ = try walkIn(world) { $0.device = [UInt8](repeating: 9, count: 16) }
        let second = try #require(try list(world, .taken).first)
        #expect(try decide(world, second.id, .isKnown).failure?.code == .wrongState)
        #expect(try decide(world, second.id, .reject).walkIn?.state == .rejected)
        #expect(try scans(world).scans.map(\.state) == [.counted, .flagged])
        #expect(try decide(world, second.id, .reject).failure?.code == .wrongState)
        #expect(try decide(world, second.id, .confirm).walkIn?.state == .confirmed)
        #expect(try scans(world).scans.map(\.state) == [.counted, .counted])
    }

    @Test(
        "ATT-6 one device that registers several people flags all of them; somebody who is known by number and name is nobody new"
    )
    func oneDevice() throws {
        let world = try open()
        _ = try walkIn(world)
        _ = try walkIn(world) {
            ($0.name, $0.idNumber, $0.phone) = (World.names[1], World.identities[1], World.phones[1])
        }
        let both = try list(world)
        #expect(both.map(\.state) == [.flagged, .flagged] && both.map(\.oneDevice) == [true, true])
        #expect(try both[1].person == world.person("N02") && both[1].knownPerson == 0)
        #expect(try world.server.count("SELECT COUNT(*) FROM roster WHERE offering = ?1", world.offering) == 13)
    }

    private func card(
        _ world: World, _ number: String, _ card: WalkInCard, offering: UInt64? = nil, base: UInt64? = nil
    ) throws -> Fact {
        let key = world.server.service.secrets.rosterKey(base: base ?? world.made.base)
        let nonce = [UInt8](repeating: 5, count: SealingKey.nonceSize)
        let sealed = key.seal(
            card.bytes, nonce: nonce, .walkIn, WalkInNumber.place(number, in: offering ?? world.offering))
        return Fact(
            kind: .checkIn, subject: .raw(Array(number.utf8)), offering: offering ?? world.offering, method: .number,
            extensions: nonce + sealed)
    }

    private func work(_ world: World) {
        world.server.tick()
        while world.server.executor.work() {}
    }

    @Test(
        "ATT-6 SYN-9 a terminal's walk-in counts once its batch has come and been read, and their number is theirs from then on"
    )
    func terminal() throws {
        let world = try open()
        let door = try Door(in: world)
        let who = WalkInCard(
            name: "南宫问", idNumber: "110101199003070396", phone: "13911112222", title: "护师", unit: "第二人民医院")
        try door.seal(
            card(world, "WABCD1234", who),
            card(
                world, "WABCD1235",
                WalkInCard(
                    name: World.names[0], idNumber: World.identities[0], phone: World.phones[0], title: "主治医师",
                    unit: "第一人民医院")))
        // What the terminal is told does not depend on who they are, and its first sync tells of no trouble; nor does the same again.
        #expect(try door.sync()[0].quarantined.isEmpty)
        #expect(try door.push(door.batches[0])[0].all == 2)
        #expect(try scans(world).scans.map(\.state) == [.flagged, .flagged])
        work(world)
        let taken = try list(world)
        #expect(taken.map(\.number) == ["WABCD1234", "WABCD1235"] && taken.map(\.state) == [.taken, .taken])
        #expect(try taken[1].person == world.person("N01"))
        let counted = try scans(world)
        #expect(
            counted.scans.map(\.state) == [.counted, .counted] && counted.scans.map(\.name) == ["南宫问", World.names[0]])
        // Scanned by the number again, in whatever form.
        try door.seal(
            Fact(kind: .checkIn, subject: .raw(Array("wabcd1235".utf8)), offering: world.offering, method: .number))
        #expect(try door.sync()[0].quarantined.isEmpty)
        // The same batch again makes nobody twice.
        try door.push(door.batches[0])
        work(world)
        #expect(try list(world).count == 2)
        // No byte of the journal tells an ID number.
        let bodies = try world.server.read { try $0.all("SELECT body FROM batch ORDER BY id") { $0.bytes(0) } }
        #expect(bodies.allSatisfy { $0.firstRange(of: Array("110101199003070396".utf8)) == nil })
    }

    @Test("ATT-6 SYN-3d where the programme takes no walk-ins, a terminal's first sync tells that the code is unknown")
    func notTaken() throws {
        let world = try World()
        let door = try Door(in: world)
        let who = WalkInCard(
            name: "南宫问", idNumber: "110101199003070396", phone: "13911112222", title: "护师", unit: "第二人民医院")
        try door.seal(card(world, "WABCD1234", who))
        #expect(try door.sync()[0].quarantined.map(\.code) == [.unknownSubject])
    }

    @Test("ATT-6 SYN-3d a walk-in whose code is scanned again before the first sync is not called unknown either")
    func scannedAgain() throws {
        let world = try open()
        let door = try Door(in: world)
        let who = WalkInCard(
            name: "南宫问", idNumber: "110101199003070396", phone: "13911112222", title: "护师", unit: "第二人民医院")
        func scan(_ number: String) -> Fact {
            Fact(kind: .checkIn, subject: .raw(Array(number.utf8)), offering: world.offering, method: .number)
        }
        try door.seal(card(world, "WABCD1234", who), scan("wabcd1234"), scan("WABCD9999"))
        #expect(try door.sync()[0].quarantined.map(\.sequence) == [3])
        work(world)
        #expect(try scans(world).scans.map(\.state) == [.counted, .repeat, .flagged])
    }

    @Test(
        "ATT-6 ATT-4c a client that registers a walk-in and checks somebody else in has checked in two: both wait, and a confirmed walk-in does not wait twice"
    )
    func alsoChecksIn() throws {
        let world = try open()
        let device = Self.stranger.device
        func checkIn(_ number: String) throws -> ScanState? {
            let reply: CheckInReply = try world.client(number).call(
                .attendanceCheckIn, CheckInRequest(code: code(world), device: device))
            return reply.state
        }
        let honest = try walkIn(world)
        #expect(try scans(world).scans.map(\.state) == [.counted])
        #expect(try checkIn("N03") == .flagged)
        #expect(try scans(world).scans.map(\.code) == [.oneClient, .oneClient])
        // A second walk-in of that client is one of them, and the answer is everybody's.
        let other = try walkIn(world) {
            ($0.name, $0.idNumber, $0.phone) = (World.names[1], World.identities[1], World.phones[1])
        }
        #expect(other == honest)
        #expect(try scans(world).scans.map(\.code) == [.oneClient, .oneClient, .oneClient])
        for walkIn in try list(world) { #expect(try decide(world, walkIn.id, .confirm).failure == nil) }
        #expect(try scans(world).scans.map(\.state) == [.counted, .flagged, .counted])
        // Whoever comes by that client later waits; those who are decided about stay so.
        #expect(try checkIn("N01") == .flagged)
        #expect(try scans(world).scans.map(\.state) == [.counted, .flagged, .counted, .flagged])
    }

    @Test(
        "ATT-6 what no honest terminal has sealed stays an unknown code on the work list: another's key, a wrong check sign, a number of its own making"
    )
    func forgedCards() throws {
        let world = try open()
        let door = try Door(in: world)
        var who = WalkInCard(
            name: "南宫问", idNumber: "110101199003070396", phone: "13911112222", title: "护师", unit: "第二人民医院")
        try door.seal(
            card(world, "WABCD1234", who, base: world.made.otherBase), card(world, "N01-1", who),
            Fact(
                kind: .checkIn, subject: .raw(Array("WABCD1236".utf8)), offering: world.offering, method: .number,
                extensions: [1, 2, 3]))
        who.idNumber = "110101199003070395"
        try door.seal(card(world, "WABCD1237", who))
        #expect(try door.sync().map { $0.quarantined.map(\.sequence) } == [[2], []])
        work(world)
        #expect(try list(world).isEmpty)
        #expect(try scans(world).scans.allSatisfy { $0.state == .flagged })
        #expect(try world.server.count("SELECT COUNT(*) FROM walk_in_batch") == 0)
        // Whose number has the form of a walk-in's was waited for; the terminal is told that they are nobody after all.
        let told = try door.pull().items.filter { $0.kind == .disposition }.map {
            try DispositionValue(serialized: $0.value)
        }
        #expect(told.map(\.code) == [.unknownSubject, .unknownSubject])
        #expect(told.map(\.runs) == [[1, 1, 3, 1], [4, 1]])
        #expect(!world.server.heard.withLock { $0.contains { $0.contains("chore failed") } })
    }

    /// A valid ID number of somebody who does not exist.
    private static func idNumber(_ number: Int) -> String {
        let digits =
            Array("11010119900307").compactMap(\.wholeNumberValue) + [number / 100 % 10, number / 10 % 10, number % 10]
        let sum = zip(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        return digits.map(String.init).joined() + String(Array("10X98765432")[sum % 11])
    }

    @Test(
        "ATT-6 OPS-3 people that one network registers beyond sixty wait for a person, whatever devices it names; others do not, and a flood is told to wait"
    )
    func crowd() throws {
        let world = try open()
        let code = try code(world)
        func walkIn(_ number: Int, from address: String) throws {
            var request = Self.stranger
            request.code = code
            request.name = "学员" + String(UnicodeScalar(UInt32(0x4E00 + number)) ?? "一")
            request.idNumber = Self.idNumber(number)
            request.phone = "139\(11_110_000 + number)"
            request.device = [UInt8](repeating: UInt8(number % 256), count: 15) + [UInt8(number / 256)]
            let _: WalkInReply = try world.server.connect(from: address).call(.attendanceWalkIn, request)
        }
        for number in 0..<70 { try walkIn(number, from: "192.0.2.1:\(4000 + number)") }
        try walkIn(70, from: "198.51.100.1:4000")
        #expect(try list(world, .taken).count == 61 && list(world, .flagged).count == 10)
        for number in 71..<601 { try walkIn(number, from: "192.0.2.1:\(4000 + number)") }
        let refusal = try refused(.busy) { try walkIn(601, from: "192.0.2.1:4000") }
        #expect(refusal.retryAfterMs > 0)
    }
}
