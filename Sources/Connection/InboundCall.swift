package import Messages
import Wire

// Call ::= u16 method, little endian | varint length of the options | CallOptions | request

/// A call as it arrived; the request is not decoded.
package struct InboundCall: Equatable, Sendable {
    package let stream: UInt32
    package let method: Method
    private let given: Given
    package let request: [UInt8]

    package init(stream: UInt32, method: Method, options: CallOptions? = nil, request: [UInt8]) {
        self.stream = stream
        self.method = method
        given = options.map { .options($0) } ?? .nothing
        self.request = request
    }

    package var options: CallOptions {
        switch given {
        case .nothing: CallOptions()
        case .options(let options): options
        }
    }

    /// Most calls have no options; they then cost no memory.
    private enum Given: Equatable, Sendable {
        case nothing
        indirect case options(CallOptions)
    }

    /// Why a complete call is refused.
    struct Refusal: Error {
        let code: ErrorCode
    }

    /// Returns the method of a call without options and the offset of its request; nil for every other call.
    static func bare(_ message: Span<UInt8>) -> (method: Method, request: Int)? {
        guard message.count >= 3, message[2] == 0,
            let method = Method(rawValue: UInt16(message[0]) | UInt16(message[1]) << 8)
        else { return nil }
        return (method, 3)
    }

    /// Returns the method of a whole call; nil for an unknown one.
    static func method(_ message: Span<UInt8>) -> Method? {
        guard message.count >= 2 else { return nil }
        return Method(rawValue: UInt16(message[0]) | UInt16(message[1]) << 8)
    }

    /// - Parameter isLast: the caller sends no items after the call.
    init(stream: UInt32, _ message: Span<UInt8>, isLast: Bool) throws(Refusal) {
        let number: UInt16
        var reader = ByteReader(message)
        do {
            number = try reader.readUInt16()
            let length = try reader.readVarint()
            given = length == 0 ? .nothing : .options(try CallOptions(serialized: reader.readSpan(length)))
        } catch {
            throw Refusal(code: .badMessage)
        }
        guard let method = Method(rawValue: number) else { throw Refusal(code: .unknownMethod) }
        guard isLast || method.itemType != nil else { throw Refusal(code: .badMessage) }
        self.stream = stream
        self.method = method
        request = [UInt8](reader.remainingSpan)
    }
}
