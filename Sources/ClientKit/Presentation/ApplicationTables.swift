package import Console
package import Messages

// Rounds and applications, shown alike by both programs.
extension Table {
    package static var rounds: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("year", Phrase("Year", "年度"), .right),
            .init("cohort", Phrase("Cohort", "界别")), .init("name", Phrase("Round", "招录批次")),
            .init("kind", Phrase("Kind", "报名类型")), .init("state", Phrase("State", "状态")),
            .init("enrolment_from_ms", Phrase("Enrolment from", "报名开始")),
            .init("enrolment_to_ms", Phrase("Enrolment to", "报名截止")))
    }

    package mutating func add(_ round: IntakeRound) {
        add(
            .init(round.id), .init(round.year), .init(round.cohortName), .init(round.name), .init(round.kind),
            .init(round.state), Shown.planned(round.enrolment?.fromMs ?? 0, zone: round.timeZone),
            Shown.planned(round.enrolment?.toMs ?? 0, zone: round.timeZone))
    }

    package static var applications: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "姓名")),
            .init("round", Phrase("Round", "招录批次")), .init("specialty", Phrase("Specialty", "专业")),
            .init("unit", Phrase("Unit", "单位")), .init("state", Phrase("State", "状态")),
            .init("level", Phrase("Level", "级别")), .init("base", Phrase("Base", "基地")),
            .init("reason", Phrase("Reason", "原因"), .exact))
    }

    package mutating func add(_ application: IntakeApplication) {
        let waits = application.state == .submitted || application.state == .returned
        add(
            .init(application.id), .init(application.personName), .init(application.roundName),
            .init(application.specialtyName), .init(application.unitName), .init(application.state),
            waits ? .init(application.level) : .empty, .init(application.baseName), .init(application.reason))
    }
}

extension Interaction {
    /// Shows one application with its preferences and history.
    package func show(_ application: IntakeApplication) throws {
        var table = Table.applications
        table.add(application)
        try show(table)
        try showProfile(application)
        guard !isJSON else { return try showSteps(application) }
        let wishes = application.preferences.enumerated().map { "\($0 + 1). \($1.name)" }.joined(separator: "  ")
        say(
            Phrase(
                "person type: \(application.personTypeName); title: \(application.titleName); preferences: \(wishes)",
                "人员类型：\(application.personTypeName)；职称：\(application.titleName)；志愿：\(wishes)"))
        try showSteps(application)
    }

    private func showProfile(_ application: IntakeApplication) throws {
        guard !application.profile.isEmpty else { return }
        try show(application.profile.reduce(into: Table.ownData) { $0.addFilled($1) })
    }

    private func showSteps(_ application: IntakeApplication) throws {
        guard !application.steps.isEmpty else { return }
        var table = Table(
            .init("at_ms", Phrase("Time", "时间")), .init("event", Phrase("Step", "操作")),
            .init("level", Phrase("Level", "级别")), .init("by", Phrase("By", "机构")),
            .init("step_reason", Phrase("Reason", "原因")))
        for step in application.steps {
            table.add(
                Shown.moment(step.atMs), .init(step.event), .init(step.level), .init(step.organisationName),
                .init(step.reason))
        }
        try show(table)
    }
}
