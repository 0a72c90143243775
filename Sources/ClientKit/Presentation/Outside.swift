package import Console
import Domain
package import Messages
package import Wire

// Records from outside, shown alike by both programs.
extension Table {
    package static var outsideRecords: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("state", Phrase("State", "状态")),
            .init("name", Phrase("Name", "姓名")), .init("id_number", Phrase("ID number", "身份证号"), .exact),
            .init("title", Phrase("What", "内容")), .init("day", Phrase("Date", "日期")),
            .init("mark", Phrase("Mark", "成绩"), .right), .init("hours_tenths", Phrase("Hours", "学时"), .right),
            .init("credits_tenths", Phrase("Credits", "学分"), .right), .init("category", Phrase("Category", "类别")),
            .init("organisation", Phrase("Organisation", "登记单位"), .unshown),
            .init("organisation_name", Phrase("Entered by", "登记单位")), .init("reason", Phrase("Reason", "原因"), .exact))
    }

    package mutating func add(_ record: OutsideRecord) {
        add(
            .init(record.id), .init(record.state), .init(record.name), .init(record.idNumber), .init(record.title),
            Shown.day(record.day), .init(record.mark), Shown.tenths(record.hoursTenths),
            Shown.tenths(record.creditsTenths), .init(record.category), .init(record.organisation),
            .init(record.organisationName), .init(record.reason))
    }
}

extension Desk {
    /// Changes one record, and shows it as it is then.
    package func changeOutside(_ method: Method, _ request: some Message) throws -> ExitCode {
        let reply: OutsideReply = try call(method, request)
        var table = Table.outsideRecords
        if let record = reply.record { table.add(record) }
        try interaction.show(table)
        return .ok
    }
}
