import Application
import Messages
import Storage
import Testing
import Threads

@testable import Service

@Suite struct TextDispatchTests {
    /// A gateway that answers as it is told.
    private final class Gateway: Sendable {
        let taken = Locked<[TextMessage]>([])
        let answers = Locked<[TextFailure?]>([])

        func send(_ message: TextMessage) throws(TextFailure) {
            taken.withLock { $0.append(message) }
            let failure = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            if let failure { throw failure }
        }
    }

    private func entries(_ world: World) throws -> [SmsEntry] {
        let reply: ListSmsOutboxReply = try world.client("admin").call(
            .accountsListSmsOutbox, ListSmsOutboxRequest())
        return reply.entries
    }

    @Test("ACC-4d a message is handed over once, and its text is shown to nobody")
    func sent() throws {
        let gateway = Gateway()
        let world = try World(sms: gateway.send)
        let client = world.server.connect()
        try client.askForCode(Newcomer.phone, .register)
        try client.askForCode(Newcomer.other, .register)
        world.dispatchTexts()
        world.dispatchTexts()
        #expect(gateway.taken.withLock { $0.map(\.phone) } == [Newcomer.phone, Newcomer.other])
        let code = gateway.taken.withLock { $0[0].text }.split { !$0.isNumber }.first { $0.count == 6 }
        _ = try client.register(Newcomer.phone, code: code.map { String($0) } ?? "")
        #expect(try entries(world).allSatisfy { $0.state == .sent && $0.text.isEmpty && $0.tries == 1 })
    }

    @Test("ACC-4d a gateway that fails is asked again later and later, under the same id, five times at most")
    func retried() throws {
        let gateway = Gateway()
        gateway.answers.withLock { $0 = Array(repeating: TextFailure("HTTP 503", isTransient: true), count: 9) }
        let world = try World(sms: gateway.send)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        for (turn, pause) in [Int64(1000), 4000, 16_000, 64_000].enumerated() {
            world.dispatchTexts()
            #expect(gateway.taken.withLock { $0.count } == turn + 1)
            let entry = try #require(try entries(world).first)
            #expect(entry.state == .waiting && entry.failure == "HTTP 503" && entry.tries == UInt32(turn + 1))
            world.clock.advance(ms: pause - 1)
            world.dispatchTexts()
            #expect(gateway.taken.withLock { $0.count } == turn + 1)
            world.clock.advance(ms: 1)
        }
        world.dispatchTexts()
        #expect(try entries(world).first?.state == .failed)
        world.clock.advance(minutes: 2)
        world.dispatchTexts()
        #expect(gateway.taken.withLock { Set($0.map(\.id)).count } == 1)
        #expect(gateway.taken.withLock { $0.count } == 5)
    }

    @Test("ACC-4d what a gateway refuses for good is not sent again")
    func refusedForGood() throws {
        let gateway = Gateway()
        gateway.answers.withLock { $0 = [TextFailure("HTTP 400", isTransient: false)] }
        let world = try World(sms: gateway.send)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        world.dispatchTexts()
        world.clock.advance(minutes: 2)
        world.dispatchTexts()
        #expect(gateway.taken.withLock { $0.count } == 1)
        let entry = try #require(try entries(world).first)
        #expect(entry.state == .failed && entry.failure == "HTTP 400")
    }

    @Test("ACC-4d a message that was lost with its server is sent by the next, and one that comes too late is not")
    func crash() throws {
        let gateway = Gateway()
        let world = try World(sms: gateway.send)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        // Taken, and then the server was gone.
        _ = try world.server.database.write { try world.server.service.accounts.takeText($0, now: world.clock.now) }
        world.dispatchTexts()
        #expect(gateway.taken.withLock { $0.isEmpty })
        world.clock.advance(ms: 60_000)
        world.dispatchTexts()
        #expect(gateway.taken.withLock { $0.count } == 1)
        try world.server.connect().askForCode(Newcomer.other, .register)
        world.clock.advance(minutes: 5)
        world.dispatchTexts()
        #expect(gateway.taken.withLock { $0.count } == 1)
        #expect(try entries(world).first?.failure == "too late")
    }
}

extension World {
    /// Sends what is due.
    func dispatchTexts() {
        let isDone = Locked(false)
        TextDispatch(server.application, server.service.accounts).run { isDone.withLock { $0 = true } }
        while server.executor.work() {}
        #expect(isDone.withLock { $0 })
    }
}
