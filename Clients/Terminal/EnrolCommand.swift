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
        "CODE",
        Phrase(
            "the one-time code an administrator made, the text of its card (RE1-…), or @FILE that holds that",
            "管理员生成的一次性注册码、整卡文本（RE1-…），或存有整卡的 @文件"))
    private static let site: Parameter<String?> = .option(
        "site", "FINGERPRINT", Phrase("the site's fingerprint; a card holds it", "站点指纹；整卡中已包含"))
    private static let server: Parameter<String> = .required(
        "server", "HOST:PORT", Phrase("the server's address", "服务器地址"))
    private static let plain: Parameter<Bool> = .flag(
        "plain", Phrase("without TLS; only to this machine", "不加密，仅限本机"))

    static let command = Command(
        "enrol", Phrase("make this device a terminal of a base", "将本机注册为基地终端"), code, server, site, plain
    ) { (arguments: Arguments, interaction: Interaction) in
        let card = try Self.card(arguments)
        let device = try Device(arguments)
        return try telling {
            let site = ServerSite(try Endpoint(arguments[server]), card.site, isPlain: arguments[plain])
            let link = try Link(site)
            defer { link.socket.close() }
            let request = device.terminal.enrolRequest(secret: card.code.secret, over: try link.evidence())
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

    /// Reads the code that was typed, scanned or stored in a file.
    private static func card(_ arguments: Arguments) throws -> EnrolmentCard {
        var text = arguments[code]
        if text.hasPrefix("@") {
            let path = String(text.dropFirst())
            text = try PrivateFile.text(PrivateFile.readExisting(path), of: path)
        }
        let given = try arguments[site].map { try ServerSite.fingerprint($0, option: "--site") }
        guard let typed = readCode(text) else {
            let card: EnrolmentCard
            do throws(PassError) { card = try EnrolmentCard(text: text) } catch { throw mistyped }
            guard given == nil || given == card.site else {
                throw CommandFailure(
                    .usage, name: "bad_code", Phrase("the card is of another site than --site", "整卡与 --site 不是同一站点"))
            }
            return card
        }
        guard let given else {
            throw CommandFailure(
                .usage, name: "usage", Phrase("--site is missing", "缺少 --site"),
                hint: Phrase(
                    "a typed code needs the site's fingerprint, as rollcall-admin terminals code NAME --base BASE shows it",
                    "手工输入注册码时须给出站点指纹（见 rollcall-admin terminals code 名称 --base 基地）"))
        }
        return EnrolmentCard(code: typed, site: given)
    }

    /// Returns nil unless the text is a code. To be tried before a card, which is longer: a code may begin with its letters.
    private static func readCode(_ text: String) -> EnrolmentCode? {
        do throws(PassError) {
            return try EnrolmentCode(text: text)
        } catch {
            return nil
        }
    }

    private static var mistyped: CommandFailure {
        CommandFailure(
            .usage, name: "bad_code", Phrase("the code is mistyped", "注册码输入有误"),
            hint: Phrase("16 symbols in groups of four; I is 1, O is 0", "共 16 位，每四位一组；字母 I 即 1，O 即 0"))
    }
}
