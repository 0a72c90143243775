import Seeded
import Crypto
import Foundation
import Messages
import Storage
import Testing
import Threads
import Wire

@Suite struct RosterTests {
    @Test("BAT-2 a roster is read alike in UTF-8, with and without a byte order mark", arguments: [false, true])
    func unicode(isMarked: Bool) throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let reply = try keeper.upload((isMarked ? [0xEF, 0xBB, 0xBF] : []) + World.roster(), to: offering, piece: 77)
        #expect(reply.encoding == "UTF-8")
        #expect(reply.landed && reply.added == 12 && reply.badCount == 0, "\(reply.bad)")
        #expect(try keeper.roster(offering).map(\.name) == World.names)
        #expect(try keeper.roster(offering).first?.unit == "第一人民医院")
        // The same people as on the other roster, known by phone and ID number.
        #expect(Set(try keeper.roster(offering).map(\.person)) == Set(world.made.people.values))
    }

    @Test("BAT-2 a roster in GB18030 is told by its content, characters of one, two and four bytes alike")
    func gb18030() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let file = try #require(
            Data(
                base64Encoded:
                    "seC6xSzQ1cP7LLWlzrsNCkcxLNXFyP234Sy12tK7yMvD8dK91LoNCkcyLJU0sjXSsIE57zEs1fLOwMn61LoNCg=="))
        let reply = try keeper.upload([UInt8](file), to: offering, piece: 9)
        #expect(reply.encoding == "GB18030")
        #expect(reply.landed && reply.added == 2, "\(reply.bad)")
        #expect(try keeper.roster(offering).map(\.name) == ["张三丰", "𠮷野㐂"])
        #expect(try keeper.roster(offering).map(\.unit) == ["第一人民医院", "镇卫生院"])
    }

    @Test("BAT-2 a spreadsheet's Unicode text, tabs and UTF-16, is a roster like any other")
    func utf16() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let text = "编号\t姓名\r\nG1\t𠮷野\r\n"
        let reply = try keeper.upload(
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, to: offering)
        #expect((reply.encoding, reply.added) == ("UTF-16", 1), "\(reply.bad)")
        #expect(try keeper.roster(offering).map(\.name) == ["𠮷野"])
    }

    @Test("BAT-2 a roster with tabs between its columns, as spreadsheets copy them, is a roster like any other")
    func tabs() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let reply = try keeper.upload(
            Array("编号\t姓名\t单位\r\nT1\t张一\t甲医院, 急诊\r\n\"T2\"\t李二\t\r\n".utf8), to: offering)
        #expect((reply.added, reply.badCount) == (2, 0), "\(reply.bad)")
        #expect(try keeper.roster(offering).map(\.name) == ["张一", "李二"])
        #expect(try keeper.roster(offering).map(\.unit) == ["甲医院, 急诊", ""])
    }

    @Test("BAT-2 a file that is no text is refused by what it is, and a broken one with the line")
    func notText() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        for (file, told) in [
            ([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 1, count: 40), "the workbook is damaged"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Excel workbook (.xls, or one with a password)"),
            (Array("\r\n<html><table>".utf8), "web page"),
            (Array("%PDF-1.7".utf8), "PDF"),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0x00], "a JPEG picture"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a PNG picture"),
            (Array("编号,姓名\n1,张\n2,".utf8) + [0xE5, 0xBC] + Array("\n3,王\n".utf8) + [0xFF], "line 3"),
            ([0xFF, 0xFE, 0x16], "UTF-16"),
        ] {
            let refused = #expect(throws: Client.Refusal.self) { try keeper.upload(file, to: offering) }
            #expect(refused?.failure.text.contains(told) == true, "\(String(describing: refused))")
        }
    }

    @Test("BAT-2 bytes that are neither encoding are refused, whatever they are", arguments: 1...20)
    func noise(seed: UInt64) throws {
        let world = try World()
        let keeper = try world.client("keeper")
        var chance = SeededRandom(seed: seed)
        let file = Array("编号,姓名\r\n".utf8) + chance.bytes(Int(seed) * 37) + [0xFF]
        let offering = try world.emptyOffering()
        do {
            let reply = try keeper.upload(file, to: offering)
            #expect(reply.added + reply.badCount + reply.unchanged == reply.rows)
        } catch let refusal as Client.Refusal {
            #expect(refusal.failure.code == .invalid)
        }
        #expect(world.server.logged.isEmpty)
    }

    @Test("BAT-3a a dry run tells what would happen and changes nothing")
    func dryRun() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let file = World.roster() + Array("N13,,13800000099,,,\r\n".utf8)
        let before = try world.server.count("SELECT COUNT(*) FROM person")
        let dry = try keeper.upload(file, to: offering, dryRun: true)
        #expect(!dry.landed && dry.added == 12 && dry.badCount == 1)
        #expect(try keeper.roster(offering).isEmpty)
        let wet = try keeper.upload(file, to: offering)
        #expect((wet.added, wet.changed, wet.badCount) == (dry.added, dry.changed, dry.badCount))
        #expect(wet.bad == dry.bad && wet.mendFile == dry.mendFile)
        #expect(try world.server.count("SELECT COUNT(*) FROM person") == before)
    }

    @Test("BAT-3c every bad row is told with line, column, value and reason, in a file that lands once mended")
    func badRows() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        keeper.locale = "zh-CN"
        let offering = try world.emptyOffering()
        let file = Array(
            """
            编号,姓名,手机号,身份证号
            A1,王五,12345,
            A2,,13800000050,
            A3,赵六,13800000051,110105194912310021
            A4,孙七,13800000052,
            """.utf8)
        let reply = try keeper.upload(file, to: offering)
        #expect(reply.landed && reply.added == 1 && reply.badCount == 3)
        #expect(reply.bad.map(\.line) == [2, 3, 4])
        #expect(reply.bad.map(\.column) == ["手机号", "姓名", "身份证号"])
        #expect(reply.bad.map(\.value) == ["12345", "", "110105194912310021"])
        #expect(reply.bad[2].reason == "身份证号校验位错误，请核对")
        let mend = String(decoding: reply.mendFile, as: UTF8.self)
        #expect(mend.hasPrefix("\u{FEFF}编号,姓名,手机号,身份证号,原因\r\n"))
        let mended = mend.replacingOccurrences(of: "12345,", with: "13800000053,")
            .replacingOccurrences(of: "A2,,", with: "A2,钱八,")
            .replacingOccurrences(
                of: "110105194912310021", with: "110105194912310021".replacingOccurrences(of: "0021", with: "002X"))
        // The ID number is that of 张三, who is no 赵六: what the server knows is told in the same way.
        let second = try keeper.upload(Array(mended.utf8), to: offering)
        #expect(second.added == 2 && second.badCount == 1)
        #expect(second.bad.map(\.column) == ["姓名"])
    }

    @Test("BAT-3d by choice nothing lands as long as one row is bad")
    func allOrNothing() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let bad = World.roster() + Array("N13,,,,,\r\n".utf8)
        let reply = try keeper.upload(bad, to: offering, allOrNothing: true)
        #expect(!reply.landed && reply.badCount == 1)
        #expect(try keeper.roster(offering).isEmpty)
        #expect(try keeper.upload(World.roster(), to: offering, allOrNothing: true).landed)
        #expect(try keeper.roster(offering).count == 12)
    }

    @Test("BAT-3e the same file, and the same row twice, change nothing; a changed row changes one thing")
    func again() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let door = try Door(in: world)
        let before = try door.pull().items
        let same = try keeper.upload(World.roster(), to: world.offering)
        #expect(same.unchanged == 12 && same.added + same.changed + same.badCount == 0)
        #expect(try door.pull().items == before)
        let twice = World.roster() + World.roster(3..<4).drop { $0 != 10 }.dropFirst()
        #expect(try keeper.upload(Array(twice), to: world.offering).unchanged == 13)
        let text = String(decoding: World.roster(), as: UTF8.self).replacingOccurrences(of: "N07,", with: "N77,")
        let changed = try keeper.upload(Array(text.utf8), to: world.offering)
        #expect(changed.changed == 1 && changed.unchanged == 11, "\(changed.bad)")
        let after = try keeper.roster(world.offering)
        #expect(after.count == 12)
        #expect(after.first { $0.number == "N77" }?.person == (try world.person("N07")))
        #expect(try door.pull().items.filter { !before.contains($0) }.count == 1)
    }

    @Test("BAT-3e a repeated upload with one key is answered once, with other content refused")
    func repeatedUpload() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let key = keeper.freshKey()
        let first = try keeper.upload(World.roster(), to: offering, key: key)
        #expect(try keeper.upload(World.roster(), to: offering, key: key) == first)
        #expect(first.added == 12)
        try refused(.keyReused) { try keeper.upload(World.roster(0..<3), to: offering, key: key) }
    }

    private static let typedNames: [(String, Bool)] = [
        ("a\u{0}b", false), ("张\u{200B}三", false), ("\u{202E}三张", false), ("\u{2066}x\u{2069}", false),
        ("\u{FEFF}", false), (String(repeating: "长", count: 10_000), false), (String(repeating: "长", count: 65), false),
        (String(repeating: "e\u{301}", count: 5_000), false), ("𠮷野家", true), ("阿卜杜拉·买买提", true),
        ("O'Brien, \"Bob\"", true), ("=1+1", false), ("Ĉiuĵaŭde", true), ("王\u{E863}", true),
    ]

    // By number: a failure that printed some of these would be unreadable.
    @Test(
        "names that hide or reorder text, and names without end, are bad rows, and good ones of every script land",
        arguments: 0..<14)
    func names(index: Int) throws {
        let (name, isGood) = Self.typedNames[index]
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let cell = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        let file = Array("number,name\nC1,\(cell)\n".utf8)
        guard cell.utf8.count <= 4096 else {
            // As a quote that was never closed would look; the line is told.
            try refused(.invalid, field: "line 2") { try keeper.upload(file, to: offering) }
            return
        }
        let reply = try keeper.upload(file, to: offering)
        #expect(reply.added == (isGood ? 1 : 0) && reply.badCount == (isGood ? 0 : 1))
        #expect(reply.bad.allSatisfy { $0.column == "name" && $0.value.count <= 101 })
        #expect(try keeper.roster(offering).map(\.name) == (isGood ? [name] : []))
    }

    @Test("a file that did not arrive as it was sent, is larger than said, or too large, is refused and takes nothing")
    func damaged() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let file = World.roster()
        try refused(.invalid, field: "digest") {
            try keeper.upload(file, to: offering, digest: [UInt8](repeating: 0, count: 32))
        }
        func send(size: Int, _ items: [[UInt8]]) throws -> [UInt8] {
            try keeper.raw(
                .uploadsUpload,
                UploadRequest(
                    kind: .roster, target: offering, size: UInt64(size), digest: Digest.file(file)
                ).serialized(), items: items)
        }
        let whole = UploadChunk(bytes: file).serialized()
        try refused(.invalid, field: "size") { try send(size: file.count - 1, [whole]) }
        try refused(.invalid, field: "digest") { try send(size: file.count, []) }
        try refused(.badMessage) { try send(size: file.count, [[0xFF]]) }
        try refused(.invalid, field: "size") { try send(size: 8 << 20 + 1, [whole]) }
        try refused(.invalid, field: "kind") {
            try keeper.raw(.uploadsUpload, UploadRequest(target: offering).serialized(), items: [whole])
        }
        try refused(.notFound, field: "offering") { try keeper.upload(file, to: 1 << 60) }
        #expect(try keeper.roster(offering).isEmpty)
        #expect(keeper.openStreams == 0)
    }

    @Test("an upload cancelled on its way takes nothing")
    func cancelled() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let file = World.roster()
        let offering = try world.emptyOffering()
        let request = UploadRequest(
            kind: .roster, target: offering, size: UInt64(file.count), digest: Digest.file(file))
        let stream = keeper.begin(.uploadsUpload, request.serialized())
        keeper.send([UploadChunk(bytes: Array(file[..<50])).serialized()], on: stream, ended: false)
        keeper.cancel(stream)
        keeper.send([UploadChunk(bytes: Array(file[50...])).serialized()], on: stream)
        keeper.settle()
        #expect(try keeper.roster(offering).isEmpty)
        #expect(keeper.openStreams == 0)
    }

    @Test("BAT-1 the template of a roster lands as it is, filled in, in both languages", arguments: ["en", "zh"])
    func template(locale: String) throws {
        let world = try World()
        let keeper = try world.client("keeper")
        keeper.locale = locale
        let template: TemplateReply = try keeper.call(.uploadsTemplate, TemplateRequest(kind: .roster))
        #expect(template.fileName == (locale == "zh" ? "学员名单.csv" : "roster.csv"))
        let file = template.bytes + Array("T1,测试,13800000060,,,\r\n".utf8)
        #expect(try keeper.upload(file, to: try world.emptyOffering()).added == 1)
    }

    @Test("ACC-11 no list, export or feed tells a phone or an ID number; a person's own phone is masked")
    func nothingPersonalIsListed() throws {
        let world = try World()
        let (keeper, trainee) = (try world.client("keeper"), try world.client("N01"))
        _ = try world.awardOne()
        let door = try Door(in: world, seed: 3)
        let offering = world.offering
        var said: [(Method, [[UInt8]])] = []
        let requests: [(Method, any Message)] = [
            (.projectsListRoster, ListRosterRequest(offering: offering)),
            (.attendanceListScans, ListScansRequest(offering: offering)),
            (.attendanceAnalyse, AnalyseRequest(offering: offering)),
            (.examsListScores, ListScoresRequest(offering: offering)),
            (.creditsListEligible, ListEligibleRequest(offering: offering)),
            (.creditsListAwards, ListAwardsRequest(offering: offering)),
            (.accountsInvite, InviteRequest(offering: offering)),
        ]
        for (method, request) in requests { said.append((method, [try keeper.raw(method, request.serialized())])) }
        for method in [Method.accountsWhoAmI, .attendanceMyAttendance, .creditsMyCredits] {
            said.append((method, [try trainee.raw(method, [])]))
        }
        for kind in [ExportKind.awards, .eligible, .scans, .analysis, .scores] {
            let chunks = try keeper.items(
                .creditsExport, ExportRequest(kind: kind, offering: offering), of: ExportChunk.self)
            said.append((.creditsExport, chunks.map(\.bytes)))
        }
        said.append((.syncPull, try door.pull().items.map(\.value)))
        for (method, parts) in said {
            let bytes = Data(parts.joined())
            #expect(
                bytes.range(of: Data("N01".utf8)) != nil || method == .accountsWhoAmI || method == .accountsInvite
                    || method == .creditsMyCredits, "\(method) told nothing")
            for secret in World.phones + World.identities {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(method) tells \(secret)")
            }
        }
    }

    @Test("ACC-11 neither error texts nor log lines hold a phone or an ID number, however they were got wrong")
    func nothingPersonalIsSaid() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        let offering = try world.emptyOffering()
        let (phone, identity) = (World.phones[0], World.identities[0])
        var told: [String] = []
        // A file whose heading is missing, so that data stands in its place, in every order of the columns.
        for row in ["\(phone),张三,\(identity)", "\(identity),张三", "X1,\(phone)", "number,name,\(phone)"] {
            for locale in ["en", "zh"] {
                keeper.locale = locale
                do {
                    _ = try keeper.upload(Array("\(row)\nX2,李四,13800000001\n".utf8), to: offering)
                } catch let refusal as Client.Refusal {
                    told.append("\(refusal)")
                }
            }
        }
        let admin = try world.client("admin")
        for name in [phone, identity] {
            for method in [Method.accountsLogin, .accountsCreateAccount] {
                let request: any Message =
                    method == .accountsLogin
                    ? LoginRequest(name: name, password: "wrong")
                    : CreateAccountRequest(name: "someone", personName: name, phone: phone)
                _ = try admin.code(method, request.serialized())
                _ = try admin.code(method, Array(request.serialized().dropLast(3)))
            }
        }
        for number in [phone, identity] {
            _ = try keeper.code(
                .accountsInvite, InviteRequest(offering: world.offering, numbers: [number]).serialized())
        }
        let heard = world.server.heard.withLock { $0 } + told
        #expect(heard.count > 10)
        for line in heard {
            for digits in World.phones + World.identities { #expect(!line.contains(digits), "\(line)") }
        }
    }
}
