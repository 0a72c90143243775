/// Why bytes are not what they should be. Never carries the bytes themselves.
package enum DecodeError: Error, Equatable, Sendable {
    case truncated
    /// Longer than 10 bytes, beyond 64 bits, or not in its shortest form where that is demanded.
    case overlongVarint
    case trailingBytes
    case badUTF8
    /// A protobuf tag with field number 0, a group, or a wire type that does not exist.
    case badTag
    /// Messages nested deeper than ``Limits/nesting``.
    case tooDeep
    case tooLarge
    /// A field whose value is out of its range.
    case badValue(String)
}
