import Application
import Domain
import Messages
import Storage
import Wire

extension Notices {
    private static let mostAtOnce = 100
    private static let mostShown = 1000

    /// NOT-2: gives a device its person's pending messages, and withholds them from other devices for a minute. The
    /// same device may repeat the call and gets the same messages.
    func claimMessages(_ request: ClaimMessagesRequest, _ context: WriteContext) throws -> ClaimMessagesReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let device = try MessageHold.checked(request.device)
        let hold = MessageHold(claiming: device, at: Instant(context.now))
        // The condition is `MessageHold.isOpen`.
        let page = try listPage(request.limit, atMost: Self.mostAtOnce, by: \.id) { limit in
            try transaction.all(
                """
                SELECT m.id, m.kind, m.subject, m.details, m.created_ms FROM message_waiting w
                JOIN message m ON m.id = w.message WHERE w.person = ?1 AND (w.device = ?2 OR w.held_until_ms <= ?3)
                ORDER BY w.message LIMIT ?4
                """, person, device, context.now, limit
            ) { try Self.message($0, Language(locale: context.call.options.locale)) }
        }
        let found = page.elements
        var reply = ClaimMessagesReply(heldMs: UInt32(MessageHold.lengthMs), more: page.next != nil)
        for message in found {
            try transaction.execute(
                "UPDATE message_waiting SET device = ?3, held_until_ms = ?4 WHERE person = ?1 AND message = ?2",
                person, message.id, device, hold.until.milliseconds)
        }
        reply.messages = found
        let others = try transaction.first(
            """
            SELECT MIN(held_until_ms) FROM message_waiting WHERE person = ?1 AND device <> ?2 AND held_until_ms > ?3
            """, person, device, context.now
        ) { $0.integerOrNil(0) }
        if let until = others ?? nil { reply.retryMs = UInt32(clamping: until - context.now) }
        return reply
    }

    /// NOT-2: assigns the messages to this device for good. A repetition has the same answer; it leaves out messages
    /// that another device has claimed meanwhile.
    func markShown(_ request: MarkShownRequest, _ context: WriteContext) throws -> MarkShownReply {
        let transaction = context.transaction
        let person = try context.call.person().id
        let device = try MessageHold.checked(request.device)
        guard request.messages.count <= Self.mostShown else {
            throw Refusal(
                .invalid, field: "messages", Phrase("at most \(Self.mostShown)", "最多 \(Self.mostShown) 条"))
        }
        var reply = MarkShownReply()
        for message in Set(request.messages).sorted() {
            let waiting = try transaction.first(
                "SELECT device, held_until_ms FROM message_waiting WHERE person = ?1 AND message = ?2",
                person, message
            ) { MessageHold(device: $0.bytes(0), until: Instant($0.integer(1))) }
            if let waiting {
                guard waiting.isHeld(by: device) else { continue }
                try transaction.execute(
                    "DELETE FROM message_waiting WHERE person = ?1 AND message = ?2", person, message)
                try transaction.execute(
                    "INSERT INTO message_shown (person, message, device, shown_ms) VALUES (?1, ?2, ?3, ?4)",
                    person, message, device, context.now)
                reply.yours.append(message)
            } else if try transaction.exists(
                "SELECT 1 FROM message_shown WHERE person = ?1 AND message = ?2 AND device = ?3",
                person, message, device)
            {
                reply.yours.append(message)
            }
        }
        return reply
    }

    /// NOT-2: lists every message of the caller, newest first, shown or not.
    func listMessages(_ request: ListMessagesRequest, _ context: ReadContext) throws -> ListMessagesReply {
        let snapshot = context.snapshot
        let person = try context.call.person().id
        let language = Language(locale: context.call.options.locale)
        let page = try listPage(request.limit, by: \.id) { limit in
            try snapshot.all(
                """
                SELECT m.id, m.kind, m.subject, m.details, m.created_ms, s.shown_ms FROM message m
                LEFT JOIN message_shown s ON s.person = m.person AND s.message = m.id
                WHERE m.person = ?1 AND m.id < ?2 ORDER BY m.id DESC LIMIT ?3
                """, person, before(request.after), limit
            ) {
                var message = try Self.message($0, language)
                message.shownMs = $0.integerOrNil(5) ?? 0
                return message
            }
        }
        return ListMessagesReply(messages: page.elements, next: page.next ?? 0)
    }

    private static func message(_ row: borrowing Row, _ language: Language) throws -> PersonalMessage {
        let details = try MessageDetails(serialized: row.bytes(3)).texts
        let kind = try row.enumeration(1, MessageKind.self)
        return PersonalMessage(
            id: row.id(0), kind: kind, subject: row.id(2),
            text: MessageText(details).wording(kind).text(in: language), details: details,
            createdMs: row.integer(4))
    }
}
