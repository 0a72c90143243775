import Application
import Messages
import Storage
import Testing
import Wire

@testable import Service

/// Arriving files: nobody keeps others out by sending nothing.
@Suite struct SlotTests {
    private let file = Papers.jpeg(1, size: 60_000)

    private func begin(_ client: Client, sending bytes: Int = 0) -> UInt32 {
        let request = UploadPhotoRequest(side: .front, size: UInt32(file.count), digest: Papers.digest(file))
        let stream = client.begin(.identityUploadPhoto, request.serialized())
        if bytes > 0 { send(bytes, on: stream, client) }
        return stream
    }

    private func send(_ bytes: Int, on stream: UInt32, _ client: Client) {
        client.send([PhotoChunk(bytes: Array(file.prefix(bytes))).serialized()], on: stream, ended: false)
    }

    private func guests(_ count: Int, _ world: World) throws -> [Client] {
        try (0..<count).map { try world.newcomer("guest\($0)", name: "访客") }
    }

    @Test("ACC-3a people who send nothing keep nobody out: who comes next gets the slot of the one silent longest")
    func idle() throws {
        let world = try World()
        let idlers = try guests(16, world)
        let streams = idlers.map { begin($0) }
        let late = try world.newcomer("late", name: "迟到")
        // For two seconds they may yet begin.
        #expect(try refused(.busy) { try late.photo(file, .front) }.retryable)
        world.clock.advance(ms: 1000)
        send(100, on: streams[0], idlers[0])
        world.clock.advance(ms: 1000)
        try late.photo(file, .front)
        let told = zip(idlers, streams).compactMap { $0.answer($1)?.failure }
        #expect(told.count == 1 && told[0].code == .busy && told[0].retryable)
        #expect(idlers[0].answer(streams[0])?.failure == nil)
        for client in idlers { client.disconnect() }
    }

    @Test("ACC-3a who sends a little now and then gives way too, and who sends well does not")
    func slow() throws {
        let world = try World()
        let senders = try guests(16, world)
        let streams = senders.map { begin($0) }
        // The first is quick; the others drip.
        for _ in 0..<3 {
            world.clock.advance(s: 1)
            for index in streams.indices { send(index == 0 ? 10_000 : 50, on: streams[index], senders[index]) }
        }
        let late = try guests(15, world, from: 16).map { (client: $0, stream: begin($0)) }
        #expect(late.allSatisfy { $0.client.answer($0.stream)?.failure == nil })
        #expect(senders[0].answer(streams[0])?.failure == nil)
        #expect(zip(senders, streams).dropFirst().allSatisfy { $0.answer($1)?.failure?.code == .busy })
    }

    private func guests(_ count: Int, _ world: World, from first: Int) throws -> [Client] {
        try (first..<first + count).map { try world.newcomer("guest\($0)", name: "访客") }
    }

    @Test("ACC-3a an upload that is silent for ten seconds, or takes two minutes, ends and says so")
    func deadlines() throws {
        let world = try World()
        let guests = try guests(2, world)
        let (silent, dripping) = (begin(guests[0]), begin(guests[1]))
        for second in 1...120 {
            world.clock.advance(s: 1)
            send(1, on: dripping, guests[1])
            world.server.tick()
            #expect((guests[0].answer(silent)?.failure?.code == .busy) == (second >= 10))
            #expect((guests[1].answer(dripping)?.failure?.code == .busy) == (second >= 120), "\(second)")
        }
        // What comes later is of no call any more, and the person may begin anew.
        send(1, on: dripping, guests[1])
        #expect(guests.allSatisfy { $0.openStreams == 0 })
        try guests[1].photo(file, .front)
    }

    @Test("ACC-3a one address has half of the slots at most, and a person one")
    func shares() throws {
        let world = try World()
        var near: [Client] = []
        for index in 0..<9 { near.append(try world.newcomer("near\(index)", name: "访客", from: "198.51.100.7")) }
        for client in near.prefix(8) { _ = begin(client, sending: 60_000 - 1) }
        try refused(.busy) { try near[8].photo(file, .front) }
        try world.newcomer("far", name: "远客").photo(file, .front)
        let second = try world.login("near0")
        try refused(.busy) { try second.photo(file, .back) }
        // Their own that has stopped gives way to the next.
        world.clock.advance(s: 3)
        try second.photo(file, .back)
    }

    @Test("BAT-3 a file of rows has the same limits")
    func sheets() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let rows = World.roster()
        let request = UploadRequest(
            kind: .roster, target: world.offering, size: UInt64(rows.count), digest: Papers.digest(rows))
        let stream = keeper.begin(.uploadsUpload, request.serialized())
        try refused(.busy) { try world.client("keeper").upload(rows, to: world.offering) }
        world.clock.advance(s: 10)
        world.server.tick()
        #expect(keeper.answer(stream)?.failure?.code == .busy)
        #expect(try keeper.upload(rows, to: world.offering).unchanged == 12)
    }
}
