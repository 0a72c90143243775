import Application
import Crypto
import Foundation
import Gateways
import Loopback
import Testing

/// ACC-4d: the requests a gateway gets and the meaning of its answers, over real sockets.
@Suite struct TextSenderTests {
    private static let message = TextMessage(key: "4711", phone: "13911110001", text: "验证码 123456")

    private func outcome(
        _ listener: HTTPListener, timeoutMs: Int64 = 10_000, proof: Gateway.Proof = .bearer("key")
    ) throws -> DeliveryFailure? {
        let address = try HTTPAddress("http://127.0.0.1:\(listener.port)/send")
        let sender = HTTPTextSender(Gateway(HTTPClient(), address, proof: proof, timeoutMs: timeoutMs))
        do throws(DeliveryFailure) {
            try sender.send(Self.message)
            return nil
        } catch {
            // For the operator and the log.
            for secret in [Self.message.phone, "123456", "key"] { #expect(!error.reason.contains(secret)) }
            return error
        }
    }

    @Test("ACC-4d a gateway hears id, phone and text as JSON, the id again as idempotency key, and who sends it")
    func request() throws {
        let listener = try HTTPListener { _, _ in HTTPListener.reply(200) }
        #expect(try outcome(listener) == nil)
        #expect(try outcome(listener, proof: .hmac(key: [1, 2, 3])) == nil)
        let requests = listener.requests(2)
        for request in requests {
            #expect(request.line == "POST /send HTTP/1.1")
            #expect(request.headers["content-type"] == "application/json")
            #expect(request.headers["idempotency-key"] == "4711")
            let body = try JSONDecoder().decode([String: String].self, from: Data(request.body))
            #expect(body == ["id": "4711", "phone": "13911110001", "text": "验证码 123456"])
        }
        #expect(requests[0].headers["authorization"] == "Bearer key")
        let code = HMACSHA256.code(requests[1].body, key: [1, 2, 3]).map { String(format: "%02x", Int($0)) }.joined()
        #expect(requests[1].headers["x-rollcall-signature"] == code)
        #expect(requests[1].headers["authorization"] == nil)
    }

    @Test(
        "ACC-4d 2xx is sent, what may pass is tried again, anything else is final",
        arguments: [
            (200, nil), (202, nil), (299, nil), (408, true), (429, true), (500, true), (503, true), (599, true),
            (400, false), (401, false), (404, false), (300, false),
        ] as [(Int, Bool?)])
    func statuses(status: Int, isTransient: Bool?) throws {
        let listener = try HTTPListener { _, _ in HTTPListener.reply(status, "{}") }
        let failure = try outcome(listener)
        #expect(failure?.isTransient == isTransient)
        #expect(failure?.reason == (isTransient == nil ? nil : "HTTP \(status)"))
    }

    @Test("ACC-4d a gateway that takes a message and says nothing in time is asked again later")
    func silent() throws {
        let listener = try HTTPListener { _, _ in [.hold] }
        #expect(try outcome(listener, timeoutMs: 3000) == DeliveryFailure("no answer in time", isTransient: true))
        #expect(listener.requests.count == 1)
    }

    @Test("ACC-4d a status is an answer: what body follows, slowly, endlessly or not at all, is not waited for")
    func bodies() throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n".utf8)
        for steps in [
            [HTTPListener.Step.send(head), .hold], [.send(head), .flood([UInt8](repeating: 0x20, count: 1 << 16))],
        ] {
            let listener = try HTTPListener { _, _ in steps }
            #expect(try outcome(listener) == nil)
        }
    }

    @Test("ACC-4d what is no HTTP, is cut short, or is not there at all may pass")
    func malformed() throws {
        for bytes in ["", "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 200", "HTTP/1.1 two hundred\r\n\r\n"] {
            let listener = try HTTPListener { _, _ in [.send(Array(bytes.utf8))] }
            #expect(try outcome(listener, timeoutMs: 2000)?.isTransient == true, "\(bytes)")
        }
        let port = try HTTPListener { _, _ in [] }.port
        let gone = try HTTPAddress("http://127.0.0.1:\(port)/")
        #expect(throws: DeliveryFailure.self) {
            try HTTPTextSender(Gateway(HTTPClient(), gone, proof: .bearer("key"), timeoutMs: 2000)).send(Self.message)
        }
    }

    @Test("ACC-4d a redirection is not followed: phone, text and key are for one gateway")
    func redirected() throws {
        let thief = try HTTPListener { _, _ in HTTPListener.reply(200) }
        for status in [301, 302, 307, 308] {
            let listener = try HTTPListener { _, _ in
                HTTPListener.reply(status, headers: "Location: http://127.0.0.1:\(thief.port)/\r\n")
            }
            #expect(try outcome(listener) == DeliveryFailure("HTTP \(status)", isTransient: false))
        }
        #expect(thief.requests.isEmpty)
    }
}
