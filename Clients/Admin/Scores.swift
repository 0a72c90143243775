import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// SKL-3: scores, conflicts and adjudication.
    static var scores: Command {
        Command(
            "scores", Phrase("exam scores and their conflicts", "考试成绩与冲突裁定"),
            commands: [list, history, adjudicate, quarantined, admitMark])
    }

    private static let offering = Name<OfferingRegister>.positional

    private static var list: Command {
        let conflicts: Parameter<Bool> = .flag(
            "conflicts", Phrase("only those to be decided, with who says what", "仅待裁定者，并列出各方成绩"))
        return Command(
            "list", Phrase("scores of an offering", "成绩列表"), offering, conflicts, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            var sums = ListScoresReply()
            try desk.list(arguments, scoreTable, .examsListScores) { after, limit in
                ListScoresRequest(
                    offering: try desk.id(arguments[offering]), after: after, limit: limit,
                    onlyConflicts: arguments[conflicts])
            } rows: { (reply: ListScoresReply, table) in
                sums = reply
                // The page of scores starts where this one does: whoever is on it and was decided is here too.
                let after = reply.scores.first.map { $0.person &- 1 } ?? 0
                let decided: ScoreHistoryReply = try desk.call(
                    .examsScoreHistory,
                    ScoreHistoryRequest(
                        offering: try desk.id(arguments[offering]), after: after,
                        limit: UInt32(clamping: reply.scores.count)))
                for score in reply.scores {
                    let record = decided.records.first {
                        $0.person == score.person && $0.assessment == score.assessment
                    }
                    table.add(score, record?.facts ?? [])
                }
                return (reply.scores.count, reply.next)
            }
            desk.interaction.say(
                Phrase(
                    "passed \(sums.passed), failed \(sums.failed), to be decided \(sums.conflicts)",
                    "及格 \(sums.passed)，不及格 \(sums.failed)，待裁定 \(sums.conflicts)"))
            return .ok
        }
    }

    private static var adjudicate: Command {
        let number: Parameter<String> = .argument("NUMBER", Phrase("whose, by number, id or name", "学员编号、人员编号或姓名"))
        let value: Parameter<Hundredths> = .argument("SCORE", Phrase("the score that counts", "裁定成绩"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "裁定理由"))
        return Command(
            "adjudicate", Phrase("settle a conflict, having seen its scores", "裁定冲突成绩"), offering, number, value,
            reason, Asking.yes
        ) { arguments, desk in
            let score = try desk.score(of: arguments[number], in: try desk.id(arguments[offering]))
            if !arguments[Asking.yes] {
                for sibling in score.siblings { desk.interaction.say(Phrase(sibling.text)) }
            }
            try desk.confirm(
                arguments,
                Phrase("Replace these by \(arguments[value].argument)?", "以 \(arguments[value].argument) 取代以上成绩？"))
            let reply: AdjudicateReply = try desk.call(
                .examsAdjudicate,
                AdjudicateRequest(
                    offering: try desk.id(arguments[offering]), person: score.person, assessment: score.assessment,
                    valueHundredths: arguments[value].count, reason: arguments[reason], context: score.context))
            var table = scoreTable
            if let score = reply.score { table.add(score, []) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    /// SKL-3a, PRJ-8d.
    private static var history: Command {
        let number: Parameter<String> = .argument("NUMBER", Phrase("whose, by number, id or name", "学员编号、人员编号或姓名"))
        return Command(
            "history", Phrase("all that was said of a score, with the reasons", "成绩的全部记录与裁定理由"), offering, number
        ) { arguments, desk in
            let score = try desk.score(of: arguments[number], in: try desk.id(arguments[offering]))
            let reply: ScoreHistoryReply = try desk.call(
                .examsScoreHistory,
                ScoreHistoryRequest(offering: try desk.id(arguments[offering]), person: score.person))
            var table = Table(
                .init("at_ms", Phrase("Time", "时间")), .init("value_hundredths", Phrase("Score", "成绩"), .right),
                .init("actor_name", Phrase("By", "评分人")), .init("terminal_name", Phrase("Terminal", "终端")),
                .init("stands", Phrase("Stands", "有效")), .init("reason", Phrase("Reason", "理由"), .exact))
            let facts = reply.records.flatMap(\.facts).compactMap { fact in fact.mark.map { (fact, $0) } }
            for (fact, mark) in facts.sorted(by: { $0.1.atMs < $1.1.atMs }) {
                table.add(
                    Shown.moment(mark.atMs), Shown.score(mark.valueHundredths), .init(mark.actorName),
                    .init(mark.terminalName), Shown.flag(fact.stands), .init(fact.reason))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }
}

extension Command {
    /// SYN-9: quarantined marks.
    private static var quarantined: Command {
        Command(
            "quarantined",
            Phrase("marks of people who were not assigned as examiners; they do not count", "考官未被指派、暂不计入的成绩"),
            offering, Paging.limit, Paging.all
        ) { arguments, desk in
            var table = Table(
                .init("log", Phrase("Log", "日志"), .exact), .init("sequence", Phrase("Sequence", "序号"), .right),
                .init("number", Phrase("Number", "编号"), .exact), .init("name", Phrase("Name", "姓名")),
                .init("value_hundredths", Phrase("Score", "成绩"), .right),
                .init("actor", Phrase("Examiner", "考官"), .right), .init("actor_name", Phrase("Name", "姓名")),
                .init("at_ms", Phrase("Time", "时间")), .init("terminal_name", Phrase("Terminal", "终端")))
            var cursor: [UInt8] = []
            repeat {
                let reply: ListQuarantinedMarksReply = try desk.call(
                    .examsListQuarantinedMarks,
                    ListQuarantinedMarksRequest(
                        offering: try desk.id(arguments[offering]), cursor: cursor, limit: arguments[Paging.limit]))
                for mark in reply.marks {
                    table.add(
                        .init(hex(mark.log)), .init(mark.sequence), .init(mark.number), .init(mark.name),
                        Shown.score(mark.valueHundredths), .init(mark.actor), .init(mark.actorName),
                        Shown.moment(mark.atMs), .init(mark.terminalName))
                }
                cursor = reply.next
            } while !cursor.isEmpty && arguments[Paging.all]
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var admitMark: Command {
        let log: Parameter<String> = .argument("LOG", Phrase("as quarantined shows it", "暂不计入清单所列日志"))
        let sequence: Parameter<UInt64> = .argument("SEQUENCE", Phrase("as quarantined shows it", "暂不计入清单所列序号"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "理由"))
        return Command(
            "admit", Phrase("let a quarantined mark count", "确认考官身份，成绩计入"), offering, log, sequence, reason
        ) { arguments, desk in
            guard let bytes = bytes(hex: arguments[log]), bytes.count == 16 else {
                throw CommandFailure(
                    .usage, name: "log", Phrase("a log is 32 hexadecimal digits", "日志为 32 位十六进制数"))
            }
            let _: AdmitMarkReply = try desk.call(
                .examsAdmitMark,
                AdmitMarkRequest(
                    offering: try desk.id(arguments[offering]), log: bytes, sequence: arguments[sequence],
                    reason: arguments[reason]))
            desk.interaction.say(Phrase("the mark counts", "成绩已计入"))
            return .ok
        }
    }
}

private var scoreTable: Table {
    Table(
        .init("person", Phrase("Person", "人员"), .right), .init("number", Phrase("Number", "编号"), .exact),
        .init("name", Phrase("Name", "姓名")), .init("state", Phrase("State", "状态")),
        .init("value_hundredths", Phrase("Score", "成绩"), .right), .init("passed", Phrase("Passed", "及格")),
        .init("siblings", Phrase("Scores given", "各方成绩")))
}

extension Table {
    /// - Parameter facts: all that was said, of a score that somebody decided.
    fileprivate mutating func add(_ score: Score, _ facts: [ScoreFact]) {
        let isSettled = [.value, .corroborated, .decided].contains(score.state)
        add(
            .init(score.person), .init(score.number), .init(score.name), .init(score.state),
            isSettled ? Shown.score(score.valueHundredths) : .empty, isSettled ? Shown.flag(score.passed) : .empty,
            facts.isEmpty
                ? .init(
                    Phrase(score.siblings.map(\.text).joined(separator: "; ")),
                    json: .array(score.siblings.map(\.json)))
                : .init(
                    Phrase(
                        facts.map(\.phrase.en).joined(separator: "; "), facts.map(\.phrase.zh).joined(separator: "；")),
                    json: .array(facts.map(\.json))))
    }
}

extension ScoreFact {
    fileprivate var phrase: Phrase {
        let text = (mark?.text ?? "") + (reason.isEmpty ? "" : ": \(reason)")
        return stands ? Phrase(text) : Phrase("\(text), replaced", "\(text)，已被取代")
    }

    fileprivate var json: JSON {
        [
            "value_hundredths": JSON(mark?.valueHundredths ?? 0), "actor": JSON(mark?.actor ?? 0),
            "actor_name": .string(mark?.actorName ?? ""), "terminal_name": .string(mark?.terminalName ?? ""),
            "at_ms": .integer(mark?.atMs ?? 0), "stands": .bool(stands), "reason": .string(reason),
        ]
    }
}

extension ScoreSibling {
    fileprivate var text: String {
        let source = [actorName, terminalName].filter { !$0.isEmpty }.joined(separator: " @ ")
        return hundredths(Int(valueHundredths)) + (source.isEmpty ? "" : " (\(source))")
    }

    fileprivate var json: JSON {
        [
            "value_hundredths": JSON(valueHundredths), "actor": JSON(actor), "actor_name": .string(actorName),
            "terminal_name": .string(terminalName), "at_ms": .integer(atMs),
        ]
    }
}

extension Desk {
    fileprivate func score(of text: String, in offering: UInt64) throws -> Score {
        let number = try number(of: text, on: offering)
        var after: UInt64 = 0
        repeat {
            let reply: ListScoresReply = try call(
                .examsListScores,
                ListScoresRequest(offering: offering, after: after, limit: 500))
            if let found = reply.scores.first(where: { $0.number == number || String($0.person) == number }) {
                return found
            }
            after = reply.next
        } while after != 0
        throw CommandFailure(
            .refused, name: "not_found", Phrase("\(text) has no score", "\(text) 没有成绩"))
    }
}
