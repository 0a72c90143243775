import ClientKit
import Console
import Domain
import Messages
import Threads

/// EXM-3: a sitting at the keyboard, one question at a time. An answer is saved when it is entered; what the line breaks off is
/// gone on with by the same command, on any device.
final class ExamSheet {
    private let desk: Desk
    private var sitting: Sitting
    private var questions: [SittingQuestion] = []
    private let device: UInt64
    private var counter: UInt64 = 0
    /// Whether a sheet with open questions is submitted only when that is confirmed.
    private let isSubmitAsked: Bool
    /// When the sitting ends, by this machine's clock that nobody sets.
    private var endsNs: UInt64 = 0

    init(_ desk: Desk, _ sitting: Sitting, isSubmitAsked: Bool) {
        self.desk = desk
        self.isSubmitAsked = isSubmitAsked
        self.sitting = sitting
        device = SystemRandom.bytes(6).reduce(UInt64(1)) { $0 << 8 | UInt64($1) } & (1 << 52 - 1) | 1
        keep(now: sitting.nowMs, ends: sitting.endsMs)
    }

    private var interaction: Interaction { desk.interaction }

    private func keep(now: Int64, ends: Int64) {
        endsNs = MonotonicClock.nowNs() &+ UInt64(max(0, ends - now)) * 1_000_000
    }

    func run() throws -> ExitCode {
        try load()
        interaction.say(
            Phrase(
                "\(sitting.title), attempt \(sitting.attempt): \(questions.count) questions, pass mark \(hundredths(Int(sitting.passMarkHundredths)))",
                "\(sitting.title)，第 \(sitting.attempt) 次：共 \(questions.count) 题，合格线 \(hundredths(Int(sitting.passMarkHundredths))) 分"
            ))
        interaction.say(
            Phrase(
                "letters answer (A, or ACD), - takes an answer back, Enter goes on, < back, 3 to question 3, ? lists, submit ends",
                "输入字母作答（A 或 A,C,D），- 取消作答，回车下一题，< 上一题，3 跳到第 3 题，? 列出全部，“交卷”结束"))
        var place = questions.firstIndex { $0.chosen == 0 } ?? 0
        while true {
            show(questions[place])
            let typed = try ask()
            switch Entry(typed, questions.count) {
            case .next: place = min(place + 1, questions.count - 1)
            case .back: place = max(place - 1, 0)
            case .question(let number): place = number - 1
            case .overview: overview()
            case .submit: if try isSure() { return try submit() }
            case .answer(let boxes):
                guard fits(boxes, questions[place]) else {
                    interaction.say(Phrase("no such choice", "没有这样的选项"))
                    continue
                }
                guard try save(boxes, at: place) else { return try submit() }
                place = min(place + 1, questions.count - 1)
            case .unclear: interaction.say(Phrase("\"\(typed)\" is not understood", "无法识别“\(typed)”"))
            }
        }
    }

    private enum Entry {
        case next, back, overview, submit, unclear
        case question(Int)
        /// 0 takes the answer back.
        case answer(UInt32)

        init(_ text: String, _ count: Int) {
            let text = text.filter { !$0.isWhitespace }
            switch text.lowercased() {
            case "": self = .next
            case "<": self = .back
            case "?", "？": self = .overview
            case "submit", "交卷": self = .submit
            case "-": self = .answer(0)
            default:
                if let number = Int(text) {
                    self = (1...count).contains(number) ? .question(number) : .unclear
                } else {
                    self = ValidQuestion.bits(of: text).map(Self.answer) ?? .unclear
                }
            }
        }
    }

    private func fits(_ boxes: UInt32, _ question: SittingQuestion) -> Bool {
        UInt64(boxes) < 1 << UInt64(question.options.count)
            && (question.kind == .multipleChoice || boxes.nonzeroBitCount <= 1)
    }

    private func load() throws {
        var after: UInt32 = 0
        repeat {
            let reply: SittingQuestionsReply = try desk.call(
                .sittingsSittingQuestions, SittingQuestionsRequest(sitting: sitting.id, after: after))
            questions += reply.questions
            if let now = reply.sitting {
                sitting = now
                keep(now: now.nowMs, ends: now.endsMs)
            }
            after = reply.next
        } while after != 0
        guard !questions.isEmpty else { throw ClientError.badReply(.sittingsSittingQuestions).commandFailure }
    }

    private var left: String {
        let now = MonotonicClock.nowNs()
        let seconds = endsNs > now ? Int((endsNs - now) / 1_000_000_000) : 0
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }

    private func show(_ question: SittingQuestion) {
        let marks = hundredths(Int(question.marksHundredths))
        let isMultiple = question.kind == .multipleChoice
        interaction.say(
            Phrase(
                "\n\(question.number)/\(questions.count) (\(marks)\(isMultiple ? ", several may be right" : "")) \(question.stem)",
                "\n\(question.number)/\(questions.count)（\(isMultiple ? "多选，" : "单选，")\(marks) 分）\(question.stem)"))
        for (place, option) in question.options.enumerated() {
            let mark = question.chosen & 1 << UInt32(place) == 0 ? " " : "x"
            interaction.say(Phrase("  [\(mark)] \(ValidQuestion.letters[place])  \(option)"))
        }
    }

    private func overview() {
        let answers = questions.map { question in
            "\(question.number) \(question.chosen == 0 ? "·" : ValidQuestion.text(of: question.chosen))"
        }
        interaction.say(Phrase(answers.joined(separator: "  ")))
    }

    private func ask() throws -> String {
        do {
            return try interaction.ask(Phrase("\(left) left", "剩余 \(left)"), insteadOf: nil)
        } catch let failure as CommandFailure {
            throw wait(failure)
        }
    }

    /// Tells how to go on: every saved answer stays, whatever breaks off.
    private func wait(_ failure: CommandFailure) -> CommandFailure {
        let until = Shown.text(sitting.endsMs)
        return CommandFailure(
            failure.exitCode, name: failure.name, failure.message,
            hint: Phrase(
                "what you answered is saved; the same command goes on until \(until)", "已作答内容均已保存，\(until) 前重复同一命令可继续"))
    }

    /// Returns false once the time is over.
    private func save(_ boxes: UInt32, at place: Int) throws -> Bool {
        counter += 1
        do throws(ClientError) {
            let reply: SaveAnswerReply = try desk.client.call(
                .sittingsSaveAnswer,
                SaveAnswerRequest(
                    sitting: sitting.id, device: device, counter: counter, question: questions[place].number,
                    chosen: boxes))
            keep(now: reply.nowMs, ends: reply.endsMs)
            questions[place].chosen = boxes
            return true
        } catch {
            if case .refused(let failure) = error, failure.code == .tooLate {
                interaction.say(Phrase("the time is over; what was saved is marked", "考试时间已到，按已保存的作答评分"))
                return false
            }
            throw wait(error.commandFailure)
        }
    }

    private func isSure() throws -> Bool {
        let open = questions.count { $0.chosen == 0 }
        guard open > 0, isSubmitAsked else { return true }
        return try interaction.confirm(
            Phrase("\(open) questions have no answer. Submit?", "还有 \(open) 题未作答，确定交卷吗？"), insteadOf: "--yes")
    }

    private func submit() throws -> ExitCode {
        let reply: SittingReply = try desk.call(.sittingsSubmitExam, SubmitExamRequest(sitting: sitting.id))
        try desk.show(reply.sitting)
        return .ok
    }
}
