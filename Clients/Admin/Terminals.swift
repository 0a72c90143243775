import ClientKit
import Console
import Messages

extension Command {
    /// SYN-1, SYN-7: enrolment and revocation of terminals.
    static var terminals: Command {
        Command("terminals", Phrase("terminals of bases", "签到终端"), commands: [enrolmentCode, list, raise, revoke])
    }

    private static var enrolmentCode: Command {
        let name: Parameter<String> = .argument("NAME", Phrase("what to call the terminal", "终端名称"))
        let base = Name<PlaceRegister>.required("base", Phrase("where it stands", "所在基地或主办单位"))
        return Command(
            "code", Phrase("a code that enrols one terminal, once", "生成一次性注册码"), name, base, DrawnCode.png
        ) { arguments, desk in
            let reply: CreateEnrolmentCodeReply = try desk.call(
                .terminalsCreateEnrolmentCode,
                CreateEnrolmentCodeRequest(base: try desk.id(arguments[base]), name: arguments[name]))
            // The card consists of `RE1-`, the code and the fingerprint.
            try DrawnCode.write(reply.card, to: arguments[DrawnCode.png])
            let site = String(reply.card.dropFirst("RE1-".count + reply.code.count + "-".count))
            try desk.interaction.show(
                [
                    "code": .string(reply.code), "site": .string(site), "card": .string(reply.card),
                    "expires_ms": .integer(reply.expiresMs),
                ],
                text: desk.interaction.text(
                    Phrase(
                        """
                        code  \(reply.code)
                        site  \(site)
                        card  \(reply.card)
                        """,
                        """
                        注册码    \(reply.code)
                        站点指纹  \(site)
                        整卡      \(reply.card)
                        """)))
            // A script has it all, and may keep what is said beside it.
            guard !desk.interaction.isJSON else { return .ok }
            let until = Shown.text(reply.expiresMs)
            // A terminal speaks TLS: where this desk does not, it does not know where.
            let here = try desk.home.site()
            let server =
                here.isPlain ? Phrase("HOST:PORT", "主机:端口") : Phrase("\(here.endpoint)")
            desk.interaction.say(
                Phrase(
                    """
                    good until \(until), shown once; at the terminal, by hand or from the card as a QR code shows it:
                      rollcall-terminal enrol \(reply.code) --server \(server.en) --site \(site)
                      rollcall-terminal enrol \(reply.card) --server \(server.en)
                    """,
                    """
                    有效至 \(until)，只显示一次；在终端上手工输入，或扫描整卡二维码：
                      rollcall-terminal enrol \(reply.code) --server \(server.zh) --site \(site)
                      rollcall-terminal enrol \(reply.card) --server \(server.zh)
                    """))
            try DrawnCode.draw(reply.card, desk.interaction)
            return .ok
        }
    }

    private static var list: Command {
        let base = Name<PlaceRegister>.option("base", Phrase("at this base", "仅此基地或主办单位"))
        return Command(
            "list", Phrase("list terminals", "终端列表"), base, Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let place = try desk.id(arguments[base])
            try desk.list(arguments, terminalTable, .terminalsListTerminals) { after, limit in
                ListTerminalsRequest(after: after, limit: limit, base: place)
            } rows: { (reply: ListTerminalsReply, table) in
                for terminal in reply.terminals { table.add(terminal, desk) }
                return (reply.terminals.count, reply.next)
            }
            return .ok
        }
    }

    private static var raise: Command {
        let terminal = Name<TerminalRegister>.positional
        let mebibytes: Parameter<UInt32> = .required(
            "mebibytes", "N", Phrase("what it may store in all, in MiB", "存储上限（MiB，总计）"))
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command(
            "raise", Phrase("let a terminal store more", "提高终端存储上限"), terminal, mebibytes, reason
        ) { arguments, desk in
            let reply: RaiseTerminalReply = try desk.call(
                .terminalsRaiseTerminal,
                RaiseTerminalRequest(
                    terminal: try desk.id(arguments[terminal]), mebibytes: arguments[mebibytes],
                    reason: arguments[reason]))
            var table = terminalTable
            if let terminal = reply.terminal { table.add(terminal, desk) }
            try desk.interaction.show(table)
            return .ok
        }
    }

    private static var revoke: Command {
        let terminal = Name<TerminalRegister>.positional
        let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
        return Command(
            "revoke", Phrase("take nothing more from a terminal", "吊销终端"), terminal, reason, Asking.yes
        ) { arguments, desk in
            let named = arguments[terminal].argument
            try desk.confirm(
                arguments,
                Phrase(
                    "Revoke \(named)? It erases its roster, and what it has not sent waits until it is enrolled again.",
                    "确定吊销“\(named)”吗？其名单将清除，未上传的记录须重新注册后才能上传。"))
            let reply: RevokeTerminalReply = try desk.call(
                .terminalsRevokeTerminal,
                RevokeTerminalRequest(terminal: try desk.id(arguments[terminal]), reason: arguments[reason]))
            var table = terminalTable
            if let terminal = reply.terminal { table.add(terminal, desk) }
            try desk.interaction.show(table)
            return .ok
        }
    }
}

private var terminalTable: Table {
    Table(
        .init("id", Phrase("Id", "编号"), .right), .init("name", Phrase("Name", "名称")),
        .init("base_name", Phrase("Base", "所在")), .init("revoked", Phrase("Revoked", "已吊销")),
        .init("last_contact_ms", Phrase("Last contact", "最近联系")), .init("facts", Phrase("Facts", "记录数"), .right),
        .init("stored_mib", Phrase("Stored MiB", "已存储 MiB"), .right),
        .init("stored_mib_limit", Phrase("of", "上限"), .right),
        .init("forged_receipts", Phrase("Forged receipts", "伪造回执"), .right),
        .init("base", Phrase("Base", "所在"), .unshown))
}

extension Table {
    fileprivate mutating func add(_ terminal: Terminal, _ desk: Desk) {
        add(
            .init(terminal.id), .init(terminal.name),
            .init(desk.name(of: terminal.base, in: OrganisationRegister.self)),
            Shown.flag(terminal.revoked),
            Shown.moment(terminal.lastContactMs), .init(terminal.facts), .init(terminal.storedBytes >> 20),
            .init(terminal.storedBytesLimit >> 20),
            terminal.forgedReceipts == 0 ? .empty : .init(terminal.forgedReceipts), .init(terminal.base))
    }
}
