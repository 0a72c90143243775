package import Console
import Domain
package import Messages
package import Wire

// Certificates, shown alike by both programs.
extension Table {
    package static var certificates: Table {
        Table(
            .init("id", Phrase("Id", "编号"), .right), .init("number", Phrase("Number", "证书编号"), .exact),
            .init("code", Phrase("Code", "验证码"), .exact), .init("kind", Phrase("Kind", "类型")),
            .init("state", Phrase("State", "状态")), .init("name", Phrase("Name", "姓名")),
            .init("title", Phrase("For", "项目")), .init("last_day", Phrase("Until", "结束日期")),
            .init("credits_tenths", Phrase("Credits", "学分"), .right),
            .init("hours_tenths", Phrase("Hours", "学时"), .right), .init("issuer", Phrase("Issued by", "发证单位")),
            .init("id_number", Phrase("ID number", "身份证号"), .unshown),
            .init("cohort", Phrase("Cohort", "届别"), .unshown), .init("round", Phrase("Round", "批次"), .unshown),
            .init("award", Phrase("Award", "授予编号"), .unshown),
            .init("replaced_by", Phrase("Replaced by", "替换为"), .unshown),
            .init("reason", Phrase("Reason", "原因"), .exact))
    }

    package mutating func add(_ certificate: CertificateEntry) {
        let content = certificate.content ?? CertificateContent()
        add(
            .init(certificate.id), .init(content.number), .init(certificate.code), .init(content.kind),
            .init(certificate.state), .init(content.name), .init(content.title), Shown.day(content.lastDay),
            Shown.tenths(content.creditsTenths), Shown.tenths(content.hoursTenths), .init(content.issuer),
            .init(content.idNumber), .init(content.cohort), .init(content.round), .init(certificate.award),
            .init(certificate.replacedBy), .init(certificate.reason))
    }
}

extension Desk {
    /// Changes one certificate, and shows it as it is then.
    package func changeCertificate(_ method: Method, _ request: some Message) throws -> ExitCode {
        let reply: CertificateReply = try call(method, request)
        var table = Table.certificates
        if let certificate = reply.certificate { table.add(certificate) }
        try interaction.show(table)
        return .ok
    }

    /// Writes a certificate's file into a folder.
    /// - Returns: its path.
    package func write(
        _ method: Method, certificate: UInt64, into folder: String
    ) throws(CommandFailure) -> String {
        let reply: CertificateFile = try call(method, GetCertificateFileRequest(certificate: certificate))
        // A number from before may have a slash in it.
        let name = reply.fileName.map { $0 == "/" || $0 == "\\" ? "_" : $0 }
        let path = folder + "/" + String(name)
        try PrivateFile.makeFolder(folder)
        try PrivateFile.write(reply.bytes, to: path)
        return path
    }

    /// Issues certificates of awards and writes their files: what is refused is told, and the rest is done.
    package func export(
        _ outcomes: [IssuedCertificate], _ method: Method, into folder: String
    ) throws -> ExitCode {
        var table = Table(
            .init("award", Phrase("Award", "授予编号"), .right), .init("number", Phrase("Number", "证书编号"), .exact),
            .init("file", Phrase("File", "文件"), .exact), .init("refused", Phrase("Refused", "未能领取的原因"), .exact))
        var isWhole = true
        for outcome in outcomes {
            if let certificate = outcome.certificate {
                let path = try write(method, certificate: certificate.id, into: folder)
                table.add(
                    .init(outcome.award), .init(certificate.content?.number ?? ""), .init(path), .empty)
            } else {
                isWhole = false
                table.add(.init(outcome.award), .empty, .empty, .init(outcome.failure?.text ?? ""))
            }
        }
        try interaction.show(table)
        return isWhole ? .ok : .incomplete
    }
}
