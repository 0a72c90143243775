import ClientKit
import Console
import Messages

extension Command {
    /// ACC-8: one's profile.
    static var profile: Command {
        Command("profile", Phrase("your profile, in four sections", "个人信息（四部分）"), commands: [show, edit])
    }

    private static var show: Command {
        let programme = Name<ProgrammeRegister>.option(
            "programme", Phrase("what this one asks for and is missing", "查看此项目体系要求而尚缺的内容"))
        return Command("show", Phrase("what is filled in, and what is missing", "查看已填与缺少的内容"), programme) {
            arguments, desk in
            let reply: GetProfileReply = try desk.call(
                .profilesGet, GetProfileRequest(programme: try desk.id(arguments[programme])))
            try desk.interaction.show(reply.sections.reduce(into: Table.profile) { $0.add($1) })
            let asked = reply.demanded.joined(separator: ", ")
            if !asked.isEmpty {
                desk.interaction.warn(Phrase("the programme asks for: \(asked)", "此项目体系还要求填写：\(asked)"))
            }
            return .ok
        }
    }

    private static var edit: Command {
        let section: Parameter<Choice<ProfileSection>> = .argument("SECTION", Phrase("which part", "部分"))
        let values: Parameter<[String]> = .options(
            "set", "FIELD=VALUE", Phrase("one field; asked for unless given", "一个字段；未给出时逐项询问"))
        return Command("edit", Phrase("change a section", "修改一部分"), section, values) { arguments, desk in
            let reply: GetProfileReply = try desk.call(.profilesGet, GetProfileRequest())
            guard let known = reply.sections.first(where: { $0.section == arguments[section].value }) else {
                throw ClientError.badReply(.profilesGet).commandFailure
            }
            let fields = try arguments[values].map { try Self.field($0, of: known) }
            let saved: SaveProfileReply = try desk.call(
                .profilesSave,
                SaveProfileRequest(
                    section: known.section, revision: known.revision,
                    fields: try (fields.isEmpty ? desk.ask(known) : fields).map(desk.withUnit)))
            var table = Table.profile
            if let section = saved.section { table.add(section) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    /// Parses `FIELD=VALUE`.
    /// - Parameter known: the fields, each named by its name or its label.
    private static func field(_ text: String, of known: Profile) throws -> ProfileField {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw CommandFailure(
                .usage, name: "usage", Phrase("--set takes FIELD=VALUE, not \(text)", "--set 的格式为 字段=值：\(text)"))
        }
        guard let field = known.fields.first(where: { [$0.name, $0.label].contains(String(parts[0])) }) else {
            let names = known.fields.map { "\($0.name) (\($0.label))" }.joined(separator: ", ")
            throw CommandFailure(
                .usage, name: "usage",
                Phrase("no field “\(parts[0])” in this section", "本部分没有字段“\(parts[0])”"),
                hint: Phrase("there are: \(names)", "可用字段：\(names)"))
        }
        return ProfileField(name: field.name, value: String(parts[1]))
    }
}

extension Desk {
    /// Replaces a unit's exact name by its id; leaves an unknown name unchanged.
    fileprivate func withUnit(_ field: ProfileField) throws -> ProfileField {
        guard field.name == "unit", !field.value.isEmpty, UInt64(field.value) == nil else { return field }
        let named = try units(named: field.value).filter { $0.name == field.value }
        guard named.count == 1, let unit = named.first else { return field }
        return ProfileField(name: field.name, value: String(unit.id))
    }

    /// Asks for every editable field and shows its value; an empty answer keeps it.
    fileprivate func ask(_ section: Profile) throws -> [ProfileField] {
        try section.fields.filter { !$0.fixed }.compactMap { field in
            let now = field.value.isEmpty ? "" : " [\(field.value)]"
            let star = field.required ? "*" : ""
            let answer = try interaction.ask(
                Phrase("\(field.label)\(star)\(now)"), insteadOf: "--set \(field.name)=…")
            return answer.isEmpty ? nil : ProfileField(name: field.name, value: answer)
        }
    }
}

extension Table {
    /// ACC-8: one row per field.
    static var profile: Table {
        Table(
            .init("section", Phrase("Section", "部分")), .init("field", Phrase("Field", "字段")),
            .init("label", Phrase("Name", "名称")), .init("value", Phrase("Value", "内容")),
            .init("missing", Phrase("Missing", "缺少")))
    }

    mutating func add(_ profile: Profile) {
        for field in profile.fields {
            let isMissing = profile.missing.contains(field.name)
            add(
                .init(profile.section), .init(field.name),
                .init(field.label), .init(field.shown, json: .string(field.value)),
                isMissing ? Shown.flag(true) : .init(Phrase(""), json: false))
        }
    }
}
