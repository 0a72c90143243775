/// A message of `Protocol/*.proto` in the proto3 wire format. Implemented by generated code only.
package protocol Message: Sendable, Equatable {
    /// As in the `.proto` file, `rollcall.Hello`.
    static var typeName: String { get }

    init()

    /// Takes one field whose tag has been read; false for one it does not know.
    mutating func take(_ tag: UInt64, _ reader: inout ByteReader, depth: Int) throws(DecodeError) -> Bool

    func serialize(into writer: inout ByteWriter)
}

extension Message {
    package init(serialized bytes: [UInt8]) throws(DecodeError) {
        try self.init(serialized: bytes.span)
    }

    /// Decodes all of `bytes`. Fields it does not know are passed over.
    package init(serialized bytes: Span<UInt8>) throws(DecodeError) {
        self.init()
        try merge(bytes, depth: 0)
    }

    package func serialized() -> [UInt8] {
        var writer = ByteWriter()
        serialize(into: &writer)
        return writer.bytes
    }

    @usableFromInline mutating func merge(_ bytes: Span<UInt8>, depth: Int) throws(DecodeError) {
        guard depth < Limits.nesting else { throw .tooDeep }
        var reader = ByteReader(bytes)
        while !reader.isAtEnd {
            let tag = try reader.readLooseVarint()
            if try !take(tag, &reader, depth: depth) { try reader.skipField(tag) }
        }
    }
}
