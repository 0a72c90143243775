import ClientKit
import Console
import Domain
import Messages
import Passes

extension Command {
    /// CRT-1, CRT-2: a trainee's certificates.
    static var certificates: Command {
        Command("certificates", Phrase("your certificates", "我的证书"), commands: [listOwn, exportOwn])
    }

    private static var listOwn: Command {
        Command(
            "list", Phrase("all that were issued to you, newest first", "我的证书，最新在前"), Paging.limit, Paging.after,
            Paging.all
        ) { arguments, desk in
            try desk.list(arguments, .certificates, .certificatesListOwn) { after, limit in
                MyCertificatesRequest(after: after, limit: limit)
            } rows: { (reply: ListCertificatesReply, table) in
                for certificate in reply.certificates { table.add(certificate) }
                return (reply.certificates.count, reply.next)
            }
            return .ok
        }
    }

    private static var exportOwn: Command {
        let awards: Parameter<[UInt64]> = .options(
            "award", "AWARD", Phrase("the certificate of this credit (see: credits)", "学分的授予编号，可多次（见 rollcall credits）")
        )
        let certificates: Parameter<[UInt64]> = .options(
            "certificate", "ID", Phrase("one that was issued", "已发证书的编号，可多次"))
        let out: Parameter<String> = .option("out", "DIR", Phrase("the folder of the files", "存放文件的目录"), default: ".")
        return Command(
            "export", Phrase("get certificates as signed PDF files", "领取证书（签名的 PDF 文件）"), awards, certificates, out
        ) { arguments, desk in
            var outcomes: [IssuedCertificate] = []
            if !arguments[awards].isEmpty {
                let reply: IssueCertificatesReply = try desk.call(
                    .certificatesIssueOwn, IssueOwnRequest(awards: arguments[awards]))
                outcomes = reply.outcomes
            }
            outcomes += arguments[certificates].map {
                IssuedCertificate(certificate: CertificateEntry(id: $0))
            }
            guard !outcomes.isEmpty else {
                throw CommandFailure(
                    .usage, name: "nothing_named",
                    Phrase(
                        "name an award (rollcall credits) or a certificate (rollcall certificates list)",
                        "请指定授予编号（见 rollcall credits）或证书编号（见 rollcall certificates list）"))
            }
            return try desk.export(outcomes, .certificatesGetOwnFile, into: arguments[out])
        }
    }

    /// CRT-2c: without a login; with the text of a code, without the server.
    static var verifyCertificate: Command {
        let number: Parameter<String> = .argument(
            "NUMBER", Phrase("its number, or the text of its code", "证书编号，或二维码的内容"))
        let code: Parameter<String?> = .optionalArgument("CODE", Phrase("beside its number", "证书上的验证码"))
        return Command(
            "verify-certificate", Phrase("whether a certificate is genuine and valid", "核验证书真伪及状态"), number, code
        ) { arguments, interaction in
            let home = ClientHome(arguments)
            if let code = arguments[code] {
                let desk = try Desk(arguments, interaction)
                defer { desk.client.close() }
                let reply: VerifyCertificateReply = try desk.call(
                    .certificatesVerify, VerifyCertificateRequest(number: arguments[number], code: code))
                try interaction.show(reply)
                return reply.state == .valid ? .ok : .refused
            }
            // A text that is no card, and a card of somebody else's, are told alike: neither is a certificate of this site.
            guard let card = try? CertificateCard(text: arguments[number]),
                card.isGenuine(at: try home.site().fingerprint)
            else {
                throw CommandFailure(
                    .refused, name: "not_genuine",
                    Phrase("not a certificate of this site", "不是本站点签发的证书"),
                    hint: Phrase("a number needs its code beside it", "按证书编号核验须同时提供验证码"))
            }
            try interaction.show(card.content)
            interaction.say(
                Phrase(
                    "Signed by this site. Whether it was revoked since, its number and code tell.",
                    "由本站点签发。是否已被撤销，请凭证书编号与验证码联网核验。"))
            return .ok
        }
    }
}

extension Interaction {
    fileprivate func show(_ reply: VerifyCertificateReply) throws {
        let content = reply.content ?? CertificateContent()
        var table = Table.verified
        table.add(
            .init(reply.state), .init(content.number), .init(content.name), .init(content.title),
            Shown.day(content.lastDay), Shown.tenths(content.creditsTenths), Shown.tenths(content.hoursTenths),
            .init(content.issuer))
        try show(table)
    }

    fileprivate func show(_ content: CertificateCard.Content) throws {
        var table = Table.verified
        table.add(
            .init(Phrase("signed", "签名有效"), json: .string("signed")), .init(content.number), .init(content.name),
            .init(content.title),
            Shown.day(content.lastDay), Shown.tenths(content.creditsTenths), Shown.tenths(content.hoursTenths), .empty)
        try show(table)
    }
}

extension Table {
    fileprivate static var verified: Table {
        Table(
            .init("state", Phrase("State", "状态")), .init("number", Phrase("Number", "证书编号"), .exact),
            .init("name", Phrase("Name", "姓名")), .init("title", Phrase("For", "项目")),
            .init("last_day", Phrase("Until", "结束日期")), .init("credits_tenths", Phrase("Credits", "学分"), .right),
            .init("hours_tenths", Phrase("Hours", "学时"), .right), .init("issuer", Phrase("Issued by", "发证单位")))
    }
}
