import Causality
import Crypto
import Messages
import Passes
import Storage
import Testing
import Wire

@Suite struct RoleTests {
    enum Who: String, CaseIterable {
        case anybody, trainee, terminal, keeper, officer, admin
    }

    @Test(
        "ORG-2 every method is refused to whom its rule does not name, and the refusal is audited",
        arguments: Who.allCases)
    func everyMethod(who: Who) throws {
        let world = try World()
        let door = try Door(in: world)
        // Logging out ends the session that the others need.
        for method in Method.allCases.filter({ $0 != .accountsLogout }) + [.accountsLogout] {
            let (client, roles): (Client, Set<Role>) =
                switch who {
                case .anybody: (world.server.connect(), [.anyone])
                case .trainee: (try world.client("N01"), [.anyone, .person])
                case .keeper: (try world.client("keeper"), [.anyone, .person, .baseAdmin])
                case .officer: (try world.client("officer"), [.anyone, .person, .committeeOfficer])
                case .admin: (try world.client("admin"), [.anyone, .person, .platformAdmin])
                case .terminal: (door.client, [.anyone, .terminal])
                }
            if who == .terminal { try door.authenticate() }
            // Refusals of one caller are counted by time.
            world.clock.advance(s: 1)
            let before = try world.refusals(method)
            let code = try client.code(method)
            let isAllowed = !roles.isDisjoint(with: method.rule.allows)
            let isRefused = code == .notAllowed || code == .notLoggedIn
            if isAllowed, method.rule.allows.contains(.anyone) || method.rule.allows == [.person] {
                #expect(!isRefused, "\(method) to \(who): \(code)")
            } else if !isAllowed {
                #expect(code == (who == .anybody ? .notLoggedIn : .notAllowed), "\(method) to \(who)")
                #expect(try world.refusals(method) == before + (who == .anybody ? 0 : 1), "\(method) to \(who)")
            }
        }
    }

    @Test("ORG-2 a list shows an administrator only the terminals of their base, over all pages")
    func terminalsOfReach() throws {
        let world = try World()
        for seed in UInt8(1)...9 {
            _ = try Door(in: world, seed: seed, base: seed == 5 ? world.made.base : world.made.otherBase)
        }
        let keeper = try world.client("keeper")
        var found: [Terminal] = []
        var after: UInt64 = 0
        repeat {
            let page: ListTerminalsReply = try keeper.call(
                .terminalsListTerminals, ListTerminalsRequest(after: after, limit: 2))
            found += page.terminals
            after = page.next
        } while after != 0
        #expect(found.map(\.base) == [world.made.base])
    }

    @Test("PRJ-5 an officer decides only where their committee's region reaches")
    func committeeReach() throws {
        let world = try World()
        let admin = try world.client("admin")
        let here = try admin.region(.city, "长沙市")
        let there = try admin.region(.city, "衡阳市")
        let committee = try admin.organisation(.committee, "长沙市委员会", parent: here)
        let near = try admin.organisation(.base, "近处基地", parent: here)
        let far = try admin.organisation(.base, "远处基地", parent: there)
        let _: CreateAccountReply = try admin.call(
            .accountsCreateAccount,
            CreateAccountRequest(
                name: "local", personName: "地方", roles: [RoleGrant(role: .committeeOfficer, organisation: committee)]))
        let officer = try world.login("local")
        for (base, isAllowed) in [(near, true), (far, false), (world.made.base, false)] {
            let offering = try admin.draft(at: base, world.made)
            let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
            let code = try officer.code(
                .reviewsDecideReviews,
                DecideReviewsRequest(kind: .offering, subjects: [offering], action: .approve).serialized())
            #expect((code == .notAllowed) == !isAllowed, "\(base): \(code)")
        }
    }

    @Test("ACC-10 every audited method leaves one entry with who, when, from where and what; a repetition leaves none")
    func audited() throws {
        let world = try World()
        let made = world.made
        let (admin, keeper) = (try world.client("admin"), try world.client("keeper"))
        let newcomer = try world.client("stranger")
        let door = try Door(world.server, seed: 7)
        let code = try Door.code(from: admin, base: made.base)
        let lost = try Door(in: world, seed: 8)
        let conflict = try world.conflict(on: "N05")
        let guest = try Door(in: world, seed: 9)
        try guest.score(world.person("N06"), 5000, by: 77, offering: made.offering, assigned: false)
        try guest.sync()
        let award = try world.awardOne()
        let notice = try admin.publish(.guide, "指南")
        let trainee = try world.client("N01")
        let leave = try world.grantLeave("N01", from: TestServer.day + 9)
        let (unit, unitAdmin) = try world.unit("审计单位", account: "unit-admin")
        let (n02, n03) = (try world.client("N02"), try world.client("N03"))
        let _: MyUnitsReply = try n03.call(.membersJoin, JoinUnitRequest(unit: unit))
        let file = World.roster(0..<2)
        let people = try unitAdmin.upload(Array("姓名,手机号\n新人,13900000041\n".utf8), to: unit, kind: .trainees).job.id
        let draft = try admin.draft(at: made.base, made)
        let submitted = try admin.draft(at: made.base, made)
        let _: OfferingReply = try admin.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: submitted))
        var revised = World.draft(at: made.base, made, day: TestServer.day + 41)
        revised.id = try admin.draft(at: made.base, made)
        let (unheld, unneeded) = (try admin.draft(at: made.base, made), try admin.draft(at: made.base, made))
        let listed: ListProjectsReply = try admin.call(.projectsListProjects, ListProjectsRequest())
        var renamed = try #require(listed.projects.first { $0.id == made.project })
        renamed.name = "心肺复苏"
        for kind in [OfferingDocumentKind.notice, .agenda] { try keeper.document(kind, of: draft) }
        let spare = try #require(try keeper.document(.supervision, of: draft).document).id
        let training = try admin.publish(.training, "培训通知")
        let calls: [(Method, Client, any Message)] = [
            (
                .accountsChangePassword, newcomer,
                ChangePasswordRequest(
                    oldPassword: made.passwords["stranger"] ?? "", newPassword: "a-better-one-2")
            ),
            (.accountsCreateAccount, admin, CreateAccountRequest(name: "another", personName: "另一位")),
            (.accountsInvite, keeper, InviteRequest(offering: made.offering, numbers: ["N09"])),
            (.organisationsCreateOrganisation, admin, CreateOrganisationRequest(kind: .unit, name: "医院")),
            (
                .organisationsChangeOrganisation, admin,
                ChangeOrganisationRequest(
                    organisation: Organisation(id: made.base, name: "新名", trains: true, examines: true))
            ),
            (
                .organisationsSaveCatalogueEntry, admin,
                SaveCatalogueEntryRequest(entry: CatalogueEntry(kind: .specialty, code: "0100", name: "内科"))
            ),
            (.programmesCreateProgramme, admin, CreateProgrammeRequest(name: "又一项目", preset: "tianjin-cpr")),
            (
                .programmesChangePolicy, admin,
                ChangePolicyRequest(programme: made.programme, changes: [PolicySwitch(name: "leadDays", value: "3")])
            ),
            (
                .projectsCreateProject, keeper,
                CreateProjectRequest(project: World.project(owner: made.base, number: "HN-2"))
            ),
            (
                .projectsCreateOffering, keeper,
                CreateOfferingRequest(offering: World.draft(at: made.base, made, day: TestServer.day + 30))
            ),
            (.projectsRemoveDocument, keeper, RemoveDocumentRequest(document: spare)),
            (
                .projectsUploadDocument, keeper,
                UploadDocumentRequest(
                    offering: draft, kind: .agenda, size: UInt32(Papers.jpeg(2).count),
                    digest: Digest.file(Papers.jpeg(2)))
            ),
            (.projectsSubmitOffering, keeper, SubmitOfferingRequest(offering: draft)),
            (
                .projectsChangeRosterEntry, keeper,
                ChangeRosterEntryRequest(offering: made.offering, number: "N10", newNumber: "N20")
            ),
            (
                .projectsSwapRosterNumbers, keeper,
                SwapRosterNumbersRequest(offering: made.offering, number: "N11", otherNumber: "N12")
            ),
            (
                .projectsRemoveRosterEntries, keeper,
                RemoveRosterEntriesRequest(offering: made.offering, numbers: ["N04"], reason: "误录")
            ),
            (.projectsChangeOffering, keeper, ChangeOfferingRequest(offering: revised)),
            (.projectsCancelOffering, keeper, CancelOfferingRequest(offering: unheld, reason: "停办")),
            (.projectsDeleteOffering, keeper, DeleteOfferingRequest(offering: unneeded)),
            (.projectsChangeProject, admin, ChangeProjectRequest(project: renamed)),
            (
                .projectsSetProjectState, admin,
                SetProjectStateRequest(project: made.project, state: .withdrawn, reason: "停办")
            ),
            (.projectsLinkNotice, admin, LinkNoticeRequest(notice: training, offering: made.offering)),
            (
                .reviewsDecideReviews, try world.client("officer"),
                DecideReviewsRequest(kind: .offering, subjects: [submitted], action: .approve)
            ),
            (
                .uploadsUpload, keeper,
                UploadRequest(
                    kind: .roster, target: made.offering, size: UInt64(file.count),
                    digest: Digest.file(file))
            ),
            (.uploadsGetJobFile, unitAdmin, GetJobFileRequest(job: people, file: .accounts)),
            (.uploadsForgetAccounts, unitAdmin, ForgetAccountsRequest(job: people)),
            (.uploadsUndoJob, unitAdmin, UndoJobRequest(job: people, reason: "误传")),
            (
                .uploadsOpenUpload, keeper,
                UploadRequest(
                    kind: .roster, target: made.offering, size: UInt64(file.count), digest: Digest.file(file))
            ),
            (.terminalsCreateEnrolmentCode, keeper, CreateEnrolmentCodeRequest(base: made.base, name: "西门")),
            (
                .terminalsEnrol, door.client,
                EnrolRequest(
                    secret: code.secret, deviceKey: door.key.publicKey.bytes,
                    proof: door.proof(.enrolmentProof, code.secret))
            ),
            (
                .terminalsRaiseTerminal, keeper,
                RaiseTerminalRequest(terminal: guest.terminal, mebibytes: 512, reason: "人多")
            ),
            (.terminalsRevokeTerminal, keeper, RevokeTerminalRequest(terminal: lost.terminal, reason: "丢失")),
            (.examsAdjudicate, try world.client("adjudicator"), conflict.adjudication(value: 7000)),
            (
                .examsAdmitMark, try world.client("adjudicator"),
                AdmitMarkRequest(offering: made.offering, log: guest.log.bytes, sequence: 1, reason: "代班")
            ),
            (
                .worklistDecideWork, keeper,
                DecideWorkRequest(
                    facts: [DecidedFact(log: guest.log.bytes, sequence: 1)], ruling: .doesNotCount, reason: "代签")
            ),
            (.creditsAwardCredit, keeper, AwardCreditRequest(offering: made.offering)),
            (.creditsReverseAward, keeper, ReverseAwardRequest(award: award, reason: "误发")),
            (
                .leavesRequestLeave, trainee,
                RequestLeaveRequest(kind: .sick, fromDay: TestServer.day, toDay: TestServer.day, reason: "发热")
            ),
            (.leavesCancelLeave, trainee, CancelLeaveRequest(leave: leave)),
            (.noticesPublishNotice, admin, PublishNoticeRequest(kind: .guide, title: "指南", body: "正文")),
            (.noticesEditNotice, admin, EditNoticeRequest(notice: notice, revision: 1, title: "指南", body: "修订")),
            (.noticesFeatureNotices, admin, FeatureNoticesRequest(notices: [notice])),
            (.noticesWithdrawNotice, admin, WithdrawNoticeRequest(notice: notice, reason: "过期")),
            (
                .noticesSetSupportContact, admin,
                SetSupportContactRequest(programme: made.programme, phone: "028-85061735")
            ),
            (
                .identityUploadPhoto, n02,
                UploadPhotoRequest(
                    side: .front, size: UInt32(Papers.jpeg().count), digest: Digest.file(Papers.jpeg()))
            ),
            (.identityGetPhoto, n02, GetPhotoRequest(side: .front)),
            (.profilesSave, n02, SaveProfileRequest(section: .contact, fields: [.init(name: "address", value: "长沙")])),
            (.identitySubmit, n02, SubmitIdentityRequest(name: World.names[1], idNumber: World.identities[1])),
            (.membersAdd, unitAdmin, AddTraineeRequest(unit: unit, name: "新人", phone: "13900000001")),
            (.membersJoin, n02, JoinUnitRequest(unit: unit)),
            (.membersConfirm, unitAdmin, ChangeMembersRequest(unit: unit, people: [try world.person("N02")])),
            (.membersEnd, unitAdmin, ChangeMembersRequest(unit: unit, people: [try world.person("N02")], reason: "调离")),
            (.membersLeave, n03, LeaveUnitRequest(unit: unit)),
        ]
        let others = try calls + world.accountCalls()
        // First, for it must still run when it is cancelled.
        let running = try keeper.send(Crowd.roster(0..<900), to: draft, piece: 60_000)
        let all = [(Method.uploadsCancelJob, keeper, CancelJobRequest(job: running) as any Message)] + others
        // IntakeRoleTests walk recruitment, MoneyRoleTests what is sold, ExamRoleTests exams, CertificateTests certificates,
        // OutcomeRoleTests evaluations and the rest of credit.
        // SkillsRoleTests skills exams.
        #expect(
            Set(all.map(\.0))
                == Set(Method.allCases.filter(\.rule.audited)).subtracting(Method.recruitment).subtracting(
                    Method.money
                ).subtracting(Method.examining).subtracting(Method.certificates).subtracting(Method.outcomes)
                .subtracting(Method.skills))
        for (method, client, request) in all {
            let items: [[UInt8]]? =
                switch method {
                case .uploadsUpload: [UploadChunk(bytes: file).serialized()]
                case .projectsUploadDocument: [DocumentChunk(bytes: Papers.jpeg(2)).serialized()]
                case .identityUploadPhoto: [PhotoChunk(bytes: Papers.jpeg()).serialized()]
                default: nil
                }
            let key = client.freshKey()
            let before = try world.server.count("SELECT COUNT(*) FROM audit")
            world.clock.advance(s: 1)
            let reply = try client.raw(method, request.serialized(), key: key, items: items)
            // The end of a job is an entry too.
            let after = before + (method == .uploadsUpload || method == .uploadsUndoJob ? 2 : 1)
            #expect(try world.server.count("SELECT COUNT(*) FROM audit") == after, "\(method)")
            let entry = try world.server.read { snapshot in
                try snapshot.first(
                    "SELECT at_ms, caller, address, method, outcome, detail FROM audit ORDER BY id DESC LIMIT 1"
                ) {
                    (
                        at: $0.integer(0), caller: $0.integer(1), address: $0.text(2), method: $0.int(3),
                        outcome: $0.int(4), detail: $0.text(5)
                    )
                }
            }
            #expect(entry?.at == world.clock.now)
            // Rows are taken back as they came.
            #expect(entry?.method == Int((method == .uploadsUndoJob ? .uploadsUpload : method).rawValue))
            #expect(entry?.outcome == 0)
            #expect(entry?.detail.isEmpty == false, "\(method) does not say what was done")
            #expect(entry?.address.hasPrefix("192.0.2.") == true)
            #expect((entry?.caller == 0) == method.rule.allows.contains(.anyone))
            // Who has closed their account has nobody's key left.
            guard method.rule.effect == .mutates, method != .accountsCloseAccount else { continue }
            #expect(try client.raw(method, request.serialized(), key: key, items: items) == reply, "\(method)")
            #expect(try world.server.count("SELECT COUNT(*) FROM audit") == after, "\(method)")
        }
    }
}
