internal import Causality
internal import Crypto
internal import Facts
internal import Wire

/// Reads the fields that the records of a journal share.
extension ByteReader {
    mutating func readPublicKey() throws(DecodeError) -> PublicKey {
        let bytes = try readBytes(UInt64(PublicKey.size))
        do { return try PublicKey(bytes) } catch { throw .badValue("public key") }
    }

    mutating func readLogID() throws(DecodeError) -> LogID {
        guard let log = LogID(try readSpan(16)) else { throw .truncated }
        return log
    }

    mutating func readHash() throws(DecodeError) -> BatchHash {
        guard let hash = BatchHash(try readBytes(UInt64(Digest.size))) else { throw .truncated }
        return hash
    }

    /// Reads a varint below 2^53.
    mutating func readNumber(_ field: String) throws(DecodeError) -> UInt64 {
        let number = try readVarint()
        guard number < FactLimits.integer else { throw .badValue(field) }
        return number
    }

    mutating func readFlag() throws(DecodeError) -> Bool {
        switch try readByte() {
        case 0: false
        case 1: true
        default: throw .badValue("flag")
        }
    }
}
