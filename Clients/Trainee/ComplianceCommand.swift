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
}
