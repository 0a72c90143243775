import Messages
import Storage
import Testing
import Wire

/// ACC-10: performs acts twice with one key each, and looks at the audit log after each.
final class ActTrail {
    private let world: World
    private(set) var done: Set<Method> = []

    init(_ world: World) { self.world = world }

    func act(_ method: Method, _ client: Client, _ request: some Message, items: [[UInt8]]? = nil) throws {
        let key = client.freshKey()
        let before = try world.server.count("SELECT COUNT(*) FROM audit")
        let reply = try client.raw(method, request.serialized(), key: key, items: items)
        #expect(try client.raw(method, request.serialized(), key: key, items: items) == reply)
        #expect(try world.server.count("SELECT COUNT(*) FROM audit") == before + 1, "\(method)")
        let detail = try world.server.read {
            try $0.first("SELECT detail FROM audit ORDER BY id DESC LIMIT 1") { $0.text(0) }
        }
        #expect(detail?.isEmpty == false, "\(method)")
        try insist(method, client, request.serialized(), items)
        done.insert(method)
    }

    /// Asks again with absurd numbers: they are refused or harmless, and never trap. What would be done is taken back, because its
    /// audit entry fails.
    private func insist(_ method: Method, _ client: Client, _ request: [UInt8], _ items: [[UInt8]]?) throws {
        try world.server.database.write {
            try $0.execute("CREATE TRIGGER absurd BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'absurd'); END")
        }
        for absurd in AbsurdNumbers.variants(of: request) {
            _ = try? client.raw(method, absurd, key: client.freshKey(), items: items)
        }
        try world.server.database.write { try $0.execute("DROP TRIGGER absurd") }
    }
}
