package import Console
package import Network
package import Passes

extension Command {
    /// `connect HOST:PORT --site FINGERPRINT`: stores the server and the fingerprint that verifies it.
    package static var connect: Command {
        let server: Parameter<String> = .argument("HOST:PORT", Phrase("where the server listens", "服务器地址"))
        let site: Parameter<String?> = .option(
            "site", "FINGERPRINT",
            Phrase("the site's fingerprint, as its administrator gave it", "站点指纹，由管理员提供"))
        let plain: Parameter<Bool> = .flag(
            "plain", Phrase("without TLS; to this machine only", "不加密，仅限本机"))
        return Command(
            "connect", Phrase("choose the server and make sure of it", "设置并验证服务器"), server, site, plain
        ) { arguments, interaction in
            let endpoint = try ServerSite.endpoint(arguments[server])
            let expected = try arguments[site].map { try ServerSite.fingerprint($0, option: "--site") }
            let found: SiteFingerprint
            do throws(ClientError) {
                found = try ServerSite.ask(endpoint, isPlain: arguments[plain], waitMs: Client.patienceMs)
            } catch { throw error.commandFailure }
            if let expected {
                guard expected == found else { throw ClientError.wrongSite(found: found.text).commandFailure }
            } else {
                interaction.say(
                    Phrase("the site that answers: \(found.text)", "应答站点的指纹：\(found.text)"))
                let question = Phrase("Is this what your administrator gave you?", "与管理员提供的指纹一致吗？")
                guard try interaction.confirm(question, insteadOf: "--site") else {
                    throw CommandFailure(.failure, name: "cancelled", Phrase("cancelled", "已取消"))
                }
            }
            try ClientHome(arguments).keep(ServerSite(endpoint, found, isPlain: arguments[plain]))
            try interaction.show(
                ["server": .string("\(endpoint)"), "site": .string(found.text)], text: "\(endpoint)  \(found.text)")
            return .ok
        }
    }
}

extension ServerSite {
    /// Parses an endpoint that a person typed.
    package static func endpoint(_ text: String) throws(CommandFailure) -> Endpoint {
        do throws(NetworkError) {
            return try Endpoint(text)
        } catch {
            throw ClientError.network(error).commandFailure
        }
    }

    package static func fingerprint(_ text: String, option: String) throws(CommandFailure) -> SiteFingerprint {
        do throws(PassError) {
            return try SiteFingerprint(text: text)
        } catch {
            throw CommandFailure(
                .usage, name: "usage",
                Phrase("\(option): not a fingerprint, or mistyped", "\(option)：指纹格式有误，请核对"))
        }
    }
}
