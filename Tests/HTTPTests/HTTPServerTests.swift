import HTTP
import Loopback
import Testing
import Threads

@Suite(.timeLimit(.minutes(15))) struct HTTPServerTests {
    private let heard = Monitor<[IncomingRequest]>([])

    private func server(
        connections: Int = 64, bodyLimit: Int = 100, handler: HTTPRoute.Handler? = nil
    ) throws -> HTTPServer {
        let heard = heard
        let echo: HTTPRoute.Handler = { request, answer in
            heard.change { $0.append(request) }
            answer(OutgoingAnswer(200, headers: [("X-Length", "\(request.body.count)")], body: request.body))
        }
        return try HTTPServer(
            .init(host: "127.0.0.1", port: 0, connections: connections, idleSeconds: 3600),
            [
                HTTPRoute("POST", "/notices/", bodyLimit: bodyLimit, handler: handler ?? echo),
                HTTPRoute("GET", "/healthz", bodyLimit: 0) { $1(OutgoingAnswer(200, body: Array("ok".utf8))) },
            ])
    }

    private var requests: [IncomingRequest] { heard.change { $0 } }

    @Test("a request comes whole to the handler of its path, and other paths and methods are refused")
    func routes() throws {
        let server = try server()
        #expect(try Caller.ask(server.port, "POST /notices/a?b=c%20d", body: "hello") == (200, "hello"))
        #expect(try Caller.ask(server.port, "GET /healthz") == (200, "ok"))
        #expect(try Caller.ask(server.port, "GET /healthzz").status == 404)
        #expect(try Caller.ask(server.port, "POST /healthz").status == 405)
        #expect(try Caller.ask(server.port, "GET /notices/a").status == 405)
        #expect(try Caller.ask(server.port, "POST /notices").status == 404)
        // As to a proxy.
        #expect(try Caller.ask(server.port, "POST http://a:80/notices/x", body: "y").status == 200)
        #expect(requests.map(\.target) == ["/notices/a?b=c%20d", "/notices/x"])
        #expect(requests.map(\.path) == ["/notices/a", "/notices/x"])
        #expect(requests.first?.query == "b=c%20d")
    }

    @Test("a body beyond the limit is refused before it is read, and one without a length is cut off there")
    func bodyLimit() throws {
        let server = try server()
        #expect(try Caller.ask(server.port, "POST /notices/a", body: String(repeating: "x", count: 100)).status == 200)
        let caller = try Caller(server.port)
        caller.send("POST /notices/a HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n")
        #expect(caller.receive(until: "\r\n\r\n").hasPrefix("HTTP/1.1 413 "))
        for length in ["101", "99999999999999999999", "x", "-1"] {
            let status = try Caller.ask(server.port, "POST /notices/a", headers: ["Content-Length: \(length)"]).status
            #expect([400, 413].contains(status), "\(length)")
        }
        let chunked = try Caller(server.port)
        chunked.send("POST /notices/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "40\r\n" + String(repeating: "x", count: 64) + "\r\n"
        var count = 0
        while count < 10_000, chunked.send(chunk) { count += 1 }
        #expect(count < 10_000, "more than its limit is read for ever")
        #expect(requests.count == 1)
    }

    @Test("a header that came twice is no header, and headers are bounded")
    func headers() throws {
        let server = try server()
        _ = try Caller.ask(server.port, "POST /notices/a", headers: ["X-A: 1", "x-a: 2", "X-B: 3"], body: "x")
        #expect(requests.first?.headers["x-a"] == nil)
        #expect(requests.first?.headers["x-b"] == "3")
        let long = ["X-C: " + String(repeating: "c", count: 40_000)]
        #expect(try Caller.ask(server.port, "POST /notices/a", headers: long, body: "x").status >= 400)
    }

    @Test("an answer comes when the handler gives it, from any thread, and only the first")
    func answersLater() throws {
        let waiting = Monitor<[@Sendable (OutgoingAnswer) -> Void]>([])
        let server = try server { _, answer in waiting.change { $0.append(answer) } }
        let caller = try Caller(server.port)
        caller.send("POST /notices/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx")
        let answer = try #require(waiting.wait(atMostMs: 20_000) { $0.first })
        #expect(try Caller.ask(server.port, "GET /healthz").status == 200, "others are not kept waiting")
        answer(OutgoingAnswer(201))
        answer(OutgoingAnswer(202))
        #expect(caller.receive().hasPrefix("HTTP/1.1 201 "))
    }

    @Test("who sends slowly keeps nobody out: the oldest connections without a request make room")
    func slow() throws {
        let server = try server(connections: 16)
        let slow = try (0..<40).map { _ in
            let caller = try Caller(server.port)
            caller.send("POST /notices/a HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nx")
            return caller
        }
        for _ in 0..<20 { #expect(try Caller.ask(server.port, "POST /notices/a", body: "hello").status == 200) }
        #expect(slow.count == 40)
    }

    @Test("a stop answers what waits with 503, and comes to an end")
    func stop() throws {
        let waiting = Monitor(0)
        let server = try server { _, _ in waiting.change { $0 += 1 } }
        let callers = try (0..<3).map { _ in
            let caller = try Caller(server.port)
            caller.send("POST /notices/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx")
            return caller
        }
        #expect(waiting.wait(atMostMs: 20_000) { $0 == 3 ? true : nil } == true)
        let port = server.port
        server.stop()
        for caller in callers { #expect(["HTTP/1.1 503 ", ""].contains(String(caller.receive().prefix(13)))) }
        #expect(throws: (any Error).self) { try Caller(port) }
    }

    @Test("an address that is taken, or is none, is an error")
    func address() throws {
        let server = try server()
        #expect(throws: HTTPServer.CouldNotListen.self) {
            try HTTPServer(.init(host: "127.0.0.1", port: server.port), [])
        }
        #expect(throws: HTTPServer.CouldNotListen.self) { try HTTPServer(.init(host: "nobody.invalid", port: 0), []) }
    }
}
