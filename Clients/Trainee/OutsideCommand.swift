import ClientKit
import Console
import Messages

extension Command {
    /// EXM-7: what organisers have entered of one from elsewhere or before.
    static var outsideRecords: Command {
        Command(
            "outside", Phrase("results, hours and credits of yours from elsewhere", "我的外部成绩、学时与学分"), Paging.limit,
            Paging.after, Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .outsideRecords, .outsideRecordsListOwn) { after, limit in
                MyOutsideRequest(after: after, limit: limit)
            } rows: { (reply: ListOutsideReply, table) in
                for record in reply.records { table.add(record) }
                return (reply.records.count, reply.next)
            }
            return .ok
        }
    }
}
