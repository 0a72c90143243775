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
        let unlisted: Parameter<Bool> = .flag(
            "unlisted-unit", Phrase("my unit is not registered here: keep its name as text", "本单位未登记，按文字保存"))
        return Command("edit", Phrase("change a section", "修改一部分"), section, values, unlisted) { arguments, desk in
            let reply: GetProfileReply = try desk.call(.profilesGet, GetProfileRequest())
            guard let known = reply.sections.first(where: { $0.section == arguments[section].value }) else {
                throw ClientError.badReply(.profilesGet).commandFailure
            }
            let fields = try arguments[values].map { try Self.field($0, of: known) }
            let isUnlisted = arguments[unlisted]
            var request = SaveProfileRequest(
                section: known.section, revision: known.revision,
                fields: try (fields.isEmpty ? desk.ask(known, isUnlisted) : fields).map {
                    try desk.withUnit($0, isUnlisted)
                })
            let saved: SaveProfileReply = try desk.accepted(
                .profilesSave, &request, asking: desk.questions(about: known, isUnlisted))
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
    /// Replaces a unit's name by its id: a unit is one of those registered, or somebody says that it is not.
    fileprivate func withUnit(_ field: ProfileField, _ isUnlisted: Bool) throws -> ProfileField {
        guard field.name == "unit", !field.value.isEmpty, !isUnlisted,
            let name = Name<UnitRegister>(argument: field.value)
        else { return field }
        do throws(CommandFailure) {
            return ProfileField(name: field.name, value: String(try id(name)))
        } catch {
            let near = try nearUnits(field.value)
            throw CommandFailure(
                error.exitCode, name: error.name, error.message,
                hint: near.isEmpty
                    ? Phrase(
                        "of a unit that is not registered --unlisted-unit keeps the name as text",
                        "单位未登记时可加 --unlisted-unit 按文字保存")
                    : Phrase("there are: \(near.joined(separator: ", "))", "已登记：\(near.joined(separator: "、"))"),
                next: near.isEmpty ? Phrase("units find NAME", "units find 名称") : nil)
        }
    }

    /// Returns units whose names have the beginning or the end of a name that is none.
    private func nearUnits(_ text: String) throws -> [String] {
        guard text.count >= 2 else { return [] }
        let found = try units(named: String(text.prefix(2))) + units(named: String(text.suffix(4)))
        return Array(Set(found.map { "\($0.id) \($0.name)" }).sorted().prefix(5))
    }

    /// Asks for every editable field and shows its value; an empty answer keeps it, and a unit that is none is asked for again.
    fileprivate func ask(_ section: Profile, _ isUnlisted: Bool) throws -> [ProfileField] {
        try section.fields.filter { !$0.fixed }.compactMap { try ask($0, isUnlisted) }
    }

    private func ask(_ field: ProfileField, _ isUnlisted: Bool) throws -> ProfileField? {
        let now = field.value.isEmpty ? "" : " [\(interaction.text(field.shown))]"
        let star = field.required ? "*" : ""
        while true {
            let answer = try interaction.ask(
                Phrase("\(field.label)\(star)\(now)"), insteadOf: "--set \(field.name)=…")
            guard !answer.isEmpty else { return nil }
            do {
                return try withUnit(ProfileField(name: field.name, value: answer), isUnlisted)
            } catch let failure as CommandFailure where interaction.isAskedAtTerminal {
                interaction.report(failure)
            }
        }
    }

    /// How to ask again for a field that the server refuses.
    fileprivate func questions(
        about section: Profile, _ isUnlisted: Bool
    ) -> [String: (inout SaveProfileRequest) throws -> Void] {
        var questions: [String: (inout SaveProfileRequest) throws -> Void] = [:]
        for field in section.fields where !field.fixed {
            questions[field.name] = { [self] request in
                let answer = try ask(field, isUnlisted)
                request.fields.removeAll { $0.name == field.name }
                if let answer { request.fields.append(answer) }
            }
        }
        return questions
    }
}

extension Table {
    /// ACC-8: one row per field.
    static var profile: Table {
        Table(
            .init("section", Phrase("Section", "部分")), .init("field", Phrase("Field", "字段"), .unshown),
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
