import ClientKit
import Console
import Messages

extension Command {
    /// REC-4: quotas.
    static var quotas: Command {
        Command("quotas", Phrase("seats of a city and specialty", "名额按地市分配"), commands: [set, remove, list, upload])
    }

    private static let round = Name<RoundRegister>.positional

    private static let city = Name<RegionRegister>.required("city", Phrase("the city", "地市"))
    private static let specialty: Parameter<String?> = .option(
        "specialty", "NAME", Phrase("by name, code or id; none in a round of bases", "专业名称、代码或编号；基地类批次不填"))

    private static var remove: Command {
        Command(
            "remove", Phrase("take a row away while no seat of it is taken", "删除未被占用的名额"), round, city, specialty,
            Asking.yes
        ) { arguments, desk in
            try desk.confirmRemoval(
                arguments, of: "\(arguments[round].argument) \(arguments[city].argument) \(arguments[specialty] ?? "")")
            let _: RemoveQuotaReply = try desk.call(
                .recruitmentRemoveQuota,
                RemoveQuotaRequest(
                    round: try desk.id(arguments[round]), city: try desk.id(arguments[city]),
                    specialty: try arguments[specialty].map { try desk.entry(.specialty, $0) } ?? 0))
            desk.interaction.say(Phrase("removed", "已删除"))
            return .ok
        }
    }

    private static var set: Command {
        let seats: Parameter<UInt32> = .argument("SEATS", Phrase("how many", "名额"))
        return Command("set", Phrase("set the seats of a city", "设置名额"), round, seats, city, specialty) {
            arguments, desk in
            let reply: SetQuotaReply = try desk.call(
                .recruitmentSetQuota,
                SetQuotaRequest(
                    round: try desk.id(arguments[round]), city: try desk.id(arguments[city]),
                    specialty: try arguments[specialty].map { try desk.entry(.specialty, $0) } ?? 0,
                    seats: arguments[seats]))
            var table = quotaTable
            if let quota = reply.quota { table.add(quota, recounted: false) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var list: Command {
        let recount: Parameter<Bool> = .flag(
            "recount", Phrase("count the applications anew, beside the counters", "另按报名记录重新计数，以便核对"))
        return Command("list", Phrase("seats, and how many are taken", "名额及使用情况"), round, recount) { arguments, desk in
            var table = quotaTable
            var after: QuotaKey?
            var differs = false
            repeat {
                let reply: ListQuotasReply = try desk.call(
                    .recruitmentListQuotas,
                    ListQuotasRequest(
                        round: try desk.id(arguments[round]), after: after, limit: 500, recount: arguments[recount]))
                for quota in reply.quotas {
                    table.add(quota, recounted: arguments[recount])
                    differs =
                        differs
                        || arguments[recount]
                            && (quota.approved != quota.approvedRecount || quota.admitted != quota.admittedRecount)
                }
                after = reply.next
            } while after != nil
            try desk.interaction.show(table)
            guard !differs else {
                desk.interaction.warn(Phrase("counters differ from the applications", "计数与报名记录不一致"))
                return .failure
            }
            return .ok
        }
    }

    private static var upload: Command {
        Command(
            "upload",
            Phrase(
                "take in a list; rollcall-admin template quotas is the file to fill in",
                "批量上传名额，模板用 rollcall-admin template 名额"),
            round, UploadOptions.file, UploadOptions.dryRun, UploadOptions.allOrNothing, UploadOptions.mend
        ) { arguments, desk in
            try desk.upload(.quotas, of: try desk.id(arguments[round]), arguments)
        }
    }
}

private var quotaTable: Table {
    Table(
        .init("city", Phrase("City id", "地市编号"), .right), .init("city_name", Phrase("City", "地市")),
        .init("specialty", Phrase("Specialty", "专业")), .init("seats", Phrase("Seats", "名额"), .right),
        .init("approved", Phrase("Approved", "已通过"), .right),
        .init("admitted", Phrase("Admitted", "已录取"), .right),
        .init("approved_recount", Phrase("Counted", "通过核对"), .right),
        .init("admitted_recount", Phrase("Counted", "录取核对"), .right))
}

extension Table {
    fileprivate mutating func add(_ quota: Quota, recounted: Bool) {
        add(
            .init(quota.city), .init(quota.cityName), .init(quota.specialtyName), .init(quota.seats),
            .init(quota.approved), .init(quota.admitted), recounted ? .init(quota.approvedRecount) : .empty,
            recounted ? .init(quota.admittedRecount) : .empty)
    }
}
