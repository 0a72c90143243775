import ClientKit
import Console
import Domain
import Messages

extension Command {
    /// CRD-5: whether one has what is asked of one.
    static var compliance: Command {
        let year: Parameter<UInt32> = .option("year", "YEAR", Phrase("else this year", "年度，默认今年"), default: 0)
        return Command("compliance", Phrase("whether you have the credit that is asked of you", "我的年度达标情况"), year) {
            arguments, desk in
            let reply: ComplianceReply = try desk.call(
                .creditsMyCompliance, MyComplianceRequest(year: arguments[year]))
            try desk.show(reply)
            return .ok
        }
    }

    /// RPT-1: a year's credit as a signed file.
    static var statement: Command {
        let year: Parameter<UInt32> = .option("year", "YEAR", Phrase("else this year", "年度，默认今年"), default: 0)
        let out: Parameter<String?> = .option(
            "out", "FILE", Phrase("write it here; else under its own name", "保存为，默认用其文件名"))
        return Command(
            "statement", Phrase("your credit of a year as a signed PDF file", "年度学分情况（签名的 PDF 文件）"), year, out
        ) {
            arguments, desk in
            let reply: CertificateFile = try desk.call(
                .reportsGetOwnStatement, OwnStatementRequest(year: arguments[year]))
            let path = arguments[out] ?? String(reply.fileName.map { $0 == "/" ? "_" : $0 })
            try PrivateFile.write(reply.bytes, to: path)
            try desk.interaction.show(["file": .string(path), "bytes": JSON(reply.bytes.count)], text: path)
            return .ok
        }
    }
}
