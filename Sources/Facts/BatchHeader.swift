internal import Wire

/// The properties that all facts of a batch share. Each field is omitted if it equals its default.
package struct BatchHeader: Sendable, Hashable {
    /// The clock from which the facts' offsets count; a batch has at most one.
    package enum Timebase: Sendable, Hashable {
        /// A server's facts: offsets count from the header's wall time.
        case none
        /// Monotonic milliseconds since the device's boot number `boot`, at the first fact. A live batch never spans two
        /// boots.
        case boot(UInt64, monotonicMs: UInt64)
        /// An asserted local time (milliseconds since 1970 as the source's clock showed it) and its zone, minutes east
        /// of UTC. Such facts are no evidence about any clock.
        case imported(zoneMinutes: Int64, localMs: Int64)
    }

    /// The latest receipt from the server and when it arrived. Facts recorded after its arrival happened after
    /// `timeMs`.
    package struct Receipt: Sendable, Hashable {
        /// The last sequence of this log that the server had.
        package var sequence: UInt64
        /// The server's clock, UTC milliseconds.
        package var timeMs: UInt64
        package var token: UInt64
        /// The boot in which the receipt arrived, and the monotonic milliseconds of its arrival.
        package var boot: UInt64
        package var monotonicMs: UInt64

        package init(sequence: UInt64, timeMs: UInt64, token: UInt64, boot: UInt64, monotonicMs: UInt64) {
            self.sequence = sequence
            self.timeMs = timeMs
            self.token = token
            self.boot = boot
            self.monotonicMs = monotonicMs
        }
    }

    package var timebase: Timebase
    /// The recorder's wall clock at the first fact, UTC milliseconds. A device's clock decides only where contacts with
    /// the server before and after confirm it.
    package var wallMs: Int64?
    package var receipt: Receipt?
    /// The version of the columns' meanings; this version knows schema 1.
    package var schema: UInt64
    /// The unit of elapsed time, in milliseconds.
    package var tickMs: UInt64

    package static let currentSchema: UInt64 = 1

    package init(
        timebase: Timebase = .none, wallMs: Int64? = nil, receipt: Receipt? = nil, schema: UInt64 = currentSchema,
        tickMs: UInt64 = 1000
    ) {
        self.timebase = timebase
        self.wallMs = wallMs
        self.receipt = receipt
        self.schema = schema
        self.tickMs = tickMs
    }

    package var isImported: Bool {
        switch timebase {
        case .imported: true
        case .none, .boot: false
        }
    }
}

extension BatchHeader {
    /// The bits that tell which optional fields follow, in this order.
    private enum Flag {
        static let firstSequence: UInt64 = 1 << 0
        static let count: UInt64 = 1 << 1
        static let boot: UInt64 = 1 << 2
        static let wall: UInt64 = 1 << 3
        static let receipt: UInt64 = 1 << 4
        static let schema: UInt64 = 1 << 5
        static let imported: UInt64 = 1 << 6
        static let tick: UInt64 = 1 << 7
        static let known: UInt64 = 1 << 8 - 1
    }

    /// The part before the dictionary.
    struct Preamble {
        let header: BatchHeader
        let firstSequence: UInt64
        let count: Int
        /// A newer device's header: the position of what follows it is unknown.
        let hasUnknownFields: Bool
    }

    static let layout: UInt8 = 1

    static func read(_ reader: inout ByteReader) throws(DecodeError) -> Preamble {
        guard try reader.readByte() == layout else { throw .badValue("layout") }
        let flags = try reader.readVarint()
        let has = { (flag: UInt64) in flags & flag != 0 }
        let firstSequence = has(Flag.firstSequence) ? try reader.readVarint() : 1
        let count = has(Flag.count) ? try reader.readVarint() : 1
        guard (1...UInt64(FactLimits.factsPerBatch)).contains(count) else { throw .badValue("count") }
        guard firstSequence > 0, firstSequence < FactLimits.integer - count else { throw .badValue("first sequence") }
        guard !(has(Flag.boot) && has(Flag.imported)) else { throw .badValue("timebase") }

        var header = BatchHeader()
        if has(Flag.boot) {
            let boot = try bounded(&reader, "boot")
            header.timebase = .boot(boot, monotonicMs: try bounded(&reader, "monotonic time"))
        }
        if has(Flag.wall) { header.wallMs = try boundedSigned(&reader, Int64(FactLimits.integer), "wall time") }
        if has(Flag.receipt) {
            header.receipt = try receipt(&reader)
        }
        if has(Flag.schema) { header.schema = try bounded(&reader, "schema") }
        if has(Flag.imported) {
            let zone = try boundedSigned(&reader, FactLimits.zoneMinutes, "zone")
            let local = try boundedSigned(&reader, Int64(FactLimits.integer), "local time")
            header.timebase = .imported(zoneMinutes: zone, localMs: local)
        }
        if has(Flag.tick) { header.tickMs = try reader.readVarint() }
        guard (1...FactLimits.tickMs).contains(header.tickMs) else { throw .badValue("tick") }
        return Preamble(
            header: header, firstSequence: firstSequence, count: Int(count), hasUnknownFields: flags & ~Flag.known != 0)
    }

    private static func receipt(_ reader: inout ByteReader) throws(DecodeError) -> Receipt {
        let sequence = try bounded(&reader, "receipt sequence")
        let timeMs = try reader.readFixed64()
        guard timeMs < FactLimits.integer else { throw .badValue("receipt time") }
        let token = try reader.readFixed64()
        return Receipt(
            sequence: sequence, timeMs: timeMs, token: token, boot: try bounded(&reader, "receipt boot"),
            monotonicMs: try bounded(&reader, "receipt monotonic time"))
    }

    private static func bounded(_ reader: inout ByteReader, _ field: String) throws(DecodeError) -> UInt64 {
        let value = try reader.readVarint()
        guard value < FactLimits.integer else { throw .badValue(field) }
        return value
    }

    private static func boundedSigned(
        _ reader: inout ByteReader, _ limit: Int64, _ field: String
    ) throws(DecodeError) -> Int64 {
        let value = try reader.readSignedVarint()
        guard value > -limit, value < limit else { throw .badValue(field) }
        return value
    }

    func write(firstSequence: UInt64, count: Int, to writer: inout ByteWriter) {
        var flags: UInt64 = 0
        if firstSequence != 1 { flags |= Flag.firstSequence }
        if count != 1 { flags |= Flag.count }
        switch timebase {
        case .none: break
        case .boot: flags |= Flag.boot
        case .imported: flags |= Flag.imported
        }
        if wallMs != nil { flags |= Flag.wall }
        if receipt != nil { flags |= Flag.receipt }
        if schema != Self.currentSchema { flags |= Flag.schema }
        if tickMs != 1000 { flags |= Flag.tick }

        writer.writeByte(Self.layout)
        writer.writeVarint(flags)
        if firstSequence != 1 { writer.writeVarint(firstSequence) }
        if count != 1 { writer.writeVarint(UInt64(count)) }
        if case .boot(let boot, let monotonicMs) = timebase {
            writer.writeVarint(boot)
            writer.writeVarint(monotonicMs)
        }
        if let wallMs { writer.writeSignedVarint(wallMs) }
        if let receipt {
            writer.writeVarint(receipt.sequence)
            writer.writeFixed64(receipt.timeMs)
            writer.writeFixed64(receipt.token)
            writer.writeVarint(receipt.boot)
            writer.writeVarint(receipt.monotonicMs)
        }
        if schema != Self.currentSchema { writer.writeVarint(schema) }
        if case .imported(let zoneMinutes, let localMs) = timebase {
            writer.writeSignedVarint(zoneMinutes)
            writer.writeSignedVarint(localMs)
        }
        if tickMs != 1000 { writer.writeVarint(tickMs) }
    }
}
