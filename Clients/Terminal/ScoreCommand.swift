import Console
import Domain
import Terminal

enum ScoreCommand {
    private static let marks: Parameter<[String]> = .arguments(
        "NUMBER=MARK", Phrase("marks, as 1001=86.5; - reads lines NUMBER MARK", "成绩，如 1001=86.5；- 表示逐行读取“编号 成绩”"))

    static let command = Command(
        "score", Phrase("record an examiner's marks", "记录考官评分"), marks, Recording.offering, Recording.unlisted,
        Recording.actor
    ) { (arguments: Arguments, interaction: Interaction) in
        guard let actor = arguments[Recording.actor] else {
            throw CommandFailure(
                .usage, name: "actor",
                Phrase(
                    "whose marks? give --actor, the examiner's account", "缺少考官，请用 --actor 指定考官账号"))
        }
        let device = try Device(arguments)
        let recording = try telling {
            try Recording(
                arguments[Recording.offering], isUnlisted: arguments[Recording.unlisted], device)
        }
        let marker = try telling {
            try device.terminal.marker(named: actor, isUnlisted: arguments[Recording.unlisted])
        }
        recording.announce(interaction)
        var recorder = Recorder(
            device: device, offering: recording.offering, actor: marker, interaction: interaction)
        if arguments[marks] == ["-"] {
            var line = 0
            while let text = try interaction.nextScanned(&recorder.refused) {
                line += 1
                if !text.isEmpty { try recorder.record(text, line: line) }
            }
        } else {
            for mark in arguments[marks] { try recorder.record(mark, line: nil) }
        }
        guard recorder.refused > 0 else { return .ok }
        interaction.warn(
            Phrase("\(recorder.refused) not recorded: see above", "\(recorder.refused) 条未记录，见上"))
        return .incomplete
    }

    private struct Recorder {
        let device: Device
        let offering: UInt64
        let actor: UInt64
        let interaction: Interaction
        var refused = 0

        /// Records one mark. One that cannot be recorded is told and counted; the others are recorded all the same.
        mutating func record(_ text: String, line: Int?) throws {
            let recorded: (number: String, hundredths: UInt64, replaced: Int)
            do {
                recorded = try record(text)
            } catch let failure as CommandFailure {
                refused += 1
                let message = failure.message
                return interaction.warn(
                    line.map { Phrase("line \($0): \(message.en)", "第 \($0) 行：\(message.zh)") }
                        ?? Phrase("\(text): \(message.en)", "\(text)：\(message.zh)"))
            }
            // It is on the disk: a failure from here on is no refusal of the mark.
            try interaction.show(
                [
                    "number": .string(recorded.number), "hundredths": .integer(Int64(clamping: recorded.hundredths)),
                    "replaced": .integer(Int64(recorded.replaced)),
                ],
                text: "\(recorded.number)  \(Domain.hundredths(Int(clamping: recorded.hundredths)))  "
                    + interaction.text(
                        recorded.replaced > 0
                            ? Phrase("replaces your earlier mark", "替换您之前的评分") : Phrase("recorded", "已记录")))
            try interaction.flush()
        }

        private func record(_ text: String) throws -> (number: String, hundredths: UInt64, replaced: Int) {
            let parts = text.split(maxSplits: 1) { $0.isWhitespace || $0 == "=" }.map { trimmedLine(String($0)) }
            guard parts.count == 2 else {
                throw CommandFailure(
                    .usage, name: "mark", Phrase("give a number and a mark, as 1001=86.5", "格式为编号和成绩，如 1001=86.5"))
            }
            let (number, mark) = (parts[0], parts[1])
            guard let hundredths = ScoreCommand.hundredths(of: mark) else {
                throw CommandFailure(
                    .usage, name: "mark", Phrase("\(mark) is no mark from 0 to 100", "\(mark) 不是 0 至 100 的成绩"))
            }
            let outcome = try telling {
                try device.terminal.score(
                    number, offering: offering, hundredths: hundredths, actor: actor, at: device.now)
            }
            return (number, hundredths, outcome.replaced)
        }
    }

    /// `86.5` → 8650; nil unless the text is a mark with at most two decimals.
    static func hundredths(of text: String) -> UInt64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = UInt64(parts[0]), whole <= 100 else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        let decimals = parts[1] + String(repeating: "0", count: max(0, 2 - parts[1].count))
        guard decimals.count == 2, let rest = UInt64(decimals), whole * 100 + rest <= 10_000 else { return nil }
        return whole * 100 + rest
    }
}
