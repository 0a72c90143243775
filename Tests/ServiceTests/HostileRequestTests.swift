import Seeded
import Messages
import Testing
import Wire

/// Requests that no client of ours sends: well-formed, with hostile numbers and texts.
@Suite struct HostileRequestTests {
    private struct Maker {
        var chance: SeededRandom
        let numbers: [UInt64]
        let texts: [[UInt8]]

        init(seed: UInt64, _ world: World) {
            chance = SeededRandom(seed: seed)
            let made = world.made
            numbers =
                [0, 1, 2, 3, 5, 480, 720, 1441, 10_000, 1 << 31, (1 << 32) - 1, 1 << 53, 1 << 63, .max]
                + [made.base, made.programme, made.project, made.offering, made.otherOffering, made.courses[0]]
                + [UInt64(TestServer.day)] + made.people.values.sorted().prefix(2)
            texts =
                ["", "x", "hunan-cme", "leadDays", "7", "N01", "张三", "a\u{0}b", "+86 138-0000-0001", "Asia/Shanghai"]
                .map { Array($0.utf8) } + [[0xFF, 0xFE], [UInt8](repeating: 0, count: 32)]
                + [[UInt8](repeating: 65, count: 5000), [UInt8](repeating: 7, count: 16)]
        }

        mutating func message(depth: Int = 0) -> [UInt8] {
            var writer = ByteWriter()
            for field in UInt64(1)...9 where chance.next() % 3 != 0 {
                for _ in 0..<(chance.next() % 8 == 0 ? 3 : 1) {
                    if chance.next() % 2 == 0 {
                        writer.writeVarint(field << 3)
                        writer.writeVarint(numbers[Int.random(in: numbers.indices, using: &chance)])
                    } else {
                        let bytes =
                            depth < 2 && chance.next() % 2 == 0
                            ? message(depth: depth + 1) : texts[Int.random(in: texts.indices, using: &chance)]
                        writer.writeVarint(field << 3 | 2)
                        writer.writeVarint(UInt64(bytes.count))
                        writer.writeBytes(bytes)
                    }
                }
            }
            return writer.bytes
        }
    }

    @Test("no request makes any method fail inside or trap, whoever sends it", arguments: 1...8)
    func everyMethod(seed: UInt64) throws {
        let world = try World()
        var maker = Maker(seed: seed, world)
        let door = try Door(in: world)
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        let admin = try world.client("admin")
        var taken = 0
        // Logging in costs a hash, and logging out the session.
        for method in Method.allCases where ![.accountsLogin, .accountsLogout].contains(method) {
            let client = method.rule.allows.contains(.terminal) ? door.client : admin
            for _ in 0..<25 {
                let items = (0..<3).map { _ in maker.message() }
                let code = try client.code(method, maker.message(), items: items)
                #expect(code != .internal, "\(method)")
                if code == nil { taken += 1 }
            }
        }
        #expect(world.server.logged.isEmpty, "\(world.server.logged.prefix(3))")
        // Not all of it was refused at the door.
        #expect(taken > 50)
    }

    @Test("no login makes the server fail inside", arguments: 1...2)
    func logins(seed: UInt64) throws {
        let world = try World()
        var maker = Maker(seed: seed, world)
        let client = world.server.connect()
        for _ in 0..<20 {
            #expect(try client.code(.accountsLogin, maker.message()) != .internal)
        }
        #expect(world.server.logged.isEmpty)
    }
}
