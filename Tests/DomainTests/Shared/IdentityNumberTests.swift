import Domain
import Testing

@Suite struct IdentityNumberTests {
    private let today = Day(20_728)

    private func refused(_ text: String) -> String? {
        refusal { () throws(Refusal) in try IdentityNumber(text, today: today) }?.text
    }

    /// Returns the number that begins with these 17 digits.
    private func completed(_ digits: String) throws -> String {
        let check = "0123456789X".first { refused(digits + String($0))?.contains("check digit") != true }
        return digits + String(try #require(check))
    }

    @Test("ACC-3a the example of GB 11643 is accepted, also with a small x, blanks and full-width characters")
    func example() throws {
        for text in ["11010519491231002X", "11010519491231002x", " 11010519491231002X\t", "１１０１０５１９４９１２３１００２Ｘ"] {
            let number = try IdentityNumber(text, today: today)
            #expect(number.text == "11010519491231002X")
            #expect(number.birthDay == Day(year: 1949, month: 12, day: 31))
        }
    }

    @Test("ACC-3a every other last character, and every single digit mistyped, is refused")
    func checkDigit() {
        let right = Array("11010519491231002X")
        for place in right.indices {
            for wrong in "0123456789X" where wrong != right[place] {
                var typed = right
                typed[place] = wrong
                #expect(refused(String(typed)) != nil, "\(String(typed))")
            }
        }
    }

    @Test("ACC-3a fifteen digits, other lengths, foreign regions and letters each have their own refusal")
    func shapes() {
        #expect(refused("110105491231002")?.contains("15 digits") == true)
        #expect(refused("1101051949123100")?.contains("this has 16") == true)
        #expect(refused("")?.contains("this has 0") == true)
        #expect(refused("00010519491231002X")?.contains("region") == true)
        #expect(refused("11000019491231002X")?.contains("region") == true)
        #expect(refused("1101051949123100XX")?.contains("17 digits") == true)
        #expect(refused("11010519491231002Y")?.contains("17 digits") == true)
    }

    @Test(
        "ACC-3a numbers of residents of Hong Kong, Macau and Taiwan and of foreign permanent residents are accepted",
        arguments: [
            "81000019900101001", "82000019900101001", "83000019900101001", "91112419810803002", "93184019850505003",
        ])
    func otherSeries(digits: String) throws {
        let number = try completed(digits)
        #expect(try IdentityNumber(number, today: today).text == number)
        // A province or a country that does not exist, and China itself, are no series of foreigners.
        for wrong in ["90084019850505003", "93100019850505003", "93115619850505003"] {
            #expect(refused(wrong + "0")?.contains("region") == true)
        }
    }

    @Test("ACC-3a a length is told in characters, and what nobody sees in a number does not count")
    func length() throws {
        #expect(refused("无")?.contains("this has 1") == true)
        #expect(
            try IdentityNumber("\u{202D}1101051949\u{200B}1231002X\u{202C}", today: today).text == "11010519491231002X")
    }

    @Test(
        "ACC-3a birth dates that do not exist or are yet to come are refused",
        arguments: ["19490231", "19001301", "20250229", "18991231", "20261003"])
    func birth(date: String) {
        #expect(refused("110105\(date)002X")?.contains("birth date") == true)
    }

    @Test("ACC-3a somebody born today, and on a leap day, is accepted")
    func born() throws {
        for date in ["20261002", "20000229", "19000101"] {
            let number = try completed("110105\(date)002")
            #expect(try IdentityNumber(number, today: today).text == number)
        }
    }

    @Test("ACC-11c numbers and names are masked outside need")
    func masked() throws {
        #expect(try IdentityNumber("11010519491231002X", today: today).masked == "110***********002X")
        #expect(try MobileNumber("13812345678").masked == "138****5678")
        #expect(PersonName.masked("张三") == "张*")
        #expect(PersonName.masked("欧阳娜娜") == "欧***")
        #expect(PersonName.masked("") == "")
        #expect(PersonName.masked("李") == "李")
    }

    @Test("a mobile number is read with its country's code, brackets, blanks, dashes, wide digits and what nobody sees")
    func phone() throws {
        for text in [
            "13812345678", "+86 138-1234-5678", "１３８１２３４５６７８", "+8613812345678", "138 1234 5678", "8613812345678",
            "0086 13812345678", "(+86)13812345678", "（+86）138-1234-5678", "+86-138-1234-5678", "(0086) 13812345678",
            "＋８６１３８１２３４５６７８", "（138）12345678",
            "\u{202D}13812345678\u{202C}", "138\u{2011}1234\u{2013}5678", "138\u{A0}1234\u{200B}5678",
        ] {
            #expect(try MobileNumber(text).text == "13812345678")
        }
        for text in [
            "12812345678", "1381234567", "138123456789", "86138123456789", "1381234567a", "", "+86", "02812345678",
        ] {
            #expect(refusal { () throws(Refusal) in try MobileNumber(text) }?.field == "phone", "\(text)")
        }
    }

    @Test(
        "ACC-3 names that people read alike are one name, whatever wrote them",
        arguments: [
            ("张三", "张\u{3000}三"), ("欧阳娜娜", "欧阳 娜娜"), ("阿依古丽·买买提", "阿依古丽•买买提"), ("阿依古丽·买买提", "阿依古丽‧ 买买提"),
            ("Zoë O'Neil", "zoe\u{308}  O’NEIL"), ("Wang Wei", "Ｗａｎｇ　Ｗｅｉ"), ("䶮三", "\u{E863}三"), ("隆三", "\u{F9DC}三"),
            ("方三", "\u{2F45}三"),
        ])
    func sameName(one: String, other: String) {
        #expect(ComparedName(one) == ComparedName(other))
        #expect(ComparedName(one).difference(from: ComparedName(other)) == nil)
    }

    @Test("ACC-3 where names differ the character is told, and the other name is not")
    func otherName() {
        for (typed, known, told) in [
            ("张叁", "张三", "character 2, “叁”"), ("李三", "张三", "character 1, “李”"),
            ("张三丰", "张三", "2 characters, this has 3"),
            ("Wang Wei", "WangWei", "character 5"), ("张三", "", "0 characters"),
        ] {
            let text = ComparedName(typed).difference(from: ComparedName(known))?.en ?? ""
            #expect(text.contains(told), "\(text)")
            #expect(known.isEmpty || !text.contains(known))
        }
    }

    @Test("a character that nobody sees is refused by its place and code point")
    func invisible() {
        let text = refusal { () throws(Refusal) in try PersonName.checked("张\u{202E}三") }?.text ?? ""
        #expect(text.contains("character 2 is U+202E"), "\(text)")
    }

    @Test(
        "a name has 1 to 64 characters and none that hides or turns text",
        arguments: ["张三", "阿依古丽·买买提", "Zoë O'Neil", "𠮷野"])
    func names(name: String) throws {
        #expect(try PersonName.checked("  \(name)\u{3000}") == name)
        for bad in ["\u{0}", "\u{202E}", "\u{200B}", "\u{FEFF}x", "\u{2066}", "\n", "\u{E0041}", "\u{3164}", "\u{7F}"] {
            #expect(refusal { () throws(Refusal) in try PersonName.checked("\(name)\(bad)\(name)") } != nil)
        }
        #expect(refusal { () throws(Refusal) in try PersonName.checked(" \u{3000}") } != nil)
        #expect(try PersonName.checked(String(repeating: "长", count: 64)).count == 64)
        #expect(refusal { () throws(Refusal) in try PersonName.checked(String(repeating: "长", count: 65)) } != nil)
    }
}
