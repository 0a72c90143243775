import Causality
import Console
import Domain
import Passes
import Terminal

enum ScanCommand {
    static let command = Command(
        "scan",
        Phrase(
            "record a scanner's lines from standard input, or replay an attendance terminal's FILE",
            "从标准输入记录扫码（每行一条），或回放考勤机导出的文件"),
        Replay.file, Recording.offering, Recording.course, Recording.actor, Recording.unlisted, Replay.zone,
        Replay.serial,
        Replay.takeBack
    ) { (arguments: Arguments, interaction: Interaction) in
        let device = try Device(arguments)
        if let warning = try device.terminal.clockAccuracy(at: device.now).warning { interaction.warn(warning) }
        let recording = try telling {
            try Recording(
                arguments[Recording.offering], course: arguments[Recording.course],
                isUnlisted: arguments[Recording.unlisted], device)
        }
        recording.announce(interaction)
        if let path = arguments[Replay.file] {
            return try Replay(path: path, recording: recording, arguments: arguments, interaction: interaction)
                .run(device)
        }
        recording.warnOfDay(interaction)
        var recorded: Int64 = 0
        var refused = 0
        while let text = try interaction.nextScanned(&refused) {
            guard !text.isEmpty else { continue }
            do {
                let outcome = try device.terminal.scan(
                    ScanInput(
                        text, offering: recording.offering, course: recording.course,
                        actor: try Recording.holder(arguments, device), at: device.now))
                recorded += 1
                try show(outcome, text, try recording.count(device), interaction)
            } catch let refusal as Refusal {
                if refusal.code == .wrongState { throw refusal.commandFailure }
                refused += 1
                interaction.warn(Phrase("\(text): \(refusal.reason.en)", "\(text)：\(refusal.reason.zh)"))
            }
            try interaction.flush()
        }
        interaction.say(Phrase("\(recorded) recorded, kept on this device until synced", "已记录 \(recorded) 条，同步前保存在本机"))
        if refused > 0 {
            interaction.warn(Phrase("\(refused) not recorded: see above", "\(refused) 条未记录，见上"))
        }
        return refused == 0 ? .ok : .incomplete
    }

    private static func show(
        _ outcome: ScanOutcome, _ text: String, _ count: String, _ interaction: Interaction
    ) throws {
        let number: String
        let name: String
        var state: Phrase
        switch outcome.who {
        case .known(let attendee):
            (number, name, state) = (attendee.number, attendee.name ?? "", Phrase("recorded", "已签到"))
        case .notOnRoster(let person):
            (number, name, state) = (text, "", Phrase("not on this roster (person \(person)); kept", "不在本期名单，已保存"))
        case .unknown(let read):
            (number, name, state) = (read, "", Phrase("unknown here; kept", "名单中没有，已保存"))
        }
        if outcome.isRepeat { state = Phrase("already today", "今日已签到") }
        var pass: JSON = .null
        if let key = outcome.unknownKey {
            state = Phrase(
                "this terminal does not have key \(key) of this pass and cannot judge it; kept — take the number instead",
                "本终端没有该听课证的密钥 \(key)，无法核验；已保存，请改用编号签到")
            pass = .string("unknown_key")
        } else if let validity = outcome.validity {
            switch validity {
            case .valid: pass = .string("valid")
            case .expired:
                state = Phrase("the pass has expired; recorded", "听课证已过期，已记录")
                pass = .string("expired")
            case .future:
                state = Phrase("the pass is not valid yet; recorded", "听课证尚未生效，已记录")
                pass = .string("future")
            case .forged:
                state = Phrase("the pass is forged or of another site; kept", "听课证系伪造或非本站点签发，已保存")
                pass = .string("forged")
            }
        }
        try interaction.show(
            [
                "number": .string(number), "name": .string(name), "repeat": .bool(outcome.isRepeat), "pass": pass,
                "sequence": .integer(Int64(clamping: outcome.dot.sequence)),
            ],
            text: [number, name, interaction.text(state), count].filter { !$0.isEmpty }.joined(separator: "  "))
    }
}

extension Interaction {
    /// Returns what the next line holds, without what scanners put around it; nil after the last. A line that is no text is
    /// told, counted as refused and returned as empty.
    func nextScanned(_ refused: inout Int) throws -> String? {
        do {
            return try nextLine().map(trimmedLine)
        } catch let failure as CommandFailure where ["encoding", "too_long"].contains(failure.name) {
            refused += 1
            warn(failure.message)
            return ""
        }
    }
}

/// Removes white space, control and invisible characters at both ends: scanners send some before and after a code.
func trimmedLine(_ line: String) -> String {
    func isAround(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || isDeceptive(scalar) }
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isAround($0) }),
        let last = scalars.lastIndex(where: { !isAround($0) })
    else { return "" }
    return String(scalars[first...last])
}
