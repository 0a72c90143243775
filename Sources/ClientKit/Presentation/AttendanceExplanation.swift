import Console
package import Messages

extension Desk {
    /// Shows what of somebody's attendance counts, and what is missing.
    package func show(_ reply: ExplainAttendanceReply) throws {
        if interaction.isJSON {
            try interaction.data(reply.json.text)
            return
        }
        let result = reply.present ? Phrase("present", "出勤") : Phrase("not present", "未达出勤要求")
        interaction.say(
            Phrase("\(reply.number) \(reply.name): \(result.en)", "\(reply.number) \(reply.name)：\(result.zh)"))
        var table = Table(.init("text", Phrase("What is known", "情况"), .exact))
        for step in reply.steps {
            let mark = step.lacking ? Phrase("lacking: ", "缺：") : Phrase("")
            table.add(.init(Phrase(mark.en + step.text, mark.zh + step.text), json: .null))
        }
        try interaction.show(table)
    }
}

extension ExplainAttendanceReply {
    fileprivate var json: JSON {
        [
            "person": JSON(person), "number": .string(number), "name": .string(name), "present": .bool(present),
            "steps": .array(
                steps.map { step in
                    [
                        "lacking": .bool(step.lacking), "text": .string(step.text), "at_ms": .integer(step.atMs),
                        "log": .string(step.log.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()),
                        "sequence": JSON(step.sequence),
                    ]
                }),
        ]
    }
}
