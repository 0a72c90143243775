/// Why bytes are refused. It never carries the bytes themselves, which may be private.
package enum DecodeError: Error, Equatable, Sendable {
    /// The bytes end before the value does.
    case truncated
    /// A varint beyond 64 bits, or not in its shortest form where that is demanded.
    case overlongVarint
    /// Beyond a limit of `Limits` or of the layout being read.
    case tooLarge
    /// Bytes are left after a value that must end here.
    case trailingBytes
    case badUTF8
    /// A protobuf tag with field number 0, a group, or a wire type that does not exist.
    case badTag
    /// Messages within messages beyond `Limits.nesting`.
    case tooDeep
    /// A value outside its range; names the field.
    case badValue(String)
}
