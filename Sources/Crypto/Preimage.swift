/// `context ‖ part ‖ part …`: the bytes that are hashed, MACed or signed.
///
/// The parts carry no lengths: each but the last must have a fixed size or encode its own. Build it once if the same
/// bytes are both hashed and signed.
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
