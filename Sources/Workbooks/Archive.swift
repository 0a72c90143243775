internal import CZlib
import Domain

/// The files of a ZIP archive by its directory. Sizes that it tells are believed nowhere: what comes out is counted.
struct Archive {
    private struct Entry {
        let offset: Int
        let compressed: Int
        let isDeflated: Bool
        let sum: UInt32
    }

    /// A workbook has a dozen.
    private static let entryLimit = 1000
    /// The most bytes that all files together become.
    private static let expandedLimit = 128 << 20
    /// A part of a workbook is hundreds of times its compressed size at the very most.
    private static let ratioLimit = 200
    /// Below this the ratio does not matter.
    private static let smallSize = 1 << 20
    private static let outputSize = 64 << 10

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]
    /// The bytes that have come out so far.
    private var expanded = 0

    init(_ bytes: [UInt8]) throws(Refusal) {
        self.bytes = bytes
        guard let end = endOfDirectory() else { throw damagedWorkbook }
        let (count, start) = (number(end + 10, 2), number(end + 16, 4))
        guard count <= Self.entryLimit else {
            throw unreadable("the archive holds \(count) files", zh: "压缩包内有 \(count) 个文件")
        }
        var place = start
        for _ in 0..<count { try readEntry(&place) }
    }

    func contains(_ name: String) -> Bool { entries[name] != nil }

    /// Reads a file piece by piece.
    /// - Throws: a refusal for one that is not there, is damaged, or becomes too large.
    mutating func read(_ name: String, each: ([UInt8]) throws(Refusal) -> Void) throws(Refusal) {
        guard let entry = entries[name] else { throw damagedWorkbook }
        let start = try dataStart(of: entry)
        guard start + entry.compressed <= bytes.count else { throw damagedWorkbook }
        var (place, sum, size) = (start, UInt(0), 0)
        let inflater = try entry.isDeflated ? Inflater() : nil
        let end = start + entry.compressed
        var isOver = false
        while !isOver {
            let input = Array(bytes[place..<min(place + Self.outputSize, end)])
            let piece: [UInt8]
            if let inflater {
                guard let (output, used, ends) = inflater.inflate(input, room: Self.outputSize),
                    ends || used > 0 || !output.isEmpty
                else { throw damagedWorkbook }
                (piece, isOver) = (output, ends)
                place += used
            } else {
                (piece, place) = (input, place + input.count)
                isOver = place == end
            }
            size += piece.count
            expanded += piece.count
            guard expanded <= Self.expandedLimit,
                size <= Self.smallSize || size / Self.ratioLimit <= entry.compressed
            else {
                throw unreadable("it unpacks to more than a list can be", zh: "解压后超出名单应有的大小")
            }
            sum = unsafe crc32(sum, piece, UInt32(piece.count))
            if !piece.isEmpty { try each(piece) }
        }
        guard UInt32(truncatingIfNeeded: sum) == entry.sum else { throw damagedWorkbook }
    }

    /// The place of the record with which an archive ends, perhaps in front of a comment.
    private func endOfDirectory() -> Int? {
        guard bytes.count >= 22 else { return nil }
        let last = bytes.count - 22
        return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { number($0, 4) == 0x0605_4B50 }
    }

    private mutating func readEntry(_ place: inout Int) throws(Refusal) {
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

    private func dataStart(of entry: Entry) throws(Refusal) -> Int {
        let place = entry.offset
        guard place + 30 <= bytes.count, number(place, 4) == 0x0403_4B50 else { throw damagedWorkbook }
        return place + 30 + number(place + 26, 2) + number(place + 28, 2)
    }

    private func number(_ place: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}

/// A refusal of a workbook as a whole, with what to do.
func unreadable(_ english: String, zh chinese: String) -> Refusal {
    Refusal(
        .invalid, field: "file", "\(english); save it again as .xlsx, or as “CSV UTF-8”",
        zh: "\(chinese)，请重新另存为 .xlsx 或“CSV UTF-8”")
}

let damagedWorkbook = unreadable("the workbook is damaged or cut short", zh: "工作簿已损坏或不完整")
