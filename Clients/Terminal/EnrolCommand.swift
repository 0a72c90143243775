import ClientKit
import Connection
import Console
import Crypto
import Messages
import Network
import Passes
import Terminal

enum EnrolCommand {
    private static let code: Parameter<String> = .argument(
        "CODE", Phrase("the one-time code an administrator made", "管理员生成的一次性注册码"))
    private static let server: Parameter<String> = .required(
        "server", "HOST:PORT", Phrase("the server's address", "服务器地址"))
    private static let plain: Parameter<Bool> = .flag(
        "plain", Phrase("without TLS; only to this machine", "不加密，仅限本机"))

    static let command = Command(
        "enrol", Phrase("make this device a terminal of a base", "将本机注册为基地终端"), code, server, plain
    ) { (arguments: Arguments, interaction: Interaction) in
        let code: EnrolmentCode
        do {
            code = try EnrolmentCode(text: arguments[Self.code])
        } catch {
            throw CommandFailure(
                .usage, name: "bad_code", Phrase("the code is mistyped", "注册码输入有误"),
                hint: Phrase("groups of five; I is 1, O is 0", "每五位一组；字母 I 即 1，O 即 0"))
        }
        let device = try Device(arguments)
        return try telling {
            let site = ServerSite(try Endpoint(arguments[server]), code.site, isPlain: arguments[plain])
            let link = try Link(site)
            defer { link.socket.close() }
            let request = device.terminal.enrolRequest(secret: code.secret, over: try link.evidence())
            let reply: EnrolReply = try link.call(.terminalsEnrol, request, locale: interaction.language.rawValue)
            try device.terminal.enrolled(reply, siteKey: try link.evidence().siteKey)
            try device.home.keep(site)
            try interaction.show(
                [
                    "terminal": .integer(Int64(reply.terminal)), "name": .string(reply.name),
                    "base": .string(reply.baseName),
                ],
                text: interaction.text(
                    Phrase(
                        "terminal \(reply.terminal), \(reply.name), of \(reply.baseName)",
                        "终端 \(reply.terminal)（\(reply.name)），所属 \(reply.baseName)")))
            interaction.say(Phrase("next: rollcall-terminal sync", "下一步：rollcall-terminal sync"))
            return .ok
        }
    }
}
