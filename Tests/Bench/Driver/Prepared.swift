import ClientKit
import Foundation
import Messages
import Threads
import Wire

/// The input of the load generator, as `yardstick/prepared.h` describes it.
struct Prepared {
    /// The condition of an operation's answer; numbers as in `enum answers`.
    enum Answers: UInt8 {
        case any = 0
        case status
        case reply
        case item
        case durable
        case applied
    }

    struct Step {
        let bytes: [UInt8]
        let waits: Bool
    }

    struct Operation {
        let bytes: [UInt8]
        /// The sequence an acknowledgement must reach.
        var expected: UInt64 = 0
    }

    struct Script {
        /// The device key of a terminal, which authenticates first.
        var seed: [UInt8]?
        var steps: [Step] = []
        var operations: [Operation]
    }

    var answers: Answers
    var scripts: [Script]

    /// - Returns: the path, for the generator.
    func write(to path: String) throws -> String {
        var writer = ByteWriter()
        writer.writeBytes(Array("RCLOAD1\0".utf8))
        let speaksProtocol = answers.rawValue >= Answers.reply.rawValue
        let version: UInt8 = speaksProtocol ? 1 : 0
        writer.writeBytes([answers.rawValue, version, version, 0])
        let hello = Hello(versions: VersionRange(lowest: 1, highest: 1), agent: "bench")
        writer.writeBlob(speaksProtocol ? hello.serialized() : [])
        writer.writeFixed32(UInt32(scripts.count))
        for script in scripts {
            writer.writeByte(script.seed == nil ? 0 : 1)
            writer.writeBytes(script.seed ?? [])
            writer.writeFixed32(UInt32(script.steps.count))
            for step in script.steps {
                writer.writeByte(step.waits ? 1 : 0)
                writer.writeBlob(step.bytes)
            }
            writer.writeFixed32(UInt32(script.operations.count))
            for operation in script.operations {
                writer.writeFixed64(operation.expected)
                writer.writeBlob(operation.bytes)
            }
        }
        try Data(writer.bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Encodes a message for the yardsticks.
    static func message(_ payload: [UInt8]) -> [UInt8] {
        var writer = ByteWriter(capacity: payload.count + 4)
        writer.writeBlob(payload)
        return writer.bytes
    }

    /// Encodes a call frame; the generator numbers the streams.
    static func call(_ method: Messages.Method, _ request: some Message, key: [UInt8] = []) -> [UInt8] {
        let options = CallOptions(idempotencyKey: key).serialized()
        var payload = ByteWriter()
        payload.writeUInt16(method.rawValue)
        payload.writeVarint(UInt64(options.count))
        payload.writeBytes(options)
        payload.writeBytes(request.serialized())
        var frame: [UInt8] = []
        frame.appendFrame(.call, flags: method.itemType == nil ? .end : [], stream: 1, payload: payload.bytes)
        return frame
    }

    /// Makes the key of a call.
    static func key(atMs ms: Int64 = WallClock.nowMs()) -> [UInt8] {
        IdempotencyKey.make(nowMs: ms, random: SystemRandom.bytes(10))
    }

    /// Encodes an item frame on the stream that the steps opened.
    static func item(_ message: some Message) -> [UInt8] {
        var frame: [UInt8] = []
        frame.appendFrame(.item, stream: 1, payload: message.serialized())
        return frame
    }
}

extension ByteWriter {
    fileprivate mutating func writeBlob(_ bytes: [UInt8]) {
        writeFixed32(UInt32(bytes.count))
        writeBytes(bytes)
    }
}
