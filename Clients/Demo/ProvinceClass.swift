import ClientKit
import Console
import Domain
import Messages
import Threads

/// An approved class of continuing medical education, today and tomorrow, with a roster and a terminal to enrol.
struct ProvinceClass {
    private let office: Office
    private let places: Province.Places

    init(_ office: Office, _ places: Province.Places) {
        self.office = office
        self.places = places
    }

    func prepare() throws -> [Province.Staff] {
        let today = ZoneRule.china.day(of: Instant(WallClock.nowMs()))
        let programme = try office.programme("省级继续医学教育", preset: "hunan-cme")
        let project = try office.project(
            "2026-01-001", "心肺复苏与急救技能", owner: places.trainingBase,
            courses: [
                Course(name: "理论", hoursTenths: 60, creditsTenths: 20),
                Course(name: "技能", hoursTenths: 60, creditsTenths: 30),
            ])
        let room = ClassRoom(size: 20, today: today)
        let days = [today, today.adding(1)]
        let (offering, _) = try office.offering(
            Offering(
                programme: programme, project: project, base: places.trainingBase, title: "心肺复苏培训班（第一期）",
                dates: days.map { ActivityDate(day: $0.number, hoursTenths: 60) },
                windows: days.map { Window(day: $0.number, fromMinute: 0, toMinute: 1440) }),
            roster: room.roster)
        try office.prepareQuestions(of: offering)
        let invited: InviteReply = try office.client.call(
            .accountsInvite, InviteRequest(offering: offering, numbers: [room.trainees[0].number]))
        return invited.invitations.map {
            Province.Staff(
                role: Phrase("trainee of a class", "培训班学员"), account: $0.account, password: $0.initialPassword,
                next: "attendance", isTrainee: true)
        }
    }
}
