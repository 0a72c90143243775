import Application
import Messages
import Storage
import Testing

@testable import Service

/// CRT-2a, CRT-2b: certificates of former trainees, and of what was completed.
@Suite struct CompletionTests {
    private static let heading = "证书编号,姓名,身份证号,培训名称,开始日期,结束日期,发证日期,学时,届别,批次"

    private func upload(_ world: World, _ rows: String...) throws -> Uploaded {
        try world.client("keeper").upload(
            Array(([Self.heading] + rows).joined(separator: "\n").utf8), to: world.made.base, kind: .certificates)
    }

    private func own(_ client: Client) throws -> [CertificateEntry] {
        let reply: ListCertificatesReply = try client.call(.certificatesListOwn, MyCertificatesRequest())
        return reply.certificates
    }

    @Test(
        "CRT-2a BAT-1 many certificates of former trainees are uploaded, historic ones too; each verifies, and is found and shown"
    )
    func uploaded() throws {
        let world = try World()
        let rows = [
            "湘规培(2013)0007,张三,\(World.identities[0]),县级骨干医师培训,2012-07-01,2013/6/30,2013-07-15,1600,2012届,一批",
            "湘规培(2013)0008,慕容离,,县级骨干医师培训,,2013-06-30,,,,",
        ]
        let done = try upload(world, rows[0], rows[1])
        #expect(done.added == 2 && done.badCount == 0)
        #expect(try upload(world, rows[0], rows[1]).unchanged == 2)
        let differing = try upload(world, rows[1].replacing("慕容离", with: "慕容里"))
        #expect(differing.bad.map(\.column) == ["证书编号"])
        let late = try upload(world, "A-1,李雷,,培训,2014-01-01,2013-06-30,,,,")
        #expect(late.bad.map(\.column) == ["结束日期"])
        let mine = try #require(try own(world.client("N01")).first)
        #expect(
            mine.content?.lastDay == 15886 && mine.content?.issuedDay == 15901 && mine.content?.hoursTenths == 16000)
        #expect(mine.content?.cohort == "2012届" && mine.content?.issuer == "第一培训基地")
        let verified: VerifyCertificateReply = try world.server.connect().call(
            .certificatesVerify, VerifyCertificateRequest(number: "湘规培(2013)0007", code: mine.code))
        #expect(verified.state == .valid)
        let shown: CertificateReply = try world.client("keeper").call(
            .certificatesGet, GetCertificateRequest(certificate: mine.id))
        #expect(shown.certificate?.content?.number == "湘规培(2013)0007")
        try refused(.notAllowed) {
            try world.client("stranger").call(
                .certificatesGet, GetCertificateRequest(certificate: mine.id), reply: CertificateReply.self)
        }
        try refused(.notAllowed) {
            try world.client("stranger").upload(
                Array((Self.heading + "\n" + rows[0]).utf8), to: world.made.base, kind: .certificates)
        }
    }

    @Test("CRT-2c a number is found in whatever width and case it is typed; no two differ by those alone")
    func comparedNumbers() throws {
        let world = try World()
        let number = "湘Gp(2013)-07"
        #expect(try upload(world, "\(number),张三,\(World.identities[0]),培训,,2013-06-30,,,,").added == 1)
        let mine = try #require(try own(world.client("N01")).first)
        let keeper = try world.client("keeper")
        func verify(_ typed: String) throws -> VerifyCertificateReply {
            try world.server.connect().call(
                .certificatesVerify, VerifyCertificateRequest(number: typed, code: mine.code))
        }
        for typed in [number, "湘ＧＰ（２０１３）－０７", " 湘gp (2013)-07 "] {
            #expect(try verify(typed).content?.number == number)
            let found: ListCertificatesReply = try keeper.call(
                .certificatesList, ListCertificatesRequest(organisation: world.made.base, number: typed))
            #expect(found.certificates.map(\.id) == [mine.id], "\(typed)")
            try refused(.alreadyExists, field: "number") {
                try keeper.call(
                    .certificatesAdd,
                    AddCertificateRequest(
                        base: world.made.base,
                        content: CertificateContent(name: "李四", title: "培训", lastDay: 15886, number: typed)),
                    reply: CertificateReply.self)
            }
        }
        try refused(.notFound) { try verify("湘Gp(2013)-08") }
    }

    @Test(
        "CRT-2a a certificate entered years before its person has an account is theirs once their ID number is known, under their name alone"
    )
    func knownLater() throws {
        let world = try World()
        let number = "440524198001010013"
        try world.server.database.write {
            try $0.execute(
                "UPDATE person SET id_number_hash = NULL, id_number_sealed = NULL WHERE name = ?1", World.names[1])
        }
        _ = try upload(
            world, "旧-1,\(World.names[1]),\(number),培训,,2013-06-30,,,,", "旧-2,别人,\(number),培训,,2013-06-30,,,,")
        #expect(try own(world.client("N02")).isEmpty)
        let claimed = try world.client("N02")
        let person = try world.person("N02")
        let service = world.server.service
        try world.server.perform { context in
            try context.transaction.execute(
                "UPDATE person SET id_number_hash = ?2 WHERE id = ?1", person, service.people.idNumberHash(number))
        }
        let found = try own(claimed)
        #expect(found.map { $0.content?.number } == ["旧-1"])
        // Its file is theirs to ask for; this server has no key to sign one.
        try refused(.wrongState) {
            try claimed.call(
                .certificatesGetOwnFile, GetCertificateFileRequest(certificate: found[0].id),
                reply: CertificateFile.self)
        }
        try refused(.notFound, field: "certificate") {
            try world.client("N01").call(
                .certificatesGetOwnFile, GetCertificateFileRequest(certificate: found[0].id),
                reply: CertificateFile.self)
        }
    }

    private func complete(_ client: Client, _ offering: UInt64, _ people: [UInt64] = []) throws
        -> [CompletionCertificate]
    {
        let reply: IssueCompletionReply = try client.call(
            .certificatesIssueCompletion, IssueCompletionRequest(offering: offering, people: people))
        return reply.outcomes
    }

    @Test(
        "CRT-2b with completion “both exams” the passed skills exam gives the certificate, once; a fail and a missing evaluation give none"
    )
    func bothExams() throws {
        let hall = try SkillsHall(isEvaluated: true)
        for number in ["N01", "N02"] { try hall.admit(number) }
        hall.world.clock.set(SkillsHall.signIn)
        for number in ["N01", "N02"] { try hall.signIn(number) }
        hall.world.clock.set(SkillsHall.starts)
        let person = try hall.world.person("N01")
        #expect(try complete(hall.client("keeper"), hall.exam, [person]).map(\.failure?.field) == ["exam"])
        try hall.score("N01", [1800, 4500, 2000])
        try hall.score("N02", [0, 4000, 0], seed: 2)
        #expect(try complete(hall.client("keeper"), hall.exam, [person]).map(\.failure?.field) == ["evaluation"])
        try hall.client("N01").evaluate(hall.exam, of: .exam)
        let issued = try complete(hall.client("keeper"), hall.exam)
        #expect(Set(issued.map { $0.failure?.field ?? "" }) == ["", "exam"])
        let certificate = try #require(issued.first { $0.subject == person }?.certificate)
        let content = try #require(certificate.content)
        #expect(content.kind == .completion && content.name == World.names[0])
        #expect(content.lastDay == SkillsHall.day && content.firstDay < SkillsHall.day)
        #expect(try complete(hall.client("keeper"), hall.exam, [person]).first?.certificate?.id == certificate.id)
        #expect(try own(hall.client("N01")).map(\.id) == [certificate.id])
        // The class itself does not end the training, and what was revoked comes back for who is named alone.
        try refused(.wrongState, field: "offering") { try complete(hall.client("keeper"), hall.scene.session) }
        let _: CertificateReply = try hall.client("keeper").call(
            .certificatesRevoke, RevokeCertificateRequest(certificate: certificate.id, reason: "误发"))
        let listed = try complete(hall.client("keeper"), hall.exam).first { $0.subject == person }
        #expect(listed?.failure?.field == "certificate" && listed?.failure?.text.contains("named alone") == true)
        let anew = try #require(try complete(hall.client("keeper"), hall.exam, [person]).first?.certificate)
        #expect(anew.id != certificate.id && anew.state == .valid)
        #expect(try complete(hall.client("keeper"), hall.exam, [person]).first?.certificate?.id == anew.id)
    }

    @Test(
        "CRT-2b with completion “attendance” whoever was there has it once the class has ended, others are told what they missed"
    )
    func attendance() throws {
        let world = try World()
        try world.setPolicy("completion", "attendance")
        let door = try Door(in: world, seed: 1)
        try door.scan(world.person("N01"), offering: world.offering)
        try door.sync()
        try refused(.tooEarly, field: "offering") { try complete(world.client("keeper"), world.offering) }
        world.clock.set(World.midnight + 12 * 3_600_000)
        let issued = try complete(world.client("keeper"), world.offering)
        #expect(
            try issued.count == 12 && issued.filter { $0.failure == nil }.map(\.subject) == [world.person("N01")])
        #expect(
            issued.compactMap(\.failure).allSatisfy {
                $0.field == "attendance" && $0.text.contains("absent 2026-10-02")
            })
        try world.setPolicy("completion", "–")
        try refused(.wrongState, field: "completion") { try complete(world.client("keeper"), world.offering) }
    }

    @Test("CRT-2b a roster of more than a page is gone through page by page, and each of its people has an outcome")
    func manyPeople() throws {
        let world = try World()
        try world.setPolicy("completion", "attendance")
        try world.server.database.write { transaction in
            for _ in 12..<130 {
                let id = try transaction.newID()
                try transaction.execute("INSERT INTO person (id, name, unit, title) VALUES (?1, '某', '', '')", id)
                try transaction.execute(
                    "INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?2, ?3)", world.offering, id,
                    "Z\(id)")
            }
        }
        world.clock.advance(days: 1)
        var (after, pages, people): (UInt64, [Int], Set<UInt64>) = (0, [], [])
        repeat {
            let reply: IssueCompletionReply = try world.relogin("keeper").call(
                .certificatesIssueCompletion, IssueCompletionRequest(offering: world.offering, after: after))
            pages.append(reply.outcomes.count)
            people.formUnion(reply.outcomes.map(\.subject))
            after = reply.next
        } while after != 0 && pages.count < 9
        #expect(pages == [100, 30] && people.count == 130)
    }

    @Test(
        "CRT-2b REC-8 with completion “training completed” the base issues it for a completed training, found by cohort and round"
    )
    func trained() throws {
        let intake = try Intake()
        let round = try intake.open(intake.draft())
        let ids = [try intake.apply("张三", round), try intake.apply("李四", round)]
        try intake.approve(ids)
        _ = try intake.assign(ids, round, to: "湘雅医院")
        _ = try intake.admit(ids, round, by: "湘雅医院")
        let base = try intake.place("湘雅医院")
        func change(_ step: TrainingStep, _ ids: [UInt64]) throws {
            let _: ApplicationsReply = try intake.client("湘雅医院").call(
                .recruitmentChangeTraining,
                ChangeTrainingRequest(base: base, applications: ids, step: step, day: TestServer.day))
        }
        try change(.start, ids)
        try change(.complete, [ids[0]])
        func issue() throws -> [CompletionCertificate] {
            let reply: IssueCompletionReply = try intake.client("湘雅医院").call(
                .certificatesIssueTrained, IssueTrainedRequest(base: base, applications: ids))
            return reply.outcomes
        }
        let issued = try issue()
        #expect(issued.map(\.failure?.field) == [nil, "training"])
        let content = try #require(issued.first?.certificate?.content)
        #expect(content.name == "张三" && content.title.hasSuffix("：妇产科") && !content.cohort.isEmpty)
        #expect(try issue().first?.certificate?.id == issued.first?.certificate?.id)
        let found: ListCertificatesReply = try intake.client("湖南省").call(
            .certificatesList,
            ListCertificatesRequest(organisation: intake.place("湖南省"), cohort: content.cohort, round: content.round))
        #expect(found.certificates.map { $0.content?.number } == [content.number])
        #expect(try own(intake.client("张三")).map { $0.content?.number } == [content.number])

        // A completion whose certificate stands is not taken back.
        func resume() throws -> Failure? {
            let reply: ApplicationsReply = try intake.client("湘雅医院").call(
                .recruitmentChangeTraining,
                ChangeTrainingRequest(base: base, applications: [ids[0]], step: .resume, reason: "登记有误"))
            return reply.outcomes.first?.failure
        }
        let certificate = try #require(issued.first?.certificate?.id)
        #expect(try resume()?.text.contains("certificates revoke \(certificate)") == true)
        let _: CertificateReply = try intake.client("湘雅医院").call(
            .certificatesRevoke, RevokeCertificateRequest(certificate: certificate, reason: "登记有误"))
        #expect(try resume() == nil)
        #expect(try issue().map(\.failure?.field) == ["training", "training"])
    }
}
