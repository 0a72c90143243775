import Application
import Foundation
import Messages
import Storage
import Testing
import Wire

@Suite struct IdempotencyTests {
    private let request = CreateOrganisationRequest(kind: .unit, name: "第三医院")

    @Test("the same key gets the same answer, whoever asks on whichever connection, and nothing happens twice")
    func sameKey() throws {
        let world = try World()
        let (one, two) = (try world.client("admin"), try world.client("admin"))
        let key = one.freshKey()
        let first: CreateOrganisationReply = try one.call(.organisationsCreateOrganisation, request, key: key)
        let again: CreateOrganisationReply = try two.call(.organisationsCreateOrganisation, request, key: key)
        #expect(first == again)
        // Yesterday's key is still known a day later.
        world.clock.advance(days: 1)
        let later: CreateOrganisationReply = try two.call(.organisationsCreateOrganisation, request, key: key)
        #expect(first == later)
        try refused(.alreadyExists, field: "name") {
            try one.call(.organisationsCreateOrganisation, request, reply: CreateOrganisationReply.self)
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM organisation WHERE name = ?1", request.name) == 1)
    }

    @Test("a key with another request or another method is refused, another caller's key is another key")
    func reused() throws {
        let world = try World()
        let admin = try world.client("admin")
        let key = admin.freshKey()
        let _: CreateOrganisationReply = try admin.call(.organisationsCreateOrganisation, request, key: key)
        var other = request
        other.name = "第四医院"
        try refused(.keyReused) {
            try admin.call(.organisationsCreateOrganisation, other, key: key, reply: CreateOrganisationReply.self)
        }
        try refused(.keyReused) {
            try admin.call(.terminalsCreateEnrolmentCode, request, key: key, reply: CreateEnrolmentCodeReply.self)
        }
        let _: CreateEnrolmentCodeReply = try world.client("keeper").call(
            .terminalsCreateEnrolmentCode, CreateEnrolmentCodeRequest(base: world.made.base, name: "门"), key: key)
    }

    @Test("every method that changes something asks for a key of 16 bytes", arguments: [0, 15, 17, 32])
    func required(size: Int) throws {
        let world = try World()
        let admin = try world.client("admin")
        for method in Method.allCases where method.rule.effect == .mutates {
            guard method.rule.allows.contains(.platformAdmin) || method.rule.allows.contains(.person) else { continue }
            let stream = admin.begin(method, [], key: [UInt8](repeating: 7, count: size))
            admin.settle()
            #expect(admin.answer(stream)?.failure?.code == .keyRequired, "\(method)")
        }
    }

    @Test("a refused call leaves its key free")
    func refusedCall() throws {
        let world = try World()
        let admin = try world.client("admin")
        let key = admin.freshKey()
        var child = request
        child.parent = 424_242
        try refused(.notFound, field: "parent") {
            try admin.call(.organisationsCreateOrganisation, child, key: key, reply: CreateOrganisationReply.self)
        }
        let _: CreateOrganisationReply = try admin.call(.organisationsCreateOrganisation, request, key: key)
    }

    @Test("calls with one key that cross are answered alike, in one commit or in two")
    func crossing() throws {
        let world = try World()
        let (one, two) = (try world.client("admin"), try world.client("admin"))
        let key = one.freshKey()
        let streams = [one, two].map { $0.begin(.organisationsCreateOrganisation, request.serialized(), key: key) }
        one.settle()
        let (a, b) = (one.answer(streams[0]), two.answer(streams[1]))
        #expect(a?.failure == nil && a?.message.isEmpty == false)
        #expect(a?.message == b?.message)
    }

    @Test("beside others in one commit, a refused call leaves its key free, and theirs are kept")
    func refusedBesideOthers() throws {
        let world = try World()
        let (one, two) = (try world.client("admin"), try world.client("admin"))
        let (key, other) = (one.freshKey(), one.freshKey())
        var (child, second) = (request, request)
        child.parent = 424_242
        second.name = "第四医院"
        let before = try world.server.count("SELECT COUNT(*) FROM answered")
        let calls = [(request, other), (child, key), (second, key), (second, key), (child, key)]
        let streams = calls.map { one.begin(.organisationsCreateOrganisation, $0.serialized(), key: $1) }
        one.settle()
        let answers = streams.map { one.answer($0) }
        #expect(answers[0]?.failure == nil && answers[2]?.failure == nil)
        #expect(answers[1]?.failure?.code == .notFound)
        #expect(answers[2]?.message == answers[3]?.message)
        #expect(answers[4]?.failure?.code == .keyReused)
        #expect(try world.server.count("SELECT COUNT(*) FROM answered") == before + 2)
        let again: CreateOrganisationReply = try two.call(.organisationsCreateOrganisation, request, key: other)
        #expect(again.serialized() == answers[0]?.message)
    }

    @Test("a call whose deadline passes while it waits does nothing")
    func deadline() throws {
        let world = try World()
        let admin = try world.client("admin")
        admin.deadlineMs = 50
        let stream = admin.begin(.organisationsCreateOrganisation, request.serialized())
        world.clock.advance(ms: 51)
        admin.settle()
        #expect(admin.answer(stream)?.failure?.code == .deadline)
        #expect(try world.server.count("SELECT COUNT(*) FROM organisation WHERE name = ?1", request.name) == 0)
    }

    @Test("ACC-11 answers, phones and ID numbers are sealed in the file: none can be read there")
    func sealedAtRest() throws {
        let world = try World()
        let created: CreateAccountReply = try world.client("admin").call(
            .accountsCreateAccount, CreateAccountRequest(name: "somebody", personName: "某人", phone: "13712345678"))
        let image = try world.server.image()
        #expect(image.range(of: Data("somebody".utf8)) != nil)
        let secrets =
            [created.initialPassword, "13712345678"] + World.phones + World.identities
            + Array(world.made.passwords.values)
        for secret in secrets { #expect(image.range(of: Data(secret.utf8)) == nil, "\(secret)") }
        for session in world.made.sessions.values { #expect(image.range(of: Data(session)) == nil) }
    }

    @Test("answers are forgotten after two days, and not before")
    func forgotten() throws {
        let world = try World()
        let admin = try world.client("admin")
        let _: CreateOrganisationReply = try admin.call(.organisationsCreateOrganisation, request)
        let kept = try world.server.count("SELECT COUNT(*) FROM answered")
        world.clock.advance(days: 1)
        world.server.application.expire()
        admin.settle()
        #expect(try world.server.count("SELECT COUNT(*) FROM answered") == kept)
        world.clock.advance(days: 1)
        world.server.application.expire()
        admin.settle()
        #expect(try world.server.count("SELECT COUNT(*) FROM answered") == 0)
    }
}
