import Domain
import Encodings
import Storage
import Workbooks

/// Makes scratch files.
typealias Scratch = @Sendable () throws -> ScratchFile

/// A file on its way to rows, read in steps of a few milliseconds, outside of memory (BAT-2). Each step may run on another
/// thread, one after another.
final class RowReading {
    private static let pieceSize = 256 << 10
    /// More than a row of text can have, so that the heading is there.
    private static let firstPiece = 1 << 20

    private enum Phase {
        case probing(EncodingProbe)
        case text(TextConverter, DelimitedReader?)
        case workbook(WorkbookRows)
        case read
    }

    private let file: ScratchFile
    private let staged: StagedRows
    private var phase: Phase
    private var place = 0
    /// The encoding of text, or `XLSX`; known once all is read.
    private(set) var form = "XLSX"

    /// - Parameter file: a workbook, or text of one of the encodings, whatever the file is called.
    init(_ file: ScratchFile, _ scratch: Scratch) throws {
        self.file = file
        let staged = StagedRows(try scratch())
        self.staged = staged
        guard WorkbookRows.isArchive(try file.read(0..<min(4, file.count))) else {
            phase = .probing(EncodingProbe())
            return
        }
        let texts = try scratch()
        phase = .workbook(
            try WorkbookRows(
                WorkbookBytes(count: file.count) { (range) throws(Refusal) in try Self.trying { try file.read(range) }
                },
                texts: KeptBytes { (bytes) throws(Refusal) in
                    try Self.trying { try texts.append(bytes) }
                } read: { (range) throws(Refusal) in
                    try Self.trying { try texts.read(range) }
                }, within: .kept
            ) { (row) throws(Refusal) in
                try Self.trying { try staged.append(row) }
            })
    }

    /// A disk that refuses is no fault of the file: the job waits.
    private static func trying<Value>(_ act: () throws -> Value) throws(Refusal) -> Value {
        do { return try act() } catch { throw Refusal(.busy, retryAfterMs: 5000) }
    }

    /// - Returns: the rows once all are read.
    /// - Throws: ``Refusal`` of the file as a whole.
    func step() throws -> SheetRows? {
        switch phase {
        case .probing(var probe):
            if let piece = try next(Self.pieceSize) {
                try probe.look(at: piece)
                phase = .probing(probe)
            } else {
                place = 0
                let converter = TextConverter(probe.finish())
                form = converter.encoding.rawValue
                phase = .text(converter, nil)
            }
        case .text(let converter, var reader):
            let piece = try next(reader == nil ? Self.firstPiece * 2 : Self.pieceSize) ?? []
            let isLast = place == file.count
            let text = try converter.convert(piece, isLast: isLast)
            phase = .read
            if reader == nil {
                reader = DelimitedReader(text, isWhole: isLast)
            } else {
                reader?.append(text, isLast: isLast)
            }
            while let row = try reader?.next() { try staged.append(row) }
            if isLast { return try finished() }
            phase = .text(converter, reader)
        case .workbook(let workbook): if !(try workbook.readOn()) { return try finished() }
        case .read: return try finished()
        }
        return nil
    }

    private func next(_ size: Int) throws -> [UInt8]? {
        guard place < file.count else { return nil }
        let range = place..<min(place + size, file.count)
        place = range.upperBound
        return try file.read(range)
    }

    private func finished() throws -> SheetRows {
        phase = .read
        try staged.flush()
        let staged = staged
        return SheetRows(count: staged.count) { try staged.read($0) }
    }
}
