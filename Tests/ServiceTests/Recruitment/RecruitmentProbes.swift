import Crypto
import Messages
import Storage
import Wire

extension PermissionTests {
    static func recruitment(_ districts: Districts) throws -> [Probe] {
        var held: [UInt64: (cohort: UInt64, round: UInt64)] = [:]
        for place in [districts.own, districts.below, districts.foreign] {
            held[place.region] = try hold(in: place, districts.world)
        }
        let made = held
        func round(_ place: Place) -> UInt64 { made[place.region]?.round ?? 0 }
        let file = Array("x\n".utf8)
        return [
            Probe(.recruitmentCreateCohort, answers: [.invalid]) {
                CreateCohortRequest(province: $0.region, year: 2026, name: "新")
            },
            Probe(.recruitmentCreateRound, answers: [.notFound]) {
                CreateRoundRequest(round: IntakeRound(cohort: made[$0.region]?.cohort ?? 0))
            },
            Probe(.recruitmentChangeRound, answers: [.invalid]) {
                ChangeRoundRequest(round: IntakeRound(id: round($0)))
            },
            Probe(.recruitmentOpenRound, answers: [nil, .wrongState]) { OpenRoundRequest(round: round($0)) },
            Probe(.recruitmentCloseRound, answers: [nil, .wrongState]) { CloseRoundRequest(round: round($0)) },
            Probe(.recruitmentSetQuota, answers: [.notFound]) {
                SetQuotaRequest(round: round($0), city: $0.region, seats: 1)
            },
            Probe(.recruitmentRemoveQuota, answers: [.notFound]) {
                RemoveQuotaRequest(round: round($0), city: $0.region)
            },
            Probe(.recruitmentRemoveCohort, answers: [.wrongState]) {
                RemoveCohortRequest(cohort: made[$0.region]?.cohort ?? 0)
            },
            Probe(.recruitmentRemoveRound, answers: [.wrongState]) { RemoveRoundRequest(round: round($0)) },
            Probe(.recruitmentListQuotas) { ListQuotasRequest(round: round($0)) },
            Probe(.uploadsUpload, "quotas", items: [UploadChunk(bytes: file).serialized()]) {
                UploadRequest(
                    kind: .quotas, target: round($0), size: UInt64(file.count),
                    digest: Digest.file(file))
            },
            Probe(.recruitmentListApplications, "of a region") {
                ListApplicationsRequest(round: round($0), organisation: $0.region)
            },
            Probe(.recruitmentListApplications, "of a base") {
                ListApplicationsRequest(round: round($0), organisation: $0.base)
            },
            Probe(.recruitmentAssignApplications, answers: [.wrongState]) {
                AssignApplicationsRequest(round: round($0), base: $0.base, applications: [1])
            },
            Probe(.recruitmentAdmitApplications, answers: [.wrongState]) {
                AdmitApplicationsRequest(round: round($0), base: $0.base, applications: [1])
            },
            Probe(.recruitmentReleaseApplications, answers: [.wrongState]) {
                ReleaseApplicationsRequest(round: round($0), base: $0.base, applications: [1], reason: "满员")
            },
            Probe(.recruitmentChangeTraining) {
                ChangeTrainingRequest(base: $0.base, applications: [1], step: .start, day: TestServer.day)
            },
            Probe(.recruitmentCountAdmitted) { CountAdmittedRequest(organisation: $0.region, round: round($0)) },
            Probe(.recruitmentExportAdmitted) { ExportAdmittedRequest(organisation: $0.region, round: round($0)) },
        ]
    }

    /// A round as rows, of which only the region matters.
    private static func hold(in place: Place, _ world: World) throws -> (cohort: UInt64, round: UInt64) {
        try world.server.database.write { transaction in
            let (cohort, round) = (try transaction.newID(), try transaction.newID())
            try transaction.execute(
                "INSERT INTO cohort (id, province, year, name) VALUES (?1, ?2, 2026, '界')", cohort, place.region)
            try transaction.execute(
                """
                INSERT INTO intake_round (id, cohort, programme, name, kind, unit_approval, state, enrolment_from_ms, \
                enrolment_to_ms, admission_from_ms, admission_to_ms) VALUES (?1, ?2, ?3, '批', 1, 0, 1, 1, 2, 1, 2)
                """, round, cohort, world.made.programme)
            return (cohort, round)
        }
    }
}
