import Crypto
import Documents
import Domain
import Foundation
import Messages
import Passes
import Signatures
import Storage
import Testing
import Wire

@testable import Service

extension Method {
    static var certificates: [Method] { allCases.filter { $0.name.hasPrefix("Certificates.") } }
}

@Suite struct CertificateTests {
    /// N01 and N06 have credit of the offering on 2026-10-02; certificates are issued from two days after it.
    private func awarded() throws -> (world: World, awards: [Award]) {
        let world = try World()
        let door = try Door(in: world, seed: 1)
        for number in ["N01", "N06"] {
            try door.scan(world.person(number), offering: world.offering)
            try door.score(world.person(number), 9000, by: 21, offering: world.offering)
        }
        try door.sync()
        try world.setPolicy("certificateDays", "2")
        let keeper = try world.client("keeper")
        let _: AwardCreditReply = try keeper.call(
            .creditsAwardCredit, AwardCreditRequest(offering: world.offering))
        let reply: ListAwardsReply = try keeper.call(
            .creditsListAwards, ListAwardsRequest(offering: world.offering))
        try #require(reply.awards.count == 2)
        return (world, reply.awards)
    }

    private func issue(_ world: World, _ awards: [UInt64] = []) throws -> [IssuedCertificate] {
        let reply: IssueCertificatesReply = try world.client("keeper").call(
            .certificatesIssue, IssueCertificatesRequest(offering: world.offering, awards: awards))
        return reply.outcomes
    }

    private func issued(_ world: World) throws -> CertificateEntry {
        world.clock.advance(days: 2)
        return try #require(try issue(world).first?.certificate)
    }

    private func verify(_ world: World, _ number: String, _ code: String, from address: String = "192.0.2.9") throws
        -> VerifyCertificateReply
    {
        try world.server.connect(from: address).call(
            .certificatesVerify, VerifyCertificateRequest(number: number, code: code))
    }

    @Test("CRT-1 a certificate is issued from certificateDays after the end, not a day before, and the day is named")
    func days() throws {
        let (world, awards) = try awarded()
        // 2026-10-02 and a day, a minute before midnight in Shanghai.
        world.clock.set(World.midnight + 2 * 86_400_000 - 60_000)
        let early = try issue(world)
        #expect(early.map(\.failure?.code) == [.tooEarly, .tooEarly])
        #expect(early.first?.failure?.text.contains("2026-10-04") == true)
        world.clock.advance(minutes: 1)
        let due = try issue(world)
        #expect(due.map(\.award) == awards.map(\.id) && due.allSatisfy { $0.failure == nil })
        #expect(Set(due.map { $0.certificate?.content?.number }).count == 2)
        // Again: the same ones.
        #expect(try issue(world) == due)
        #expect(try world.server.count("SELECT COUNT(*) FROM certificate") == 2)
    }

    @Test(
        "CRT-1 only levels of the policy have certificates; pending credit names the report; without days there are none"
    )
    func gates() throws {
        let (world, awards) = try awarded()
        world.clock.advance(days: 2)
        try world.setPolicy("certificateLevels", "provincial")
        try world.execute("UPDATE project SET level = ?1", ProjectLevel.city.rawValue)
        #expect(try issue(world).map(\.failure?.code) == [.wrongState, .wrongState])
        #expect(try issue(world).first?.failure?.text.contains("provincial") == true)
        try world.execute("UPDATE project SET level = ?1", ProjectLevel.provincial.rawValue)
        try world.execute("UPDATE award SET state = ?1 WHERE id = ?2", AwardState.pending.rawValue, awards[0].id)
        let mixed = try issue(world)
        #expect(mixed.map(\.failure?.field) == ["report", nil])
        try world.setPolicy("certificateDays", "–")
        let none = try refused(.wrongState, field: "offering") { try issue(world, [awards[0].id]) }
        #expect(none.text.contains("certificateDays"))
    }

    @Test("CRT-1 three are chosen and one is not due: two are given, and the third is refused with its day")
    func several() throws {
        let (world, awards) = try awarded()
        let (admin, door) = (try world.client("admin"), try Door(in: world, seed: 2))
        var chosen = [try #require(awards.first).id]
        for days in Int32(0)...1 {
            let offering = try World.open(at: world.made.base, world.made, admin, day: TestServer.day + days)
            #expect(try admin.upload(World.roster(0..<1), to: offering).added == 1)
            door.time = TestServer.nine + Int64(days) * 86_400_000
            try door.scan(world.person("N01"), offering: offering)
            try door.score(world.person("N01"), 9000, by: 21, offering: offering)
            try door.sync()
            let keeper = try world.client("keeper")
            let given: AwardCreditReply = try keeper.call(.creditsAwardCredit, AwardCreditRequest(offering: offering))
            #expect(given.awarded == 1)
            let list: ListAwardsReply = try keeper.call(.creditsListAwards, ListAwardsRequest(offering: offering))
            chosen.append(try #require(list.awards.first).id)
        }
        world.clock.set(World.midnight + 2 * 86_400_000)
        let reply: IssueCertificatesReply = try world.client("N01").call(
            .certificatesIssueOwn, IssueOwnRequest(awards: chosen))
        #expect(reply.outcomes.map(\.failure?.code) == [nil, nil, .tooEarly])
        #expect(reply.outcomes.last?.failure?.text.contains("2026-10-05") == true)
        #expect(Set(reply.outcomes.compactMap { $0.certificate?.content?.number }).count == 2)
    }

    @Test("CRT-1 a trainee takes their own certificates, several at once with an outcome each, and nobody else's")
    func own() throws {
        let (world, awards) = try awarded()
        world.clock.advance(days: 2)
        let trainee = try world.client("N01")
        let reply: IssueCertificatesReply = try trainee.call(
            .certificatesIssueOwn, IssueOwnRequest(awards: awards.map(\.id) + [1 << 40]))
        #expect(reply.outcomes.map(\.failure?.code) == [nil, .notFound, .notFound])
        #expect(reply.outcomes[0].certificate?.content?.idNumber == World.identities[0])
        let mine: ListCertificatesReply = try trainee.call(.certificatesListOwn, MyCertificatesRequest())
        #expect(mine.certificates.map(\.award) == [awards[0].id])
        let foreign = try #require(try issue(world, [awards[1].id]).first?.certificate)
        try refused(.notFound, field: "certificate") {
            try trainee.call(
                .certificatesGetOwnFile, GetCertificateFileRequest(certificate: foreign.id),
                reply: CertificateFile.self)
        }
    }

    @Test(
        "CRT-3 a certificate says what was attended, by whom, when and for how much; its file is signed, and so is its code"
    )
    func content() throws {
        let (world, _) = try awarded()
        let certificate = try issued(world)
        let content = try #require(certificate.content)
        #expect(content.name == World.names[0] && content.idNumber == IdentityNumber.masked(World.identities[0]))
        #expect(content.projectNumber == "HN-2026-001" && content.level == .provincial && content.category == .i)
        #expect(content.creditsTenths == 20 && content.hoursTenths == 60 && content.modality == .inPerson)
        #expect(content.firstDay == TestServer.day && content.lastDay == TestServer.day)
        #expect(content.issuedDay == TestServer.day + 2 && !content.issuer.isEmpty)
        #expect(
            content.number == "2026-" + String(repeating: "0", count: max(0, 6 - "\(certificate.id)".count))
                + "\(certificate.id)")
        let keeper = try world.client("keeper")
        try refused(.wrongState) {
            try keeper.call(
                .certificatesGetFile, GetCertificateFileRequest(certificate: certificate.id),
                reply: CertificateFile.self)
        }
        let signer = try DocumentSigner.make(
            commonName: "documents", under: nil, serial: [1], fromMs: 0, days: 30_000)
        world.server.service.adopt(CertificateSettings(signer: signer, address: "https://rollcall.example"))
        let file: CertificateFile = try keeper.call(
            .certificatesGetFile, GetCertificateFileRequest(certificate: certificate.id))
        #expect(file.bytes.starts(with: Array("%PDF".utf8)) && file.bytes.count <= 40_000)
        #expect(file.bytes.firstRange(of: Array("/SubFilter /adbe.pkcs7.detached".utf8)) != nil)
        #expect(file.fileName == content.number + ".pdf")
        // A name that the font lacks is refused by the character.
        try world.execute("UPDATE certificate SET name = '张𠮷'")
        let text = try refused(.invalid) {
            try keeper.call(
                .certificatesGetFile, GetCertificateFileRequest(certificate: certificate.id),
                reply: CertificateFile.self)
        }.text
        #expect(text.contains("𠮷"))
    }

    @Test("CRT-2c anybody verifies by number and code together; an unknown number and a wrong code get the same answer")
    func verified() throws {
        let (world, _) = try awarded()
        let certificate = try issued(world)
        let number = certificate.content?.number ?? ""
        let reply = try verify(world, number, certificate.code)
        #expect(reply.state == .valid && reply.content?.name == PersonName.masked(World.names[0]))
        #expect(reply.content?.idNumber == "" && reply.content?.title == certificate.content?.title)
        #expect(try verify(world, number, certificate.code.lowercased().replacing("-", with: " ")).state == .valid)
        var texts: Set<String> = []
        let other = try CertificateCode(random: [1, 2, 3, 4, 5, 6, 7]).text
        for (number, code) in [
            (number, other), ("2026-999999", certificate.code), ("2026-999999", other), (number, "nonsense"),
            (number, ""),
            ("", certificate.code),
        ] {
            texts.insert(try refused(.notFound) { try verify(world, number, code) }.text)
        }
        #expect(texts.count == 1, "\(texts)")
    }

    @Test("CRT-2c a source that tries a hundred wrong numbers is slowed, whatever it tries then; others are not")
    func slowed() throws {
        let (world, _) = try awarded()
        let certificate = try issued(world)
        let number = certificate.content?.number ?? ""
        var codes: [ErrorCode: Int] = [:]
        for guess in 0..<100 {
            world.clock.advance(ms: 100)
            let client = world.server.connect(from: "198.51.100.7")
            do {
                let _: VerifyCertificateReply = try client.call(
                    .certificatesVerify, VerifyCertificateRequest(number: "2026-\(guess)", code: "x"))
            } catch let refusal as Client.Refusal {
                codes[try #require(refusal.failure.code), default: 0] += 1
            }
        }
        // Ten at once, and one more in the ten seconds.
        #expect(codes[.notFound] == 11 && codes[.busy] == 89, "\(codes)")
        #expect(throws: (any Error).self) { try verify(world, number, certificate.code, from: "198.51.100.7") }
        #expect(try verify(world, number, certificate.code, from: "198.51.100.8").state == .valid)
        world.clock.advance(s: 60)
        #expect(try verify(world, number, certificate.code, from: "198.51.100.7").state == .valid)
    }

    @Test(
        "CRT-2d, CRD-2c a corrected one verifies as replaced, a revoked one as revoked, as does that of a reversed award"
    )
    func ended() throws {
        let (world, awards) = try awarded()
        let old = try issued(world)
        let keeper = try world.client("keeper")
        try refused(.invalid, field: "reason") {
            try keeper.call(
                .certificatesCorrect,
                CorrectCertificateRequest(certificate: old.id, content: CertificateContent(name: "张叁")),
                reply: CertificateReply.self)
        }
        let corrected: CertificateReply = try keeper.call(
            .certificatesCorrect,
            CorrectCertificateRequest(certificate: old.id, content: CertificateContent(name: "张叁"), reason: "姓名有误"))
        let new = try #require(corrected.certificate)
        #expect(new.content?.name == "张叁" && new.content?.title == old.content?.title && new.award == old.award)
        #expect(new.content?.number != old.content?.number && new.code != old.code)
        #expect(try verify(world, old.content?.number ?? "", old.code).state == .replaced)
        #expect(try verify(world, new.content?.number ?? "", new.code).state == .valid)
        try refused(.wrongState) {
            try keeper.call(
                .certificatesRevoke, RevokeCertificateRequest(certificate: old.id, reason: "误"),
                reply: CertificateReply.self)
        }
        let _: ReverseAwardReply = try keeper.call(
            .creditsReverseAward, ReverseAwardRequest(award: awards[0].id, reason: "代签属实"))
        #expect(try verify(world, new.content?.number ?? "", new.code).state == .revoked)
        #expect(
            try world.messages(new.person, .certificateRevoked).map(\.last) == ["代签属实"],
            "NOT-2: its person is told of the certificate too")
        #expect(try issue(world, [awards[0].id]).first?.failure?.code == .wrongState)
        let second = try #require(try issue(world, [awards[1].id]).first?.certificate)
        let revoked: CertificateReply = try keeper.call(
            .certificatesRevoke, RevokeCertificateRequest(certificate: second.id, reason: "重复发放"))
        #expect(revoked.certificate?.state == .revoked && revoked.certificate?.reason == "重复发放")
        #expect(
            try world.messages(second.person, .certificateRevoked).map(\.last) == ["重复发放"],
            "NOT-2: its person is told, with the reason")
        try refused(.wrongState, field: "certificate") {
            try keeper.call(
                .certificatesGetFile, GetCertificateFileRequest(certificate: second.id), reply: CertificateFile.self)
        }
        // It does not come back by asking for it, nor with all; the base issues another by naming the award.
        for awards in [[UInt64](), [awards[1].id]] {
            let again: IssueCertificatesReply =
                try awards.isEmpty
                ? keeper.call(.certificatesIssue, IssueCertificatesRequest(offering: world.offering))
                : world.client("N02").call(.certificatesIssueOwn, IssueOwnRequest(awards: awards))
            #expect(again.outcomes.first { $0.award == second.award }?.failure?.field == "award")
        }
        #expect(try issue(world, [awards[1].id]).first?.certificate?.state == .valid)
    }

    @Test("CRT-1 the certificates of a class of hundreds are issued page by page, and each award has one")
    func manyAwards() throws {
        let (world, awards) = try awarded()
        // As many awards of one person as make three pages.
        try world.server.database.write { transaction in
            for _ in awards.count..<230 {
                try transaction.execute(
                    """
                    INSERT INTO award (id, offering, person, category, credits_tenths, hours_tenths, activity_day, state,
                    reason, awarded_ms, awarded_by) SELECT ?1, offering, person, category, credits_tenths, hours_tenths,
                    activity_day, state, reason, awarded_ms, awarded_by FROM award WHERE id = ?2
                    """, transaction.newID(), awards[0].id)
            }
        }
        world.clock.advance(days: 2)
        var (after, pages, issued): (UInt64, [Int], Set<UInt64>) = (0, [], [])
        repeat {
            let reply: IssueCertificatesReply = try world.client("keeper").call(
                .certificatesIssue, IssueCertificatesRequest(offering: world.offering, after: after))
            pages.append(reply.outcomes.count)
            issued.formUnion(reply.outcomes.compactMap(\.certificate?.award))
            after = reply.next
        } while after != 0 && pages.count < 9
        #expect(pages == [100, 100, 30] && issued.count == 230)
    }

    @Test("CRD-2b CRT-2d a certificate of credit says what was awarded, whatever a base enters or corrects")
    func ofAwardsAlone() throws {
        let (world, _) = try awarded()
        let keeper = try world.client("keeper")
        let issued = try issued(world)
        for content in [
            CertificateContent(creditsTenths: 5_000), CertificateContent(level: .national),
            CertificateContent(category: .i), CertificateContent(lastDay: TestServer.day),
        ] {
            try refused(.invalid, field: "content") {
                try keeper.call(
                    .certificatesCorrect,
                    CorrectCertificateRequest(certificate: issued.id, content: content, reason: "有误"),
                    reply: CertificateReply.self)
            }
        }
        func add(_ kind: CertificateKind?, _ category: CreditCategory?, days: ClosedRange<Int32>) throws {
            let _: CertificateReply = try keeper.call(
                .certificatesAdd,
                AddCertificateRequest(
                    base: world.made.base,
                    content: CertificateContent(
                        kind: kind, name: "张三", title: "急救", category: category, firstDay: days.lowerBound,
                        lastDay: days.upperBound, issuedDay: days.upperBound)))
        }
        let today = TestServer.day
        try refused(.invalid, field: "kind") { try add(.credit, nil, days: today...today) }
        try refused(.invalid, field: "kind") { try add(nil, .i, days: today...today) }
        try refused(.invalid, field: "last_day") { try add(nil, nil, days: .min...today) }
        try refused(.invalid, field: "last_day") { try add(nil, nil, days: .min...(-10_000)) }
        try add(nil, nil, days: today...today)
    }

    @Test("CRT-2a a base enters historic ones, its owner sees them, and each filter finds its own")
    func historic() throws {
        let (world, _) = try awarded()
        let keeper = try world.client("keeper")
        func add(_ name: String, _ year: Int, cohort: String, round: String, number: String, id: String = "") throws
            -> CertificateEntry
        {
            let day = try #require(Day(year: year, month: 6, day: 30)).number
            let reply: CertificateReply = try keeper.call(
                .certificatesAdd,
                AddCertificateRequest(
                    base: world.made.base,
                    content: CertificateContent(
                        name: name, idNumber: id, title: "住院医师规范化培训（内科）", lastDay: day, issuedDay: day, cohort: cohort,
                        round: round, number: number)))
            return try #require(reply.certificate)
        }
        let first = try add("张三", 2019, cohort: "2016届", round: "一批", number: "湘规培(2019)0017", id: World.identities[0])
        _ = try add("李四", 2020, cohort: "2017届", round: "一批", number: "湘规培(2020)0001")
        _ = try add("张三", 2020, cohort: "2017届", round: "二批", number: "湘规培(2020)0002")
        #expect(first.person == (try world.person("N01")) && first.content?.kind == .completion)
        try refused(.alreadyExists, field: "number") {
            _ = try add("王五", 2020, cohort: "", round: "", number: "湘规培(2020)0002")
        }
        let mine: ListCertificatesReply = try world.client("N01").call(.certificatesListOwn, MyCertificatesRequest())
        #expect(mine.certificates.map(\.id) == [first.id])
        func found(_ change: (inout ListCertificatesRequest) -> Void) throws -> [String] {
            var request = ListCertificatesRequest(organisation: world.made.base)
            change(&request)
            let reply: ListCertificatesReply = try keeper.call(.certificatesList, request)
            return reply.certificates.compactMap(\.content?.number)
        }
        let numbers = ["湘规培(2020)0002", "湘规培(2020)0001", "湘规培(2019)0017"]
        #expect(try found { _ in } == numbers)
        #expect(try found { $0.name = "张三" } == [numbers[0], numbers[2]])
        #expect(try found { $0.number = numbers[1] } == [numbers[1]])
        #expect(try found { $0.cohort = "2017届" } == [numbers[0], numbers[1]])
        #expect(try found { $0.round = "一批" } == [numbers[1], numbers[2]])
        #expect(try found { $0.year = 2020 } == [numbers[0], numbers[1]])
        #expect(try found { ($0.year, $0.name) = (2020, "张三") } == [numbers[0]])
        // Its number has signs that an address escapes.
        #expect(try verify(world, numbers[2], first.code).state == .valid)
        let everything: ListCertificatesReply = try world.client("admin").call(
            .certificatesList, ListCertificatesRequest(limit: 2))
        #expect(everything.certificates.count == 2 && everything.next != 0)
    }

    @Test(
        "CRT-2 who names no place is shown their own; a title that no certificate can show is refused when it is entered"
    )
    func ownPlace() throws {
        let world = try World()
        let keeper = try world.client("keeper")
        func add(_ title: String) throws -> CertificateReply {
            try keeper.call(
                .certificatesAdd,
                AddCertificateRequest(
                    base: world.made.base,
                    content: CertificateContent(
                        name: "𠮷野", title: title, lastDay: Day(year: 2020, month: 6, day: 30)?.number ?? 0)))
        }
        let added = try add("规范化培训").certificate?.id
        try refused(.invalid, field: "title") { try add("𠮷野家培训") }
        let own: ListCertificatesReply = try keeper.call(.certificatesList, ListCertificatesRequest())
        #expect(own.certificates.map(\.id) == [added])
        let other: ListCertificatesReply = try world.client("stranger").call(
            .certificatesList, ListCertificatesRequest())
        #expect(other.certificates.isEmpty)
    }

    @Test("ACC-10 every act on certificates leaves one entry that says what was done; a repetition leaves none")
    func audited() throws {
        let (world, awards) = try awarded()
        world.clock.advance(days: 2)
        let (keeper, trainee) = (try world.client("keeper"), try world.client("N01"))
        let content = CertificateContent(name: "李四", title: "规范化培训", lastDay: TestServer.day, number: "旧-1")
        var done: Set<Method> = []
        func act(_ method: Method, _ client: Client, _ request: some Message) throws {
            let key = client.freshKey()
            let before = try world.server.count("SELECT COUNT(*) FROM audit")
            let reply = try client.raw(method, request.serialized(), key: key)
            #expect(try client.raw(method, request.serialized(), key: key) == reply)
            #expect(try world.server.count("SELECT COUNT(*) FROM audit") == before + 1, "\(method)")
            let detail = try world.server.read {
                try $0.first("SELECT detail FROM audit ORDER BY id DESC LIMIT 1") { $0.text(0) }
            }
            #expect(detail?.isEmpty == false, "\(method)")
            done.insert(method)
        }
        try act(
            .certificatesIssue, keeper, IssueCertificatesRequest(offering: world.offering, awards: [awards[1].id]))
        try act(.certificatesIssueOwn, trainee, IssueOwnRequest(awards: [awards[0].id]))
        try act(.certificatesAdd, keeper, AddCertificateRequest(base: world.made.base, content: content))
        let last = UInt64(try world.server.count("SELECT MAX(id) FROM certificate"))
        try act(
            .certificatesCorrect, keeper,
            CorrectCertificateRequest(certificate: last, content: CertificateContent(name: "李肆"), reason: "有误"))
        let corrected = UInt64(try world.server.count("SELECT MAX(id) FROM certificate"))
        try act(.certificatesRevoke, keeper, RevokeCertificateRequest(certificate: corrected, reason: "误发"))
        try world.setPolicy("completion", "attendance")
        try act(.certificatesIssueCompletion, keeper, IssueCompletionRequest(offering: world.offering))
        try act(
            .certificatesIssueTrained, keeper, IssueTrainedRequest(base: world.made.base, applications: [1]))
        #expect(done == Set(Method.certificates.filter(\.rule.audited)))
    }
}

extension World {
    func execute<each Value: SQLBindable & Sendable>(
        _ statement: SQL, _ values: repeat each Value
    ) throws {
        try server.database.write { try $0.execute(statement, repeat each values) }
    }
}
