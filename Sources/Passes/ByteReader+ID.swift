import Wire

extension ByteReader {
    /// An entity's id: a varint from 1 to below 2⁵³.
    mutating func readID(_ field: String) throws(DecodeError) -> UInt64 {
        let id = try readVarint()
        guard (1..<Limits.integer).contains(id) else { throw .badValue(field) }
        return id
    }
}
