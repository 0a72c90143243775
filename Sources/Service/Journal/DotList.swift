import Causality
import Wire

/// Names of facts as bytes, 16 log and u64 sequence each: what a list has shown, opaque to the client, and what a decision
/// replaces.
extension [Dot] {
    init(encoded bytes: [UInt8]) throws(DecodeError) {
        var reader = ByteReader(bytes.span)
        self = []
        while !reader.isAtEnd {
            guard let log = LogID(try reader.readSpan(16)) else { throw .truncated }
            append(Dot(log: log, sequence: try reader.readFixed64()))
        }
    }

    var encoded: [UInt8] {
        var writer = ByteWriter()
        for dot in self {
            writer.writeBytes(dot.log.bytes)
            writer.writeFixed64(dot.sequence)
        }
        return writer.bytes
    }
}
