import Application
import Foundation
import Gateways
import Loopback
import Messages
import Service
import Testing

/// Outbox and claims with gateways over real sockets, on a simulated clock.
@Suite struct GatewayTests {
    private func gateway(_ listener: HTTPListener, timeoutMs: Int64 = 10_000) throws -> Gateway {
        Gateway(
            HTTPClient(), try HTTPAddress("http://127.0.0.1:\(listener.port)/"), proof: .bearer("key"),
            timeoutMs: timeoutMs)
    }

    private func entries(_ world: World) throws -> [SmsEntry] {
        let reply: ListSmsOutboxReply = try world.client("admin").call(
            .accountsListSmsOutbox, ListSmsOutboxRequest())
        return reply.entries
    }

    @Test(
        "ACC-4d a message whose answer was lost is sent again under its key, and the outbox says that it was tried twice"
    )
    func lostAnswer() throws {
        let listener = try HTTPListener { _, turn in turn == 1 ? [.hold] : HTTPListener.reply(200) }
        let sender = HTTPTextSender(try gateway(listener, timeoutMs: 3000))
        let world = try World(sms: sender.send)
        try world.server.connect().askForCode(Newcomer.phone, .register)
        world.dispatch()
        let waiting = try #require(try entries(world).first)
        #expect(waiting.state == .waiting && waiting.tries == 1 && waiting.failure == "no answer in time")
        world.clock.advance(ms: 1000)
        world.dispatch()
        let sent = try #require(try entries(world).first)
        #expect(sent.state == .sent && sent.tries == 2)
        world.clock.advance(minutes: 2)
        world.dispatch()
        let keys = listener.requests.map { $0.headers["idempotency-key"] }
        #expect(keys == [String(sent.id), String(sent.id)])
    }

    @Test("ACC-4d while a gateway is away the outbox keeps every message, and sends each once when it is back")
    func away() throws {
        let listener = try HTTPListener { _, _ in HTTPListener.reply(503) }
        let world = try World(sms: HTTPTextSender(try gateway(listener)).send)
        for phone in [Newcomer.phone, Newcomer.other] { try world.server.connect().askForCode(phone, .register) }
        world.dispatch()
        #expect(try entries(world).map(\.state) == [.waiting, .waiting])
        listener.answer { _, _ in HTTPListener.reply(200) }
        world.clock.advance(ms: 1000)
        world.dispatch()
        world.clock.advance(minutes: 1)
        world.dispatch()
        #expect(try entries(world).map(\.state) == [.sent, .sent])
        #expect(listener.requests.count == 4)
    }

    @Test(
        "ACC-3b no failure of a provider verifies anybody: the claim waits for a person, in a registration too",
        arguments: [
            [], [.hold], HTTPListener.reply(500), HTTPListener.reply(200, "{"), HTTPListener.reply(200, "{}"),
        ])
    func failingProvider(steps: [HTTPListener.Step]) throws {
        let listener = try HTTPListener { _, _ in steps }
        let provider = HTTPIdentityProvider(try gateway(listener, timeoutMs: 300)) { 0 }
        let world = try World(identityProvider: IdentityProvider { provider.check($0, $1) })
        let wang = try world.newcomer("wang", name: "王五")
        let identity = try wang.verify("王五", Papers.number(61))
        #expect(identity.claim == .waiting && (identity.level?.rawValue ?? 0) < IdentityLevel.numberChecked.rawValue)
        let client = world.server.connect()
        let ticket = try client.ticket("赵六", Newcomer.identity)
        _ = try client.register(
            Newcomer.phone, code: world.code(Newcomer.phone, .register, client), ticket: ticket, account: "zhao.liu")
        try client.login("zhao.liu")
        #expect(try client.identity().claim == .waiting)
        #expect(try world.reviewer().waiting(.identity).count == 2)
    }

    @Test("ACC-3b a provider's word verifies, or refuses")
    func word() throws {
        let listener = try HTTPListener { request, _ in
            let isKnown = String(decoding: request.body, as: UTF8.self).contains("王五")
            return HTTPListener.reply(200, isKnown ? #"{"result":"match"}"# : #"{"result":"mismatch"}"#)
        }
        let provider = HTTPIdentityProvider(try gateway(listener))
        let world = try World(identityProvider: IdentityProvider { provider.check($0, $1) })
        let wang = try world.newcomer("wang", name: "王五")
        #expect(try wang.verify("王五", Papers.number(61)).level == .numberChecked)
        let zhao = try world.newcomer("zhao", name: "赵六")
        try refused(.invalid, field: "name") { try zhao.verify("赵六", Papers.number(62)) }
        #expect(try zhao.identity().claim == nil)
    }
}
