import CLinux
import Connection
import Foundation
import Messages
import Network
import Testing
import Threads
import Wire

@Suite struct EchoTests {
    @Test("a call is answered over TCP, over a Unix socket, and by whichever loop serves it")
    func echoes() throws {
        let path = "/tmp/rollcall-test-\(SystemRandom.bytes(8).map { String($0, radix: 16) }.joined()).sock"
        let server = try TestServer { $0.listeners.append(.init(.unix(path: path), .plain)) }
        for listener in [0, 0, 0, 1] {
            let client = try server.connect(listener: listener)
            #expect(try client.echo([1, 2, 3]) == EchoReply(body: [1, 2, 3]).serialized())
            #expect(client.welcome.agent == "test")
            #expect(client.transcript.bytes == [1, 1, 1])
            #expect(client.exporter == [UInt8](repeating: 0, count: 32))
        }
        #expect(server.ledger.waitUntil { $0.opened == 4 })
    }

    @Test("a thousand pipelined calls of every size come back whole and each to its stream")
    func pipelined() throws {
        let server = try TestServer()
        let client = try server.connect()
        client.authenticated()
        for round in 0..<10 {
            var expected: [UInt32: [UInt8]] = [:]
            for number in 0..<100 {
                let body = [UInt8](repeating: UInt8(number), count: number * number * (round == 9 ? 50 : 1))
                let stream = try client.call(.diagnosticsEcho, request: body)
                expected[stream] = body
            }
            while !expected.isEmpty, let event = try client.next(by: .inMs(10_000)) {
                guard case .reply(let stream, let reply) = event else { continue }
                let isRight = expected.removeValue(forKey: stream) == reply
                #expect(isRight)
            }
            #expect(expected.count == 0)
        }
    }

    @Test("answers given by another thread reach their callers, thousands of them in few wake-ups")
    func answersFromElsewhere() throws {
        let server = try TestServer()
        let clients = try (0..<8).map { _ in try server.connect() }
        for client in clients {
            for _ in 0..<200 { _ = try client.call(.accountsWhoAmI, request: []) }
            try client.flush(by: .inMs(10_000))
        }
        #expect(server.ledger.waitUntil { $0.waiting.count == 1_600 })
        let ledger = server.ledger
        let answering = Thread.start("answering") {
            var outbox = Outbox()
            for (handle, stream) in ledger.entry.change({ $0.waiting }) {
                outbox.add(.reply(stream: stream, [7]), to: handle)
            }
            outbox.send()
        }
        for client in clients {
            var answers = 0
            while answers < 200, case .reply(_, [7])? = try client.next(by: .inMs(10_000)) { answers += 1 }
            #expect(answers == 200)
        }
        answering.join()
    }

    @Test("items go both ways, far beyond the credit of a stream")
    func streams() throws {
        let server = try TestServer()
        let client = try server.connect()
        client.authenticated()
        let push = try client.call(.syncPush, request: [])
        let items = (0..<600).map { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: $0 * 4) }
        #expect(try client.items(push, items) == .waiting)
        client.endItems(push)
        var echoed: [[UInt8]] = []
        var wasTold = false
        reading: while let event = try client.next(by: .inMs(10_000)) {
            switch event {
            case .item(push, let item):
                echoed.append(item)
                client.consumed(push, bytes: item.count)
            case .writable(push): wasTold = true
            case .reply(push, let reply):
                #expect(reply.isEmpty)
                break reading
            default: Issue.record("unexpected \(event)")
            }
        }
        #expect(wasTold)
        let isWhole = echoed == items
        #expect(isWhole)
    }

    @Test("stopping the server lets calls under way be answered and tells clients when to come back")
    func stopping() throws {
        let server = try TestServer()
        let client = try server.connect()
        let stream = try client.call(.accountsWhoAmI, request: [])
        try client.flush(by: .inMs(10_000))
        #expect(server.ledger.waitUntil { $0.waiting.count == 1 })
        let running = server.server
        let stopping = Thread.start("stopping") {
            running.stop(Goodbye(retryAfterMs: 1_500), withinMs: 10_000)
        }
        #expect(try client.next(by: .inMs(10_000)) == .goodbye(Goodbye(retryAfterMs: 1_500)))
        #expect(throws: CallRefusal.notOpen) { try client.call(.accountsWhoAmI, request: []) }
        for (handle, stream) in server.ledger.entry.change({ $0.waiting }) {
            handle.answer(.reply(stream: stream, [9]))
        }
        #expect(try client.next(by: .inMs(10_000)) == .reply(stream: stream, [9]))
        #expect(throws: NetworkError.closed(.finished)) { try client.next(by: .inMs(10_000)) }
        stopping.join()
        #expect(throws: NetworkError.self) { try server.connect() }
    }

    @Test("a Unix socket left by a killed server is taken over, a living one and a plain file are not")
    func staleSockets() throws {
        let path = "/tmp/rollcall-test-\(SystemRandom.bytes(8).map { String($0, radix: 16) }.joined())"
        let listener = ServerConfiguration.Listener(.unix(path: path), .plain)
        let left = unsafe clinux_listen_unix(path, 1)
        close(left)
        let server = try TestServer { $0.listeners = [listener] }
        #expect(try server.connect().echo([1]) == EchoReply(body: [1]).serialized())
        #expect(throws: NetworkError.system("listening on unix:\(path)", errno: EADDRINUSE)) {
            _ = try TestServer { $0.listeners = [listener] }
        }
        #expect(try server.connect().echo([2]) == EchoReply(body: [2]).serialized())

        let file = path + ".txt"
        #expect(FileManager.default.createFile(atPath: file, contents: nil))
        defer { unsafe unlink(file) }
        #expect(throws: NetworkError.self) {
            _ = try TestServer { $0.listeners = [.init(.unix(path: file), .plain)] }
        }
        #expect(FileManager.default.fileExists(atPath: file))
    }
}
