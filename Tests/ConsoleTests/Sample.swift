@testable import Console

/// A small program with one of everything.
enum Sample {
    enum Kind: String, CaseIterable, ArgumentValue {
        case course, exam
    }

    static let site: Parameter<String?> = .option(
        "site", "FINGERPRINT", Phrase("the site to trust", "信任的站点指纹"), variable: "SAMPLE_SITE")
    static let limit: Parameter<Int> = .option(
        "limit", short: "n", "N", Phrase("at most N rows", "最多 N 行"), default: 50)
    static let kind: Parameter<Kind?> = .option("kind", "KIND", Phrase("only this kind", "仅此类型"))
    static let tags: Parameter<[String]> = .options("tag", "TAG", Phrase("only with this tag", "仅含此标签"))
    static let all: Parameter<Bool> = .flag("all", short: "a", Phrase("past ones too", "包括以往"))
    static let offering: Parameter<UInt64> = .argument("OFFERING", Phrase("the offering's number", "期次编号"))
    static let note: Parameter<String?> = .optionalArgument("NOTE", Phrase("why", "原因"))
    static let files: Parameter<[String]> = .arguments("FILE", Phrase("files to send", "要上传的文件"))
    static let dry: Parameter<String> = .required("mode", "MODE", Phrase("how", "方式"))

    static let program = Program(
        "sample", version: "1.0", Phrase("Show what a command line can do", "演示命令行"), common: site,
        commands: [
            Command("list", Phrase("List the offerings", "列出期次"), limit, kind, tags, all) { arguments, interaction in
                var table = Table(
                    .init("offering", Phrase("offering", "期次"), .right), .init("title", Phrase("title", "名称")),
                    .init("state", Phrase("state", "状态")))
                if arguments[kind] != .exam {
                    table.add(Table.Cell(412), "心肺复苏技能培训班", .init(Phrase("open", "开放"), json: "OPEN"))
                    table.add(Table.Cell(7), "Cafe\u{301}", .empty)
                }
                try interaction.show(table)
                interaction.say(
                    Phrase(
                        "limit \(arguments[limit]) tags \(arguments[tags].joined(separator: "+"))"
                            + " all \(arguments[all]) site \(arguments[site] ?? "-")", "限 \(arguments[limit])"))
                return .ok
            },
            Command(
                "scan", Phrase("Mend scans", "更正签到"),
                commands: [
                    Command("void", Phrase("Void a scan", "作废一次签到"), offering, note, dry) { arguments, interaction in
                        try interaction.show(
                            [
                                "offering": JSON(arguments[offering]),
                                "note": arguments[note].map { .string($0) } ?? .null,
                            ],
                            text: "\(arguments[offering]) \(arguments[note] ?? "-") \(arguments[dry])")
                        return .incomplete
                    }
                ]),
            Command("send", Phrase("Send files", "上传文件"), files) { arguments, interaction in
                let progress = interaction.progress(Phrase("sending", "上传中"), of: arguments[files].count)
                for (index, file) in arguments[files].enumerated() {
                    progress.update(index + 1)
                    try interaction.data(file)
                }
                progress.finish()
                return .ok
            },
            Command("login", Phrase("Log in", "登录")) { _, interaction in
                let name = try interaction.ask(Phrase("name", "账号"), insteadOf: "--name")
                let password = try interaction.askSecret(Phrase("password", "密码"), insteadOf: "--password-file")
                let sure = try interaction.confirm(Phrase("sure?", "确定吗？"), insteadOf: "--yes")
                try interaction.data("\(name)/\(password)/\(sure)")
                return .ok
            },
            Command("refuse", Phrase("Fail", "失败")) { _, interaction in
                interaction.warn(Phrase("soon", "即将"))
                try interaction.data("half")
                throw CommandFailure(
                    .refused, name: "full", Phrase("the offering is full", "名额已满"), hint: Phrase("ask later", "请稍后再试"))
            },
        ])
}
