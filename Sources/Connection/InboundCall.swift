package import Messages
import Wire

// Call ::= u16 method, little endian | varint length of the options | CallOptions | request

/// A call as it arrived: the request is not decoded here.
package struct InboundCall: Equatable, Sendable {
    package let stream: UInt32
    package let method: Method
    package let options: CallOptions
    package let request: [UInt8]

    package init(stream: UInt32, method: Method, options: CallOptions = CallOptions(), request: [UInt8]) {
        self.stream = stream
        self.method = method
        self.options = options
        self.request = request
    }

    /// Why a call that arrived whole is refused.
    struct Refusal: Error {
        let code: ErrorCode
    }

    /// - Parameter isLast: the caller sends no items after it.
    init(stream: UInt32, _ message: Span<UInt8>, isLast: Bool) throws(Refusal) {
        let number: UInt16
        var reader = ByteReader(message)
        do {
            number = try reader.readUInt16()
            let length = try reader.readVarint()
            options = length == 0 ? CallOptions() : try CallOptions(serialized: reader.readSpan(length))
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
