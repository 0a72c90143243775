import Domain
import Messages
import Storage
import Testing

@testable import Service

/// PRJ-4b, PRJ-4c, PRJ-5: the documents of a pre-activity notification, which the committee reviews.
@Suite struct OfferingDocumentTests {
    private let world: World
    private let keeper: Client
    private let officer: Client
    private let png: [UInt8]

    init() throws {
        world = try World()
        keeper = try world.client("keeper")
        officer = try world.client("officer")
        // The head of a PNG file is enough to be told from a JPEG.
        png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 200)
        let _: CreateProgrammeReply = try world.client("admin").call(
            .programmesChangePolicy,
            ChangePolicyRequest(programme: world.made.programme, changes: [.init(name: "leadDays", value: "7")]))
    }

    private func offering(_ id: UInt64) throws -> Offering {
        let reply: OfferingReply = try keeper.call(.projectsGetOffering, GetOfferingRequest(offering: id))
        return try #require(reply.offering)
    }

    private func submit(_ id: UInt64) throws {
        let _: OfferingReply = try keeper.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
    }

    private func draft(_ modality: Modality = .inPerson, day: Int32 = TestServer.day + 40) throws -> UInt64 {
        var draft = World.draft(at: world.made.base, world.made, day: day)
        draft.modality = modality
        let reply: OfferingReply = try keeper.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        return try #require(reply.offering).id
    }

    private func approved() throws -> UInt64 {
        let id = try draft()
        for kind in [OfferingDocumentKind.notice, .agenda] { try keeper.document(kind, of: id) }
        try submit(id)
        try officer.decide(.offering, id, .approve)
        return id
    }

    private func read(_ document: UInt64, by client: Client) throws -> [UInt8] {
        try client.items(.projectsGetDocument, GetDocumentRequest(document: document), of: DocumentChunk.self)
            .flatMap(\.bytes)
    }

    private func documents(of id: UInt64, by client: Client) throws -> [OfferingDocument] {
        let reply: ListDocumentsReply = try client.call(
            .projectsListDocuments, ListDocumentsRequest(offering: id))
        return reply.documents
    }

    @Test(
        "PRJ-4b, PRJ-4c case 15 a notification has notice and agenda, and unless it is in person the supervision statement; what lacks is named"
    )
    func needed() throws {
        for modality in Modality.allCases {
            let id = try draft(modality)
            var kinds: [OfferingDocumentKind] = [.notice, .agenda]
            if modality != .inPerson { kinds.append(.supervision) }
            for kind in kinds {
                let failure = try refused(.wrongState, field: "documents") { try submit(id) }
                #expect(failure.text.contains(kind.phrase.en))
                try keeper.document(kind, of: id)
            }
            try submit(id)
            #expect(try offering(id).documents.map(\.kind) == kinds)
        }
    }

    @Test("PRJ-4d each run of a project has a notification of its own")
    func eachRun() throws {
        let (first, second) = (try draft(), try draft(day: TestServer.day + 60))
        for kind in [OfferingDocumentKind.notice, .agenda] { try keeper.document(kind, of: first) }
        try submit(first)
        try refused(.wrongState, field: "documents") { try submit(second) }
        for kind in [OfferingDocumentKind.notice, .agenda] { try keeper.document(kind, of: second) }
        try submit(second)
        try officer.decide(.offering, first, .approve)
        #expect(try [first, second].map { try offering($0).state } == [.approved, .submitted])
    }

    @Test("PRJ-4a an offering is in person, online or blended, as everybody is shown; nothing said is in person")
    func modalities() throws {
        for modality in Modality.allCases { #expect(try offering(try draft(modality)).modality == modality) }
        let reply: OfferingReply = try keeper.call(
            .projectsCreateOffering,
            CreateOfferingRequest(
                offering: World.draft(at: world.made.base, world.made, day: TestServer.day + 40)))
        #expect(reply.offering?.modality == .inPerson)
    }

    @Test("PRJ-4b a document is a JPEG by content, whole and of bounded size; of anything else nothing is kept")
    func hostile() throws {
        let id = try draft()
        let file = Papers.jpeg()
        for bad in [png, Array("%PDF-1.7".utf8), Array(file.dropLast(2)), file + [1], [0xFF]] {
            try refused(.invalid) { try keeper.document(.notice, bad, of: id) }
        }
        try refused(.invalid, field: "kind") { try keeper.document(nil, file, of: id) }
        try refused(.invalid, field: "size") { try keeper.document(.notice, [], of: id) }
        try refused(.invalid, field: "size") {
            try keeper.document(.notice, [UInt8](repeating: 0, count: 5 << 20 + 1), of: id)
        }
        try refused(.notFound, field: "offering") { try keeper.document(.notice, file, of: 999_999) }
        #expect(try world.server.count("SELECT COUNT(*) FROM offering_document") == 0)
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 0)
    }

    @Test(
        "PRJ-5 the committee reads the documents it reviews, byte by byte, and so do those who have the class in hand; nobody else"
    )
    func readers() throws {
        let id = try draft()
        let file = Papers.jpeg(3, size: 150_000)
        let document = try #require(try keeper.document(.notice, file, of: id).document)
        #expect(document.width == 640 && document.size == UInt32(file.count) && document.holds)
        for client in [keeper, officer, try world.client("admin")] {
            #expect(try read(document.id, by: client) == file)
            #expect(try documents(of: id, by: client) == [document])
        }
        for name in ["stranger", "N01", "adjudicator"] {
            let client = try world.client(name)
            try refused(.notAllowed) { try read(document.id, by: client) }
            try refused(.notAllowed) { try documents(of: id, by: client) }
            try refused(.notAllowed) { try client.document(.notice, file, of: id) }
        }
        try refused(.notAllowed) { try officer.document(.notice, file, of: id) }
    }

    @Test("PRJ-8a a document of a draft is replaced and removed, and leaves nothing; a deleted draft neither")
    func ofDraft() throws {
        let id = try draft()
        let first = try #require(try keeper.document(.agenda, Papers.jpeg(1), of: id).document)
        let second = try #require(try keeper.document(.agenda, Papers.jpeg(2), of: id).document)
        #expect(try documents(of: id, by: keeper) == [second])
        try refused(.notFound, field: "document") { try read(first.id, by: keeper) }
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 1)
        let _: RemoveDocumentReply = try keeper.call(
            .projectsRemoveDocument, RemoveDocumentRequest(document: second.id))
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 0)
        for kind in [OfferingDocumentKind.notice, .agenda] { try keeper.document(kind, of: id) }
        let _: DeleteOfferingReply = try keeper.call(.projectsDeleteOffering, DeleteOfferingRequest(offering: id))
        #expect(try world.server.count("SELECT COUNT(*) FROM offering_document") == 0)
        #expect(try world.server.count("SELECT COUNT(*) FROM blob") == 0)
    }

    @Test(
        "PRJ-5 another document of an offering that waits begins its review again, and the one before stays in the history"
    )
    func ofWaiting() throws {
        let id = try draft()
        let notice = try #require(try keeper.document(.notice, Papers.jpeg(1), of: id).document)
        try keeper.document(.agenda, of: id)
        try submit(id)
        let other = try #require(try keeper.document(.notice, Papers.jpeg(2), of: id).document)
        let history: ReviewHistoryReply = try officer.call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .offering, subject: id))
        #expect(history.steps.map(\.action) == [.submit, .resubmit])
        #expect(try documents(of: id, by: officer).map(\.holds) == [true, true, false])
        #expect(try read(notice.id, by: officer) == Papers.jpeg(1))
        try refused(.wrongState, field: "document") {
            try keeper.call(
                .projectsRemoveDocument, RemoveDocumentRequest(document: other.id), reply: RemoveDocumentReply.self)
        }
        try officer.decide(.offering, id, .approve)
        #expect(try offering(id).documents.map(\.id).contains(other.id))
    }

    @Test(
        "PRJ-9c another document of an approved offering waits for the same approval; a first one of its kind holds at once"
    )
    func ofApproved() throws {
        let id = try approved()
        let before = try offering(id)
        try refused(.invalid, field: "reason") { try keeper.document(.agenda, Papers.jpeg(7), of: id) }
        let reply = try keeper.document(.agenda, Papers.jpeg(7), of: id, reason: "日程有误")
        let change = try #require(reply.proposed)
        #expect(try reply.document?.holds == false && offering(id) == before)
        #expect(try officer.waiting(.offeringChange) == [change.id])
        #expect(try read(reply.document?.id ?? 0, by: officer) == Papers.jpeg(7))
        // A second one joins it.
        let notice = try keeper.document(.notice, Papers.jpeg(8), of: id, reason: "通知有误")
        let both = try #require(notice.proposed)
        #expect(try officer.waiting(.offeringChange) == [both.id])
        try officer.decide(.offeringChange, both.id, .approve)
        #expect(
            try offering(id).documents.map(\.id) == [notice.document?.id, reply.document?.id].compactMap { $0 })
        // Online it needs the statement, which may be added before that is asked for.
        var wanted = try offering(id)
        wanted.modality = .online
        let request = ChangeOfferingRequest(offering: wanted, reason: "改为线上")
        try refused(.wrongState, field: "documents") {
            try keeper.call(.projectsChangeOffering, request, reply: ChangeOfferingReply.self)
        }
        let statement = try keeper.document(.supervision, of: id)
        #expect(statement.document?.holds == true && statement.proposed == nil)
        let proposed: ChangeOfferingReply = try keeper.call(.projectsChangeOffering, request)
        try officer.decide(.offeringChange, try #require(proposed.proposed).id, .reject, reason: "不同意")
        #expect(try offering(id).modality == .inPerson)
    }

    @Test(
        "PRJ-9b case 15 what was returned is revised and submitted again after the last day; the first submission counts"
    )
    func returned() throws {
        let id = try draft(day: TestServer.day + 8)
        for kind in [OfferingDocumentKind.notice, .agenda] { try keeper.document(kind, of: id) }
        try submit(id)
        world.clock.set(World.midnight + 4 * 86_400_000)
        try refused(.invalid, field: "reason") { try officer.decide(.offering, id, .return) }
        try officer.decide(.offering, id, .return, reason: "日程不清晰")
        #expect(try offering(id).state == .returned)
        #expect(
            try world.messages(try #require(world.made.persons["keeper"]), .offeringDecided).last
                == ["第一期", "returned", "日程不清晰"])
        let former = try #require(try offering(id).documents.last)
        let agenda = try #require(try keeper.document(.agenda, Papers.jpeg(5), of: id).document)
        #expect(try documents(of: id, by: officer).map(\.id).contains(former.id))
        var earlier = try offering(id)
        earlier.dates[0].day -= 1
        earlier.windows[0].day -= 1
        try refused(.tooLate, field: "dates") {
            try keeper.call(
                .projectsChangeOffering, ChangeOfferingRequest(offering: earlier), reply: ChangeOfferingReply.self)
        }
        var renamed = try offering(id)
        renamed.title = "第一期（改）"
        let _: ChangeOfferingReply = try keeper.call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: renamed))
        try submit(id)
        #expect(try officer.waiting(.offering) == [id])
        let history: ReviewHistoryReply = try officer.call(
            .reviewsReviewHistory, ReviewHistoryRequest(kind: .offering, subject: id))
        #expect(history.steps.map(\.action) == [.submit, .return, .resubmit])
        try officer.decide(.offering, id, .approve)
        #expect(try offering(id).documents.map(\.id).last == agenda.id)
        #expect(
            try world.messages(try #require(world.made.persons["keeper"]), .offeringDecided).last
                == ["第一期（改）", "approved", ""])
    }

    @Test("PRJ-4b how many documents an offering takes is bounded")
    func bounded() throws {
        let id = try draft()
        try keeper.document(.notice, of: id)
        try keeper.document(.agenda, of: id)
        try submit(id)
        for seed in 3...DocumentRecord.mostOfOffering { try keeper.document(.agenda, Papers.jpeg(UInt8(seed)), of: id) }
        try refused(.wrongState, field: "document") { try keeper.document(.agenda, of: id) }
    }
}
