import Domain

/// The parts of a PDF file as cairo writes it, with a table of objects in the clear.
struct PDFFile {
    private let bytes: [UInt8]
    /// The offset of the table of objects.
    let table: Int
    /// The number of objects, object 0 among them.
    let size: Int
    let root: Int
    let info: Int
    /// The last one.
    private(set) var page = 0
    private let offsets: [Int]

    init(_ bytes: [UInt8]) throws(PDFSigning.Fault) {
        self.bytes = bytes
        guard let start = bytes.lastRange(of: "startxref\n"),
            let trailer = bytes[..<start.lowerBound].lastRange(of: "trailer\n"),
            let table = Self.number(bytes[start.upperBound...]), table < trailer.lowerBound
        else { throw .form("no table of objects") }
        self.table = table
        let ending = bytes[trailer.upperBound..<start.lowerBound]
        guard let size = Self.number(after: "/Size ", in: ending), let root = Self.number(after: "/Root ", in: ending),
            let info = Self.number(after: "/Info ", in: ending)
        else { throw .form("no trailer") }
        (self.size, self.root, self.info) = (size, root, info)
        // "xref\n0 N\n", and a row of 20 bytes for each object.
        let rows = bytes[table..<trailer.lowerBound]
        guard rows.starts(with: "xref\n0 \(size)\n".utf8) else { throw .form("no table of objects") }
        let first = table + "xref\n0 \(size)\n".utf8.count
        guard first + size * 20 <= trailer.lowerBound else { throw .form("a short table of objects") }
        offsets = (0..<size).map { Self.number(bytes[(first + $0 * 20)...].prefix(10)) ?? 0 }
        for number in 1..<max(1, size) where try isPage(number) { page = number }
        guard page > 0 else { throw .form("no page") }
    }

    /// Returns what stands between `obj` and `endobj` of a dictionary.
    func object(_ number: Int) throws(PDFSigning.Fault) -> PDFDictionary {
        guard offsets.indices.contains(number), offsets[number] < table,
            let end = bytes[offsets[number]..<table].firstRange(of: "endobj")
        else { throw .form("no object \(number)") }
        let heading = "\(number) 0 obj\n"
        let body = bytes[offsets[number]..<end.lowerBound]
        guard body.starts(with: heading.utf8) else { throw .form("no object \(number)") }
        return PDFDictionary(text: String(decoding: body.dropFirst(heading.utf8.count), as: UTF8.self))
    }

    private func isPage(_ number: Int) throws(PDFSigning.Fault) -> Bool {
        let head = bytes[offsets[number]...].prefix(60)
        guard let type = head.firstRange(of: "/Type /Page") else { return false }
        return head.dropFirst(type.upperBound - head.startIndex).first != UInt8(ascii: "s")
    }

    private static func number(after key: String, in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.firstRange(of: key).flatMap { number(bytes[$0.upperBound...]) }
    }

    /// Reads the decimal digits at the start, at most 10.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.prefix(10).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

struct PDFDictionary {
    let text: String

    /// Returns the dictionary with an entry more.
    func adding(_ entry: String) throws(PDFSigning.Fault) -> String {
        guard let start = text.firstRange(of: "<<") else { throw .form("no dictionary") }
        return "<< " + entry + text[start.upperBound...]
    }
}

/// A moment as PDF files have it, in UTC.
struct PDFTime {
    private let day: Day
    private let parts: [Int64]

    init(ms milliseconds: Int64) {
        let seconds = milliseconds / 1000
        day = Day(Int32(clamping: seconds / 86_400))
        parts = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
    }

    /// `D:20261105080000Z`.
    var inFile: String { "D:\(day)\(time(""))Z".replacing("-", with: "") }
    /// `2026-11-05T08:00:00Z`, for cairo.
    var iso: String { "\(day)T\(time(":"))Z" }

    private func time(_ separator: String) -> String {
        parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: separator)
    }
}

extension Collection<UInt8> where Self: BidirectionalCollection, Index == Int {
    func firstRange(of text: String) -> Range<Int>? { self.firstRange(of: Array(text.utf8)) }

    func lastRange(of text: String) -> Range<Int>? {
        let wanted = Array(text.utf8)
        guard count >= wanted.count else { return nil }
        for start in (startIndex...endIndex - wanted.count).reversed()
        where self[start..<start + wanted.count].elementsEqual(wanted) {
            return start..<start + wanted.count
        }
        return nil
    }
}
