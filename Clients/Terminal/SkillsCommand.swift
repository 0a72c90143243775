import Causality
import Console
import Domain
import Messages
import Terminal

/// SKL-2: an examiner scores at a shared terminal, without a network.
enum SkillsCommand {
    static let command = Command(
        "skills", Phrase("score a skills exam", "技能考核评分"), commands: [show, score])

    private static let show = Command(
        "show", Phrase("the checklist and the examiners of an exam", "查看评分表与考官"), Recording.offering
    ) { (arguments: Arguments, interaction: Interaction) in
        let device = try Device(arguments)
        let recording = try telling { try Recording(arguments[Recording.offering], device) }
        let exam = try telling { try device.terminal.skillsExam(recording.offering) }
        let examiners = try telling { try device.terminal.examiners(of: recording.offering) }
        interaction.say(
            Phrase(
                "\(exam.title), edition \(exam.edition), pass mark \(hundredths(Int(exam.passMarkHundredths)))",
                "\(exam.title)，版本 \(exam.edition)，合格线 \(hundredths(Int(exam.passMarkHundredths)))"))
        let names = examiners.map { "\($0.person) \($0.name ?? "")" }.joined(separator: ", ")
        interaction.say(Phrase("examiners: \(names)", "考官：\(names)"))
        var table = Table(
            .init("number", Phrase("Item", "序号"), .right), .init("text", Phrase("What", "评分项")),
            .init("points_hundredths", Phrase("Points", "分值"), .right),
            .init("critical", Phrase("Critical", "关键步骤")))
        for (index, item) in exam.items.enumerated() {
            table.add(
                .init(index + 1), .init(item.text),
                .init(Phrase(hundredths(Int(item.pointsHundredths))), json: JSON(item.pointsHundredths)),
                .init(item.critical ? Phrase("yes", "是") : Phrase(""), json: .bool(item.critical)))
        }
        try interaction.show(table)
        return .ok
    }

    private static let examiner: Parameter<String> = .required(
        "examiner", "PERSON", Phrase("who scores, by id or name", "考官，编号或姓名"))

    private static let score = Command(
        "score",
        Phrase(
            "lines TICKET POINTS POINTS …; a ticket alone asks item by item; ! behind points for a failed step",
            "逐行读取“准考证或编号 各项得分”；仅有准考证时逐项询问；未通过的关键步骤在分数后加 !"),
        examiner, Recording.offering
    ) { (arguments: Arguments, interaction: Interaction) in
        let device = try Device(arguments)
        let recording = try telling { try Recording(arguments[Recording.offering], device) }
        let terminal = device.terminal
        let who = try telling { try terminal.examiner(named: arguments[examiner], of: recording.offering) }
        let pin = try interaction.askSecret(Phrase("PIN", "口令"), insteadOf: nil)
        try telling { try terminal.verify(pin, of: who, in: recording.offering, at: device.now) }
        recording.announce(interaction)
        let exam = try telling { try terminal.skillsExam(recording.offering) }
        var scoring = Scoring(
            device: device, offering: recording.offering, examiner: who.person, items: exam.items,
            interaction: interaction)
        while let line = try interaction.nextScanned(&scoring.refused) {
            if !line.isEmpty { try scoring.score(line) }
        }
        guard scoring.refused > 0 else { return .ok }
        interaction.warn(Phrase("\(scoring.refused) not recorded: see above", "\(scoring.refused) 条未记录，见上"))
        return .incomplete
    }

    private struct Scoring {
        let device: Device
        let offering: UInt64
        let examiner: UInt64
        let items: [ChecklistItem]
        let interaction: Interaction
        var refused = 0

        /// Records one sheet. One that cannot be recorded is told and counted; the others are recorded all the same.
        mutating func score(_ line: String) throws {
            let (text, points) = Self.split(line)
            do {
                let marks = try points.isEmpty ? ask() : points.map(mark)
                let outcome = try telling {
                    try device.terminal.score(
                        text, marks: marks, offering: offering, examiner: examiner, at: device.now)
                }
                try show(outcome, text)
            } catch let failure as CommandFailure {
                refused += 1
                interaction.warn(Phrase("\(text): \(failure.message.en)", "\(text)：\(failure.message.zh)"))
            }
        }

        /// A ticket may have blanks in it, points have none: they are the words at the end that are points.
        private static func split(_ line: String) -> (text: String, points: [String]) {
            let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard let first = words.first else { return (line, []) }
            if !first.hasPrefix("RP1-") { return (first, words.dropFirst().filter { !$0.isEmpty }) }
            let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
            return parts.count == 2
                ? (parts[0], parts[1].split(whereSeparator: \.isWhitespace).map(String.init)) : (line, [])
        }

        private func ask() throws -> [SkillsChecklist.Mark] {
            try items.enumerated().map { index, item in
                let most = hundredths(Int(item.pointsHundredths))
                interaction.say(
                    Phrase(
                        "\(index + 1). \(item.text) (0–\(most)\(item.critical ? ", critical" : ""))",
                        "\(index + 1). \(item.text)（0–\(most)\(item.critical ? "，关键步骤" : "")）"))
                guard let answer = try interaction.nextLine() else {
                    throw CommandFailure(.usage, name: "points", Phrase("the sheet is not complete", "评分未完成"))
                }
                return try mark(trimmedLine(answer))
            }
        }

        private func mark(_ text: String) throws -> SkillsChecklist.Mark {
            let isFailed = text.hasSuffix("!") || text.hasSuffix("！")
            let digits = isFailed ? String(text.dropLast()) : text
            guard let earned = ScoreCommand.hundredths(of: digits) else {
                throw CommandFailure(
                    .usage, name: "points", Phrase("\(text) are no points from 0 to 100", "\(text) 不是 0 至 100 的得分"))
            }
            return .init(earned: Int(earned), isFailed: isFailed)
        }

        private func show(_ outcome: SheetOutcome, _ text: String) throws {
            let number: String
            let name: String
            switch outcome.mark.who {
            case .known(let attendee): (number, name) = (attendee.number, attendee.name ?? "")
            case .notOnRoster(let person): (number, name) = ("\(person)", "")
            case .unknown(let read): (number, name) = (read, "")
            }
            var state = outcome.isPassed ? Phrase("passed", "合格") : Phrase("failed", "不合格")
            if !outcome.failedSteps.isEmpty {
                let steps = outcome.failedSteps
                state = Phrase(
                    "failed: \(steps.joined(separator: ", "))", "不合格：\(steps.joined(separator: "、"))")
            }
            if outcome.mark.replaced > 0 {
                state = Phrase("\(state.en); replaces your earlier sheet", "\(state.zh)；替换您之前的评分")
            }
            if outcome.mark.view.needsDecision {
                state = Phrase(
                    "\(state.en); another examiner's sheet stands beside it", "\(state.zh)；与其他考官的评分冲突")
            }
            if !outcome.hasSignedIn {
                state = Phrase("\(state.en); has not signed in here", "\(state.zh)；未在本终端签到")
            }
            try interaction.show(
                [
                    "number": .string(number), "name": .string(name),
                    "value_hundredths": .integer(Int64(outcome.value)), "passed": .bool(outcome.isPassed),
                    "failed_steps": .array(outcome.failedSteps.map { .string($0) }),
                    "replaced": .integer(Int64(outcome.mark.replaced)), "signed_in": .bool(outcome.hasSignedIn),
                    "conflict": .bool(outcome.mark.view.needsDecision),
                ],
                text: [number, name, hundredths(outcome.value), interaction.text(state)].filter { !$0.isEmpty }
                    .joined(separator: "  "))
            try interaction.flush()
        }
    }
}
