import Causality
import Domain
import Facts
import Journal
import Messages
import Seeded
import Storage
import Testing

@testable import Service

/// Pages of long lists: each costs a page, and none misses a row.
@Suite struct PagingTests {
    private func page(_ world: World, _ cursor: [UInt8], limit: UInt32) throws -> ListScansReply {
        try world.client("keeper").call(
            .attendanceListScans, ListScansRequest(offering: world.offering, cursor: cursor, limit: limit))
    }

    @Test("ATT-5a batches that come between two pages of scans neither hide nor repeat one that was there")
    func lateBatches() throws {
        let world = try World()
        let (early, late) = (try Door(in: world, seed: 1), try Door(in: world, seed: 2))
        for door in [early, late] {
            for number in World.numbers { try door.scan(world.person(number), offering: world.offering) }
            try door.sync()
        }
        var found: [[UInt64]] = []
        var cursor: [UInt8] = []
        repeat {
            let reply = try page(world, cursor, limit: 5)
            found += reply.scans.map { [UInt64($0.log[0]), $0.sequence] }
            cursor = reply.next
            // In the log that stands first, and earlier by its clock.
            early.time -= 60_000
            try early.scan(world.person("N01"), offering: world.offering)
            try early.sync()
        } while !cursor.isEmpty
        #expect(Set(found).count == found.count)
        let before = [early, late].flatMap { door in
            (1...12 as ClosedRange<UInt64>).map { [UInt64(door.log.bytes[0]), $0] }
        }
        #expect(Set(before).isSubset(of: Set(found)))
    }

    @Test("a page that ends with the list says that nothing follows")
    func exactEnd() throws {
        let world = try World()
        let door = try Door(in: world)
        for number in World.numbers { try door.scan(world.person(number), offering: world.offering) }
        try door.sync()
        let whole = try page(world, [], limit: 12)
        #expect(whole.scans.count == 12 && whole.next.isEmpty)
        let keeper = try world.client("keeper")
        let people: AnalyseReply = try keeper.call(
            .attendanceAnalyse, AnalyseRequest(offering: world.offering, limit: 12))
        #expect(people.people.count == 12 && people.next == 0)
        let eligible: ListEligibleReply = try keeper.call(
            .creditsListEligible, ListEligibleRequest(offering: world.offering, limit: 12))
        #expect(eligible.people.count == 12 && eligible.next == 0)
    }

    @Test("a list read by pages of any size is the list, and its last page is not empty")
    func everySize() throws {
        let world = try World()
        let (admin, keeper) = (try world.client("admin"), try world.client("keeper"))
        for _ in 0..<3 { _ = try keeper.draft(at: world.made.base, world.made) }
        for name in ["甲市", "乙市", "丙市"] { _ = try admin.region(.city, name) }
        try walk { after, limit in
            let page: ListRosterReply = try keeper.call(
                .projectsListRoster, ListRosterRequest(offering: world.offering, after: after, limit: limit))
            return (page.entries.map(\.person), page.next)
        }
        let offerings: [(base: UInt64, state: OfferingState?)] = [
            (0, nil), (0, .draft), (world.made.base, nil), (world.made.base, .draft),
        ]
        for (base, state) in offerings {
            try walk { after, limit in
                let page: ListOfferingsReply = try admin.call(
                    .projectsListOfferings, ListOfferingsRequest(after: after, limit: limit, base: base, state: state))
                #expect(page.offerings.allSatisfy { base == 0 || $0.base == base })
                #expect(page.offerings.allSatisfy { state == nil || $0.state == state })
                return (page.offerings.map(\.id), page.next)
            }
        }
        for (kind, name) in [(nil, ""), (OrganisationKind?.some(.region), ""), (nil, "市")] {
            try walk { after, limit in
                let page: ListOrganisationsReply = try admin.call(
                    .organisationsListOrganisations,
                    ListOrganisationsRequest(after: after, limit: limit, kind: kind, nameContains: name))
                #expect(page.organisations.allSatisfy { kind == nil || $0.kind == kind })
                return (page.organisations.map(\.id), page.next)
            }
        }
        try walk { after, limit in
            let page: ListAuditReply = try admin.call(.accountsListAudit, ListAuditRequest(after: after, limit: limit))
            return (page.entries.map(\.id), page.next)
        }
    }

    /// Reads a list whole and by pages of several sizes, one of which fits it exactly.
    private func walk(
        _ list: (_ after: UInt64, _ limit: UInt32) throws -> (ids: [UInt64], next: UInt64),
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let whole = try list(0, 100)
        #expect(whole.ids.count > 1 && whole.next == 0, sourceLocation: sourceLocation)
        for size in Set([1, 2, whole.ids.count]) {
            var (found, after): ([UInt64], UInt64) = ([], 0)
            repeat {
                let page = try list(after, UInt32(size))
                #expect(!page.ids.isEmpty && page.ids.count <= size, sourceLocation: sourceLocation)
                found += page.ids
                after = page.next
            } while after != 0
            #expect(found == whole.ids, sourceLocation: sourceLocation)
        }
    }

    @Test("SYN-11 the pages behind the first read no batch again")
    func pagesCostPages() throws {
        let world = try World()
        let door = try Door(in: world)
        for number in World.numbers { try door.scan(world.person(number), offering: world.offering) }
        try door.sync()
        let keeper = try world.client("keeper")
        let windows = [Window(day: TestServer.day, fromMinute: 500, toMinute: 600)]
        func analysis(_ windows: [Window], _ after: UInt64) throws -> AnalyseReply {
            try keeper.call(
                .attendanceAnalyse,
                AnalyseRequest(offering: world.offering, windows: windows, after: after, limit: 4))
        }
        func eligible(_ after: UInt64, limit: UInt32) throws -> ListEligibleReply {
            try keeper.call(
                .creditsListEligible, ListEligibleRequest(offering: world.offering, after: after, limit: limit))
        }
        let whole = try eligible(0, limit: 100)
        #expect(whole.eligible + whole.notEligible == 12)
        var scans = try page(world, [], limit: 4)
        var own = try analysis([], 0)
        var tried = try analysis(windows, 0)
        var credit = try eligible(0, limit: 4)
        // From here on a batch that is read again cannot be read.
        try world.server.database.write { transaction in
            try transaction.execute("UPDATE batch SET body = ?1", [UInt8](repeating: 0xFF, count: 4))
        }
        var counts = [scans.scans.count, own.people.count, tried.people.count, credit.people.count]
        var people = credit.people
        while !scans.next.isEmpty {
            scans = try page(world, scans.next, limit: 4)
            own = try analysis([], own.next)
            tried = try analysis(windows, tried.next)
            credit = try eligible(credit.next, limit: 4)
            people += credit.people
            for (index, count) in [scans.scans.count, own.people.count, tried.people.count, credit.people.count]
                .enumerated()
            {
                counts[index] += count
            }
            #expect(own.present == 12 && tried.present == 12)
        }
        #expect(counts == [12, 12, 12, 12] && people == whole.people)
    }

    @Test("SYN-3d what is added to kept scans is judged as if all were read at once", arguments: UInt64(1)...20)
    func addedIsAsRead(seed: UInt64) throws {
        let world = try World()
        var random = SeededRandom(seed: seed)
        let doors = try (1...3).map { try Door(in: world, seed: UInt8($0)) }
        let people = try World.numbers.prefix(4).map { try world.person($0) }
        let journal = world.server.service.journal
        let kept = KeptAttendance(journal)
        for _ in 0..<12 {
            let door = doors[Int.random(in: 0..<3, using: &random)]
            door.time = World.midnight + Int64.random(in: 470...490, using: &random) * 60_000
            var offset: Int64 = 0
            let facts = (0..<Int.random(in: 1...6, using: &random)).map { _ -> Fact in
                offset += Int64.random(in: 0...40, using: &random) * 1000
                let isVoid = random.chance(8)
                return Fact(
                    kind: isVoid ? .void : .checkIn,
                    subject: random.chance(20)
                        ? .raw(Array("n04".utf8)) : .person(people.randomElement(using: &random) ?? 1),
                    offsetMs: offset, offering: world.offering, method: .pass,
                    references: isVoid
                        ? [
                            FactReference(
                                .replaces, UInt64.random(in: 1...max(1, door.chain.head.sequence), using: &random))
                        ]
                        : [])
            }
            try door.seal(
                body: Batch.encode(
                    header: door.header,
                    firstSequence: door.chain.head.sequence + 1, facts: facts))
            try door.sync()
            let (added, read) = try world.server.read { snapshot in
                let offering = try OfferingRecord(world.offering, snapshot)
                return (
                    try Self.lines(kept.find(offering, snapshot)),
                    try Self.lines(KeptAttendance(journal).find(offering, snapshot))
                )
            }
            #expect(added == read, "seed \(seed)")
        }
    }

    private static func lines(_ judged: JudgedScans) -> [String] {
        let lines = judged.scans.inOrder.map { index in
            let scan = judged.scans.scans[index]
            return "\(judged.scans.origins[index].log) \(judged.scans.origins[index].sequence) \(scan) "
                + "\(judged.attendance.verdicts[index])"
        }
        return lines + ["\(judged.attendance.totals)", "\(judged.attendance.peopleInWindow)"]
    }
}
