/// A message of `Protocol/*.proto` in the proto3 wire format. Only generated code conforms.
package protocol Message: Sendable, Equatable {
    /// As in the `.proto`: `LoginRequest`.
    static var typeName: String { get }

    init()

    /// Takes all fields that are left in the reader. A field seen before is replaced, a repeated one extended and a
    /// message merged, as proto3 has it; unknown fields are passed over.
    mutating func merge(from reader: inout MessageReader) throws(DecodeError)

    /// Appends the fields in the order of their numbers, leaving out those at their default.
    func serialize(into writer: inout ByteWriter)
}

extension Message {
    /// Decodes all of `bytes`. The caller has checked their length; see `Limits.message`.
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
