import Domain
import Foundation
import Gateways
import Loopback
import Testing
import Threads

/// ACC-3b: the answers of an identity gateway, and the result for useless ones.
@Suite struct IdentityProviderTests {
    private func provider(
        _ listener: HTTPListener, timeoutMs: Int64 = 10_000, now: @escaping @Sendable () -> UInt64 = { 0 }
    ) throws -> HTTPIdentityProvider {
        let address = try HTTPAddress("http://127.0.0.1:\(listener.port)/check")
        return HTTPIdentityProvider(
            Gateway(HTTPClient(), address, proof: .bearer("key"), timeoutMs: timeoutMs), now: now)
    }

    private func answer(_ steps: [HTTPListener.Step], timeoutMs: Int64 = 10_000) throws -> ProviderAnswer {
        let listener = try HTTPListener { _, _ in steps }
        return try provider(listener, timeoutMs: timeoutMs).check("张三", number())
    }

    private func number() throws -> IdentityNumber { try IdentityNumber("11010519491231002X", today: Day(20_728)) }

    @Test("ACC-3b a provider hears name and number, and says whether they belong together")
    func answers() throws {
        let listener = try HTTPListener { _, turn in
            HTTPListener.reply(200, turn == 1 ? #"{"result":"match","score":1}"# : #"{"result":"mismatch"}"#)
        }
        let provider = try provider(listener)
        #expect(try provider.check("张三", number()) == .matches)
        #expect(try provider.check("李四", number()) == .differs)
        let heard = listener.requests(2)
        let first = try JSONDecoder().decode([String: String].self, from: Data(heard[0].body))
        #expect(first == ["name": "张三", "id_number": "11010519491231002X"])
        #expect(heard[0].headers["authorization"] == "Bearer key")
    }

    @Test(
        "ACC-3b whatever is no clear word is left to a person",
        arguments: [
            HTTPListener.reply(500, #"{"result":"match"}"#), HTTPListener.reply(302, #"{"result":"match"}"#),
            HTTPListener.reply(404), HTTPListener.reply(200), HTTPListener.reply(200, "match"),
            HTTPListener.reply(200, #"{"result":"MATCH"}"#), HTTPListener.reply(200, #"{"result":true}"#),
            HTTPListener.reply(200, #"{"result":"unknown"}"#), HTTPListener.reply(200, #"{"result":"match""#),
            HTTPListener.reply(200, #"{"result":"match"}"# + String(repeating: " ", count: 4096)),
            [.send(Array("garbage".utf8))], [],
        ])
    func unclear(steps: [HTTPListener.Step]) throws {
        #expect(try answer(steps, timeoutMs: 5000) == .unknown)
    }

    @Test("ACC-3b a provider that is silent, slow in the middle of a word, or endless is left to a person in time")
    func slow() throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n".utf8)
        let word = Array(#"{"result":"match"}"#.utf8)
        #expect(try answer([.hold], timeoutMs: 200) == .unknown)
        #expect(try answer([.send(head), .send(word), .hold], timeoutMs: 200) == .unknown)
        #expect(try answer([.send(head), .flood([UInt8](repeating: 0x20, count: 1 << 16))]) == .unknown)
    }

    @Test("ACC-3b after no answer it is left alone for half a minute, then one asks for all")
    func rests() throws {
        let clock = Locked<UInt64>(1000)
        let listener = try HTTPListener { _, _ in [] }
        let provider = try provider(listener, timeoutMs: 2000) { clock.withLock { $0 } }
        #expect(try provider.check("张三", number()) == .unknown)
        let silent = listener.requests.count
        clock.withLock { $0 += HTTPIdentityProvider.restMs - 1 }
        #expect(try provider.check("张三", number()) == .unknown)
        #expect(listener.requests.count == silent)
        clock.withLock { $0 += 1 }
        listener.answer { _, _ in HTTPListener.reply(503) }
        #expect(try provider.check("张三", number()) == .unknown)
        #expect(listener.requests.count == silent + 1)
        // It answers again, if only with an error.
        listener.answer { _, _ in HTTPListener.reply(200, #"{"result":"match"}"#) }
        #expect(try provider.check("张三", number()) == .matches)
    }
}
