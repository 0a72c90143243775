import Application
import Crypto
import Messages
import Storage
import Threads
import Wire

@testable import Service

/// People who call a simulated server, each over a connection of their own.
final class Callers {
    /// A refusal by the server.
    struct Refused: Error, CustomStringConvertible {
        let method: Method
        let failure: Failure

        var description: String { "\(method): \(failure.name) \(failure.field): \(failure.text)" }
    }

    /// The server's power is gone: nobody knows what it did.
    struct NoAnswer: Error {}

    private struct Connected {
        let session: Session
        let answers: Answers
        var stream: UInt32 = 1
    }

    private let server: SimulatedServer
    private var connections: [UInt64: Connected] = [:]
    /// How many idempotency keys were used.
    private(set) var keys: UInt64

    /// - Parameter keys: those that others have used on the same server.
    init(_ server: SimulatedServer, keys: UInt64 = 0) { (self.server, self.keys) = (server, keys) }

    /// Gives people accounts, and sessions of forty days.
    static func admit(_ people: some Sequence<UInt64>, _ transaction: Transaction) throws {
        for person in people {
            try transaction.execute(
                """
                INSERT INTO person (id, name, phone_hash, unit, title, identity_level) VALUES (?1, ?2, ?3, '', '', 2)
                """, person, "Name \(person)", token(person))
            try transaction.execute(
                "INSERT INTO account (person, name, password, must_change) VALUES (?1, ?2, x'00', ?3)", person,
                "p\(person)", false)
            try transaction.execute(
                """
                INSERT INTO session (id, token_hash, person, created_ms, expires_ms, address, last_used_ms, organisation) \
                VALUES (?1, ?2, ?1, ?3, ?4, '', ?3, 0)
                """, person, Digest.hash(.sessionToken, token(person)), SimulatedServer.morning,
                SimulatedServer.morning + 40 * 86_400_000)
        }
    }

    private static func token(_ person: UInt64) -> [UInt8] {
        var writer = ByteWriter()
        for part in 0..<4 { writer.writeFixed64(person &+ UInt64(part)) }
        return writer.bytes
    }

    /// Returns an unused idempotency key.
    func freshKey() -> [UInt8] {
        keys += 1
        var writer = ByteWriter()
        writer.writeFixed64(keys)
        writer.writeFixed64(0)
        return writer.bytes
    }

    /// Calls as a person, who connects first if they are not connected.
    /// - Parameter key: by default a new one if the method needs one.
    func call<Reply: Message>(
        _ person: UInt64, _ method: Method, _ request: some Message, key: [UInt8]? = nil, reply: Reply.Type = Reply.self
    ) throws -> Reply {
        if connections[person] == nil { try connect(person) }
        let key = key ?? (method.rule.effect == .mutates ? freshKey() : [])
        return try Reply(serialized: ask(person, method, request.serialized(), key: key))
    }

    /// The person's line breaks.
    func hangUp(_ person: UInt64) {
        connections.removeValue(forKey: person)?.session.closed()
    }

    func hangUpAll() {
        for person in connections.keys.sorted() { hangUp(person) }
    }

    /// Lets the server's commands go until there is none.
    func settle() { while server.running?.executor.work() == true {} }

    /// A second of the server's own work.
    func work() {
        guard let running = server.running else { return }
        running.service.tick(running.application)
        settle()
    }

    private func connect(_ person: UInt64) throws {
        guard let running = server.running else { throw NoAnswer() }
        let answers = Answers()
        let session = Session(
            application: running.application, responder: answers,
            peer: Peer(
                address: "192.0.2.\(person % 250)", binding: ChannelBinding(exporter: [], challenge: [], versions: [])))
        connections[person] = Connected(session: session, answers: answers)
        do {
            let request = ResumeSessionRequest(session: Self.token(person)).serialized()
            _ = try ask(person, .accountsResumeSession, request, key: [])
        } catch {
            hangUp(person)
            throw error
        }
    }

    private func ask(_ person: UInt64, _ method: Method, _ request: [UInt8], key: [UInt8]) throws -> [UInt8] {
        guard var connected = connections[person] else { throw NoAnswer() }
        let stream = connected.stream
        connected.stream += 2
        connections[person] = connected
        connected.session.call(
            stream: stream, method: method, options: CallOptions(idempotencyKey: key, locale: "en"), request: request)
        settle()
        guard let answer = connected.answers.take(stream) else { throw NoAnswer() }
        if let failure = answer.failure { throw Refused(method: method, failure: failure) }
        return answer.reply
    }
}

/// The answers of one connection, by stream.
private final class Answers: Responder {
    struct Answer {
        var reply: [UInt8] = []
        var failure: Failure?
    }

    private let answers = Locked<[UInt32: Answer]>([:])

    func take(_ stream: UInt32) -> Answer? { answers.withLock { $0.removeValue(forKey: stream) } }

    func reply(stream: UInt32, _ bytes: [UInt8]) { answers.withLock { $0[stream] = Answer(reply: bytes) } }
    func error(stream: UInt32, _ error: Failure) { answers.withLock { $0[stream] = Answer(failure: error) } }
    func item(stream: UInt32, _ bytes: [UInt8]) {}
    func whenDrained(stream: UInt32) {}
    func end(stream: UInt32) {}
    func consumed(stream: UInt32, items: Int, bytes: Int) {}
    func authenticated() {}
    func event(_ event: Event) {}
    func close(_ goodbye: Goodbye) {}
}
