import Foundation
import Gateways
import Loopback
import Network
import Testing
import Threads

/// The outcome of a request as its caller sees it: the response, or the failure and whether the request may have
/// arrived.
@Suite(.timeLimit(.minutes(15))) struct HTTPClientTests {
    private func failure(
        of url: String, by client: HTTPClient = HTTPClient(), timeoutMs: Int64 = 10_000, bodyLimit: Int = 100,
        headers: [(name: String, value: String)] = []
    ) throws -> HTTPFailure? {
        let address = try HTTPAddress(url)
        do throws(HTTPFailure) {
            _ = try client.send(
                HTTPRequest(address, headers: headers, body: [1], timeoutMs: timeoutMs, bodyLimit: bodyLimit))
            return nil
        } catch {
            return error
        }
    }

    private func failure(
        of steps: [HTTPListener.Step], timeoutMs: Int64 = 10_000, bodyLimit: Int = 100
    ) throws -> HTTPFailure? {
        let listener = try HTTPListener { _, _ in steps }
        let failure = try failure(
            of: "http://127.0.0.1:\(listener.port)/", timeoutMs: timeoutMs, bodyLimit: bodyLimit)
        // The listener may still be at reading what has been given up.
        #expect(listener.requests(1).count == 1, "a request is sent once")
        return failure
    }

    @Test("a request that cannot have left is told apart from one of which nobody knows")
    func delivery() throws {
        let gone = try HTTPListener { _, _ in [] }.port
        #expect(try failure(of: "http://127.0.0.1:\(gone)/")?.delivery == .notSent)
        #expect(try failure(of: "https://nobody.invalid/", timeoutMs: 1000)?.delivery == .notSent)
        #expect(try failure(of: "http://127.0.0.1:\(gone)/", headers: [("A", "b\r\nC: d")])?.delivery == .notSent)
        #expect(try failure(of: [.hold], timeoutMs: 3000) == .timedOut(.unknown))
        for answer in ["", "HTTP/1.1 200", "SSH-2.0-OpenSSH\r\n\r\n"] {
            #expect(try failure(of: [.send(Array(answer.utf8))])?.delivery == .unknown, "\(answer)")
        }
    }

    @Test("an answer is bounded: its body by the request, its headers by the client")
    func size() throws {
        #expect(try failure(of: HTTPListener.reply(200, String(repeating: "a", count: 100))) == nil)
        #expect(try failure(of: HTTPListener.reply(200, String(repeating: "a", count: 101))) == .tooLarge)
        let head = HTTPListener.Step.send(Array("HTTP/1.1 200 OK\r\n".utf8))
        let line = Array(("A: " + String(repeating: "a", count: 1000) + "\r\n").utf8)
        #expect(try failure(of: [head, .flood(line)]) == .tooLarge)
        #expect(try failure(of: [head, .flood(line)], bodyLimit: 0) == .tooLarge)
        // Interim answers without end.
        #expect(try failure(of: [.flood(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))], bodyLimit: 0) == .tooLarge)
    }

    @Test("a stop ends what is under way at once, and refuses what comes after it")
    func stop() throws {
        let listener = try HTTPListener { _, _ in [.hold] }
        let client = HTTPClient()
        let url = "http://127.0.0.1:\(listener.port)/"
        let outcomes = Monitor<[HTTPFailure?]>([])
        let threads = (0..<3).map { number in
            Thread.start("caller-\(number)") {
                let outcome = try? failure(of: url, by: client, timeoutMs: 3_600_000)
                outcomes.change { $0.append(outcome) }
            }
        }
        #expect(listener.requests(3).count == 3)
        client.stop()
        for thread in threads { thread.join() }
        #expect(outcomes.change { $0 } == [.stopped(.unknown), .stopped(.unknown), .stopped(.unknown)])
        #expect(try failure(of: url, by: client) == .stopped(.notSent))
        #expect(listener.requests.count == 3)
    }

    @Test("one request more than the client has places for is refused before it is sent, and the place is free again")
    func places() throws {
        let listener = try HTTPListener { _, turn in turn == 1 ? [.hold] : HTTPListener.reply(200) }
        let client = HTTPClient(places: 1)
        let url = "http://127.0.0.1:\(listener.port)/"
        let first = Thread.start("caller") { _ = try? failure(of: url, by: client, timeoutMs: 2000) }
        #expect(listener.requests(1).count == 1)
        #expect(try failure(of: url, by: client) == .tooMany)
        first.join()
        #expect(try failure(of: url, by: client) == nil)
    }

    @Test("a server whose certificate nobody vouches for hears nothing")
    func certificate() throws {
        let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let identity = try TLSIdentity.make(
            names: ["localhost", "127.0.0.1"], serial: [UInt8](repeating: 7, count: 16), days: 1)
        let file = folder.appendingPathComponent("server.pem")
        try Data((identity.certificatePEM + identity.keyPEM).utf8).write(to: file)

        let server = Process()
        server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        server.arguments = ["python3", "-c", Self.tlsServer, file.path]
        let output = Pipe()
        server.standardOutput = output
        try server.run()
        let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).filter(\.isNumber)
        for host in ["localhost", "127.0.0.1"] {
            guard case .couldNotConnect = try failure(of: "https://\(host):\(port)/") else {
                Issue.record("\(host) is believed")
                continue
            }
        }
        server.waitUntilExit()
        let heard = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(heard.split(separator: "\n") == ["refused", "refused"])
    }

    private static let tlsServer = """
        import socket, ssl, sys
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1])
        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1], flush=True)
        for _ in range(2):
            caller = listener.accept()[0]
            try:
                print(context.wrap_socket(caller, server_side=True).recv(100), flush=True)
            except ssl.SSLError:
                print("refused", flush=True)
        """

    @Test(
        "an address is https, or this machine's; it names no user",
        arguments: [
            ("https://sms.example/send?a=b", nil), ("http://127.0.0.1:80/", nil), ("http://[::1]/", nil),
            ("http://localhost/x", nil), ("http://127.9.8.7/x", nil), ("http://sms.example/", .inClear),
            ("http://127.0.0.1.example/", .inClear),
            ("http://localhost@sms.example/", .malformed), ("https://user:word@sms.example/", .malformed),
            ("ftp://127.0.0.1/", .malformed), ("file:///etc/passwd", .malformed), ("sms.example", .malformed),
            ("", .malformed), ("https://", .malformed),
        ] as [(String, HTTPAddress.Fault?)])
    func addresses(text: String, fault: HTTPAddress.Fault?) {
        do throws(HTTPAddress.Fault) {
            _ = try HTTPAddress(text)
            #expect(fault == nil)
        } catch {
            #expect(error == fault)
        }
    }
}
