/// `context ‖ part ‖ part …`: the bytes that are hashed, MACed or signed.
///
/// The parts carry no lengths: all but the last must be of a fixed size, or say their own size.
/// Make it once where the same bytes are both hashed and signed.
package struct Preimage: Sendable, Equatable {
    package private(set) var bytes: [UInt8]

    package init(_ context: Context, _ parts: [UInt8]...) {
        self.init(context, parts: parts)
    }

    package init(_ context: Context, parts: [[UInt8]]) {
        bytes = []
        bytes.reserveCapacity(parts.reduce(context.bytes.count) { $0 + $1.count })
        bytes += context.bytes
        for part in parts { bytes += part }
    }

    package mutating func append(_ part: [UInt8]) { bytes += part }

    package mutating func append(_ part: Span<UInt8>) {
        bytes.reserveCapacity(bytes.count + part.count)
        for index in part.indices { bytes.append(part[index]) }
    }
}
