import Application
import Domain
import Messages
import Passes
import Storage
import Threads

extension Certificates {
    /// CRT-2c: tells anybody about a certificate by its number and code together. An unknown number and a wrong code are answered
    /// alike, and counted for the caller's network.
    func verifyCertificate(_ request: VerifyCertificateRequest, _ context: ReadContext) throws -> VerifyCertificateReply
    {
        try verify(
            request.number, code: request.code, from: context.call.peer.source.text, context.snapshot, now: context.now)
    }

    func verify(
        _ number: String, code: String, from source: String, _ snapshot: Snapshot, now: Int64
    ) throws -> VerifyCertificateReply {
        try wrongTries.withLock { try $0.check(source, now: now) }
        let typed = String(number.prefix(200))
        guard let code = try? CertificateCode(text: code),
            let record = try CertificateRecord.verified(typed, code, snapshot)
        else {
            wrongTries.withLock { $0.note(source, now: now) }
            throw Refusal(.notFound, field: "number", "no certificate with this number and code", zh: "没有与该编号和验证码相符的证书")
        }
        var content = record.content
        content.name = PersonName.masked(content.name)
        return VerifyCertificateReply(state: record.state, content: content)
    }
}
