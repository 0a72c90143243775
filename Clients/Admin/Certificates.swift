import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// CRT-2: certificates, for bases and commissions.
    static var certificates: Command {
        Command(
            "certificates", Phrase("certificates of credit and completion", "证书管理"),
            commands: [issue, complete, add, correct, revoke, show, list, export])
    }

    private static var issue: Command {
        let awards: Parameter<[UInt64]> = .options(
            "award", "AWARD", Phrase("only of this award; else of all", "仅此授予编号，默认全部"))
        return Command(
            "issue", Phrase("issue the certificates of an offering's credit", "发放期次的学分证书"),
            Name<OfferingRegister>.positional, awards
        ) { arguments, desk in
            var request = IssueCertificatesRequest(
                offering: try desk.id(arguments[Name<OfferingRegister>.positional]), awards: arguments[awards])
            var outcomes: [IssuedCertificate] = []
            repeat {
                let reply: IssueCertificatesReply = try desk.call(.certificatesIssue, request)
                outcomes += reply.outcomes
                request.after = reply.next
            } while request.after != 0
            var table = Table(
                .init("award", Phrase("Award", "授予编号"), .right), .init("id", Phrase("Certificate", "证书"), .right),
                .init("number", Phrase("Number", "证书编号"), .exact), .init("name", Phrase("Name", "姓名")),
                .init("refused", Phrase("Refused", "未能发放的原因"), .exact))
            for outcome in outcomes {
                let content = outcome.certificate?.content
                table.add(
                    .init(outcome.award), outcome.certificate.map { .init($0.id) } ?? .empty,
                    .init(content?.number ?? ""), .init(content?.name ?? ""), .init(outcome.failure?.text ?? ""))
            }
            try desk.interaction.show(table)
            return ExitCode(refused: outcomes.count { $0.failure != nil }, of: outcomes.count)
        }
    }

    private static var complete: Command {
        let offering = Name<OfferingRegister>.option(
            "offering", Phrase("the class, or the skills exam with which the training ends", "培训班，或结束培训的技能考核场次"))
        let people: Parameter<[UInt64]> = .options(
            "person", "PERSON", Phrase("only of this person; else of all", "仅此人员编号，默认全部"))
        let base = Name<BaseRegister>.option("base", Phrase("of an intake: who has trained them", "招录培训：培训基地"))
        let applications: Parameter<[UInt64]> = .options(
            "application", "APPLICATION", Phrase("of an intake: whose training is completed", "招录培训：已结业的报名编号"))
        return Command(
            "complete", Phrase("issue certificates of completion", "发放结业证书"), offering, people, base, applications
        ) { arguments, desk in
            var outcomes: [CompletionCertificate] = []
            switch (arguments[offering], arguments[base]) {
            case (let offering?, nil):
                var request = IssueCompletionRequest(offering: try desk.id(offering), people: arguments[people])
                repeat {
                    let reply: IssueCompletionReply = try desk.call(.certificatesIssueCompletion, request)
                    outcomes += reply.outcomes
                    request.after = reply.next
                } while request.after != 0
            case (nil, let base?):
                let reply: IssueCompletionReply = try desk.call(
                    .certificatesIssueTrained,
                    IssueTrainedRequest(base: try desk.id(base), applications: arguments[applications]))
                outcomes = reply.outcomes
            default:
                throw CommandFailure(
                    .usage, name: "usage", Phrase("one of --offering and --base", "--offering、--base 须选其一"))
            }
            var table = Table(
                .init("subject", Phrase("Of", "人员或报名"), .right), .init("id", Phrase("Certificate", "证书"), .right),
                .init("number", Phrase("Number", "证书编号"), .exact), .init("name", Phrase("Name", "姓名")),
                .init("refused", Phrase("Refused", "未能发放的原因"), .exact))
            for outcome in outcomes {
                let content = outcome.certificate?.content
                table.add(
                    .init(outcome.subject), outcome.certificate.map { .init($0.id) } ?? .empty,
                    .init(content?.number ?? ""), .init(content?.name ?? ""), .init(outcome.failure?.text ?? ""))
            }
            try desk.interaction.show(table)
            return ExitCode(refused: outcomes.count { $0.failure != nil }, of: outcomes.count)
        }
    }

    private static var show: Command {
        Command("show", Phrase("one certificate, whatever became of it", "查看证书"), certificate) { arguments, desk in
            try desk.changeCertificate(.certificatesGet, GetCertificateRequest(certificate: arguments[certificate]))
        }
    }

    private static let certificate: Parameter<UInt64> = .argument("CERTIFICATE", Phrase("its id", "证书的编号"))
    private static let reason: Parameter<String> = .required("reason", "TEXT", Phrase("why", "原因"))
    private static let name: Parameter<String?> = .option("name", "NAME", Phrase("whose it is", "姓名"))
    private static let idNumber: Parameter<String?> = .option("id-number", "NUMBER", Phrase("their ID number", "身份证号"))
    private static let title: Parameter<String?> = .option("title", "TEXT", Phrase("what was completed", "项目或培训名称"))
    private static let number: Parameter<String?> = .option(
        "number", "NUMBER", Phrase("of one from before; else a new one", "原证书编号，默认自动编号"))
    private static let until: Parameter<Day?> = .option("until", "DAY", Phrase("its last day", "结束日期"))
    private static let issued: Parameter<Day?> = .option("issued", "DAY", Phrase("else today", "发证日期，默认今天"))
    private static let hours: Parameter<Tenths?> = .option("hours", "HOURS", Phrase("contact hours", "学时"))
    private static let credits: Parameter<Tenths?> = .option("credits", "CREDITS", Phrase("credits", "学分"))
    private static let cohort: Parameter<String?> = .option("cohort", "NAME", Phrase("of the trainees", "届别"))
    private static let round: Parameter<String?> = .option("round", "NAME", Phrase("of their intake", "招录批次"))

    private static func content(_ arguments: Arguments) -> CertificateContent {
        CertificateContent(
            name: arguments[name] ?? "", idNumber: arguments[idNumber] ?? "", title: arguments[title] ?? "",
            creditsTenths: arguments[credits]?.count ?? 0, hoursTenths: arguments[hours]?.count ?? 0,
            lastDay: arguments[until]?.number ?? 0, issuedDay: arguments[issued]?.number ?? 0,
            cohort: arguments[cohort] ?? "", round: arguments[round] ?? "", number: arguments[number] ?? "")
    }

    private static var add: Command {
        Command(
            "add", Phrase("enter one, of today or from before", "登记证书（含历史证书）"), Name<BaseRegister>.positional, name,
            idNumber, title, until, issued, hours, credits, cohort, round, number
        ) { arguments, desk in
            try desk.changeCertificate(
                .certificatesAdd,
                AddCertificateRequest(
                    base: try desk.id(arguments[Name<BaseRegister>.positional]), content: content(arguments)))
        }
    }

    private static var correct: Command {
        Command(
            "correct", Phrase("replace one by another that says what is right", "更正：以新证书替换"), certificate, name,
            idNumber,
            title, until, issued, hours, credits, cohort, round, number, reason
        ) { arguments, desk in
            try desk.changeCertificate(
                .certificatesCorrect,
                CorrectCertificateRequest(
                    certificate: arguments[certificate], content: content(arguments), reason: arguments[reason]))
        }
    }

    private static var revoke: Command {
        Command("revoke", Phrase("from now on it verifies as revoked", "撤销证书"), certificate, reason, Asking.yes) {
            arguments, desk in
            let id = arguments[certificate]
            try desk.confirm(arguments, Phrase("Revoke certificate \(id) for good?", "确定撤销证书 \(id) 吗？撤销后不能恢复。"))
            return try desk.changeCertificate(
                .certificatesRevoke,
                RevokeCertificateRequest(certificate: arguments[certificate], reason: arguments[reason]))
        }
    }

    private static var list: Command {
        let place = Name<OrganisationRegister>.option(
            "at", Phrase("a base, or a region with all below it; else your own", "基地或地区（含下级），默认本人所辖"))
        let year: Parameter<UInt32?> = .option("year", "YEAR", Phrase("of the last day", "结束年份"))
        return Command(
            "list", Phrase("newest first; each filter must hold", "查询证书，最新在前"), place, name, number, cohort, round,
            year,
            Paging.limit, Paging.after, Paging.all
        ) { arguments, desk in
            let organisation = try arguments[place].map { try desk.id($0) } ?? 0
            try desk.list(arguments, .certificates, .certificatesList) { after, limit in
                ListCertificatesRequest(
                    organisation: organisation, after: after, limit: limit, name: arguments[name] ?? "",
                    number: arguments[number] ?? "", cohort: arguments[cohort] ?? "", round: arguments[round] ?? "",
                    year: arguments[year] ?? 0)
            } rows: { (reply: ListCertificatesReply, table) in
                for certificate in reply.certificates { table.add(certificate) }
                return (reply.certificates.count, reply.next)
            }
            return .ok
        }
    }

    private static var export: Command {
        let out: Parameter<String> = .option("out", "DIR", Phrase("the folder of the file", "存放文件的目录"), default: ".")
        return Command("export", Phrase("get one as a signed PDF file", "下载签名的 PDF 文件"), certificate, out) {
            arguments, desk in
            let path = try desk.write(
                .certificatesGetFile, certificate: arguments[certificate], into: arguments[out])
            try desk.interaction.show(["file": .string(path)], text: path)
            return .ok
        }
    }
}
