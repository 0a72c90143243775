internal import Wire

/// The part of a decision that other kinds do not have, in column 7: `uv argument ‖ reason`. A decision's subject and
/// offering are those of the fact that it is about, its value is the ruling, its one *saw* names the fact, and its
/// *replaces* the decisions that no longer stand.
package struct DecisionContent: Sendable, Hashable {
    /// The person, the offering or the UTC milliseconds of the ruling; 0 for a ruling without one. Below 2^53.
    package let argument: UInt64
    /// For people to read; UTF-8, at most 1,024 bytes.
    package let reason: String

    private static let reasonBytes = 1024

    package init(argument: UInt64, reason: String) {
        self.argument = argument
        self.reason = reason
    }

    /// Returns nil for bytes that are no decision's.
    package init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes.span)
        guard let argument = try? reader.readVarint(), argument < FactLimits.integer,
            reader.remaining <= Self.reasonBytes, let utf8 = try? UTF8Span(validating: reader.remainingSpan)
        else { return nil }
        self.init(argument: argument, reason: String(copying: utf8))
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.writeVarint(argument)
        writer.writeBytes(Array(reason.utf8))
        return writer.bytes
    }
}
