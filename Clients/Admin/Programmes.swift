import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// POL-1: programmes and their policy.
    static var programmes: Command {
        Command(
            "programmes", Phrase("programmes and their policy", "项目体系与政策开关"),
            commands: [presets, create, show, set, list])
    }

    private static var presets: Command {
        Command("presets", Phrase("the policies a programme can begin with", "可选预设")) { arguments, desk in
            let reply: ListPresetsReply = try desk.call(.programmesListPresets, ListPresetsRequest())
            var table = Table(.init("preset", Phrase("Preset", "预设")), .init("policy", Phrase("Policy", "政策")))
            for preset in reply.presets {
                table.add(
                    .init(preset.preset),
                    .init(
                        Phrase(
                            preset.policy.map { "\($0.name)=\($0.value)" }.joined(separator: " "),
                            preset.policy.map(\.chinese).joined(separator: "；")),
                        json: preset.policyJSON))
            }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var create: Command {
        let name: Parameter<String> = .argument("NAME", Phrase("its name", "名称"))
        let preset: Parameter<String> = .required(
            "preset", "PRESET",
            Phrase("see: rollcall-admin programmes presets", "预设，见 rollcall-admin programmes presets"))
        let zone: Parameter<String> = .option(
            "time-zone", "ZONE", Phrase("IANA name", "IANA 时区名"), default: "Asia/Shanghai")
        let changes: Parameter<[SwitchSpec]> = .options(
            "set", "SWITCH=VALUE", Phrase("other than the preset has it", "修改预设中的开关"))
        return Command("create", Phrase("create a programme", "新建项目体系"), name, preset, zone, changes) {
            arguments, desk in
            let reply: CreateProgrammeReply = try desk.call(
                .programmesCreateProgramme,
                CreateProgrammeRequest(
                    name: arguments[name], preset: arguments[preset], timeZone: arguments[zone],
                    changes: arguments[changes].map(\.message)))
            try desk.show(reply.programme)
            return .ok
        }
    }

    private static let programme = Name<ProgrammeRegister>.positional

    private static var show: Command {
        Command("show", Phrase("every switch of a programme", "查看政策开关"), programme) { arguments, desk in
            try desk.show(try desk.programme(try desk.id(arguments[programme])))
            return .ok
        }
    }

    private static var set: Command {
        let changes: Parameter<[SwitchSpec]> = .arguments("SWITCH=VALUE", Phrase("what to change", "要修改的开关"))
        return Command("set", Phrase("change switches", "修改政策开关"), programme, changes) { arguments, desk in
            let reply: CreateProgrammeReply = try desk.call(
                .programmesChangePolicy,
                ChangePolicyRequest(
                    programme: try desk.id(arguments[programme]), changes: arguments[changes].map(\.message)))
            try desk.show(reply.programme)
            return .ok
        }
    }

    private static var list: Command {
        Command(
            "list", Phrase("list programmes", "项目体系列表"), Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let table = Table(
                .init("id", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "名称")),
                .init("preset", Phrase("Preset", "预设")), .init("time_zone", Phrase("Time zone", "时区")))
            try desk.list(arguments, table, .programmesListProgrammes) { after, limit in
                ListProgrammesRequest(after: after, limit: limit)
            } rows: { (reply: ListProgrammesReply, table) in
                for programme in reply.programmes {
                    table.add(
                        .init(programme.id), .init(programme.name), .init(programme.preset), .init(programme.timeZone))
                }
                return (reply.programmes.count, reply.next)
            }
            return .ok
        }
    }
}

extension PolicySwitch {
    fileprivate var chinese: String {
        let name = SwitchName(rawValue: name)?.phrase.zh ?? name
        return "\(name)：\(PolicyNames.phrase(value: value).zh)"
    }
}

extension Programme {
    fileprivate var policyJSON: JSON { .object(policy.map { .init($0.name, .string($0.value)) }) }
}

extension Desk {
    func programme(_ id: UInt64) throws -> Programme {
        let reply: ListProgrammesReply = try call(
            .programmesListProgrammes, ListProgrammesRequest(after: id &- 1, limit: 1))
        guard id > 0, let found = reply.programmes.first, found.id == id else {
            throw CommandFailure(.refused, name: "not_found", Phrase("no programme \(id)", "没有编号为 \(id) 的项目体系"))
        }
        return found
    }

    fileprivate func show(_ programme: Programme?) throws {
        guard let programme else { return }
        let names = programme.policy.map { setting in
            interaction.text(SwitchName(rawValue: setting.name)?.phrase ?? Phrase(setting.name))
        }
        let width = (names.map(\.columns).max() ?? 0) + 2
        let lines = zip(programme.policy, names).map { setting, name in
            name + String(repeating: " ", count: width - name.columns)
                + interaction.text(PolicyNames.phrase(value: setting.value))
        }
        try interaction.show(
            [
                "id": JSON(programme.id), "name": .string(programme.name), "preset": .string(programme.preset),
                "time_zone": .string(programme.timeZone), "policy": programme.policyJSON,
            ],
            text: (["\(programme.id)  \(programme.name)  \(programme.preset)  \(programme.timeZone)"] + lines)
                .joined(separator: "\n"))
    }
}
