import ClientKit
import Console
import Domain
import Messages
import Threads

/// An open intake round with applications at every stage.
struct ProvinceRound {
    /// The stage of an application.
    enum Stage: CaseIterable {
        case draft, atCounty, returned, atCity, approved, assigned, admitted

        var role: Phrase {
            switch self {
            case .draft: Phrase("trainee with a draft", "学员（草稿）")
            case .atCounty: Phrase("trainee waiting for the county", "学员（待区县审核）")
            case .returned: Phrase("trainee to revise", "学员（退回修改）")
            case .atCity: Phrase("trainee waiting for the city", "学员（待地市审核）")
            case .approved: Phrase("trainee to be assigned", "学员（待分配）")
            case .assigned: Phrase("trainee to be admitted", "学员（待录取）")
            case .admitted: Phrase("trainee admitted", "学员（已录取）")
            }
        }

        /// Approved at all levels.
        var isReviewed: Bool { approvals == 3 }

        /// The approvals it has.
        fileprivate var approvals: Int {
            switch self {
            case .draft, .atCounty, .returned: 0
            case .atCity: 1
            case .approved, .assigned, .admitted: 3
            }
        }
    }

    private static let dayMs: Int64 = 86_400_000

    private let office: Office
    private let places: Province.Places
    private let catalogue: ProvinceCatalogue
    private let round: UInt64
    /// An officer of every commission, because a platform administrator decides for none.
    private let officer: Office
    let staff: Province.Staff

    init(_ office: Office, _ places: Province.Places, _ catalogue: ProvinceCatalogue) throws {
        self.office = office
        self.places = places
        self.catalogue = catalogue
        let seats = places.commissions.values.map { RoleGrant(role: .commissionOfficer, organisation: $0) }
        let made = try office.account("all.commissions", "联合经办", seats)
        officer = Office(sharing: office)
        _ = try officer.arrive("all.commissions", oneTime: made.initialPassword)
        staff = Province.Staff(
            role: Phrase("officer of every commission", "各级卫健委联合经办"), account: "all.commissions",
            password: Office.ownPassword(made.initialPassword), next: "review list application", isTrainee: false)
        let today = ZoneRule.china.day(of: Instant(WallClock.nowMs()))
        let cohort: CreateCohortReply = try office.client.call(
            .recruitmentCreateCohort,
            CreateCohortRequest(
                province: places.province, year: UInt32(today.civil.year), name: "\(today.civil.year)级"))
        let programme = try office.programme("县级医疗技术人员培训", preset: "county-recruitment")
        func window(_ days: Int64) -> RoundWindow {
            let now = WallClock.nowMs()
            return RoundWindow(fromMs: now - Self.dayMs, toMs: now + days * Self.dayMs)
        }
        let opened: RoundReply = try office.client.call(
            .recruitmentCreateRound,
            CreateRoundRequest(
                round: IntakeRound(
                    cohort: cohort.cohort?.id ?? 0, programme: programme, name: "第一批", kind: .specialty,
                    enrolment: window(30),
                    levels: [
                        RoundLevel(level: .county, window: window(40)),
                        RoundLevel(level: .city, window: window(50)),
                        RoundLevel(level: .province, window: window(60)),
                    ], admission: window(90),
                    batches: [
                        PreferenceBatch(
                            name: "第一志愿", preferences: 2, personTypes: [catalogue.leader, catalogue.backbone],
                            baseCategories: [catalogue.generalHospital, catalogue.specialHospital])
                    ])))
        round = opened.round?.id ?? 0
        let _: RoundReply = try office.client.call(.recruitmentOpenRound, OpenRoundRequest(round: round))
        for (city, specialty, count) in [
            (places.changsha, catalogue.emergency, 3), (places.changsha, catalogue.paediatrics, 2),
            (places.huaihua, catalogue.emergency, 3), (places.huaihua, catalogue.paediatrics, 2),
        ] as [(UInt64, UInt64, UInt32)] {
            let _: SetQuotaReply = try office.client.call(
                .recruitmentSetQuota, SetQuotaRequest(round: round, city: city, specialty: specialty, seats: count))
        }
    }

    /// Enrols a trainee and takes the application to a stage.
    /// - Parameter own: the trainee's connection.
    func bring(_ own: Office, unit: UInt64, to stage: Stage) throws {
        try ProvinceProfile(own).complete(unit: unit)
        let saved: ApplicationReply = try own.client.call(
            .recruitmentSaveApplication,
            SaveApplicationRequest(
                round: round,
                form: EnrolmentForm(
                    batch: 1, personType: catalogue.backbone, specialty: catalogue.emergency,
                    title: catalogue.attending,
                    titleSince: day("2018-09-01"), specialtySince: day("2012-07-01"),
                    preferences: [catalogue.emergency, catalogue.paediatrics])))
        guard stage != .draft, let id = saved.application?.id else { return }
        let _: ApplicationReply = try own.client.call(
            .recruitmentSubmitApplication, SubmitApplicationRequest(application: id, dataConfirmed: true))
        if stage == .returned { try officer.client.decide(.application, id, .return, reason: "请补充执业证书信息") }
        for _ in 0..<stage.approvals { try officer.client.decide(.application, id, .approve) }
        guard stage == .assigned || stage == .admitted else { return }
        let _: ApplicationsReply = try office.client.call(
            .recruitmentAssignApplications,
            AssignApplicationsRequest(round: round, base: places.trainingBase, applications: [id]))
        guard stage == .admitted else { return }
        let _: ApplicationsReply = try office.client.call(
            .recruitmentAdmitApplications,
            AdmitApplicationsRequest(round: round, base: places.trainingBase, applications: [id]))
    }

    private func day(_ text: String) -> Int32 { Day(text)?.number ?? 0 }
}

/// A profile with every field that recruitment requires.
struct ProvinceProfile {
    private let own: Office

    init(_ own: Office) { self.own = own }

    func complete(unit: UInt64) throws {
        let known: GetProfileReply = try own.client.call(.profilesGet, GetProfileRequest())
        let filled: [(ProfileSection, [(String, String)])] = [
            (.basic, [("ethnicity", "汉族")]), (.contact, [("address", "人民路 1 号")]),
            (
                .education,
                [("degree", "本科"), ("school", "南华大学"), ("major", "临床医学"), ("graduated", "2012-06-30")]
            ),
            (.unit, [("unit", String(unit)), ("department", "急诊科"), ("title", "主治医师")]),
        ]
        for (section, fields) in filled {
            let revision = known.sections.first { $0.section == section }?.revision ?? 0
            let _: SaveProfileReply = try own.client.call(
                .profilesSave,
                SaveProfileRequest(
                    section: section, revision: revision,
                    fields: fields.map { ProfileField(name: $0.0, value: $0.1) }))
        }
    }
}
