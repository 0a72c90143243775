import Foundation
import Messages
import Wire

@testable import Connection

/// One conversation of a vector file, and its machine. `handshake.txt` describes the steps.
struct Scene: Sendable, CustomStringConvertible {
    let file: String
    let title: String
    let steps: [String]

    var description: String { "\(file): \(title)" }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Protocol/Vectors/frames").standardizedFileURL

    static func load() throws -> [Scene] {
        var scenes: [Scene] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            for part in text.components(separatedBy: "\nscene ").dropFirst() {
                var lines = part.split(separator: "\n").map(String.init)
                scenes.append(Scene(file: name, title: lines.removeFirst(), steps: lines))
            }
        }
        return scenes
    }

    /// Plays the scene, `chunk` bytes at a time, and records the actual outcome of its steps.
    func play(chunk: Int) throws -> [String] {
        var server = ServerConnection()
        var told: [String] = []
        return try steps.map { step in
            let words = step.split(separator: " ").map(String.init)
            switch words[0] {
            case "client":
                let bytes = try Hex.bytes(words.dropFirst().joined())
                for start in stride(from: 0, to: bytes.count, by: chunk) {
                    server.feed(bytes[start..<min(start + chunk, bytes.count)]) { told.append(Scene.text($0)) }
                }
                return step
            case "told":
                defer { told = [] }
                return (["told"] + [told.joined(separator: " | ")]).filter { !$0.isEmpty }.joined(separator: " ")
            case "server":
                defer { server.outgoing = [] }
                return (["server", Hex.frames(server.outgoing)]).filter { !$0.isEmpty }.joined(separator: " ")
            case "answer":
                try Scene.answer(Array(words.dropFirst()), &server)
                return step
            case "closed":
                return "closed " + Scene.text(server.closed)
            default:
                throw Hex.BadHex(text: step)
            }
        }
    }

    static let welcome = Welcome(
        features: 0x8000_0000_0000_0001, agent: "rollcalld/1", site: [UInt8](repeating: 0x51, count: 32),
        siteKey: [UInt8](repeating: 0x4B, count: 32), serverNumber: 7, challenge: [UInt8](repeating: 0xC4, count: 32),
        timeMs: 1_700_000_000_000)

    private static func answer(_ words: [String], _ server: inout ServerConnection) throws {
        let stream = words.count > 1 ? UInt32(words[1]) ?? 0 : 0
        switch words[0] {
        case "welcome": server.welcome(welcome)
        case "authenticated": server.authenticated()
        case "reply": server.reply(stream, try Hex.bytes(words.dropFirst(2).joined()))
        case "packed":
            let packed = Packed(
                payload: try Hex.bytes(words[3]), itemBytes: Int(words[2]) ?? 0, isReply: words[2] == "reply")
            _ = server.packed(stream, packed)
        case "items": _ = server.items(stream, try words.dropFirst(2).map { try Hex.bytes($0) })
        case "consumed": server.consumed(stream, items: 1, bytes: Int(words[2]) ?? 0)
        case "event":
            server.event(
                Event(kind: EventKind(rawValue: Int32(stream)), position: UInt64(words[2]) ?? 0))
        case "goodbye": server.goodbye(Goodbye(code: ErrorCode(rawValue: Int32(stream))))
        case "error":
            guard let code = ErrorCode.allCases.first(where: { $0.name == words[2] }) else {
                throw Hex.BadHex(text: words[2])
            }
            server.error(stream, Failure(code))
        default: throw Hex.BadHex(text: words.joined(separator: " "))
        }
    }

    private static func text(_ event: ServerEvent) -> String {
        switch event {
        case .hello(let hello):
            "hello \(hello.versions?.lowest ?? 0)-\(hello.versions?.highest ?? 0)"
                + (hello.agent.isEmpty ? "" : " agent \(hello.agent)")
        case .call(let call):
            "call \(call.stream) \(call.method.rule.name)"
                + (call.options == CallOptions() ? "" : " options \(Hex.text(call.options.serialized()))")
                + (call.request.isEmpty ? "" : " \(Hex.text(call.request))")
        case .item(let item):
            "item \(item.stream) \(item.message.map { $0.isEmpty ? "empty" : Hex.text($0) } ?? "none")"
                + (item.isLast ? " last" : "")
        case .cancelled(let stream): "cancelled \(stream)"
        case .writable(let stream): "writable \(stream)"
        }
    }

    private static func text(_ reason: CloseReason?) -> String {
        switch reason {
        case nil: "not"
        case .violation(let violation): "\(violation.code.name): \(violation.text)"
        case .goodbye: "goodbye"
        case .finished: "finished"
        case .disconnected, .tooSlow, .silent, .unread, .gaveWay, .transport: "by the driver"
        }
    }
}

extension ServerConnection {
    /// Feeds bytes until the machine has taken all of them.
    mutating func feed(_ bytes: some Sequence<UInt8>, _ told: (ServerEvent) -> Void = { _ in }) {
        let bytes = Array(bytes)
        var offset = 0
        while let event = next(in: bytes.span, from: &offset, nowMs: 1_700_000_000_500) { told(event) }
    }
}
