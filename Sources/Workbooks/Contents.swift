import Domain

/// The texts that cells of a workbook share, in one run of bytes.
struct SharedTexts {
    private static let countLimit = 1_000_000
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    subscript(_ index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    init() {}

    init(_ name: String, in archive: inout Archive) throws(Refusal) {
        let found = Collected()
        let reader = try XMLReader(
            start: { (name, _) throws(Refusal) in
                switch name {
                // The reading of a text, written above it, is no part of it.
                case "rPh": found.isReading = true
                case "t": found.isText = !found.isReading
                default: break
                }
            },
            end: { (name) throws(Refusal) in
                switch name {
                case "rPh": found.isReading = false
                case "t": found.isText = false
                case "si":
                    guard found.texts.ends.count < Self.countLimit else {
                        throw unreadable("it has more than \(Self.countLimit) texts", zh: "文本超过 \(Self.countLimit) 条")
                    }
                    found.texts.ends.append(found.texts.bytes.count)
                default: break
                }
            },
            text: { (piece) throws(Refusal) in
                if found.isText { found.texts.bytes += piece }
            })
        try archive.read(name) { (piece) throws(Refusal) in try reader.read(piece) }
        try reader.finish()
        self = found.texts
    }

    private final class Collected {
        var texts = SharedTexts()
        var isText = false
        var isReading = false
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

    init(_ name: String, in archive: inout Archive) throws(Refusal) {
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
