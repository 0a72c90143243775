import ClientKit
import Console
import Foundation
import Messages
import Network
import Passes

/// The administrators' and trainees' calls over the network, as their programs make them.
final class Office {
    let client: Client

    init(_ address: String, site: String) throws {
        client = Client(
            ServerSite(try Endpoint(address), try SiteFingerprint(text: site)), locale: "en")
    }

    /// Another person's device that uses the same server.
    init(sharing office: Office) {
        client = Client(office.client.site, locale: office.client.locale)
    }

    /// Logs in with a one-time password and changes it, as is required.
    func arrive(_ name: String, oneTime password: String) throws -> LoginReply {
        let reply = try client.login(name: name, password: password)
        let _: ChangePasswordReply = try client.call(
            .accountsChangePassword,
            ChangePasswordRequest(oldPassword: password, newPassword: Self.ownPassword(password)))
        return reply
    }

    /// The password to which `arrive` changes a one-time password.
    static func ownPassword(_ oneTime: String) -> String { "Demo-" + oneTime + "-9" }

    func organisation(_ kind: OrganisationKind, _ name: String) throws -> UInt64 {
        try organisation(CreateOrganisationRequest(kind: kind, name: name))
    }

    func organisation(_ request: CreateOrganisationRequest) throws -> UInt64 {
        let reply: CreateOrganisationReply = try client.call(.organisationsCreateOrganisation, request)
        return reply.organisation?.id ?? 0
    }

    func programme(_ name: String, preset: String) throws -> UInt64 {
        let reply: CreateProgrammeReply = try client.call(
            .programmesCreateProgramme,
            CreateProgrammeRequest(
                name: name, preset: preset,
                // The story has no unit that could confirm its people, and its class has not ended, so that nobody evaluates it.
                changes: [
                    PolicySwitch(name: "identityEvidence", value: "self-declared"),
                    PolicySwitch(name: "evaluationGates", value: "none"),
                ]))
        return reply.programme?.id ?? 0
    }

    func project(
        _ number: String, _ name: String, owner: UInt64, category: CreditCategory = .i, courses: [Course]
    ) throws -> UInt64 {
        let reply: CreateProjectReply = try client.call(
            .projectsCreateProject,
            CreateProjectRequest(
                project: Project(
                    number: number, name: name, level: .provincial, category: category,
                    hoursTenths: courses.reduce(0) { $0 + $1.hoursTenths },
                    creditsTenths: courses.reduce(0) { $0 + $1.creditsTenths }, owner: owner, courses: courses)))
        return reply.project?.id ?? 0
    }

    /// Creates, submits and approves an offering.
    func offering(_ offering: Offering, roster: [UInt8]) throws -> (id: UInt64, upload: UploadJob) {
        let created: OfferingReply = try client.call(
            .projectsCreateOffering, CreateOfferingRequest(offering: offering))
        let id = created.offering?.id ?? 0
        let job = try client.upload(
            roster, UploadRequest(kind: .roster, target: id, fileName: "roster.csv", allOrNothing: true))
        let upload = try client.outcome(of: job).job ?? UploadJob()
        let _: OfferingReply = try client.call(.projectsSubmitOffering, SubmitOfferingRequest(offering: id))
        try client.decide(.offering, id, .approve)
        return (id, upload)
    }

    /// EXM-2: the enabled questions without which a class of category I shows no code.
    func prepareQuestions(of offering: UInt64) throws {
        let questions: [(String, [String], UInt32)] = [
            ("成人胸外按压的频率是多少？", ["每分钟 100 至 120 次", "每分钟 60 至 80 次", "每分钟 80 至 100 次", "每分钟 120 至 140 次"], 1),
            ("成人胸外按压的深度是多少？", ["5 至 6 厘米", "2 至 3 厘米", "3 至 4 厘米", "7 至 8 厘米"], 1),
            ("单人施救时按压与通气的比例是多少？", ["30 比 2", "15 比 2", "15 比 1", "5 比 1"], 1),
            ("发现有人倒地，首先应做什么？", ["确认现场安全", "立即通气", "拍摄现场", "测量血压"], 1),
            ("高质量心肺复苏包括哪些？", ["按压深度足够", "充分回弹", "过度通气", "减少中断"], 0b1011),
        ]
        for (stem, options, correct) in questions {
            let kind: QuestionKind = correct.nonzeroBitCount == 1 ? .singleChoice : .multipleChoice
            let _: QuestionReply = try client.call(
                .examsSaveQuestion,
                SaveQuestionRequest(
                    question: Question(
                        bank: offering, kind: kind, stem: stem, options: options, correct: correct)))
        }
        let _: EnableQuestionsReply = try client.call(
            .examsEnableQuestions, EnableQuestionsRequest(bank: offering, enabled: true))
    }

    func terminalCard(_ base: UInt64, _ name: String) throws -> String {
        let reply: CreateEnrolmentCodeReply = try client.call(
            .terminalsCreateEnrolmentCode, CreateEnrolmentCodeRequest(base: base, name: name))
        return reply.card
    }

    func account(_ name: String, _ person: String, _ role: Role, of organisation: UInt64) throws -> CreateAccountReply {
        try account(name, person, [RoleGrant(role: role, organisation: organisation)])
    }

    func account(_ name: String, _ person: String, _ roles: [RoleGrant]) throws -> CreateAccountReply {
        try client.call(
            .accountsCreateAccount, CreateAccountRequest(name: name, personName: person, roles: roles))
    }

    func totals(_ offering: UInt64) throws -> AnalyseReply {
        try client.call(.attendanceAnalyse, AnalyseRequest(offering: offering, limit: 500))
    }
}
