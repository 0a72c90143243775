import Messages
import Testing

@testable import Service

/// A class of the continuing education whose exam is before three of its people, N01 to N03, who have all checked in: five single
/// choices and a multiple one, six questions of which the first option is right before they are shuffled.
struct ExamHall {
    let world: World
    var offering: UInt64 { world.offering }

    init(_ changes: [PolicySwitch] = []) throws {
        world = try World()
        let admin = try world.client("admin")
        if !changes.isEmpty {
            let _: CreateProgrammeReply = try admin.call(
                .programmesChangePolicy, ChangePolicyRequest(programme: world.made.programme, changes: changes))
        }
        let keeper = try world.client("keeper")
        try keeper.enable(world.offering, [try keeper.save(.multiple(world.offering)).id])
        let code: VenueCodeReply = try keeper.call(
            .attendanceVenueCode, VenueCodeRequest(offering: world.offering))
        for number in ["N01", "N02"] {
            let _: CheckInReply = try world.client(number).call(.attendanceCheckIn, CheckInRequest(code: code.code))
        }
    }

    /// When the class ends, at noon.
    static let noon = World.midnight + 12 * 3_600_000

    /// Noon, with everybody logged in again.
    @discardableResult
    func close() -> Self {
        world.clock.set(Self.noon)
        return self
    }

    func client(_ account: String) throws -> Client { try world.client(account) }

    /// Lets the server do what is due.
    func work() {
        world.server.tick()
        while world.server.executor.work() {}
    }
}

/// A sitting and the client that answers it.
struct Candidate {
    let client: Client
    let sitting: Sitting
    let questions: [SittingQuestion]
    let device: UInt64

    init(_ client: Client, _ sitting: Sitting, device: UInt64 = 1) throws {
        self.client = client
        self.sitting = sitting
        self.device = device
        questions = try client.sittingQuestions(sitting.id)
    }

    @discardableResult
    func save(_ question: UInt32, _ chosen: UInt32, counter: UInt64) throws -> SaveAnswerReply {
        try client.call(
            .sittingsSaveAnswer,
            SaveAnswerRequest(
                sitting: sitting.id, device: device, counter: counter, question: question, chosen: chosen))
    }

    /// Answers so many questions rightly, the first ones that are shown.
    func answer(_ count: Int) throws {
        for question in questions.prefix(count) {
            try save(question.number, Self.right(question), counter: UInt64(question.number))
        }
    }

    /// The boxes of a question that are right.
    static func right(_ question: SittingQuestion) -> UInt32 {
        let right: Set<String> =
            question.kind == .singleChoice ? ["每分钟 100 至 120 次"] : ["按压深度足够", "充分回弹", "减少中断"]
        return question.options.enumerated().reduce(0) { right.contains($1.element) ? $0 | 1 << UInt32($1.offset) : $0 }
    }

    func submit() throws -> Sitting { try client.submit(sitting.id) }
}

extension Client {
    func startExam(_ offering: UInt64 = 0, code: String = "", key: [UInt8]? = nil) throws -> Sitting {
        let reply: SittingReply = try call(
            .sittingsStartExam, StartExamRequest(offering: offering, code: code), key: key)
        return try #require(reply.sitting)
    }

    func sittingQuestions(_ sitting: UInt64) throws -> [SittingQuestion] {
        var questions: [SittingQuestion] = []
        var after: UInt32 = 0
        repeat {
            let reply: SittingQuestionsReply = try call(
                .sittingsSittingQuestions, SittingQuestionsRequest(sitting: sitting, after: after, limit: 4))
            questions += reply.questions
            after = reply.next
        } while after != 0
        return questions
    }

    func submit(_ sitting: UInt64) throws -> Sitting {
        let reply: SittingReply = try call(.sittingsSubmitExam, SubmitExamRequest(sitting: sitting))
        return try #require(reply.sitting)
    }

    func sittings() throws -> [Sitting] {
        let reply: ListSittingsReply = try call(.sittingsMySittings, MySittingsRequest())
        return reply.sittings
    }

    func exams() throws -> [MyExam] {
        let reply: MyExamsReply = try call(.sittingsMyExams, MyExamsRequest())
        return reply.exams
    }

    func showSitting(_ sitting: UInt64) throws -> ShowSittingReply {
        try call(.sittingsShowSitting, SittingQuestionsRequest(sitting: sitting))
    }
}
