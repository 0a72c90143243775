import ClientKit
import Console
import Messages

extension Command {
    /// ACC-9: one's units.
    static var units: Command {
        Command("units", Phrase("the units you belong to", "所属单位"), commands: [list, find, join, leaveUnit])
    }

    private static let unit = Name<UnitRegister>.positional

    private static var list: Command {
        Command("list", Phrase("your units and what they say", "查看所属单位及状态")) { arguments, desk in
            try desk.show(try desk.call(.membersMine, MyUnitsRequest()) as MyUnitsReply)
        }
    }

    private static var find: Command {
        let name: Parameter<String> = .argument("NAME", Phrase("a part of its name", "单位名称的一部分"))
        return Command("find", Phrase("look a unit's id up by its name", "按名称查找单位编号"), name) { arguments, desk in
            var table = Table(.init("id", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "名称")))
            for unit in try desk.units(named: arguments[name]) { table.add(.init(unit.id), .init(unit.name)) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var join: Command {
        Command("join", Phrase("ask to be one of a unit's people", "申请加入单位"), unit) { arguments, desk in
            try desk.show(
                try desk.call(.membersJoin, JoinUnitRequest(unit: try desk.id(arguments[unit]))) as MyUnitsReply)
        }
    }

    private static var leaveUnit: Command {
        Command("leave", Phrase("belong to it no more", "退出单位"), unit) { arguments, desk in
            try desk.show(
                try desk.call(.membersLeave, LeaveUnitRequest(unit: try desk.id(arguments[unit]))) as MyUnitsReply)
        }
    }
}

extension Desk {
    /// Returns active units whose name contains `part`.
    func units(named part: String) throws -> [Organisation] {
        var (units, after): ([Organisation], UInt64) = ([], 0)
        repeat {
            let reply: ListOrganisationsReply = try call(
                .organisationsListOrganisations,
                ListOrganisationsRequest(after: after, limit: 500, kind: .unit, nameContains: part))
            units += reply.organisations
            after = reply.next
        } while after != 0
        return units
    }

    fileprivate func show(_ reply: MyUnitsReply) throws -> ExitCode {
        var table = Table(
            .init("unit", Phrase("Unit", "编号"), .right), .init("name", Phrase("Name", "名称")),
            .init("state", Phrase("State", "状态")))
        for unit in reply.units { table.add(.init(unit.unit), .init(unit.name), .init(unit.state)) }
        try interaction.show(table)
        return .ok
    }
}
