import Console
import Domain
import Terminal

enum ScoreCommand {
    private static let marks: Parameter<[String]> = .arguments(
        "NUMBER=MARK", Phrase("marks, as 1001=86.5; - reads lines NUMBER MARK", "成绩，如 1001=86.5；- 表示逐行读取“编号 成绩”"))

    static let command = Command(
        "score", Phrase("record an examiner's marks", "记录考官评分"), marks, Recording.offering, Recording.actor
    ) { (arguments: Arguments, interaction: Interaction) in
        guard let actor = arguments[Recording.actor] else {
            throw CommandFailure(
                .usage, name: "actor", Phrase("whose marks? give --actor", "缺少考官，请用 --actor 指定"))
        }
        let device = try Device(arguments)
        func record(_ number: String, _ mark: String) throws {
            guard let hundredths = hundredths(of: mark) else {
                throw CommandFailure(
                    .usage, name: "mark", Phrase("\(mark) is no mark from 0 to 100", "\(mark) 不是 0 至 100 的成绩"))
            }
            let outcome = try telling {
                try device.terminal.score(
                    number, offering: arguments[Recording.offering], hundredths: hundredths, actor: actor,
                    at: device.now)
            }
            try interaction.show(
                [
                    "number": .string(number), "hundredths": .integer(Int64(clamping: hundredths)),
                    "replaced": .integer(Int64(outcome.replaced)),
                ],
                text: "\(number)  \(Domain.hundredths(Int(clamping: hundredths)))  "
                    + interaction.text(
                        outcome.replaced > 0
                            ? Phrase("replaces your earlier mark", "替换您之前的评分") : Phrase("recorded", "已记录")))
            try interaction.flush()
        }
        if arguments[marks] == ["-"] {
            while let line = try interaction.nextLine() {
                let parts = line.split(whereSeparator: \.isWhitespace)
                if parts.isEmpty { continue }
                guard parts.count == 2 else {
                    throw CommandFailure(.usage, name: "line", Phrase("a line is NUMBER MARK", "每行格式：编号 成绩"))
                }
                try record(String(parts[0]), String(parts[1]))
            }
        } else {
            for mark in arguments[marks] {
                let parts = mark.split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else {
                    throw CommandFailure(.usage, name: "mark", Phrase("give marks as 1001=86.5", "格式：1001=86.5"))
                }
                try record(String(parts[0]), String(parts[1]))
            }
        }
        return .ok
    }

    /// `86.5` → 8650; nil unless the text is a mark with at most two decimals.
    private static func hundredths(of text: String) -> UInt64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = UInt64(parts[0]), whole <= 100 else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        let decimals = parts[1] + String(repeating: "0", count: max(0, 2 - parts[1].count))
        guard decimals.count == 2, let rest = UInt64(decimals), whole * 100 + rest <= 10_000 else { return nil }
        return whole * 100 + rest
    }
}
