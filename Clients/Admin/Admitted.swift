import ClientKit
import Console
import Messages

extension Command {
    /// REC-8: lists the admitted of a region.
    static var admitted: Command {
        let place = Name<RegionRegister>.required("in", Phrase("a region of yours", "所辖地区"))
        let cohort = Name<CohortRegister>.option("cohort", Phrase("of this cohort", "仅此界别"))
        let round = Name<RoundRegister>.option("round", Phrase("of this round", "仅此招录批次"))
        let out: Parameter<String?> = .option(
            "out", "FILE", Phrase("write their names here, of one round, as .xlsx or CSV", "将一个批次的名单导出为 .xlsx 或 CSV"))
        return Command(
            "admitted", Phrase("who was admitted, by city and specialty", "录取情况查询"), place, cohort, round, out
        ) { arguments, desk in
            guard arguments[round] != nil || (arguments[cohort] != nil && arguments[out] == nil) else {
                throw CommandFailure(
                    .usage, name: "usage",
                    arguments[out] == nil
                        ? Phrase("of which? --cohort COHORT or --round ROUND", "请用 --cohort 或 --round 指定界别或招录批次")
                        : Phrase("of which round? --round ROUND", "请用 --round 指定招录批次"),
                    next: Phrase("rounds list"))
            }
            if let path = arguments[out] {
                return try desk.export(
                    .recruitmentExportAdmitted,
                    ExportAdmittedRequest(
                        organisation: try desk.id(arguments[place]), round: try desk.id(arguments[round])), to: path)
            }
            let reply: CountAdmittedReply = try desk.call(
                .recruitmentCountAdmitted,
                CountAdmittedRequest(
                    organisation: try desk.id(arguments[place]), cohort: try desk.id(arguments[cohort]),
                    round: try desk.id(arguments[round]))
            )
            var table = Table(
                .init("round", Phrase("Round", "招录批次")), .init("city", Phrase("City", "地市")),
                .init("specialty", Phrase("Specialty", "专业")),
                .init("admitted", Phrase("Admitted", "已录取"), .right),
                .init("in_training", Phrase("In training", "在培"), .right),
                .init("completed", Phrase("Completed", "结业"), .right),
                .init("withdrawn", Phrase("Left", "退出"), .right))
            for count in reply.counts {
                table.add(
                    .init(count.roundName), .init(count.cityName), .init(count.specialtyName), .init(count.admitted),
                    .init(count.inTraining), .init(count.completed), .init(count.withdrawn))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }
}
