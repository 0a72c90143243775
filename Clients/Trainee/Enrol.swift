import ClientKit
import Console
import Messages

extension Command {
    static var rounds: Command {
        Command("rounds", Phrase("rounds that are open", "可报名的招录批次"), Paging.limit, Paging.after, Paging.all) {
            arguments, desk in
            try desk.list(arguments, .rounds, .recruitmentListRounds) { after, limit in
                ListRoundsRequest(after: after, limit: limit, state: .open)
            } rows: { (reply: ListRoundsReply, table) in
                for round in reply.rounds { table.add(round) }
                return (reply.rounds.count, reply.next)
            }
            return .ok
        }
    }

    /// REC-5a: fills in an application step by step; options skip their questions.
    static var enrol: Command {
        let round = Name<RoundRegister>.option("round", Phrase("the round", "招录批次"))
        let isConfirmed: Parameter<Bool> = .flag(
            "data-confirmed", Phrase("your own data is right", "已核对个人信息，确认无误"))
        let draft: Parameter<Bool> = .flag("draft", Phrase("keep it without submitting", "仅保存草稿，不提交"))
        return Command(
            "enrol", Phrase("enrol in a round; asks for what is not given", "我要报名；未给出的内容会询问"), round,
            FormArguments.batch,
            FormArguments.personType, FormArguments.specialty, FormArguments.title, FormArguments.titleSince,
            FormArguments.specialtySince, FormArguments.preferences, isConfirmed, draft
        ) { arguments, desk in
            let wizard = EnrolmentWizard(
                desk: desk, round: try desk.openRound(arguments[round].map { try desk.id($0) }),
                given: FormArguments(arguments),
                isConfirmed: arguments[isConfirmed] || arguments[draft])
            guard let application = try wizard.saved().application else {
                throw ClientError.badReply(.recruitmentSaveApplication).commandFailure
            }
            guard !arguments[draft] else {
                try desk.interaction.show(application)
                return .ok
            }
            let question = Phrase("Submit this?", "确定提交吗？")
            guard try arguments[isConfirmed] || desk.interaction.confirm(question, insteadOf: "--data-confirmed") else {
                desk.interaction.say(Phrase("kept as a draft", "已保存为草稿"))
                return .ok
            }
            try desk.submit(application)
            return .ok
        }
    }
}

extension Desk {
    fileprivate func openRound(_ id: UInt64?) throws -> IntakeRound {
        if let id {
            let reply: RoundReply = try call(.recruitmentGetRound, GetRoundRequest(round: id))
            guard let round = reply.round else { throw ClientError.badReply(.recruitmentGetRound).commandFailure }
            return round
        }
        let reply: ListRoundsReply = try call(
            .recruitmentListRounds, ListRoundsRequest(limit: 500, state: .open))
        guard !reply.rounds.isEmpty else {
            throw CommandFailure(.refused, name: "not_found", Phrase("no round is open", "目前没有可报名的招录批次"))
        }
        let names = reply.rounds.map { round in
            (name: String(round.id), meaning: Phrase("\(round.cohortName) \(round.name)"))
        }
        return reply.rounds[try interaction.choose(Phrase("Round", "招录批次"), names, insteadOf: "--round")]
    }

    /// REC-5a: shows one's own data by section and asks for confirmation.
    func checkOwnData() throws {
        let reply: GetProfileReply = try call(.profilesGet, GetProfileRequest())
        interaction.tell(reply.sections.reduce(into: Table.ownData) { $0.addFilled($1) })
        let question = Phrase("Is your own data right?", "以上个人信息核对无误吗？")
        guard try interaction.confirm(question, insteadOf: "--data-confirmed") else {
            throw CommandFailure(
                .failure, name: "cancelled", Phrase("nothing was submitted", "未提交"),
                hint: Phrase("change it with: rollcall profile edit SECTION", "请先修改：rollcall profile edit 部分"))
        }
    }

    func submit(_ application: IntakeApplication) throws {
        let reply: ApplicationReply = try call(
            .recruitmentSubmitApplication,
            SubmitApplicationRequest(application: application.id, dataConfirmed: true))
        if let application = reply.application { try interaction.show(application) }
    }
}
