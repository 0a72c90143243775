/// One row of a delimited file, or of a workbook.
package struct DelimitedRow: Equatable, Sendable {
    /// The line on which the row begins, from 1; a quoted cell may contain line ends.
    package let line: Int
    package let cells: [String]
    /// Why cells cannot be taken as they are, by their place: those of a workbook may hold formulas.
    package let faults: [Int: Phrase]

    package init(line: Int, cells: [String], faults: [Int: Phrase] = [:]) {
        self.line = line
        self.cells = cells
        self.faults = faults
    }
}

/// Reads delimited text row by row (RFC 4180): quoted cells with doubled quotes, perhaps with blanks around them; line ends
/// `\r\n`, `\n` or `\r`; an optional byte order mark. Cells are parted by commas, tabs or semicolons: the one that a first
/// line `sep=;` names, else the one that the heading has most of. Skips empty and blank rows. Text may come in pieces, of which
/// it keeps no more than the next row can be long.
package struct DelimitedReader: Sendable {
    package static let rowLimit = 1_048_576
    package static let columnLimit = 100
    package static let cellLimit = 4096

    /// More than a row within the limits can have.
    private static let longestRow = 1 << 20

    private var bytes: [UInt8]
    private let separator: UInt8
    private let mostBytes: Int
    private var position: Int
    /// Whether no more pieces follow.
    private var isWhole: Bool
    private var line = 1
    private var rows = 0

    private static let quote = UInt8(ascii: "\"")
    private static let separators = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    private static let blank = UInt8(ascii: " ")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - isWhole: whether they are the whole text; of one that comes in pieces, the first mebibyte at least.
    package init(_ bytes: [UInt8], isWhole: Bool = true) {
        self.bytes = bytes
        self.isWhole = isWhole
        mostBytes = Self.cellLimit
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let end = bytes[start...].firstIndex { Self.isLineEnd($0) } ?? bytes.count
        let heading = bytes[start..<end]
        if heading.count == 5, heading.starts(with: "sep=".utf8), let named = heading.last,
            Self.separators.contains(named)
        {
            (separator, position) = (named, end)
        } else {
            (separator, position) = (Self.separator(of: heading), start)
        }
    }

    /// - Parameters:
    ///   - bytes: UTF-8, perhaps a part of a file, whose heading is elsewhere.
    ///   - cellLimit: in bytes.
    package init(_ bytes: [UInt8], separatedBy separator: Unicode.Scalar, cellLimit: Int) {
        self.bytes = bytes
        self.separator = UInt8(ascii: separator)
        mostBytes = cellLimit
        isWhole = true
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The separator that occurs most often outside quotes, the first of the list where several do.
    private static func separator(of heading: ArraySlice<UInt8>) -> UInt8 {
        var counts = separators.map { _ in 0 }
        var isQuoted = false
        for byte in heading {
            if byte == quote { isQuoted.toggle() }
            if !isQuoted, let place = separators.firstIndex(of: byte) { counts[place] += 1 }
        }
        let most = counts.max() ?? 0
        return counts.firstIndex(of: most).map { separators[$0] } ?? separators[0]
    }

    /// Whether the next row may be longer than what is here.
    package var wantsMore: Bool { !isWhole && bytes.count - position < Self.longestRow }

    package mutating func append(_ piece: [UInt8], isLast: Bool) {
        bytes.removeFirst(position)
        position = 0
        bytes += piece
        isWhole = isLast
    }

    /// Returns the next row that is not blank; nil at the end, and when it wants more.
    /// - Throws: a refusal with the line as its field: an unclosed quote, text after a closing quote, too many rows or
    ///   columns, a cell that is too long.
    package mutating func next() throws(Refusal) -> DelimitedRow? {
        while position < bytes.count, !wantsMore {
            let start = line
            let cells = try row()
            guard isWhole || position < bytes.count else { throw tooLong(start) }
            guard cells.contains(where: { !trimmed($0).isEmpty }) else { continue }
            rows += 1
            guard rows <= Self.rowLimit else {
                throw refusal(start, "more than \(Self.rowLimit) rows", zh: "超过 \(Self.rowLimit) 行")
            }
            return DelimitedRow(line: start, cells: cells)
        }
        return nil
    }

    private mutating func row() throws(Refusal) -> [String] {
        var cells: [String] = []
        while true {
            guard cells.count < Self.columnLimit else {
                throw refusal(line, "more than \(Self.columnLimit) columns", zh: "超过 \(Self.columnLimit) 列")
            }
            cells.append(isAtQuote() ? try quotedCell() : try plainCell())
            guard position < bytes.count else { return cells }
            let end = bytes[position]
            position += 1
            if end == separator { continue }
            if end == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
            line += 1
            return cells
        }
    }

    /// Reads up to a comma, a line end or the end; a quote inside is an ordinary character.
    private mutating func plainCell() throws(Refusal) -> String {
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        guard position - start <= mostBytes else { throw tooLong(line) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Whether a quoted cell begins here; passes over blanks in front of its quote.
    private mutating func isAtQuote() -> Bool {
        var next = position
        while next < bytes.count, bytes[next] == Self.blank { next += 1 }
        guard next < bytes.count, bytes[next] == Self.quote else { return false }
        position = next
        return true
    }

    private mutating func quotedCell() throws(Refusal) -> String {
        let opened = line
        var cell: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else {
                    while position < bytes.count, bytes[position] == Self.blank { position += 1 }
                    guard position == bytes.count || isEnd(bytes[position]) else {
                        throw refusal(line, "text after a closing quote", zh: "引号后有多余内容")
                    }
                    return String(decoding: cell, as: UTF8.self)
                }
                position += 1
            }
            let isLineEnd =
                byte == Self.lineFeed
                || (byte == Self.carriageReturn && !(position < bytes.count && bytes[position] == Self.lineFeed))
            if isLineEnd { line += 1 }
            cell.append(byte)
            guard cell.count <= mostBytes else { throw tooLong(opened) }
        }
        throw refusal(opened, "a quote is opened and never closed", zh: "引号未闭合")
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || Self.isLineEnd(byte)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

    /// An unclosed quote extends to the end of the file; the cell then exceeds its limit, and this error says why.
    private func tooLong(_ line: Int) -> Refusal {
        refusal(
            line, "a cell is longer than \(mostBytes) bytes; is a quote left open?",
            zh: "单元格超过 \(mostBytes) 字节，请检查引号是否闭合")
    }

    private func refusal(_ line: Int, _ english: String, zh chinese: String) -> Refusal {
        Refusal(.invalid, field: "line \(line)", "line \(line): \(english)", zh: "第 \(line) 行：\(chinese)")
    }
}
