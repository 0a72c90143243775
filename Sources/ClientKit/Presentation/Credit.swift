import Console
import Domain
package import Messages

extension Desk {
    /// Shows what an award rests on, and what became of it.
    package func show(_ reply: ExplainAwardReply) throws {
        if interaction.isJSON {
            try interaction.data(reply.json.text)
            return
        }
        let award = reply.award ?? Award()
        interaction.say(
            Phrase(
                "award \(award.id): \(award.name), \(award.offeringTitle), \(Tenths(award.creditsTenths)) credits, "
                    + "\(award.state?.phrase.en ?? "")",
                "授予 \(award.id)：\(award.name)，\(award.offeringTitle)，\(Tenths(award.creditsTenths)) 学分，"
                    + "\(award.state?.phrase.zh ?? "")"))
        var steps = Table(
            .init("kind", Phrase("Rests on", "依据")), .init("text", Phrase("What is known", "情况"), .exact))
        for step in reply.steps {
            let mark = step.lacking ? Phrase("lacking: ", "缺：") : Phrase("")
            steps.add(.init(step.kind), .init(Phrase(mark.en + step.text, mark.zh + step.text), json: .null))
        }
        try interaction.show(steps)
        var entries = Table(
            .init("ordinal", Phrase("Entry", "序号"), .right), .init("event", Phrase("What", "事项")),
            .init("state", Phrase("State", "状态")), .init("at_ms", Phrase("Time", "时间")),
            .init("person", Phrase("By", "经办人")), .init("reason", Phrase("Reason", "原因"), .exact))
        for entry in reply.entries {
            entries.add(
                .init(entry.ordinal), .init(entry.event), .init(entry.state), Shown.moment(entry.atMs),
                .init(entry.personName), .init(entry.reason))
        }
        try interaction.show(entries)
    }
}

extension ExplainAwardReply {
    fileprivate var json: JSON {
        [
            "award": JSON(award?.id ?? 0),
            "state": JSON(award?.state),
            "steps": .array(
                steps.map { step in
                    [
                        "kind": JSON(step.kind), "lacking": .bool(step.lacking),
                        "text": .string(step.text), "at_ms": .integer(step.atMs), "subject": JSON(step.subject),
                        "log": .string(step.log.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()),
                        "sequence": JSON(step.sequence),
                    ]
                }),
            "entries": .array(
                entries.map { entry in
                    [
                        "ordinal": JSON(entry.ordinal), "event": JSON(entry.event),
                        "state": JSON(entry.state), "reason": .string(entry.reason),
                        "person_name": .string(entry.personName), "at_ms": .integer(entry.atMs),
                    ]
                }),
        ]
    }
}
