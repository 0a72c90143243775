/// A message of `Protocol/*.proto` in the proto3 wire format. Only generated code conforms.
package protocol Message: Sendable, Equatable {
    /// The message's name in the `.proto`, such as `LoginRequest`.
    static var typeName: String { get }

    init()

    /// Reads all remaining fields. As in proto3, a repeated occurrence replaces a single value, extends a repeated
    /// field and merges into a message; unknown fields are skipped.
    mutating func merge(from reader: inout MessageReader) throws(DecodeError)

    /// Appends the fields in ascending order of their numbers and omits those equal to their default.
    func serialize(into writer: inout ByteWriter)
}

extension Message {
    /// Decodes all of `bytes`. The caller has checked their length against `Limits.message`.
    @inlinable
    package init(serialized bytes: [UInt8]) throws(DecodeError) {
        try self.init(serialized: bytes.span)
    }

    @inlinable
    package init(serialized bytes: Span<UInt8>) throws(DecodeError) {
        self.init()
        var reader = MessageReader(bytes)
        try merge(from: &reader)
    }

    @inlinable
    package func serialized() -> [UInt8] {
        var writer = ByteWriter(capacity: 96)
        serialize(into: &writer)
        return writer.bytes
    }
}
