import ClientKit
import Console
import Messages

private enum RoundArguments {
    static let enrolment: Parameter<PeriodSpec?> = .option("enrolment", "FROM/TO", Phrase("when people enrol", "报名时间"))
    static let admission: Parameter<PeriodSpec?> = .option(
        "admission", "FROM/TO", Phrase("when bases admit", "录取时间"))
    static let levels: Parameter<[LevelSpec]> = .options(
        "level", "LEVEL=FROM/TO", Phrase("a level of review, in their order", "审核级别与时间，按审核次序给出"))
    static let batches: Parameter<[BatchSpec]> = .options(
        "batch", "NAME:N:TYPES:CATEGORIES", Phrase("a preference batch", "志愿批次，“名称:志愿数:人员类型:基地类别”"))
    static let kind: Parameter<Choice<IntakeKind>?> = .option(
        "kind", "KIND", Phrase("specialty unless said", "报名类型，默认专业"))
}

extension Command {
    static var addRound: Command {
        let name: Parameter<String> = .argument("NAME", Phrase("its name", "批次名称"))
        let cohort = Name<CohortRegister>.required("cohort", Phrase("its cohort", "所属界别"))
        let programme = Name<ProgrammeRegister>.required("programme", Phrase("its programme", "项目体系"))
        return Command(
            "add", Phrase("add a round; a draft until it is opened", "新增招录批次，开放前为草稿"), name, cohort, programme,
            RoundArguments.kind, RoundArguments.enrolment, RoundArguments.levels, RoundArguments.admission,
            RoundArguments.batches
        ) { arguments, desk in
            let programme = try desk.programme(desk.id(arguments[programme]))
            var round = IntakeRound(
                cohort: try desk.id(arguments[cohort]), programme: programme.id, name: arguments[name],
                timeZone: programme.timeZone)
            try desk.apply(arguments, to: &round)
            return try desk.show(desk.call(.recruitmentCreateRound, CreateRoundRequest(round: round)))
        }
    }

    static var setRound: Command {
        let id = Name<RoundRegister>.positional
        let name: Parameter<String?> = .option("name", "NAME", Phrase("its new name", "新名称"))
        return Command(
            "set", Phrase("change a round; what is not given stays", "修改招录批次，未给出的保持不变"), id, name,
            RoundArguments.kind, RoundArguments.enrolment, RoundArguments.levels, RoundArguments.admission,
            RoundArguments.batches
        ) { arguments, desk in
            let found: RoundReply = try desk.call(
                .recruitmentGetRound, GetRoundRequest(round: try desk.id(arguments[id])))
            guard var round = found.round else { throw ClientError.badReply(.recruitmentGetRound).commandFailure }
            if let name = arguments[name] { round.name = name }
            try desk.apply(arguments, to: &round)
            return try desk.show(desk.call(.recruitmentChangeRound, ChangeRoundRequest(round: round)))
        }
    }
}

extension Desk {
    fileprivate func apply(_ arguments: Arguments, to round: inout IntakeRound) throws {
        let zone = round.timeZone
        if let kind = arguments[RoundArguments.kind] { round.kind = kind.value }
        if let period = arguments[RoundArguments.enrolment] { round.enrolment = period.window(zone: zone) }
        if let period = arguments[RoundArguments.admission] { round.admission = period.window(zone: zone) }
        let levels = arguments[RoundArguments.levels]
        if !levels.isEmpty {
            round.levels = levels.map { RoundLevel(level: $0.level, window: $0.period.window(zone: zone)) }
            round.needsUnitApproval = levels.contains { $0.level == .unit }
        }
        let batches = arguments[RoundArguments.batches]
        if !batches.isEmpty {
            round.batches = try batches.map { batch in
                PreferenceBatch(
                    name: batch.name, preferences: batch.preferences,
                    personTypes: try batch.personTypes.map { try entry(.personType, $0) },
                    baseCategories: try batch.baseCategories.map { try entry(.baseCategory, $0) })
            }
        }
    }
}
