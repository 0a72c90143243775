import ClientKit
import Domain
import Messages
import Threads

/// Courses that people pay for, by the rules of two systems: places that are bought first, and classes with lodging.
struct PaidCourses {
    static let lodging = "标准间"

    private let office: Office
    private let base: UInt64

    init(_ office: Office, base: UInt64) {
        self.office = office
        self.base = base
    }

    /// Public training in CPR: ¥300.00 a place, and the base reviews who comes.
    /// - Returns: the session, a week from now.
    func publicCourse(capacity: UInt32) throws -> UInt64 {
        let programme = try programme("公众心肺复苏培训", preset: "tianjin-cpr")
        return try session(
            of: programme, number: "CPR-1", title: "心肺复苏周末班",
            PublishSessionRequest(location: "门诊楼三层示教室", capacity: capacity, hasOwnFee: true, feeFen: 30_000))
    }

    /// A class in person: ¥800.00 and, for who wants it, ¥360.00 of lodging.
    /// - Returns: the session, a week from now.
    func classWithLodging() throws -> UInt64 {
        let programme = try programme("水利行业培训", preset: "sichuan-water")
        let _: OrderNoticeReply = try office.client.call(
            .ordersSetOrderNotice, SetOrderNoticeRequest(programme: programme, text: "请携带身份证件，按时报到。"))
        return try session(
            of: programme, number: "SL-1", title: "水利工程质量管理班",
            PublishSessionRequest(
                location: "培训中心二层", capacity: 40, hasOwnFee: true, feeFen: 80_000, asksPosition: false,
                lodgings: [LodgingOption(name: Self.lodging, fen: 36_000)]))
    }

    private func programme(_ name: String, preset: String) throws -> UInt64 {
        let reply: CreateProgrammeReply = try office.client.call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: name, preset: preset,
                // Photos and profiles have their own place; a second is enough to look at a notice here.
                changes: [
                    PolicySwitch(name: "identityEvidence", value: "name + ID"),
                    PolicySwitch(name: "profileSections", value: "none"),
                ] + (preset == "sichuan-water" ? [PolicySwitch(name: "noticeSeconds", value: "1")] : [])))
        return reply.programme?.id ?? 0
    }

    private func session(
        of programme: UInt64, number: String, title: String, _ published: PublishSessionRequest
    ) throws -> UInt64 {
        let project = try office.project(
            number, title, owner: base, category: .ii,
            courses: [Course(name: title, hoursTenths: 40, creditsTenths: 0)])
        let day = ZoneRule.china.day(of: Instant(WallClock.nowMs())).adding(7).number
        let created: OfferingReply = try office.client.call(
            .projectsCreateOffering,
            CreateOfferingRequest(
                offering: Offering(
                    programme: programme, project: project, base: base, title: title,
                    dates: [ActivityDate(day: day, hoursTenths: 40)],
                    windows: [Window(day: day, fromMinute: 540, toMinute: 720)])))
        let id = created.offering?.id ?? 0
        let _: OfferingReply = try office.client.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        var published = published
        published.offering = id
        let _: SessionReply = try office.client.call(.bookingsPublishSession, published)
        return id
    }
}
