import Domain

/// The texts that cells of a workbook share, as groups of sixteen; all that is in memory is where each group begins.
final class SharedTexts {
    private static let countLimit = 8 << 20
    private static let inGroup = 16
    /// The most bytes of a text that are kept: one more than a cell may have, so that a longer one is found out.
    private static let longest = DelimitedReader.cellLimit + 1

    private let kept: KeptBytes
    private var count = 0
    private var size = 0
    private var starts: [Int] = []
    private var group: [UInt8] = []
    private var text: [UInt8] = []
    private var isText = false
    private var isReading = false
    /// The group that was read last.
    private var latest: (index: Int, texts: [ArraySlice<UInt8>]) = (-1, [])

    init(_ kept: KeptBytes) { self.kept = kept }

    /// Returns the text of a number; nil if there is none.
    func text(_ index: Int) throws(Refusal) -> ArraySlice<UInt8>? {
        guard index >= 0, index < count else { return nil }
        let wanted = index / Self.inGroup
        if latest.index != wanted {
            let end = wanted + 1 < starts.count ? starts[wanted + 1] : size
            latest = (wanted, Self.texts(of: try kept.read(starts[wanted]..<end)))
        }
        return latest.texts[index % Self.inGroup]
    }

    /// Two bytes of length before each text.
    private static func texts(of group: [UInt8]) -> [ArraySlice<UInt8>] {
        var (texts, place): ([ArraySlice<UInt8>], Int) = ([], 0)
        while place < group.count {
            let start = place + 2
            place = start + Int(group[place]) + Int(group[place + 1]) << 8
            texts.append(group[start..<place])
        }
        return texts
    }

    func reader() throws(Refusal) -> XMLReader {
        try XMLReader(
            start: { [self] (name, _) throws(Refusal) in
                switch name {
                // The reading of a text, written above it, is no part of it.
                case "rPh": isReading = true
                case "t": isText = !isReading
                default: break
                }
            },
            end: { [self] (name) throws(Refusal) in
                switch name {
                case "rPh": isReading = false
                case "t": isText = false
                case "si": try endText()
                default: break
                }
            },
            text: { [self] (piece) throws(Refusal) in
                if isText { text += piece.prefix(Self.longest - text.count) }
            })
    }

    private func endText() throws(Refusal) {
        guard count < Self.countLimit else {
            throw unreadable("it has more than \(Self.countLimit) texts", zh: "文本超过 \(Self.countLimit) 条")
        }
        if count % Self.inGroup == 0 { starts.append(size + group.count) }
        group += [UInt8(text.count & 0xFF), UInt8(text.count >> 8)] + text
        text = []
        count += 1
        if group.count >= 64 << 10 { try flush() }
    }

    /// Call it once after the last text.
    func flush() throws(Refusal) {
        try kept.append(group)
        size += group.count
        group = []
    }
}

/// Which styles of cells show a number as a date, and which as a time too.
struct DateStyles {
    enum Kind {
        case day, time
    }

    private var kinds: [Int: Kind] = [:]

    subscript(_ style: String?) -> Kind? { style.flatMap { Int($0) }.flatMap { kinds[$0] } }

    init() {}

    init(_ name: String, in archive: Archive) throws(Refusal) {
        let found = Collected()
        let reader = try XMLReader(
            start: { (name, attributes) throws(Refusal) in
                switch name {
                case "numFmt":
                    if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
                        found.own[id] = Self.kind(ofCode: code)
                    }
                case "cellXfs": found.isCells = true
                case "xf" where found.isCells:
                    let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
                    if let kind = found.own[id] ?? Self.kind(ofBuiltIn: id) { found.kinds[found.count] = kind }
                    found.count += 1
                default: break
                }
            },
            end: { (name) throws(Refusal) in if name == "cellXfs" { found.isCells = false } })
        try archive.read(name) { (piece) throws(Refusal) in try reader.read(piece) }
        try reader.finish()
        kinds = found.kinds
    }

    private final class Collected {
        var own: [Int: Kind?] = [:]
        var kinds: [Int: Kind] = [:]
        var isCells = false
        var count = 0
    }

    /// The formats that every workbook has, those of Chinese ones among them.
    private static func kind(ofBuiltIn id: Int) -> Kind? {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57...58: .day
        case 18...22, 32...35, 45...47, 55...56: .time
        default: nil
        }
    }

    /// A format of letters that stand for parts of a date, outside quotes and brackets.
    private static func kind(ofCode code: String) -> Kind? {
        var (letters, isQuoted, isBracketed) = (Set<Character>(), false, false)
        for character in code.lowercased() {
            switch character {
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: isBracketed = true
            case "]" where !isQuoted: isBracketed = false
            default: if !isQuoted, !isBracketed { letters.insert(character) }
            }
        }
        if letters.contains("h") || letters.contains("s") { return .time }
        return letters.contains("y") || letters.contains("d") ? .day : nil
    }
}
