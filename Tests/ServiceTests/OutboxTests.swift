@testable import Application
import Domain
import Messages
import Storage
import Testing
import Threads

@testable import Service

@Suite struct OutboxTests {
    /// A gateway that answers as it is told.
    private final class Gateway: Sendable {
        let taken = Locked<[TextMessage]>([])
        let answers = Locked<[DeliveryFailure?]>([])

        func send(_ message: TextMessage) throws(DeliveryFailure) {
            taken.withLock { $0.append(message) }
            let failure = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            if let failure { throw failure }
        }

        var count: Int { taken.withLock { $0.count } }
    }

    private func texts(_ world: World) throws -> [SmsEntry] {
        let reply: ListSmsOutboxReply = try world.client("admin").call(
            .accountsListSmsOutbox, ListSmsOutboxRequest())
        return reply.entries
    }

    private func entries(_ world: World, _ state: OutboxState? = nil) throws -> [OutboxEntry] {
        let reply: ListOutboxEntriesReply = try world.client("admin").call(
            .outboxListEntries, ListOutboxEntriesRequest(state: state))
        return reply.entries
    }

    @Test("ACC-4d a message is handed over once, and its text is shown to nobody")
    func sent() throws {
        let gateway = Gateway()
        let world = try World(sms: gateway.send)
        let client = world.server.connect()
        try client.askForCode(Newcomer.phone, .register)
        try client.askForCode(Newcomer.other, .register)
        world.dispatch()
        world.dispatch()
        #expect(gateway.taken.withLock { $0.map(\.phone) } == [Newcomer.phone, Newcomer.other])
        let code = gateway.taken.withLock { $0[0].text }.split { !$0.isNumber }.first { $0.count == 6 }
        _ = try client.register(Newcomer.phone, code: code.map { String($0) } ?? "")
        #expect(try texts(world).allSatisfy { $0.state == .sent && $0.text.isEmpty && $0.tries == 1 })
    }

    @Test("ACC-4d a gateway that fails is asked again later and later, with the same key, until the entry is dead")
    func retried() throws {
        let gateway = Gateway()
        gateway.answers.withLock { $0 = Array(repeating: DeliveryFailure("HTTP 503", isTransient: true), count: 9) }
        let world = try World(sms: gateway.send)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        for (turn, pause) in [Int64(1000), 4000, 16_000, 64_000].enumerated() {
            world.dispatch()
            #expect(gateway.count == turn + 1)
            let entry = try #require(try entries(world).first)
            #expect(entry.state == .waiting && entry.failure == "HTTP 503" && entry.attempts == UInt32(turn + 1))
            let left = entry.nextMs - world.clock.now
            #expect(left >= pause / 2 && left <= pause, "\(left) of \(pause)")
            world.clock.advance(ms: left - 1)
            world.dispatch()
            #expect(gateway.count == turn + 1)
            world.clock.advance(ms: 1)
        }
        world.dispatch()
        #expect(try entries(world, .dead).map(\.attempts) == [5])
        #expect(try texts(world).first?.state == .failed)
        world.clock.advance(minutes: 2)
        world.dispatch()
        #expect(gateway.taken.withLock { Set($0.map(\.key)).count } == 1)
        #expect(gateway.count == 5)
        #expect(world.server.logged.contains { $0.contains("delivery given up") })
    }

    @Test("ACC-4d what a gateway refuses for good is dead at once")
    func refusedForGood() throws {
        let gateway = Gateway()
        gateway.answers.withLock { $0 = [DeliveryFailure("HTTP 400", isTransient: false)] }
        let world = try World(sms: gateway.send)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        world.dispatch()
        world.clock.advance(minutes: 2)
        world.dispatch()
        #expect(gateway.count == 1)
        let entry = try #require(try entries(world).first)
        #expect(entry.state == .dead && entry.failure == "HTTP 400" && entry.nextMs == 0)
    }

    @Test("ACC-4d a text whose code has expired is dropped, with the reason")
    func tooLate() throws {
        let gateway = Gateway()
        let world = try World(sms: gateway.send)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        world.clock.advance(minutes: 5)
        world.dispatch()
        #expect(gateway.count == 0)
        let entry = try #require(try entries(world).first)
        #expect(entry.state == .dropped && entry.failure == "too late")
    }

    @Test("nobody sends an entry while another server's lease holds, and then it is taken over, and settled once")
    func takenOver() throws {
        let gateway = Gateway()
        let world = try World(sms: gateway.send)
        let (outbox, clock) = (world.server.service.outbox, world.clock)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        // Leased by another server, which was then gone.
        let lost = try #require(
            try world.server.database.write {
                try outbox.lease(to: 2, atMost: 4, $0, now: clock.now).deliveries.first
            })
        #expect(try entries(world).map(\.state) == [.sending])
        clock.advance(ms: 89_999)
        world.dispatch()
        #expect(gateway.count == 0)
        clock.advance(ms: 1)
        world.dispatch()
        #expect(gateway.count == 1)
        #expect(gateway.taken.withLock { $0.map(\.key) } == [lost.key])
        // The other was only slow, and comes too late to say anything.
        let state = try world.server.perform {
            try outbox.settle(lost, of: 2, .failure(DeliveryFailure("HTTP 503", isTransient: true)), $0, chance: 0)
        }
        #expect(state == nil)
        #expect(try entries(world).map(\.state) == [.sent])
    }

    @Test("a server that was killed sends what it had leased and what waited as soon as it is back")
    func killed() throws {
        let gateway = Gateway()
        let world = try World(sms: gateway.send)
        let (outbox, clock) = (world.server.service.outbox, world.clock)
        for phone in [Newcomer.phone, Newcomer.other] { try world.server.connect().askForCode(phone, .register) }
        _ = try world.server.database.write { try outbox.lease(to: 1, atMost: 1, $0, now: clock.now) }
        let pump = OutboxPump(world.server.application, outbox, holder: 1)
        pump.start()
        while world.server.executor.work() {}
        #expect(gateway.count == 2)
        #expect(try entries(world).map(\.state) == [.sent, .sent])
        // From now on a commit that writes an entry sends it.
        world.clock.advance(minutes: 2)
        try world.server.connect().askForCode("13911110007", .register)
        while world.server.executor.work() {}
        #expect(gateway.count == 3)
    }

    @Test("an entry that was lost with its server as often as it may be tried is dead, and does not kill another")
    func poison() throws {
        let gateway = Gateway()
        let world = try World(sms: gateway.send)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        try world.server.database.write { try $0.execute("UPDATE outbox SET attempts = 5") }
        world.dispatch()
        #expect(gateway.count == 0)
        #expect(try entries(world).map(\.failure) == ["lost with its server"])
    }

    @Test("an entry whose payload is damaged is dead, and those behind it leave")
    func damaged() throws {
        let gateway = Gateway()
        let world = try World(sms: gateway.send)
        for phone in [Newcomer.phone, Newcomer.other] { try world.server.connect().askForCode(phone, .register) }
        try world.server.database.write {
            try $0.execute(
                "UPDATE outbox SET payload_sealed = ?1 WHERE id = (SELECT min(id) FROM outbox)",
                [UInt8](repeating: 1, count: 64))
        }
        world.dispatch()
        #expect(gateway.taken.withLock { $0.map(\.phone) } == [Newcomer.other])
        #expect(try entries(world).map(\.state) == [.sent, .dead])
        #expect(try entries(world).map(\.recipient) == ["139****0002", "?"])
    }

    @Test(
        "an administrator sees entries without what is in them, has a dead one tried again, and drops one for a reason")
    func managed() throws {
        let gateway = Gateway()
        gateway.answers.withLock { $0 = [DeliveryFailure("HTTP 400", isTransient: false)] }
        let world = try World(sms: gateway.send)
        let admin = try world.client("admin")
        try world.server.connect().askForCode(Newcomer.phone, .register)
        world.dispatch()
        let dead = try #require(try entries(world, .dead).first)
        #expect(dead.recipient == "139****0001" && dead.kind == .textMessage && dead.key == String(dead.id))
        let shown: OutboxEntryReply = try admin.call(.outboxGetEntry, GetOutboxEntryRequest(entry: dead.id))
        #expect(shown.entry == dead)
        let retried: OutboxEntryReply = try admin.call(.outboxRetryEntry, RetryOutboxEntryRequest(entry: dead.id))
        #expect(retried.entry?.state == .waiting && retried.entry?.attempts == 0)
        world.dispatch()
        #expect(gateway.count == 2)
        #expect(try entries(world).map(\.state) == [.sent])
        try refused(.wrongState, field: "entry") {
            try admin.call(
                .outboxRetryEntry, RetryOutboxEntryRequest(entry: dead.id), reply: OutboxEntryReply.self)
        }
        try refused(.wrongState, field: "entry") {
            try admin.call(
                .outboxDropEntry, DropOutboxEntryRequest(entry: dead.id, reason: "x"), reply: OutboxEntryReply.self)
        }
        try world.server.connect().askForCode(Newcomer.other, .register)
        let waiting = try #require(try entries(world, .waiting).first)
        try refused(.invalid, field: "reason") {
            try admin.call(.outboxDropEntry, DropOutboxEntryRequest(entry: waiting.id), reply: OutboxEntryReply.self)
        }
        let dropped: OutboxEntryReply = try admin.call(
            .outboxDropEntry, DropOutboxEntryRequest(entry: waiting.id, reason: "wrong number"))
        #expect(dropped.entry?.state == .dropped && dropped.entry?.failure == "wrong number")
        world.dispatch()
        #expect(gateway.count == 2)
        try refused(.notFound, field: "entry") {
            try admin.call(.outboxGetEntry, GetOutboxEntryRequest(entry: 4711), reply: OutboxEntryReply.self)
        }
        try refused(.notAllowed) {
            try world.client("officer").call(
                .outboxListEntries, ListOutboxEntriesRequest(), reply: ListOutboxEntriesReply.self)
        }
    }

    @Test(
        "entries of one subject leave in their order, a dead one holds up those behind it, and the answer is written back"
    )
    func ordered() throws {
        let world = try World()
        let (sent, fails) = (Locked<[String]>([]), Locked<Set<String>>(["b"]))
        // A kind as money will be one.
        let kind = DeliveryKind(
            .textMessage, TextDelivery.limits, isOrdered: true, isOn: { true },
            read: { String(decoding: $0, as: UTF8.self) }, recipient: { $0 },
            send: { (text: String, _) throws(DeliveryFailure) in
                if fails.withLock({ $0.contains(text) }) { throw DeliveryFailure("no", isTransient: false) }
                sent.withLock { $0.append(text) }
                return "taken \(text)"
            },
            settle: { receipt, delivery, context in
                try context.transaction.execute(
                    "INSERT INTO setting (name, value) VALUES (?1, ?2)", receipt, Array(delivery.key.utf8))
            })
        let outbox = DeliveryOutbox(master: world.server.master)
        outbox.deliver([kind])
        try world.server.perform { context in
            for (text, subject) in [("a", UInt64(1)), ("b", 1), ("c", 1), ("d", 2)] {
                try outbox.put(.textMessage, key: "key-\(text)", subject: subject, Array(text.utf8), context)
                // Of one kind and key there is one.
                try outbox.put(.textMessage, key: "key-\(text)", subject: subject, Array("again".utf8), context)
            }
        }
        let leased = try world.server.database.write {
            try outbox.lease(to: 2, atMost: 4, $0, now: world.clock.now).deliveries.map(\.key)
        }
        #expect(leased == ["key-a", "key-d"])
        world.clock.advance(ms: 90_000)
        world.dispatch(outbox)
        #expect(sent.withLock { $0 } == ["a", "d"])
        let dead = try #require(try entries(world, .dead).first)
        fails.withLock { $0 = [] }
        try world.server.perform { try outbox.retry(dead.id, $0) }
        world.dispatch(outbox)
        #expect(sent.withLock { $0 } == ["a", "d", "b", "c"])
        #expect(try world.server.count("SELECT COUNT(*) FROM setting WHERE name LIKE 'taken %'") == 4)
    }
}

extension World {
    /// Sends what is due.
    func dispatch(_ outbox: DeliveryOutbox? = nil) {
        OutboxPump(server.application, outbox ?? server.service.outbox, holder: 1).wake()
        while server.executor.work() {}
    }
}
