import Domain
import Messages
import Storage
import Testing

@testable import Service

/// PRJ-2: instructors are named by participant number, for a course of an offering.
@Suite struct InstructorTests {
    private let world: World
    private let keeper: Client
    private let teacher: Client
    private let number: String

    init() throws {
        world = try World()
        keeper = try world.client("keeper")
        teacher = try world.client("N02")
        let mine: MyTeachingReply = try teacher.call(.projectsMyTeaching, MyTeachingRequest())
        number = mine.number
    }

    private func offering(_ id: UInt64? = nil, by client: Client? = nil) throws -> Offering {
        let reply: OfferingReply = try (client ?? keeper).call(
            .projectsGetOffering, GetOfferingRequest(offering: id ?? world.offering))
        return try #require(reply.offering)
    }

    private func instructor(_ number: String, _ course: Int = 0, hours: UInt32 = 0) -> Instructor {
        Instructor(course: world.made.courses[course], number: number, hoursTenths: hours)
    }

    @discardableResult
    private func change(
        _ id: UInt64, _ instructors: [Instructor]?, reason: String = "更换讲师"
    ) throws -> ChangeOfferingReply {
        var wanted = try offering(id)
        wanted.teaching = instructors.map { Teaching(instructors: $0) }
        return try keeper.call(.projectsChangeOffering, ChangeOfferingRequest(offering: wanted, reason: reason))
    }

    @Test(
        "PRJ-2 an instructor is matched by participant number when saved, with their name and the hours of the course")
    func matched() throws {
        var draft = World.draft(at: world.made.base, world.made, day: TestServer.day + 40)
        draft.teaching = Teaching(instructors: [instructor(number), instructor(number, 1, hours: 15)])
        let made: OfferingReply = try keeper.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        let person = try world.person("N02")
        let taught = try #require(made.offering?.teaching).instructors
        #expect(taught.map(\.person) == [person, person] && taught.map(\.name) == ["欧阳娜娜", "欧阳娜娜"])
        #expect(taught.map(\.number) == [number, number] && taught.map(\.hoursTenths) == [40, 15])
        #expect(try offering(made.offering?.id) == made.offering)
        let list = try world.server.read { try InstructorList(of: made.offering?.id ?? 0, $0) }
        #expect(
            list.entries.map(\.hours) == [Tenths(40), Tenths(15)] && list.entries.map(\.person) == [person, person])
        // The person sees it too, the latest first.
        let mine: MyTeachingReply = try teacher.call(.projectsMyTeaching, MyTeachingRequest())
        #expect(mine.courses.map(\.course) == ["操作", "理论"] && mine.courses.map(\.hoursTenths) == [15, 40])
        #expect(mine.courses.allSatisfy { $0.offering == made.offering?.id && $0.firstDay == TestServer.day + 40 })
        let first: MyTeachingReply = try teacher.call(.projectsMyTeaching, MyTeachingRequest(limit: 1))
        let rest: MyTeachingReply = try teacher.call(
            .projectsMyTeaching, MyTeachingRequest(after: first.next, limit: 1))
        #expect(first.courses + rest.courses == mine.courses && rest.next == 0)
    }

    @Test("PRJ-2 a number that nobody who has registered has is refused, and so is what a course does not allow")
    func refusals() throws {
        let draft = try keeper.draft(at: world.made.base, world.made)
        // N05 is on a roster and has never registered.
        let unregistered = ParticipantNumber(of: try world.person("N05")).description
        let unknown = ParticipantNumber(of: 999_999_999).description
        let mistyped = number.dropLast() + (number.last == "0" ? "1" : "0")
        for bad in ["", "N02", unregistered, unknown, String(mistyped)] {
            try refused(.notFound, field: "instructors.number") { try change(draft, [instructor(bad)]) }
        }
        try refused(.notFound, field: "instructors.course") {
            try change(draft, [Instructor(course: world.made.project, number: number)])
        }
        try refused(.alreadyExists, field: "instructors.number") {
            try change(draft, [instructor(number, hours: 10), instructor(number, hours: 10)])
        }
        try refused(.hoursDoNotAddUp) { try change(draft, [instructor(number, 1, hours: 21)]) }
        #expect(try offering(draft).teaching?.instructors == [])
    }

    @Test("PRJ-2 instructors are corrected and taken out again; a change that does not name them leaves them")
    func corrected() throws {
        let draft = try keeper.draft(at: world.made.base, world.made)
        let other = ParticipantNumber(of: try world.person("N03")).description
        try change(draft, [instructor(number)])
        try change(draft, nil)
        #expect(try offering(draft).teaching?.instructors.map(\.number) == [number])
        try change(draft, [instructor(other, hours: 20), instructor(number, hours: 20)])
        #expect(try offering(draft).teaching?.instructors.map(\.hoursTenths) == [20, 20])
        try change(draft, [])
        #expect(try offering(draft).teaching?.instructors == [])
        let mine: MyTeachingReply = try teacher.call(.projectsMyTeaching, MyTeachingRequest())
        #expect(mine.courses.isEmpty)
        // A draft with instructors is deleted with them.
        try change(draft, [instructor(number)])
        let _: DeleteOfferingReply = try keeper.call(
            .projectsDeleteOffering, DeleteOfferingRequest(offering: draft))
        #expect(try world.server.count("SELECT COUNT(*) FROM instructor") == 0)
    }

    @Test(
        "PRJ-9c other instructors, or another modality, of an approved offering wait for the same approval; the old hold"
    )
    func approved() throws {
        let officer = try world.client("officer")
        let before = try offering()
        #expect(before.modality == .inPerson)
        var wanted = before
        wanted.modality = .blended
        wanted.teaching = Teaching(instructors: [instructor(number)])
        let reply: ChangeOfferingReply = try keeper.call(
            .projectsChangeOffering, ChangeOfferingRequest(offering: wanted, reason: "邀请专家"))
        let proposed = try #require(reply.proposed)
        #expect(try offering() == before)
        #expect(proposed.after?.modality == .blended && proposed.after?.teaching?.instructors.map(\.name) == ["欧阳娜娜"])
        let listed: ListReviewsReply = try officer.call(
            .reviewsListReviews, ListReviewsRequest(kind: .offeringChange))
        #expect(listed.reviews.first?.title.contains("欧阳娜娜, 邀请专家") == true)
        try officer.decide(.offeringChange, proposed.id, .approve)
        #expect(try offering().teaching?.instructors.map(\.hoursTenths) == [40])
        #expect(try offering().modality == .blended)
        #expect(try world.messages(world.person("N02"), .offeringChanged).count == 1)
    }

    @Test("PRJ-8a the instructors of an offering that is cancelled are told, though they are on no roster of it")
    func cancelled() throws {
        let draft = try keeper.draft(at: world.made.base, world.made)
        try change(draft, [instructor(number)])
        let _: OfferingReply = try keeper.call(
            .projectsCancelOffering, CancelOfferingRequest(offering: draft, reason: "停办"))
        #expect(try world.messages(world.person("N02"), .offeringCancelled) == [["第一期", "停办"]])
    }

    @Test("PRJ-2 everybody reads who teaches; participant numbers are for those who have a role")
    func numbersAreForStaff() throws {
        let draft = try keeper.draft(at: world.made.base, world.made)
        try change(draft, [instructor(number)])
        let shown = try offering(draft, by: world.client("N01"))
        #expect(
            shown.teaching?.instructors
                == [Instructor(course: world.made.courses[0], name: "欧阳娜娜", hoursTenths: 40)])
        let listed: ListOfferingsReply = try world.client("N01").call(
            .projectsListOfferings, ListOfferingsRequest(after: draft - 1, limit: 1))
        #expect(listed.offerings == [shown])
        #expect(try offering(draft, by: world.client("officer")).teaching?.instructors.map(\.number) == [number])
        try refused(.notAllowed) {
            try world.client("stranger").call(
                .projectsChangeOffering, ChangeOfferingRequest(offering: offering(draft)),
                reply: ChangeOfferingReply.self)
        }
    }

    @Test("PRJ-8c a course with instructors is not taken out of its project")
    func courseStays() throws {
        let created: CreateProjectReply = try world.client("admin").call(
            .projectsCreateProject,
            CreateProjectRequest(project: World.project(owner: world.made.base, number: "I-1")))
        var project = try #require(created.project)
        var draft = World.draft(at: world.made.base, world.made, day: TestServer.day + 40)
        draft.project = project.id
        draft.teaching = Teaching(instructors: [Instructor(course: project.courses[1].id, number: number)])
        let _: OfferingReply = try keeper.call(.projectsCreateOffering, CreateOfferingRequest(offering: draft))
        project.courses = [project.courses[0]]
        project.courses[0].hoursTenths = project.hoursTenths
        project.courses[0].creditsTenths = project.creditsTenths
        let failure = try refused(.wrongState, field: "courses") {
            try keeper.call(
                .projectsChangeProject, ChangeProjectRequest(project: project), reply: ChangeProjectReply.self)
        }
        #expect(failure.text.contains("操作"))
    }

    @Test(
        "ACC-11e who has taught keeps name and number when the account is closed, stays an instructor, and is named nowhere else"
    )
    func closed() throws {
        try change(try keeper.draft(at: world.made.base, world.made), [instructor(number)])
        let draft = try #require(
            try world.server.read { try $0.first("SELECT offering FROM instructor") { $0.id(0) } })
        try world.server.database.write {
            try $0.execute("DELETE FROM roster WHERE person = ?1", try world.person("N02"))
        }
        let _: CloseAccountReply = try teacher.call(
            .accountsCloseAccount, CloseAccountRequest(password: world.made.passwords["N02"] ?? ""))
        #expect(try offering(draft).teaching?.instructors.map(\.name) == ["欧阳娜娜"])
        try change(draft, [instructor(number, hours: 10)])
        #expect(try offering(draft).teaching?.instructors.map(\.hoursTenths) == [10])
        let another = try keeper.draft(at: world.made.base, world.made, day: TestServer.day + 50)
        try refused(.notFound, field: "instructors.number") { try change(another, [instructor(number)]) }
    }
}
