import Domain
import Storage
import Threads
import Wire

/// The rows of a file as they were read, outside of memory; all that is in memory is where every thirty-second begins.
final class StagedRows: Sendable {
    private static let inGroup = 32

    private struct Places {
        var count = 0
        var starts: [Int] = []
        /// Rows that are not yet in the file.
        var tail: [UInt8] = []
    }

    private let file: ScratchFile
    private let places = Locked(Places())

    init(_ file: ScratchFile) { self.file = file }

    var count: Int { places.withLock(\.count) }

    func append(_ row: DelimitedRow) throws {
        try places.withLock { places in
            if places.count % Self.inGroup == 0 { places.starts.append(file.count + places.tail.count) }
            var writer = ByteWriter()
            Self.write(row, to: &writer)
            places.tail += writer.bytes
            places.count += 1
            if places.tail.count >= 16 << 10 { try Self.flush(&places, file) }
        }
    }

    /// Call it once after the last row.
    func flush() throws { try places.withLock { try Self.flush(&$0, file) } }

    private static func flush(_ places: inout Places, _ file: ScratchFile) throws {
        try file.append(places.tail)
        places.tail = []
    }

    func read(_ range: Range<Int>) throws -> [DelimitedRow] {
        guard !range.isEmpty else { return [] }
        let (first, last) = (range.lowerBound / Self.inGroup, (range.upperBound - 1) / Self.inGroup)
        let (start, end) = places.withLock { places in
            (places.starts[first], last + 1 < places.starts.count ? places.starts[last + 1] : file.count)
        }
        let bytes = try file.read(start..<end)
        var reader = ByteReader(bytes.span)
        var rows: [DelimitedRow] = []
        for index in first * Self.inGroup..<range.upperBound {
            let row = try Self.row(from: &reader)
            if range.contains(index) { rows.append(row) }
        }
        return rows
    }

    private static func write(_ row: DelimitedRow, to writer: inout ByteWriter) {
        writer.writeVarint(UInt64(row.line))
        writer.writeVarint(UInt64(row.cells.count))
        for cell in row.cells { write(cell, to: &writer) }
        writer.writeVarint(UInt64(row.faults.count))
        for (place, fault) in row.faults {
            writer.writeVarint(UInt64(place))
            write(fault.en, to: &writer)
            write(fault.zh, to: &writer)
        }
    }

    private static func write(_ text: String, to writer: inout ByteWriter) {
        let bytes = Array(text.utf8)
        writer.writeVarint(UInt64(bytes.count))
        writer.writeBytes(bytes)
    }

    private static func row(from reader: inout ByteReader) throws -> DelimitedRow {
        let line = Int(try reader.readVarint())
        var cells: [String] = []
        for _ in 0..<(try reader.readVarint()) { cells.append(try text(from: &reader)) }
        var faults: [Int: Phrase] = [:]
        for _ in 0..<(try reader.readVarint()) {
            faults[Int(try reader.readVarint())] = Phrase(try text(from: &reader), try text(from: &reader))
        }
        return DelimitedRow(line: line, cells: cells, faults: faults)
    }

    private static func text(from reader: inout ByteReader) throws -> String {
        String(decoding: try reader.readBytes(try reader.readVarint()), as: UTF8.self)
    }
}
