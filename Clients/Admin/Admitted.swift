import ClientKit
import Console
import Messages

extension Command {
    /// REC-8: lists the admitted of a region.
    static var admitted: Command {
        let place: Parameter<UInt64> = .required("in", "ID", Phrase("a region of yours", "所辖地区编号"))
        let cohort: Parameter<UInt64> = .option("cohort", "ID", Phrase("of this cohort", "界别编号"), default: 0)
        let round: Parameter<UInt64> = .option("round", "ID", Phrase("of this round", "招录批次编号"), default: 0)
        let out: Parameter<String?> = .option(
            "out", "FILE", Phrase("write their names as CSV here, of one round", "将一个批次的名单导出为 CSV"))
        return Command(
            "admitted", Phrase("who was admitted, by city and specialty", "录取情况查询"), place, cohort, round, out
        ) { arguments, desk in
            if let path = arguments[out] {
                return try desk.export(
                    .recruitmentExportAdmitted,
                    ExportAdmittedRequest(organisation: arguments[place], round: arguments[round]), to: path)
            }
            let reply: CountAdmittedReply = try desk.call(
                .recruitmentCountAdmitted,
                CountAdmittedRequest(organisation: arguments[place], cohort: arguments[cohort], round: arguments[round])
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
