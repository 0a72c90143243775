import Seeded
import Domain
import Testing

@Suite struct DelimitedTests {
    private func read(_ text: String) throws(Refusal) -> [DelimitedRow] {
        var reader = DelimitedReader(Array(text.utf8))
        var rows: [DelimitedRow] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    @Test("quoted cells hold commas, line ends and doubled quotes, and rows know the line they begin on")
    func quoting() throws {
        let rows = try read("a,\"b,\"\"x\"\"\"\r\n\"two\r\nlines\",c\n\"\",d\re,5\" pipe")
        #expect(rows.map(\.cells) == [["a", "b,\"x\""], ["two\r\nlines", "c"], ["", "d"], ["e", "5\" pipe"]])
        #expect(rows.map(\.line) == [1, 2, 4, 5])
    }

    @Test(
        "BAT-2 cells are parted by what the heading has most of: commas, tabs or semicolons",
        arguments: [",", "\t", ";"])
    func separators(separator: String) throws {
        let text = "编号,姓名,手机号\n7,\"张,三;\t\",1\n8,李四,2\n".replacing(
            #/"[^"]*"|,/#, with: { $0.output == "," ? separator : String($0.output) })
        for start in ["", "\u{FEFF}"] {
            #expect(
                try read(start + text).map(\.cells) == [["编号", "姓名", "手机号"], ["7", "张,三;\t", "1"], ["8", "李四", "2"]])
        }
        let named = try read("sep=\(separator)\r\na\(separator)b\n")
        #expect(named.map(\.cells) == [["a", "b"]] && named.map(\.line) == [2])
    }

    @Test("BAT-2 blanks around a quoted cell are not part of it")
    func blanksAroundQuotes() throws {
        #expect(try read("Q1, \"张十二\" ,\"x\"  \n").map(\.cells) == [["Q1", "张十二", "x"]])
    }

    @Test("a byte order mark, empty rows and rows that only look blank are passed over, and lines still count")
    func blank() throws {
        let rows = try read("\u{FEFF}a,b\r\n\r\n , \u{3000}\u{A0},\r\n\"\",\t\r\nc,d\r\n\r\n")
        #expect(rows.map(\.cells) == [["a", "b"], ["c", "d"]])
        #expect(rows.map(\.line) == [1, 5])
        #expect(try read("").isEmpty)
        #expect(try read("\u{FEFF}").isEmpty)
        #expect(try read("a,").map(\.cells) == [["a", ""]])
    }

    @Test("broken quoting and files beyond the limits are refused with the line")
    func refused() {
        for (text, line) in [
            ("a\r\nb,\"open\r\nc\r\nd", "line 2"), ("\"", "line 1"), ("a\n\"b\"c", "line 2"),
            (String(repeating: ",", count: 100), "line 1"), ("a\n" + String(repeating: "x", count: 4097), "line 2"),
            ("a\n\"" + String(repeating: "x\n", count: 4097), "line 2"),
        ] {
            let refused = refusal { () throws(Refusal) in try read(text) }
            #expect(refused?.code == .invalid)
            #expect(refused?.field == line)
        }
        #expect(
            refusal { () throws(Refusal) in try read("a\n\"open") }?.text
                == "line 2: a quote is opened and never closed")
    }

    @Test("what is written is read again as it was", arguments: 1...30)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "a", "\"", ",", "\r\n", "\n", "'", "张", "-1", "-x", "=1+1", "@", "+86", " ", "0012", "510322199001011234",
        ]
        var rows: [[String]] = []
        var writer = DelimitedWriter(digits: seed % 2 == 0 ? .plain : .guarded)
        for _ in 0..<20 {
            let cells =
                ["k"]
                + (0..<4).map { _ in
                    (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined()
                }
            rows.append(cells)
            writer.append(cells)
        }
        var reader = DelimitedReader(writer.take())
        for cells in rows {
            let row = try #require(try reader.next())
            let plain = row.cells.map { DelimitedWriter.unguarded($0.last == "\t" ? String($0.dropLast()) : $0) }
            #expect(plain == cells, "seed \(seed)")
        }
        #expect(try reader.next() == nil)
    }

    @Test("CWE-1236 a cell that a spreadsheet would run is written as text; a negative number stays a number")
    func formulas() {
        func written(_ cell: String, _ digits: DelimitedWriter.Digits = .plain) -> String {
            var writer = DelimitedWriter(digits: digits)
            writer.append([cell])
            return String(decoding: writer.take().dropFirst(3).dropLast(2), as: UTF8.self)
        }
        #expect(written("=cmd|'/c calc'!A1") == "'=cmd|'/c calc'!A1")
        #expect(written("+1+1") == "'+1+1")
        #expect(written("@SUM(1)") == "'@SUM(1)")
        #expect(written("-1+1") == "'-1+1")
        for sign in ["＝", "＋", "－", "＠"] {
            #expect(written("\(sign)SUM(1)") == "'\(sign)SUM(1)")
            #expect(DelimitedWriter.unguarded(written("\(sign)1")) == "\(sign)1")
        }
        #expect(written("\t=1") == "\"'\t=1\"")
        #expect(written("\r=1") == "\"'\r=1\"")
        for number in ["-5", "-5.25", "5", "0.5"] { #expect(written(number) == number) }
        #expect(written("a=1") == "a=1")
        #expect(written("110105194912310026", .guarded) == "\"110105194912310026\t\"")
        #expect(written("0012", .guarded) == "\"0012\t\"")
        #expect(written("13812345678", .guarded) == "13812345678")
        #expect(written("110105194912310026") == "110105194912310026")
    }

    @Test(
        "BAT-3 text that comes in pieces has the same rows, and a line without end is refused from its first mebibytes")
    func pieces() throws {
        let text = "编号,姓名\r\n" + (0..<80_000).map { "N\($0),\"张\r\n\"\"\($0)\"\"\",\r\n\r\n" }.joined()
        let bytes = Array(text.utf8)
        #expect(bytes.count > 2_000_000)
        func rows(_ bytes: [UInt8], _ size: Int) throws -> [DelimitedRow] {
            var place = min(1_500_000, bytes.count)
            var (rows, reader) = (
                [DelimitedRow](), DelimitedReader(Array(bytes[..<place]), isWhole: place == bytes.count)
            )
            while true {
                while let row = try reader.next() { rows.append(row) }
                guard reader.wantsMore else { return rows }
                let end = min(place + size, bytes.count)
                reader.append(Array(bytes[place..<end]), isLast: end == bytes.count)
                place = end
            }
        }
        let whole = try rows(bytes, bytes.count)
        #expect(whole.count == 80_001 && whole.last?.line == 239_999 && whole.last?.cells[1] == "张\r\n\"79999\"")
        #expect(try rows(bytes, 200_001) == whole)
        for filling in [UInt8(ascii: "a"), UInt8(ascii: " "), 0] {
            let refused = refusal { () throws(Refusal) in
                var reader = DelimitedReader([UInt8](repeating: filling, count: 2 << 20), isWhole: false)
                _ = try reader.next()
            }
            #expect(refused?.reason.en.contains("longer than 4096 bytes") == true)
        }
    }
}
