import Application
import Crypto
import Domain
import Messages
import PowerCut
import Storage
import Wire

@testable import Service

/// A class as `hunan-cme` has it, on a simulated server: four windows on one day, five questions of which the first option is
/// right, and people with accounts whom a unit has confirmed.
final class ClassRoom {
    static let admin: UInt64 = 9001
    /// Examiners of the base.
    static let examiners: [UInt64] = [1, 2]
    static let unit: UInt64 = 110
    /// Minutes of the day.
    static let windows: [(from: UInt32, to: UInt32)] = [(480, 570), (600, 720), (840, 930), (960, 1050)]
    static let examMinutes: UInt32 = 30
    static let passMark: UInt32 = 6000
    static let questions = (1...5).map { "第 \($0) 题" }
    static let day = Int32((SimulatedServer.morning + 8 * 3_600_000) / 86_400_000)

    let clock: Clock
    let server: SimulatedServer
    let callers: Callers
    let people: [UInt64]
    private(set) var programme: UInt64 = 0
    private(set) var offering: UInt64 = 0

    /// - Parameters:
    ///   - unconfirmed: those of whom no unit has said that they are its own.
    ///   - bug: planted in the server.
    init(people count: Int, unconfirmed: Set<UInt64> = [], bug: InlineExecutor.Bug = .none) throws {
        let clock = Clock()
        let server = try SimulatedServer(image: SimulatedServer.foundation.get(), clock: clock, bug: bug)
        (self.clock, self.server) = (clock, server)
        callers = Callers(server)
        people = (0..<UInt64(count)).map { 10_001 + $0 }
        let everybody = people
        try server.write { transaction in
            try Callers.admit([Self.admin] + everybody, transaction)
            for (role, organisation) in [(Role.platformAdmin, 0), (.baseAdmin, SimulatedServer.base)] {
                try transaction.execute(
                    "INSERT INTO role_grant (person, role, organisation) VALUES (?1, ?2, ?3)", Self.admin,
                    role.rawValue, organisation)
            }
            for person in everybody where !unconfirmed.contains(person) {
                try transaction.execute(
                    """
                    INSERT INTO membership (unit, person, id, state, by_person, changed_ms) VALUES (?1, ?2, ?2, ?3, 0, 0)
                    """, Self.unit, person, MembershipState.confirmed.rawValue)
            }
        }
        try open()
        let offering = offering
        try server.write { transaction in
            for person in everybody { try Self.enter(person, in: offering, transaction) }
        }
    }

    static func number(_ person: UInt64) -> String { "N\(person)" }

    private static func enter(_ person: UInt64, in offering: UInt64, _ transaction: Transaction) throws {
        let entry = person + 1_000_000
        try transaction.execute(
            "INSERT INTO roster (offering, person, id, number) VALUES (?1, ?2, ?3, ?4)", offering, person, entry,
            number(person))
        let key = try Secrets(master: MasterKey([UInt8](repeating: 0x4D, count: 32)))
            .rosterKey(base: SimulatedServer.base)
        let nonce = [UInt8](repeating: UInt8(truncatingIfNeeded: person), count: SealingKey.nonceSize)
        let sealed = key.seal(
            Array("Name \(person)".utf8), nonce: nonce, .rosterName, rosterPlace(offering, person))
        try Scope.publish(
            .rosterEntry, entry,
            RosterValue(offering: offering, person: person, number: number(person), encryptedName: nonce + sealed),
            base: SimulatedServer.base, WriteContext(of: transaction))
    }

    func ask<Reply: Message>(_ method: Method, _ request: some Message, reply: Reply.Type = Reply.self) throws -> Reply
    {
        try callers.call(Self.admin, method, request)
    }

    /// Makes programme, project, class and questions as people do.
    private func open() throws {
        let made: CreateProgrammeReply = try ask(
            .programmesCreateProgramme, CreateProgrammeRequest(name: "继续医学教育", preset: Preset.hunanCME.name))
        programme = made.programme?.id ?? 0
        let project: CreateProjectReply = try ask(
            .projectsCreateProject,
            CreateProjectRequest(
                project: Project(
                    number: "HN-2026-001", name: "心肺复苏新进展", level: .provincial, category: .i, hoursTenths: 60,
                    creditsTenths: 20, owner: SimulatedServer.base,
                    courses: [Course(name: "全部课程", hoursTenths: 60, creditsTenths: 20)])))
        let created: OfferingReply = try ask(
            .projectsCreateOffering,
            CreateOfferingRequest(
                offering: Offering(
                    programme: programme, project: project.project?.id ?? 0, base: SimulatedServer.base, title: "第一期",
                    dates: [ActivityDate(day: Self.day, hoursTenths: 60)],
                    windows: Self.windows.map { Window(day: Self.day, fromMinute: $0.from, toMinute: $0.to) },
                    passMarkHundredths: Self.passMark, codePeriodS: 60)))
        offering = created.offering?.id ?? 0
        let _: OfferingReply = try ask(.projectsSubmitOffering, SubmitOfferingRequest(offering: offering))
        let decided: DecideReviewsReply = try ask(
            .reviewsDecideReviews, DecideReviewsRequest(kind: .offering, subjects: [offering], action: .approve))
        if let failure = decided.outcomes.first?.failure { throw Missing(what: "the approval: \(failure.text)") }
        for stem in Self.questions {
            let _: QuestionReply = try ask(
                .examsSaveQuestion,
                SaveQuestionRequest(
                    question: Question(
                        bank: offering, kind: .singleChoice, stem: stem, options: Self.options(stem), correct: 1)))
        }
        let _: EnableQuestionsReply = try ask(
            .examsEnableQuestions, EnableQuestionsRequest(bank: offering, enabled: true))
        let _: SetExamMinutesReply = try ask(
            .examsSetExamMinutes, SetExamMinutesRequest(offering: offering, minutes: Self.examMinutes))
    }

    /// The first is right.
    static func options(_ stem: String) -> [String] { ["甲", "乙", "丙", "丁"].map { "\(stem)：\($0)" } }

    /// UTC milliseconds of a minute of the class's day.
    static func at(_ minute: Int) -> Int64 { SimulatedServer.morning + Int64(minute) * 60_000 }

    /// Lets true time go on; it never goes back.
    func go(to ms: Int64) { clock.advance(by: max(0, ms - clock.now)) }
}
