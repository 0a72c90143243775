internal import CZlib
import Domain

/// The files of a ZIP archive by its directory. Sizes that it tells are believed nowhere: what comes out is counted.
final class Archive {
    struct Entry {
        fileprivate let offset: Int
        fileprivate let compressed: Int
        fileprivate let isDeflated: Bool
        fileprivate let sum: UInt32
    }

    /// A workbook has a dozen.
    private static let entryLimit = 1000
    /// The most bytes of the directory.
    private static let directoryLimit = 1 << 20
    /// A part of a workbook is hundreds of times its compressed size at the very most.
    private static let ratioLimit = 200
    /// The most bytes of a file that is neither a sheet nor its texts.
    private static let smallLimit = 16 << 20
    /// Below this the ratio does not matter.
    private static let smallSize = 1 << 20

    private let source: WorkbookBytes
    private var entries: [String: Entry] = [:]
    /// The most bytes that all files together become, and those that have come out so far.
    private var (expandedLimit, expanded): (Int, Int)

    init(_ source: WorkbookBytes, expandedLimit: Int) throws(Refusal) {
        self.source = source
        (self.expandedLimit, expanded) = (expandedLimit, 0)
        let (count, start, size) = try Self.directory(of: source)
        guard count <= Self.entryLimit else {
            throw unreadable("the archive holds \(count) files", zh: "压缩包内有 \(count) 个文件")
        }
        guard size <= Self.directoryLimit, start + size <= source.count else { throw damagedWorkbook }
        let directory = try source.read(start..<start + size)
        var place = 0
        for _ in 0..<count { try readEntry(directory, &place) }
    }

    func contains(_ name: String) -> Bool { entries[name] != nil }

    /// Reads one of the small files at once.
    /// - Throws: a refusal for one that is not there, is damaged, or becomes too large.
    func read(_ name: String, each: ([UInt8]) throws(Refusal) -> Void) throws(Refusal) {
        let part = try part(name)
        var size = 0
        while let piece = try part.next() {
            size += piece.count
            guard size <= Self.smallLimit else { throw Self.tooLarge }
            try each(piece)
        }
    }

    func part(_ name: String) throws(Refusal) -> ArchivePart {
        guard let entry = entries[name] else { throw damagedWorkbook }
        return try ArchivePart(entry, of: self, source)
    }

    /// - Parameter size: of the file so far, with the piece.
    fileprivate func count(_ piece: Int, of entry: Entry, size: Int) throws(Refusal) {
        expanded += piece
        guard expanded <= expandedLimit, size <= Self.smallSize || size / Self.ratioLimit <= entry.compressed else {
            throw Self.tooLarge
        }
    }

    private static let tooLarge = unreadable("it unpacks to more than a list can be", zh: "解压后超出名单应有的大小")

    /// Reads the record with which an archive ends, perhaps in front of a comment.
    private static func directory(of source: WorkbookBytes) throws(Refusal) -> (count: Int, start: Int, size: Int) {
        guard source.count >= 22 else { throw damagedWorkbook }
        let tail = try source.read(max(0, source.count - 22 - 0xFFFF)..<source.count)
        let places = stride(from: tail.count - 22, through: 0, by: -1)
        guard let end = places.first(where: { number(tail, $0, 4) == 0x0605_4B50 }) else { throw damagedWorkbook }
        return (number(tail, end + 10, 2), number(tail, end + 16, 4), number(tail, end + 12, 4))
    }

    private func readEntry(_ bytes: [UInt8], _ place: inout Int) throws(Refusal) {
        func number(_ place: Int, _ count: Int) -> Int { Workbooks.number(bytes, place, count) }
        guard place + 46 <= bytes.count, number(place, 4) == 0x0201_4B50 else { throw damagedWorkbook }
        let (flags, method) = (number(place + 8, 2), number(place + 10, 2))
        let nameSize = number(place + 28, 2)
        let next = place + 46 + nameSize + number(place + 30, 2) + number(place + 32, 2)
        guard next <= bytes.count else { throw damagedWorkbook }
        guard flags & 1 == 0, method == 0 || method == 8 else {
            throw unreadable("it is encrypted, or compressed in an unknown way", zh: "文件已加密或压缩方式不受支持")
        }
        let name = String(decoding: bytes[place + 46..<place + 46 + nameSize], as: UTF8.self)
        entries[name] = Entry(
            offset: number(place + 42, 4), compressed: number(place + 20, 4), isDeflated: method == 8,
            sum: UInt32(number(place + 16, 4)))
        place = next
    }
}

/// One file of an archive as it is read.
final class ArchivePart {
    private static let pieceSize = 64 << 10

    private let entry: Archive.Entry
    private let archive: Archive
    private let source: WorkbookBytes
    private let inflater: Inflater?
    private let end: Int
    private var (place, sum, size, isOver): (Int, UInt, Int, Bool)

    fileprivate init(_ entry: Archive.Entry, of archive: Archive, _ source: WorkbookBytes) throws(Refusal) {
        (self.entry, self.archive, self.source) = (entry, archive, source)
        let head = entry.offset
        guard head + 30 <= source.count else { throw damagedWorkbook }
        let bytes = try source.read(head..<head + 30)
        guard number(bytes, 0, 4) == 0x0403_4B50 else { throw damagedWorkbook }
        let start = head + 30 + number(bytes, 26, 2) + number(bytes, 28, 2)
        end = start + entry.compressed
        guard end <= source.count else { throw damagedWorkbook }
        inflater = try entry.isDeflated ? Inflater() : nil
        (place, sum, size, isOver) = (start, 0, 0, false)
    }

    /// - Returns: some bytes; nil at the end.
    /// - Throws: a refusal of a file that is damaged or becomes too large.
    func next() throws(Refusal) -> [UInt8]? {
        while !isOver {
            let input = try source.read(place..<min(place + Self.pieceSize, end))
            let piece: [UInt8]
            if let inflater {
                guard let (output, used, ends) = inflater.inflate(input, room: Self.pieceSize),
                    ends || used > 0 || !output.isEmpty
                else { throw damagedWorkbook }
                (piece, isOver) = (output, ends)
                place += used
            } else {
                (piece, place) = (input, place + input.count)
                isOver = place == end
            }
            size += piece.count
            try archive.count(piece.count, of: entry, size: size)
            sum = unsafe crc32(sum, piece, UInt32(piece.count))
            guard !isOver || UInt32(truncatingIfNeeded: sum) == entry.sum else { throw damagedWorkbook }
            if !piece.isEmpty { return piece }
        }
        return nil
    }
}

private func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
}

/// A refusal of a workbook as a whole, with what to do.
func unreadable(_ english: String, zh chinese: String) -> Refusal {
    Refusal(
        .invalid, field: "file", "\(english); save it again as .xlsx, or as “CSV UTF-8”",
        zh: "\(chinese)，请重新另存为 .xlsx 或“CSV UTF-8”")
}

let damagedWorkbook = unreadable("the workbook is damaged or cut short", zh: "工作簿已损坏或不完整")
