import ClientKit
import Console
import Domain
import Messages

extension Command {
    private static let round = Name<RoundRegister>.positional
    private static let base = Name<BaseRegister>.required("base", Phrase("the base", "基地"))
    private static let ids: Parameter<IdList> = .required("ids", "1,2,3", Phrase("these applications", "报名编号"))

    /// REC-7a: assigns approved applications to a base.
    static var assign: Command {
        Command("assign", Phrase("give approved applicants to a base", "分配学员到基地"), round, base, ids) {
            arguments, desk in
            try desk.each(arguments[ids]) { ids in
                try desk.call(
                    .recruitmentAssignApplications,
                    AssignApplicationsRequest(
                        round: try desk.id(arguments[round]), base: try desk.id(arguments[base]), applications: ids))
            }
        }
    }

    /// REC-7b: admits applications at the caller's base.
    static var admit: Command {
        Command("admit", Phrase("take applicants in at your base", "录取学员"), round, base, ids) { arguments, desk in
            try desk.each(arguments[ids]) { ids in
                try desk.call(
                    .recruitmentAdmitApplications,
                    AdmitApplicationsRequest(
                        round: try desk.id(arguments[round]), base: try desk.id(arguments[base]), applications: ids))
            }
        }
    }

    /// REC-7c: releases applications to the province, with a reason.
    static var decline: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command(
            "decline", Phrase("give the assigned, and the wrongly admitted, back to the province", "将已分配或误录取的学员退回省级"),
            round,
            base, ids, reason
        ) { arguments, desk in
            try desk.each(arguments[ids]) { ids in
                try desk.call(
                    .recruitmentReleaseApplications,
                    ReleaseApplicationsRequest(
                        round: try desk.id(arguments[round]), base: try desk.id(arguments[base]), applications: ids,
                        reason: arguments[reason]))
            }
        }
    }

    /// REC-8: completion of, and withdrawal from, training.
    static var training: Command {
        Command(
            "training", Phrase("what became of the admitted", "在培管理"),
            commands: [
                step("start", Phrase("their training began", "开始培训"), .start),
                step("complete", Phrase("they completed it", "结业"), .complete), .withdrawTraining, .resumeTraining,
            ])
    }

    private static let day: Parameter<Day> = .required("day", "DAY", Phrase("when", "日期"))

    private static func step(_ name: String, _ help: Phrase, _ step: TrainingStep) -> Command {
        Command(name, help, base, ids, day) { arguments, desk in
            try desk.each(arguments[ids]) { ids in
                try desk.call(
                    .recruitmentChangeTraining,
                    ChangeTrainingRequest(
                        base: try desk.id(arguments[base]), applications: ids, step: step, day: arguments[day].number))
            }
        }
    }

    fileprivate static var withdrawTraining: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command("withdraw", Phrase("they left it", "退出培训"), base, ids, day, reason) { arguments, desk in
            try desk.each(arguments[ids]) { ids in
                try desk.call(
                    .recruitmentChangeTraining,
                    ChangeTrainingRequest(
                        base: try desk.id(arguments[base]), applications: ids, step: .withdraw,
                        day: arguments[day].number,
                        reason: arguments[reason]))
            }
        }
    }
}

extension Command {
    fileprivate static var resumeTraining: Command {
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why; they are told", "原因，将告知本人"))
        return Command(
            "resume", Phrase("a completion or a withdrawal was recorded by mistake", "更正误登记的结业或退出，恢复在培"), base, ids,
            reason
        ) { arguments, desk in
            try desk.each(arguments[ids]) { ids in
                try desk.call(
                    .recruitmentChangeTraining,
                    ChangeTrainingRequest(
                        base: try desk.id(arguments[base]), applications: ids, step: .resume,
                        reason: arguments[reason]))
            }
        }
    }
}

extension Desk {
    /// Changes each application and shows the outcomes; the exit code tells whether any was refused.
    fileprivate func each(
        _ list: IdList, _ change: ([UInt64]) throws -> ApplicationsReply
    ) throws -> ExitCode {
        var table = Table(
            .init("id", Phrase("Id", "编号"), .right), .init("state", Phrase("State", "状态")),
            .init("error", Phrase("Refused", "未处理原因"), .exact))
        var failed = 0
        for start in stride(from: 0, to: list.ids.count, by: 1000) {
            let part = Array(list.ids[start..<min(start + 1000, list.ids.count)])
            for outcome in try change(part).outcomes {
                let error: Table.Cell =
                    outcome.failure.map { .init(Phrase($0.text), json: .string($0.name)) } ?? .empty
                if outcome.failure != nil { failed += 1 }
                table.add(
                    .init(outcome.application), outcome.failure == nil ? .init(outcome.state) : .empty, error)
            }
        }
        try interaction.show(table)
        let done = list.ids.count - failed
        interaction.say(Phrase("\(done) done, \(failed) refused", "已处理 \(done) 条，未处理 \(failed) 条"))
        if failed == 0 { return .ok }
        return done == 0 ? .refused : .incomplete
    }
}
