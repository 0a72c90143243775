import ClientKit
import Console
import Messages

extension Command {
    /// REC-1: cohorts.
    static var cohorts: Command {
        Command("cohorts", Phrase("the cohorts in which rounds are held", "招录界别"), commands: [add, list, remove])
    }

    private static var add: Command {
        let name: Parameter<String> = .argument("NAME", Phrase("its name", "界别名称"))
        let province = Name<RegionRegister>.required("province", Phrase("the province", "省"))
        let year: Parameter<UInt32> = .required("year", "YEAR", Phrase("its year", "年度"))
        return Command("add", Phrase("add a cohort", "新增界别"), name, province, year) { arguments, desk in
            let reply: CreateCohortReply = try desk.call(
                .recruitmentCreateCohort,
                CreateCohortRequest(
                    province: try desk.id(arguments[province]), year: arguments[year], name: arguments[name]))
            var table = cohortTable
            if let cohort = reply.cohort { table.add(cohort) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var remove: Command {
        let cohort = Name<CohortRegister>.positional
        return Command("remove", Phrase("remove a cohort without rounds", "删除没有招录批次的界别"), cohort, Asking.yes) {
            arguments, desk in
            try desk.confirmRemoval(arguments, of: arguments[cohort].argument)
            let _: RemoveCohortReply = try desk.call(
                .recruitmentRemoveCohort, RemoveCohortRequest(cohort: try desk.id(arguments[cohort])))
            desk.interaction.say(Phrase("removed", "已删除"))
            return .ok
        }
    }

    private static var list: Command {
        let province = Name<RegionRegister>.option("province", Phrase("of this province", "仅此省"))
        return Command(
            "list", Phrase("list cohorts", "界别列表"), province, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, cohortTable, .recruitmentListCohorts) { after, limit in
                ListCohortsRequest(after: after, limit: limit, province: try desk.id(arguments[province]))
            } rows: { (reply: ListCohortsReply, table) in
                for cohort in reply.cohorts { table.add(cohort) }
                return (reply.cohorts.count, reply.next)
            }
            return .ok
        }
    }
}

private var cohortTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("year", Phrase("Year", "年度"), .right),
        .init("name", Phrase("Name", "名称")), .init("province", Phrase("Province", "省")))
}

extension Table {
    fileprivate mutating func add(_ cohort: Cohort) {
        add(.init(cohort.id), .init(cohort.year), .init(cohort.name), .init(cohort.provinceName))
    }
}
