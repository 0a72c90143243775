import Seeded
import Domain
import Testing

@Suite struct RosterTests {
    private let today = Day(20_728)
    private let heading = "编号,姓名,手机号,身份证号,单位,职称\r\n"

    /// A file with all that it holds.
    private struct Read {
        let sheet: Sheet<RosterColumn, RosterRow>
        let entries: [Sheet<RosterColumn, RosterRow>.Entry]

        init(_ bytes: [UInt8], today: Day) throws(Refusal) {
            var (rows, reader): ([DelimitedRow], DelimitedReader) = ([], DelimitedReader(bytes))
            while let row = try reader.next() { rows.append(row) }
            do {
                var sheet = try Sheet(SheetRows(rows), as: RosterRow.format, today: today)
                while !sheet.isRead { try sheet.readOn(7) }
                self.sheet = sheet
                // In two parts, as a job reads it.
                let half = sheet.count / 2
                entries = try sheet.entries(0..<half) + sheet.entries(half..<sheet.count)
            } catch let refusal as Refusal {
                throw refusal
            } catch {
                preconditionFailure("\(error)")
            }
        }

        var rows: [SheetRow<RosterRow>] {
            entries.compactMap { entry in if case .good(let row) = entry { row } else { nil } }
        }
        var bad: [FaultyRow] { entries.compactMap { entry in if case .bad(let row) = entry { row } else { nil } } }
        func mendHeading(in language: Language) -> [UInt8] { sheet.mendHeading(in: language) }
        func mendRows(_ bad: [FaultyRow], in language: Language) -> [UInt8] { sheet.mendRows(bad, in: language) }
    }

    private func sheet(_ text: String) throws(Refusal) -> Read { try Read(Array(text.utf8), today: today) }

    private func reasons(_ sheet: Read) -> [String] {
        sheet.bad.flatMap { row in row.refusals.map { "\(row.line) \($0.column): \($0.reason)" } }
    }

    @Test("BAT-1 the template is a roster file without rows, in both languages", arguments: Language.allCases)
    func template(language: Language) throws {
        let sheet = try Read(RosterColumn.template(in: language), today: today)
        #expect(sheet.rows.isEmpty)
        #expect(sheet.bad.isEmpty)
        #expect(String(decoding: RosterColumn.template(in: .zh), as: UTF8.self).hasPrefix("\u{FEFF}" + heading))
    }

    @Test("BAT-1 instructions and example are passed over at the top alone, and an example that was changed is a row")
    func example() throws {
        let template = String(decoding: RosterColumn.template(in: .zh), as: UTF8.self)
        let row = "1,李四,,,,\r\n"
        #expect(try sheet(template + row).rows.map(\.value.name) == ["李四"])
        #expect(
            try sheet(template.replacing("张三,138xxxxxxxx", with: "王五,")).rows.map(\.value.name) == ["王五"])
        #expect(try sheet(heading + row + "0001,张三,138xxxxxxxx,,县人民医院,主治医师\r\n").entries.count == 2)
    }

    @Test("BAT-1 rows are read under Chinese or English headings in any order; only number and name are needed")
    func rows() throws {
        let full = try sheet(heading + "a001, 张三 ,+86 138-1234-5678,11010519491231002x,第一医院,主治医师\r\n")
        let row = try #require(full.rows.first).value
        #expect(row.number == "A001")
        #expect(row.name == "张三")
        #expect(row.phone?.text == "13812345678")
        #expect(row.identity?.text == "11010519491231002X")
        #expect(row.unit == "第一医院")
        #expect(row.title == "主治医师")
        #expect(full.rows[0].line == 2)
        let short = try sheet("Name*, NUMBER ,,\n李四,7,,\n")
        #expect(short.rows.map(\.value.number) == ["7"])
        #expect(short.rows.map(\.value.phone) == [nil])
    }

    @Test("EXM-1b a changed, a doubled and a missing heading are each refused by name")
    func headings() {
        for (text, field) in [
            ("编号,姓名,血型\n", "血型"), ("编号,姓名,number\n", "number"), ("编号,手机号\n", "姓名"), ("name,phone\n", "number"),
            ("编号,,姓名\n", ""), ("", "line 1"), ("\u{FEFF} \r\n", "line 1"),
        ] {
            let refused = refusal { () throws(Refusal) in try sheet(text) }
            #expect(refused?.code == .invalid)
            #expect(refused?.field == field, "\(text)")
        }
    }

    @Test("EXM-1b rows above the headings are refused with what to do; a number that became a date in English is told")
    func titleRow() throws {
        let refused = refusal { () throws(Refusal) in try sheet("市第一医院名单,,\n" + heading + "1,张三\n") }
        #expect(refused?.field == "市第一医院名单" && refused?.reason.en.contains("delete the rows above") == true)
        let dates = try sheet(heading + "30-Nov,张三\nJan-26,李四\n2026-01-02,王五\nA-12,赵六\nMAY-B,钱七\n")
        #expect(dates.rows.map(\.value.number) == ["A-12", "MAY-B"])
        #expect(reasons(dates).allSatisfy { $0.contains("into the date") } && dates.bad.count == 3)
    }

    @Test("BAT-3c every bad cell is reported with line, column, value and reason, and good rows are not spoilt")
    func badCells() throws {
        let sheet = try sheet(
            heading + "1,张三\n,李四\n2,\u{202E}王五,123,110105194902310026\n3,赵六\n4,钱七,,,,,多余\n")
        #expect(sheet.rows.map(\.value.number) == ["1", "3"])
        #expect(
            reasons(sheet) == [
                "3 编号: must not be empty",
                "4 姓名: character 1 is U+202E, which is invisible or changes how the text is shown; delete it",
                "4 手机号: a mobile number has 11 digits, 13… to 19…",
                "4 身份证号: digits 7 to 14 are no possible birth date", "6 : more cells than headings",
            ])
        #expect(sheet.bad[1].refusals[1].value == "123")
    }

    @Test("BAT-3e a row that says the same again changes nothing; one that contradicts an earlier row is refused")
    func duplicates() throws {
        let sheet = try sheet(
            heading
                + "1,张三,13812345678,11010519491231002X\n1,张三,138 1234 5678,11010519491231002x\n1,李四\n2,王五,,11010519491231002X\n"
        )
        #expect(sheet.rows.count == 1)
        #expect(sheet.entries.count(where: { $0 == .repeated }) == 1)
        #expect(
            reasons(sheet) == [
                "4 编号: stands in line 2 already, for something else",
                "5 身份证号: stands in line 2 already, for something else",
            ])
    }

    @Test("BAT-3c numbers that a spreadsheet has ruined are refused with their own message")
    func spreadsheet() throws {
        let exponent = try sheet(heading + "1,张三,1.38E+10,5.10322E+17\n1.1E+15,李四\n")
        #expect(exponent.bad.flatMap(\.refusals).count == 3)
        #expect(reasons(exponent).allSatisfy { $0.contains("format the column as text") })
        let zeros = try sheet(heading + "1,张三,,110105194912310000\n")
        #expect(reasons(zeros)[0].contains("replaced the last digits by 000"))
    }

    @Test("an ID number that truly ends in 000 is taken, unless the same column shows that a spreadsheet was at it")
    func trueZeros() throws {
        let real = try #require(
            (0..<28).lazy.map { "110105199002" + ($0 < 9 ? "0" : "") + "\($0 + 1)1000" }.first { candidate in
                refusal { () throws(Refusal) in try IdentityNumber(candidate, today: today) } == nil
            })
        #expect(try sheet(heading + "1,张三,,\(real)\n").rows.map { $0.value.identity?.text } == [real])
        let suspect = try sheet(heading + "1,张三,,\(real)\n2,李四,,5.10322E+17\n")
        #expect(suspect.rows.isEmpty)
        #expect(reasons(suspect)[0].contains("replaced the last digits by 000"))
    }

    @Test("BAT-3c the mend file holds the bad rows and why; sent again it fails alike, and mended it lands")
    func mendFile() throws {
        let first = try sheet(heading + "1,张三\n=2,李四,123,110105194902310026\n0012,\"王,五\",99\n")
        let bytes = first.mendHeading(in: .zh) + first.mendRows(first.bad, in: .zh)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}编号,姓名,手机号,身份证号,单位,职称,原因\r\n"))
        #expect(text.contains("'=2,李四,123,\"110105194902310026\t\",,,"))
        #expect(text.contains("手机号: 手机号应为 11 位"))
        let again = try Read(bytes, today: today)
        #expect(again.bad.map(\.cells) == first.bad.map(\.cells))
        #expect(again.mendHeading(in: .zh) + again.mendRows(again.bad, in: .zh) == bytes)
        let mended = text.replacing("'=2", with: "2").replacing(",123,", with: ",13812345678,")
            .replacing("110105194902310026", with: "11010519491231002X").replacing(",99,", with: ",,")
        let landed = try sheet(mended)
        #expect(landed.bad.isEmpty)
        #expect(landed.rows.map(\.value.number) == ["2", "0012"])
        #expect(landed.rows.map(\.value.name) == ["李四", "王,五"])
        #expect(first.mendRows([], in: .zh).isEmpty)
    }

    @Test("a good row that the server cannot take goes into the mend file with the server's reason")
    func serverRefusal() throws {
        let sheet = try sheet("编号,姓名\n1,张三\n")
        let bad = sheet.sheet.refuse(sheet.rows[0], .number, Phrase("belongs to 李四", "该编号属于李四"))
        #expect(String(decoding: sheet.mendRows([bad], in: .zh), as: UTF8.self).hasSuffix("1,张三,编号: 该编号属于李四\r\n"))
        #expect(bad.refusals[0].column == "编号")
    }

    @Test("ten thousand rows are read in one go, each once")
    func many() throws {
        let sheet = try sheet(heading + (1...10_000).map { "N\($0),学员\($0),,,单位\($0 % 50),\n" }.joined())
        #expect(sheet.rows.count == 10_000)
        #expect(sheet.rows.last?.line == 10_001)
    }

    @Test("whatever bytes come, a file is read or refused and every row of it is accounted for", arguments: 1...40)
    func anything(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let pieces = [
            ",", "\"", "\r", "\n", "\r\n", "1", "张三", "编号", "姓名", "原因", "'", "=", "\u{0}", "\u{FEFF}", "E+17", "000",
            " ",
        ]
        for _ in 0..<50 {
            var bytes = Array((Bool.random(using: &random) ? "编号,姓名\n" : "").utf8)
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
                if Int.random(in: 0..<20, using: &random) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            guard let sheet = try? Read(bytes, today: today) else { continue }
            #expect(sheet.bad.allSatisfy { !$0.refusals.isEmpty }, "seed \(seed)")
            var reader = DelimitedReader(bytes)
            var rows = -1
            while (try? reader.next()) != nil { rows += 1 }
            #expect(rows == sheet.entries.count, "seed \(seed)")
        }
    }
}
