/// Why bytes are refused. Never contains the bytes themselves, which may be private.
package enum DecodeError: Error, Equatable, Sendable {
    /// The bytes end before the value does.
    case truncated
    /// A varint of more than 64 bits, or not in its shortest form where that is required.
    case overlongVarint
    /// Exceeds a limit of `Limits` or of the layout being read.
    case tooLarge
    /// Bytes follow a value that must end here.
    case trailingBytes
    case badUTF8
    /// A protobuf tag with field number 0, a group, or a wire type that does not exist.
    case badTag
    /// Messages nested deeper than `Limits.nesting`.
    case tooDeep
    /// A value outside its range, with the field's name.
    case badValue(String)
}
