internal import Causality
internal import Wire

/// `uv n, n × { u8 bits: 0–1 role, 2 other log; [16 log]; uv sequence; [16 tag] }`
enum ReferenceCoding {
    private static let otherLog: UInt8 = 4

    static func decode(_ reader: inout ByteReader) throws(DecodeError) -> [FactReference] {
        let count = try reader.readVarint()
        guard (1...UInt64(FactLimits.referencesPerFact)).contains(count) else { throw .badValue("references") }
        var references: [FactReference] = []
        for _ in 0..<count {
            let bits = try reader.readByte()
            guard let role = ReferenceRole(rawValue: bits & ~otherLog) else { throw .badValue("reference role") }
            let log = bits & otherLog == 0 ? nil : LogID(try reader.readSpan(16))
            let sequence = try reader.readVarint()
            guard (1..<FactLimits.integer).contains(sequence) else { throw .badValue("reference sequence") }
            guard let log else {
                references.append(FactReference(role, sequence))
                continue
            }
            guard let tag = BatchTag(try reader.readSpan(16)) else { throw .truncated }
            references.append(FactReference(role, sequence, in: .other(log, tag)))
        }
        return references
    }

    static func encode(_ references: [FactReference]) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(UInt64(references.count))
        for reference in references {
            switch reference.target {
            case .own:
                writer.writeByte(reference.role.rawValue)
                writer.writeVarint(reference.sequence)
            case .other(let log, let tag):
                writer.writeByte(reference.role.rawValue | otherLog)
                writer.writeBytes(log.bytes)
                writer.writeVarint(reference.sequence)
                writer.writeBytes(tag.bytes)
            }
        }
        return writer.bytes
    }
}
