package import Console
package import Messages

extension Desk {
    package func show(_ reply: ComplianceReply) throws {
        var table = Table.compliance
        if let compliance = reply.compliance { table.add(compliance) }
        try interaction.show(table)
    }
}

extension Table {
    package static var compliance: Table {
        Table(
            Column("person", Phrase("Person", "人员"), .right), Column("name", Phrase("Name", "姓名")),
            Column("year", Phrase("Year", "年度"), .right), Column("rule", Phrase("Rule", "规则"), .unshown),
            Column("credits_tenths", Phrase("Credits", "学分"), .right),
            Column("hours_tenths", Phrase("Hours", "学时"), .right),
            Column("category_i_tenths", Phrase("Category I", "Ⅰ类"), .right),
            Column("category_ii_tenths", Phrase("Category II", "Ⅱ类"), .right),
            Column("excess_tenths", Phrase("Not counted", "超出未计"), .right), Column("met", Phrase("Met", "达标")),
            Column("lacking", Phrase("Lacking", "尚缺")), Column("excused", Phrase("Excused", "免除原因")))
    }

    package mutating func add(_ compliance: CreditCompliance) {
        let isAsked = compliance.rule != 0
        add(
            Cell(compliance.person), Cell(compliance.name), Cell(compliance.year), Cell(compliance.rule),
            isAsked ? Shown.tenths(compliance.creditsTenths) : .empty,
            isAsked ? Shown.tenths(compliance.hoursTenths) : .empty,
            isAsked ? Shown.tenths(compliance.categoryITenths) : .empty,
            isAsked ? Shown.tenths(compliance.categoryIiTenths) : .empty,
            isAsked ? Shown.tenths(compliance.excessTenths) : .empty,
            isAsked ? Shown.flag(compliance.met) : Cell(Phrase("no rule", "无要求"), json: .null),
            Cell(
                Phrase(compliance.lacking.joined(separator: ", "), compliance.lacking.joined(separator: "、")),
                json: .array(compliance.lacking.map(JSON.string))), Cell(compliance.excused))
    }
}
