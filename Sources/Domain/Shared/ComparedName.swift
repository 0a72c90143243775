/// A name in the form in which names are compared: as people read them, whatever input method or encoding wrote them. What
/// is kept and shown is the name as it was typed.
package struct ComparedName: Equatable, Sendable {
    /// Canonically equivalent characters are equal.
    private let characters: [Character]

    /// Blanks count between letters of an alphabet alone, and once; all middle dots, and all apostrophes, are one; width,
    /// capitals and compatibility forms do not matter.
    package init(_ name: String) {
        // Of these nothing is folded. Most names consist of them alone, and the tables of Unicode are slow.
        if name.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) {
            characters = Array(name)
            return
        }
        var result: [Unicode.Scalar] = []
        var isBehindBlank = false
        for scalar in Self.folded(name) {
            if isBlank(scalar) || scalar.properties.isWhitespace {
                isBehindBlank = true
                continue
            }
            if isBehindBlank, let last = result.last, Self.needsBlank(last), Self.needsBlank(scalar) {
                result.append(" ")
            }
            isBehindBlank = false
            result.append(scalar)
        }
        characters = Array(String(String.UnicodeScalarView(result)))
    }

    /// Equal for names that compare equal.
    package var text: String { String(characters) }

    package var isEmpty: Bool { characters.isEmpty }

    /// Tells in which character the other name differs, without telling the other name; nil for equal ones.
    package func difference(from known: ComparedName) -> Phrase? {
        guard self != known else { return nil }
        let (count, knownCount) = (characters.count, known.characters.count)
        let common = zip(characters, known.characters).prefix { $0 == $1 }.count
        if common == min(count, knownCount) {
            return Phrase(
                "known by another name: one of \(knownCount) characters, this has \(count)",
                "与已登记姓名不一致：已登记 \(knownCount) 个字，此处 \(count) 个字")
        }
        return Phrase(
            "known by another name: character \(common + 1), “\(characters[common])”, differs",
            "与已登记姓名不一致：第 \(common + 1) 个字“\(characters[common])”不同")
    }

    /// Whether at least half of the longer name's characters stand in both, as in a name and a slip of it.
    package func resembles(_ other: ComparedName) -> Bool {
        var left = other.characters
        var common = 0
        for character in characters {
            guard let index = left.firstIndex(of: character) else { continue }
            left.remove(at: index)
            common += 1
        }
        return common * 2 >= max(characters.count, other.characters.count)
    }

    private static func folded(_ name: String) -> [Unicode.Scalar] {
        name.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            switch scalar.value {
            case 0x00B7, 0x0387, 0x16EB, 0x2022, 0x2027, 0x2219, 0x22C5, 0x2E31, 0x2E33, 0x30FB, 0xFF0E, 0xFF65, 0x2024:
                ["·"]
            case 0x2018, 0x2019, 0x02BC, 0xFF07: ["'"]
            case 0xFF01...0xFF5E: lowered(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case radicals: [radicalForms[Int(scalar.value - radicals.lowerBound)]]
            case privateUse:
                Unicode.Scalar(assigned[Int(scalar.value - privateUse.lowerBound)]).map { [$0] } ?? [scalar]
            default: lowered(scalar)
            }
        }
    }

    private static func lowered(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        Array(scalar.properties.lowercaseMapping.unicodeScalars)
    }

    private static func needsBlank(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isIdeographic && scalar != "·"
    }

    /// Kangxi radicals, which copying from PDF files leaves in place of the characters they look like.
    private static let radicals: ClosedRange<UInt32> = 0x2F00...0x2FD5
    private static let radicalForms = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
        廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
        目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
        邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars)

    /// Characters that GBK put into its private area, FE50 to FEA0, and that GB 18030 has given a place in Unicode since.
    private static let privateUse: ClosedRange<UInt32> = 0xE815...0xE864
    private static let assigned: [UInt32] = [
        0x2E81, 0x20087, 0x20089, 0x200CC, 0x2E84, 0x3473, 0x3447, 0x2E88, 0x2E8B, 0x9FB4,
        0x359E, 0x361A, 0x360E, 0x2E8C, 0x2E97, 0x396E, 0x3918, 0x9FB5, 0x39CF, 0x39DF,
        0x3A73, 0x39D0, 0x9FB6, 0x9FB7, 0x3B4E, 0x3C6E, 0x3CE0, 0x2EA7, 0x215D7, 0x9FB8,
        0x2EAA, 0x4056, 0x415F, 0x2EAE, 0x4337, 0x2EB3, 0x2EB6, 0x2EB7, 0x2298F, 0x43B1,
        0x43AC, 0x2EBB, 0x43DD, 0x44D6, 0x4661, 0x464C, 0x9FB9, 0x4723, 0x4729, 0x477C,
        0x478D, 0x2ECA, 0x4947, 0x497A, 0x497D, 0x4982, 0x4983, 0x4985, 0x4986, 0x499F,
        0x499B, 0x49B7, 0x49B6, 0x9FBA, 0x241FE, 0x4CA3, 0x4C9F, 0x4CA0, 0x4CA1, 0x4C77,
        0x4CA2, 0x4D13, 0x4D14, 0x4D15, 0x4D16, 0x4D17, 0x4D18, 0x4D19, 0x4DAE, 0x9FBB,
    ]
}
