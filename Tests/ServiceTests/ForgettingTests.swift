import Application
import Domain
import Foundation
import Messages
import Storage
import Testing

@testable import Service

/// ACC-11e: the data that remains of a person who has closed the account.
@Suite struct ForgettingTests {
    /// The rows about a person, found by their keys.
    private func traces(of person: UInt64, _ world: World) throws -> [[UInt8]] {
        try world.server.read { snapshot in
            var traces = try snapshot.all(
                "SELECT phone_sealed, phone_hash, id_number_sealed, id_number_hash FROM person WHERE id = ?1", person
            ) { row in (0..<4).compactMap { row.bytesOrNil($0) } }.flatMap { $0 }
            traces += try snapshot.all(
                "SELECT number_sealed, number_hash FROM identity_claim WHERE person = ?1", person
            ) { [$0.bytes(0), $0.bytes(1)] }.flatMap { $0 }
            traces += try snapshot.all("SELECT fields_sealed FROM profile_section WHERE person = ?1", person) {
                $0.bytes(0)
            }
            traces += try snapshot.all("SELECT phone_sealed FROM phone_change WHERE person = ?1", person) {
                $0.bytesOrNil(0)
            }.compactMap { $0 }
            traces += try snapshot.all("SELECT subject_hash FROM outside_link WHERE person = ?1", person) {
                $0.bytes(0)
            }
            traces += try snapshot.all("SELECT address FROM identity_photo WHERE person = ?1", person) { $0.bytes(0) }
            traces += try snapshot.all("SELECT sealed FROM blob_chunk") { Array($0.bytes(0).prefix(64)) }
            traces += try snapshot.all("SELECT payload_sealed FROM outbox") { $0.bytes(0) }
            return traces
        }
    }

    /// A person with as much data as possible, and nothing that a register needs.
    private func wellKnown(_ world: World) throws -> (client: Client, person: UInt64) {
        let client = world.server.connect()
        let ticket = try client.ticket("慕容离", Newcomer.identity)
        _ = try client.register(
            Newcomer.phone, code: world.code(Newcomer.phone, .register, client), ticket: ticket, account: "murong.li")
        let person = try #require(try client.login("murong.li").person).id
        for side in [PhotoSide.front, .back, .portrait] { try client.photo(Papers.jpeg(UInt8(side.rawValue)), side) }
        _ = try client.verify("慕容离", Newcomer.identity, photos: true)
        for (section, field, value) in [
            (ProfileSection.contact, "address", "长沙市岳麓区麓山南路"),
            (ProfileSection.education, "school", "湘雅医学院"),
            (ProfileSection.unit, "unit", "长沙市第九十九医院"),
        ] {
            let _: SaveProfileReply = try client.call(
                .profilesSave, SaveProfileRequest(section: section, fields: [.init(name: field, value: value)]))
        }
        let (unit, admin) = try world.unit("第一人民医院", account: "unit.one")
        let other = try world.client("admin").organisation(.unit, "第二人民医院")
        for unit in [unit, other] { let _: MyUnitsReply = try client.call(.membersJoin, JoinUnitRequest(unit: unit)) }
        let _: ChangeMembersReply = try admin.call(
            .membersConfirm, ChangeMembersRequest(unit: unit, people: [person]))
        let _: LinkOutsideReply = try client.call(
            .accountsLinkOutside, LinkOutsideRequest(provider: "dev", code: try world.openidCode("openid-1")))
        let code = try world.code(Newcomer.other, .newPhone, client)
        let _: AskPhoneChangeReply = try client.call(
            .accountsAskPhoneChange,
            AskPhoneChangeRequest(phone: Newcomer.other, code: code, reason: "手机掉进湘江了"))
        let notice = try world.client("admin").publish(.training, "通知")
        let _: FavouriteReply = try client.call(.noticesAddFavourite, FavouriteRequest(notice: notice))
        try world.server.notify(person, details: ["慕容离的消息"])
        return (client, person)
    }

    @Test("ACC-11e of who closes an account without a register entry no byte is left, sealed, hashed or plain")
    func forgotten() throws {
        let world = try World()
        let (client, person) = try wellKnown(world)
        let plain = ["慕容离", "murong.li", "手机掉进湘江了", "长沙市第九十九医院", "慕容离的消息"].map { Array($0.utf8) }
        let traces = try traces(of: person, world) + plain
        let before = try world.server.image()
        for trace in traces { #expect(before.range(of: .init(trace)) != nil) }
        #expect(traces.count > 20)
        // Never in plain, before as after.
        let never = [Newcomer.phone, Newcomer.other, Newcomer.identity, "湘雅医学院", "openid-1"]
        for text in never { #expect(before.range(of: .init(text.utf8)) == nil, "\(text)") }
        #expect(before.range(of: .init(Papers.jpeg(1)[200..<264])) == nil)

        try client.close(Newcomer.password)
        // What is counted and kept for a day.
        world.clock.advance(days: 3)
        try world.server.expire()
        world.server.application.expire()
        while world.server.executor.work() {}
        let after = try world.server.image()
        for trace in traces {
            #expect(after.range(of: .init(trace)) == nil, "\(String(decoding: trace, as: UTF8.self))")
        }
        #expect(try world.server.count("SELECT COUNT(*) FROM blob_chunk") == 0)
    }

    @Test("ACC-11e every table that names a person forgets who closes an account, or is one that must not")
    func tables() throws {
        let world = try World()
        let (client, person) = try wellKnown(world)
        try client.close(Newcomer.password)
        let forgets: [(name: String, count: SQL)] = [
            ("account", "SELECT COUNT(*) FROM account WHERE person = ?1"),
            ("examiner_pin", "SELECT COUNT(*) FROM examiner_pin WHERE person = ?1"),
            ("excused_year", "SELECT COUNT(*) FROM excused_year WHERE person = ?1"),
            ("exam_look", "SELECT COUNT(*) FROM exam_look WHERE person = ?1"),
            ("exam_told", "SELECT COUNT(*) FROM exam_told WHERE person = ?1"),
            ("extra_time", "SELECT COUNT(*) FROM extra_time WHERE person = ?1"),
            ("reminder", "SELECT COUNT(*) FROM reminder WHERE person = ?1"),
            ("favourite", "SELECT COUNT(*) FROM favourite WHERE person = ?1"),
            ("identity_claim", "SELECT COUNT(*) FROM identity_claim WHERE person = ?1"),
            ("identity_photo", "SELECT COUNT(*) FROM identity_photo WHERE person = ?1"),
            ("invoice_buyer", "SELECT COUNT(*) FROM invoice_buyer WHERE person = ?1"),
            ("known_source", "SELECT COUNT(*) FROM known_source WHERE person = ?1"),
            ("membership", "SELECT COUNT(*) FROM membership WHERE person = ?1"),
            ("message", "SELECT COUNT(*) FROM message WHERE person = ?1"),
            ("message_shown", "SELECT COUNT(*) FROM message_shown WHERE person = ?1"),
            ("message_waiting", "SELECT COUNT(*) FROM message_waiting WHERE person = ?1"),
            ("order_notice_opened", "SELECT COUNT(*) FROM order_notice_opened WHERE person = ?1"),
            ("outside_link", "SELECT COUNT(*) FROM outside_link WHERE person = ?1"),
            ("phone_change", "SELECT COUNT(*) FROM phone_change WHERE person = ?1"),
            ("profile_section", "SELECT COUNT(*) FROM profile_section WHERE person = ?1"),
            ("profile_unit", "SELECT COUNT(*) FROM profile_unit WHERE person = ?1"),
            ("responsible_person", "SELECT COUNT(*) FROM responsible_person WHERE person = ?1"),
            ("role_grant", "SELECT COUNT(*) FROM role_grant WHERE person = ?1"),
            ("session", "SELECT COUNT(*) FROM session WHERE person = ?1"),
            ("upload_job", "SELECT COUNT(*) FROM upload_job WHERE person = ?1"),
        ]
        for table in forgets { #expect(try world.server.count(table.count, person) == 0, "\(table.name)") }
        // Registers, decisions and the proof of consent, by id alone, and certificates, which others verify. A new table is on one
        // of the lists.
        let keeps: Set = [
            "application", "award", "award_exclusion", "booking", "certificate", "completion", "consent",
            "course_order",
            "credit_entry", "double_place", "entitlement", "evaluation", "exam_examiner",
            "first_check_in",
            "former_examiner", "instructor", "instructor_award", "invoice", "leave", "offering_change",
            "post_report_person", "question_change", "refund",
            "review", "roster", "roster_change",
            "sitting", "sitting_note", "unit_payment", "walk_in",
        ]
        let tables = try world.server.read { snapshot in
            try snapshot.all(
                """
                SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
                WHERE m.type = 'table' AND c.name = 'person'
                """
            ) { $0.text(0) }
        }
        #expect(Set(tables) == keeps.union(forgets.map(\.name)))
        // Nobody waits for what nobody asks any more.
        let reviewer = try world.reviewer()
        for kind in [ReviewKind.identity, .phoneChange] { #expect(try reviewer.waiting(kind).isEmpty) }
        #expect(
            try world.server.count(
                "SELECT COUNT(*) FROM review WHERE person = ?1 AND (state = 1 OR title <> '')", person)
                == 0)
    }

    @Test("ACC-11e photos that somebody else has too stay theirs")
    func sharedPhoto() throws {
        let world = try World()
        let (wang, zhao) = (try world.newcomer("wang", name: "王五"), try world.newcomer("zhao", name: "赵六"))
        for client in [wang, zhao] { try client.photo(Papers.jpeg(7), .front) }
        try wang.close(world.made.passwords["keeper"] ?? "")
        #expect(try zhao.photo(.front) == Papers.jpeg(7))
        try zhao.close(world.made.passwords["keeper"] ?? "")
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 0)
    }

    @Test("ACC-11e who stands on a roster keeps name and ID number there; who decided on others keeps the name")
    func registers() throws {
        let world = try World()
        let trainee = try world.client("N02")
        try trainee.close(world.made.passwords["N02"] ?? "")
        let roster: ListRosterReply = try world.client("keeper").call(
            .projectsListRoster, ListRosterRequest(offering: world.offering, limit: 500))
        #expect(roster.entries.first { $0.number == "N02" }?.name == World.names[1])
        let person = try world.person("N02")
        #expect(
            try world.server.count(
                "SELECT COUNT(*) FROM person WHERE id = ?1 AND id_number_hash IS NOT NULL AND phone_hash IS NULL",
                person)
                == 1)
        let stranger = try #require(world.made.persons["stranger"])
        try world.client("stranger").close(world.made.passwords["stranger"] ?? "")
        #expect(try world.server.count("SELECT COUNT(*) FROM person WHERE id = ?1 AND name <> ''", stranger) == 1)
    }

    @Test("ACC-11b, ACC-11e the credits of a closed account are joined to nobody without a reviewer")
    func takenOver() throws {
        let world = try World(identityProvider: IdentityProvider { _, _ in .matches })
        _ = try world.awardOne()
        try world.client("N01").close(world.made.passwords["N01"] ?? "")
        let namesake = try world.newcomer("zhang", name: World.names[0])
        #expect(try namesake.verify(World.names[0], World.identities[0]).claim == .waiting)
        let credits: MyCreditsReply = try namesake.call(.creditsMyCredits, MyCreditsRequest())
        #expect(credits.awards.isEmpty)
        let reviewer = try world.reviewer()
        try reviewer.decide(.identity, reviewer.waiting(.identity), .approve)
        let after: MyCreditsReply = try namesake.call(.creditsMyCredits, MyCreditsRequest())
        #expect(after.awards.count == 1)
    }

    @Test("ACC-11e why somebody was away is forgotten, and what waited is taken back")
    func leave() throws {
        let world = try World()
        let trainee = try world.client("N01")
        let _: LeaveReply = try trainee.call(
            .leavesRequestLeave,
            RequestLeaveRequest(kind: .sick, fromDay: TestServer.day, toDay: TestServer.day, reason: "急性阑尾炎"))
        try trainee.close(world.made.passwords["N01"] ?? "")
        #expect(try world.client("keeper").waiting(.leave).isEmpty)
        #expect(try world.server.count("SELECT COUNT(*) FROM leave WHERE state = 4 AND reason = ''") == 1)
        #expect(try world.server.image().range(of: .init("急性阑尾炎".utf8)) == nil)
    }
}
