import ClientKit
import Console
import Messages

extension Command {
    /// ACC-2b: links to outside accounts, such as a WeChat openid.
    static var links: Command {
        Command(
            "links", Phrase("log in with an account elsewhere", "第三方账号绑定与登录"), commands: [list, add, remove, logIn])
    }

    private static let provider: Parameter<String> = .argument("PROVIDER", Phrase("whose account", "第三方平台"))
    private static let outsideCode: Parameter<String> = .argument(
        "CODE", Phrase("what the provider gave you", "第三方授权码"))

    private static var list: Command {
        Command("list", Phrase("those linked with yours", "已绑定的第三方账号")) { _, desk in
            let reply: ListLinksReply = try desk.call(.accountsListLinks, ListLinksRequest())
            var table = Table(
                .init("provider", Phrase("Provider", "平台")), .init("linked_ms", Phrase("Since", "绑定时间")))
            for link in reply.links { table.add(.init(link.provider), Shown.moment(link.linkedMs)) }
            try desk.interaction.show(table)
            if !reply.providers.isEmpty {
                let names = reply.providers
                desk.interaction.say(
                    Phrase(
                        "can be linked: \(names.joined(separator: ", "))", "可绑定：\(names.joined(separator: "、"))"))
            }
            return .ok
        }
    }

    private static var add: Command {
        Command("add", Phrase("link it", "绑定"), provider, outsideCode) { arguments, desk in
            let _: LinkOutsideReply = try desk.call(
                .accountsLinkOutside,
                LinkOutsideRequest(provider: arguments[provider], code: arguments[outsideCode]))
            desk.interaction.say(Phrase("linked", "已绑定"))
            return .ok
        }
    }

    private static var remove: Command {
        Command("remove", Phrase("undo the link", "解除绑定"), provider) { arguments, desk in
            let _: UnlinkOutsideReply = try desk.call(
                .accountsUnlinkOutside, UnlinkOutsideRequest(provider: arguments[provider]))
            desk.interaction.say(Phrase("no longer linked", "已解除绑定"))
            return .ok
        }
    }

    private static var logIn: Command {
        Command("login", Phrase("log in with it", "用第三方账号登录"), provider, outsideCode) { arguments, desk in
            let reply: LoginReply = try desk.call(
                .accountsLoginOutside,
                LoginOutsideRequest(provider: arguments[provider], code: arguments[outsideCode]))
            try desk.home.keep(session: reply.session)
            try desk.interaction.show(
                ["person": JSON(reply.person?.id ?? 0), "name": .string(reply.person?.name ?? "")],
                text: reply.person?.name ?? "")
            return .ok
        }
    }
}
