import Domain
import Messages
import Storage
import Testing

@Suite struct MessageTests {
    private static let phone = [UInt8](repeating: 1, count: 16)
    private static let desk = [UInt8](repeating: 2, count: 16)

    @Test("NOT-2 a message is a hint to whoever is connected, after the commit, and waits for who is not")
    func pushed() throws {
        let world = try World()
        let (phone, desk) = (try world.client("N01"), try world.client("N01"))
        let stranger = try world.client("N02")
        let id = try world.server.notify(try world.person("N01"))
        #expect(phone.events == [Event(kind: .messageWaiting, position: id)])
        #expect(desk.events == phone.events)
        #expect(stranger.events.isEmpty)
        phone.disconnect()
        desk.disconnect()
        let second = try world.server.notify(try world.person("N01"))
        let later = try world.client("N01")
        #expect(later.events.isEmpty)
        #expect(try later.claim(Self.phone).messages.map(\.id) == [id, second])
    }

    @Test("NOT-2 of two devices that race one is given a message, and shows it once")
    func race() throws {
        let world = try World()
        let (phone, desk) = (try world.client("N01"), try world.client("N01"))
        let id = try world.server.notify(try world.person("N01"))
        #expect(try phone.claim(Self.phone).messages.map(\.id) == [id])
        let other = try desk.claim(Self.desk)
        #expect(other.messages.isEmpty)
        #expect(other.retryMs == 60_000)
        #expect(try desk.mark(Self.desk, [id]).isEmpty)
        #expect(try phone.mark(Self.phone, [id]) == [id])
        // The reply may be lost: asked again it is the same.
        #expect(try phone.mark(Self.phone, [id, id]) == [id])
        #expect(try desk.mark(Self.desk, [id]).isEmpty)
        world.clock.advance(days: 2)
        for device in [Self.phone, Self.desk] {
            let reply = try phone.claim(device)
            #expect(reply.messages.isEmpty)
            #expect(reply.retryMs == 0)
        }
    }

    @Test(
        "NOT-2 a device that fetched and died keeps others waiting a minute, not a millisecond longer",
        arguments: [(Int64(59_999), 0, 1), (60_000, 1, 0), (60_001, 1, 0)])
    func hold(afterMs: Int64, given: Int, retryMs: Int) throws {
        let world = try World()
        let client = try world.client("N01")
        let id = try world.server.notify(try world.person("N01"))
        _ = try client.claim(Self.phone)
        world.clock.advance(ms: afterMs)
        let reply = try client.claim(Self.desk)
        #expect(reply.messages.map(\.id) == Array(repeating: id, count: given))
        #expect(reply.retryMs == retryMs)
        // Whoever claimed last may mark; the first may as long as nobody has.
        #expect(try client.mark(Self.phone, [id]) == (given == 0 ? [id] : []))
        #expect(try client.mark(Self.desk, [id]) == (given == 0 ? [] : [id]))
    }

    @Test("NOT-2 the same device that comes back is given the same again at once")
    func again() throws {
        let world = try World()
        let id = try world.server.notify(try world.person("N01"))
        let before = try world.client("N01")
        #expect(try before.claim(Self.phone).messages.map(\.id) == [id])
        before.disconnect()
        let after = try world.client("N01")
        #expect(try after.claim(Self.phone).messages.map(\.id) == [id])
        #expect(try after.mark(Self.phone, [id]) == [id])
        #expect(try after.claim(Self.phone).messages.isEmpty)
    }

    @Test("NOT-2 many messages come oldest first, in pages, and each page ends when it is marked")
    func pages() throws {
        let world = try World()
        let person = try world.person("N01")
        let ids = try (0..<7).map { try world.server.notify(person, details: ["\($0)"]) }
        let client = try world.client("N01")
        let whole = try client.claim(Self.phone, limit: 7)
        #expect(whole.messages.map(\.id) == ids && !whole.more)
        #expect(try client.claim(Self.phone, limit: 6).more)
        var seen: [UInt64] = []
        var more = true
        while more {
            let reply = try client.claim(Self.phone, limit: 3)
            #expect(reply.messages.count <= 3)
            seen += try client.mark(Self.phone, reply.messages.map(\.id))
            more = reply.more
        }
        #expect(seen == ids)
        var listed: [UInt64] = []
        var after: UInt64 = 0
        repeat {
            let page: ListMessagesReply = try client.call(
                .noticesListMessages, ListMessagesRequest(after: after, limit: 3))
            listed += page.messages.map(\.id)
            #expect(page.messages.allSatisfy { $0.shownMs == world.clock.now })
            after = page.next
        } while after != 0
        #expect(listed == ids.reversed())
    }

    @Test("NOT-2 nobody reads, claims or marks the messages of another person")
    func foreign() throws {
        let world = try World()
        let id = try world.server.notify(try world.person("N01"), details: ["秘密"])
        for name in ["N02", "admin", "keeper"] {
            let stranger = try world.client(name)
            let list: ListMessagesReply = try stranger.call(.noticesListMessages, ListMessagesRequest())
            #expect(list.messages.isEmpty)
            #expect(try stranger.claim(Self.phone).messages.isEmpty)
            #expect(try stranger.mark(Self.phone, [id]).isEmpty)
        }
        // Not even a device that has made itself known under the other's name.
        let owner = try world.client("N01")
        _ = try owner.claim(Self.phone)
        #expect(try world.client("N02").mark(Self.phone, [id]).isEmpty)
        #expect(try owner.mark(Self.phone, [id]) == [id])
        try refused(.notLoggedIn) { try world.server.connect().claim(Self.phone) }
        try refused(.notLoggedIn) {
            try world.server.connect().call(
                .noticesListMessages, ListMessagesRequest(), reply: ListMessagesReply.self)
        }
    }

    @Test(
        "NOT-2 every kind of message reads as a sentence in the reader's language, with its details",
        arguments: MessageKind.allCases)
    func texts(kind: MessageKind) throws {
        let world = try World()
        try world.server.notify(try world.person("N01"), kind, details: ["第一期", "", "rejected", "材料不全"])
        let client = try world.client("N01")
        let english = try #require(try client.claim(Self.phone).messages.first)
        #expect(english.kind == kind)
        #expect(english.text.hasSuffix(": 第一期, rejected, 材料不全"))
        client.locale = "zh-CN"
        let chinese = try #require(try client.claim(Self.phone).messages.first)
        #expect(chinese.text.hasSuffix("：第一期，未通过，材料不全"))
        #expect(chinese.text.unicodeScalars.first?.properties.isIdeographic == true)
    }

    @Test("NOT-2 devices of another size and endless lists are refused")
    func hostile() throws {
        let world = try World()
        let client = try world.client("N01")
        for size in [0, 15, 17, 4000] {
            let device = [UInt8](repeating: 7, count: size)
            try refused(.invalid, field: "device") { try client.claim(device) }
            try refused(.invalid, field: "device") { try client.mark(device, []) }
        }
        try refused(.invalid, field: "messages") { try client.mark(Self.phone, Array(1...1001)) }
        #expect(try client.mark(Self.phone, [0, 1, .max]).isEmpty)
        #expect(try client.claim(Self.phone, limit: .max).messages.isEmpty)
    }
}

extension Client {
    func claim(_ device: [UInt8], limit: UInt32 = 0) throws -> ClaimMessagesReply {
        try call(.noticesClaimMessages, ClaimMessagesRequest(device: device, limit: limit))
    }

    func mark(_ device: [UInt8], _ messages: [UInt64]) throws -> [UInt64] {
        let reply: MarkShownReply = try call(
            .noticesMarkShown, MarkShownRequest(device: device, messages: messages))
        return reply.yours
    }
}
