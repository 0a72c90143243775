import Wire

extension ByteReader {
    /// Reads an entity's id: a varint from 1 to below 2⁵³.
    mutating func readID(_ field: String) throws(DecodeError) -> UInt64 {
        let id = try readVarint()
        guard (1..<Limits.integer).contains(id) else { throw .badValue(field) }
        return id
    }

    /// Reads a course's id, or 0 for the offering as a whole.
    mutating func readCourse() throws(DecodeError) -> UInt64 {
        let id = try readVarint()
        guard id < Limits.integer else { throw .badValue("course") }
        return id
    }
}
