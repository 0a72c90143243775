import Messages
import Storage
import Testing

@Suite struct LockOutTests {
    /// Attempts logins as fast as the server allows.
    /// - Returns: the number of attempts that were checked, and not refused for coming too soon.
    private func guess(_ client: Client, _ name: String, times: Int) throws -> Int {
        var judged = 0
        for turn in 1...times {
            do {
                try client.login(name, "guess-number-\(turn)")
            } catch let refusal as Client.Refusal {
                if refusal.failure.code == .wrongCredentials { judged += 1 }
            }
        }
        return judged
    }

    @Test("ACC-5b guessing from one address at full speed neither succeeds nor locks the owner out elsewhere")
    func oneAddress() throws {
        let world = try World()
        let guesser = world.server.connect(from: "198.51.100.7")
        #expect(try guess(guesser, "keeper", times: 40) == 5)
        let owner = world.server.connect(from: "203.0.113.9")
        try owner.login("keeper", world.made.passwords["keeper"] ?? "")
        // The guessing source is locked, even with the right password, and through another connection.
        try refused(.locked) {
            try world.server.connect(from: "198.51.100.7").login("keeper", world.made.passwords["keeper"] ?? "")
        }
    }

    @Test("ACC-5b who is locked out is told in numbers when to come back")
    func retryAfter() throws {
        let world = try World()
        let client = world.server.connect(from: "198.51.100.7")
        for turn in 1...5 { try refused(.wrongCredentials) { try client.login("keeper", "guess-\(turn)") } }
        let refusal = try #require(throws: Client.Refusal.self) { try client.login("keeper", "guess-6") }
        #expect(refusal.failure.code == .locked && refusal.failure.retryAfterMs == 1000)
    }

    @Test("ACC-5b a host with a network of addresses is one source", arguments: [true, false])
    func network(isSame: Bool) throws {
        let world = try World()
        for turn in 1...5 {
            let client = world.server.connect(from: "[2001:db8:1:2:\(turn)::1]:4000")
            try refused(.wrongCredentials) { try client.login("keeper", "guess-\(turn)") }
        }
        let other = world.server.connect(from: isSame ? "[2001:db8:1:2::99]:1" : "[2001:db8:1:3::99]:1")
        if isSame {
            try refused(.locked) { try other.login("keeper", world.made.passwords["keeper"] ?? "") }
        } else {
            try other.login("keeper", world.made.passwords["keeper"] ?? "")
        }
    }

    @Test("ACC-5b a source that guesses across many accounts is held up, and who has logged in from it is not")
    func acrossAccounts() throws {
        let world = try World()
        let source = "198.51.100.7"
        try world.server.connect(from: source).login("stranger", world.made.passwords["stranger"] ?? "")
        let guesser = world.server.connect(from: source)
        for turn in 1...30 {
            try refused(.wrongCredentials) { try guesser.login("somebody\(turn)", "guess-\(turn)") }
        }
        try refused(.locked) { try guesser.login("somebody31", "guess-31") }
        try refused(.locked) { try guesser.login("keeper", world.made.passwords["keeper"] ?? "") }
        try guesser.login("stranger", world.made.passwords["stranger"] ?? "")
        // One more in half a minute; elsewhere nobody notices.
        world.clock.advance(ms: 29_999)
        try refused(.locked) { try guesser.login("somebody31", "guess-31") }
        world.clock.advance(ms: 1)
        try refused(.wrongCredentials) { try guesser.login("somebody31", "guess-31") }
        try refused(.locked) { try guesser.login("somebody32", "guess-32") }
        try world.server.connect(from: "203.0.113.9").login("keeper", world.made.passwords["keeper"] ?? "")
    }

    @Test("ACC-5b a guess from many addresses slows the account, but not where its owner has logged in before")
    func distributed() throws {
        let world = try World()
        try world.server.connect(from: "203.0.113.9").login("keeper", world.made.passwords["keeper"] ?? "")
        for turn in 0..<100 {
            let client = world.server.connect(from: "198.51.\(turn / 4).\(turn % 4)")
            try refused(.wrongCredentials) { try client.login("keeper", "guess-\(turn)") }
        }
        let fresh = world.server.connect(from: "198.18.0.1")
        try refused(.locked) { try fresh.login("keeper", world.made.passwords["keeper"] ?? "") }
        try world.server.connect(from: "203.0.113.9").login("keeper", world.made.passwords["keeper"] ?? "")
        // Slowed, not locked: one try in a quarter of an hour.
        world.clock.advance(ms: 15 * 60_000)
        try fresh.login("keeper", world.made.passwords["keeper"] ?? "")
    }

    @Test("ACC-5b a source is known for 30 days after a login", arguments: [Int64(-1), 0])
    func known(atEndMs: Int64) throws {
        let world = try World()
        let owner = world.server.connect(from: "203.0.113.9")
        try owner.login("keeper", world.made.passwords["keeper"] ?? "")
        world.clock.advance(ms: 30 * 86_400_000 + atEndMs)
        for turn in 0..<100 {
            let client = world.server.connect(from: "198.51.\(turn / 4).\(turn % 4)")
            try refused(.wrongCredentials) { try client.login("keeper", "guess-\(turn)") }
        }
        if atEndMs < 0 {
            try owner.login("keeper", world.made.passwords["keeper"] ?? "")
        } else {
            try refused(.locked) { try owner.login("keeper", world.made.passwords["keeper"] ?? "") }
        }
    }

    @Test("ACC-5b a name that nobody has is throttled as an account is")
    func nobody() throws {
        let world = try World()
        let client = world.server.connect(from: "198.51.100.7")
        #expect(try guess(client, "nobody-here", times: 20) == 5)
        #expect(try guess(world.server.connect(from: "198.51.100.8"), "keeper", times: 20) == 5)
    }

    @Test("ACC-5b what is counted is forgotten when it has had its time")
    func bounded() throws {
        let world = try World()
        let client = world.server.connect(from: "198.51.100.7")
        _ = try guess(client, "keeper", times: 10)
        _ = try guess(client, "nobody-here", times: 10)
        #expect(try world.server.count("SELECT COUNT(*) FROM login_failure") == 2)
        world.clock.advance(days: 31)
        try world.server.expire()
        for count in [
            try world.server.count("SELECT COUNT(*) FROM login_failure"),
            try world.server.count("SELECT COUNT(*) FROM login_budget"),
            try world.server.count("SELECT COUNT(*) FROM known_source"),
            try world.server.count("SELECT COUNT(*) FROM session"),
        ] {
            #expect(count == 0)
        }
    }
}
