import Application
import Messages
import Storage
import Testing

@Suite struct ConnectionsTests {
    @Test("NOT-2 a hint reaches every live connection of its person and no other")
    func everyConnection() throws {
        let world = try World()
        let (first, second) = (try world.client("N01"), try world.client("N01"))
        let other = try world.client("N02")
        let connections = world.server.application.connections
        connections.send(Event(kind: .messageWaiting, position: 7), to: try world.person("N01"))
        #expect(first.events == [Event(kind: .messageWaiting, position: 7)])
        #expect(second.events == first.events)
        #expect(other.events.isEmpty)
    }

    @Test("a connection is forgotten when it logs out or ends, and taken over by who logs in next")
    func forgotten() throws {
        let world = try World()
        let connections = world.server.application.connections
        let client = try world.client("N01")
        #expect(connections.count == 1)
        let _: LoginReply = try client.call(
            .accountsResumeSession, ResumeSessionRequest(session: world.made.sessions["N02"] ?? []))
        #expect(connections.count == 1)
        connections.send(Event(kind: .messageWaiting, position: 1), to: try world.person("N01"))
        #expect(client.events.isEmpty)
        let _: LogoutReply = try client.call(.accountsLogout, LogoutRequest())
        #expect(connections.count == 0)
        let second = try world.client("N01")
        second.disconnect()
        #expect(connections.count == 0)
    }

    @Test("a login that is committed after its connection has ended leaves nothing behind")
    func lateLogin() throws {
        let world = try World()
        let client = world.server.connect()
        client.begin(
            .accountsResumeSession, serialized(ResumeSessionRequest(session: world.made.sessions["N01"] ?? [])))
        client.disconnect()
        client.settle()
        #expect(world.server.application.connections.count == 0)
    }

    @Test("ACC-6 closing a session ends its connections alone, with the reason")
    func closed() throws {
        let world = try World()
        let first = try world.client("N01")
        let login = try world.login("admin")
        let session = try world.server.read { snapshot in
            try snapshot.first("SELECT id FROM session WHERE person = ?1", world.person("N01")) { $0.id(0) }
        }
        world.server.application.connections.close(session: try #require(session))
        #expect(first.goodbye?.code == .sessionExpired)
        #expect(login.goodbye == nil)
    }
}
