import Application
import Facts
import Messages
import Wire

/// The position of a fact: the row of its log, and its sequence. As a cursor it is stable when facts arrive.
struct Position: Hashable, Comparable {
    let log: UInt64
    let sequence: UInt64

    init(log: UInt64, sequence: UInt64) {
        self.log = log
        self.sequence = sequence
    }

    /// Reads a cursor; an empty one is before everything.
    init(_ cursor: [UInt8]) throws {
        guard !cursor.isEmpty else {
            self.init(log: 0, sequence: 0)
            return
        }
        var reader = ByteReader(cursor.span)
        let log = try reader.readVarint()
        self.init(log: log, sequence: try reader.readVarint())
        try reader.finish()
        guard log < FactLimits.integer, sequence < FactLimits.integer else { throw Refusal(.invalid, field: "cursor") }
    }

    static func < (a: Position, b: Position) -> Bool { (a.log, a.sequence) < (b.log, b.sequence) }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(log)
        writer.writeVarint(sequence)
        return writer.bytes
    }
}
