import Application
import Domain
import Messages
import Storage

// ACC-4d: text messages leave through the outbox, of which they are one kind.
extension Accounts {
    func queue(_ text: String, to phone: MobileNumber, _ purpose: SmsPurpose, _ context: WriteContext) throws {
        let payload = TextPayload(phone: phone, text: text)
        try outbox.put(.textMessage, subject: UInt64(UInt32(bitPattern: purpose.rawValue)), payload.bytes, context)
    }

    /// ACC-4d: for the operator; phones masked, and texts only while no gateway sends them.
    func listSmsOutbox(
        _ request: ListSmsOutboxRequest, _ context: ReadContext
    ) throws -> (reply: ListSmsOutboxReply, auditDetail: AuditDetail) {
        let since = context.now - TextDelivery.limits.keptMs
        let page = try listPage(request.limit, by: \.entry.id) { limit in
            try context.snapshot.all(
                """
                SELECT id, at_ms, subject, state, attempts, failure, payload_sealed FROM outbox
                WHERE kind = ?1 AND id < ?2 AND at_ms > ?3 ORDER BY id DESC LIMIT ?4
                """, OutboxKind.textMessage.rawValue, before(request.after), since, limit
            ) { row in
                (
                    entry: SmsEntry(
                        id: row.id(), atMs: row.integer(), purpose: try row.enumeration(),
                        state: SmsState(try row.enumeration(OutboxState.self)), tries: row.uint32(),
                        failure: row.text()),
                    sealed: row.bytes()
                )
            }
        }
        let isShown = ports.services.texts == nil
        let entries = try page.elements.map { row in
            var entry = row.entry
            let message = try TextPayload(outbox.payload(row.sealed, .textMessage, entry.id))
            entry.phone = message.phone.masked
            entry.text = isShown ? message.text : ""
            return entry
        }
        return (ListSmsOutboxReply(entries: entries, next: page.next ?? 0), "\(page.elements.count) messages")
    }
}

extension DeliveryKind {
    static func textMessages(_ services: OutsideServices) -> DeliveryKind {
        DeliveryKind(
            .textMessage, TextDelivery.limits,
            // Of the messages that waited when this outbox took the place of theirs.
            column: "sms_outbox.message",
            isOn: { services.texts != nil },
            unwanted: { atMs, now in
                now < atMs + SmsCode.lifeMs ? nil : "too late"
            },
            read: { try TextPayload($0) },
            recipient: { $0.phone.masked },
            send: { (message: TextPayload, delivery: Delivery) throws(DeliveryFailure) in
                guard let send = services.texts else { throw DeliveryFailure("no gateway", isTransient: true) }
                try send(TextMessage(key: delivery.key, phone: message.phone.text, text: message.text))
            })
    }
}

/// The payload of a text message: 11 digits, and the text.
private struct TextPayload {
    let phone: MobileNumber
    let text: String

    var bytes: [UInt8] { Array("\(phone.text)\(text)".utf8) }

    init(phone: MobileNumber, text: String) {
        self.phone = phone
        self.text = text
    }

    init(_ bytes: [UInt8]) throws {
        phone = try MobileNumber(String(decoding: bytes.prefix(11), as: UTF8.self))
        text = String(decoding: bytes.dropFirst(11), as: UTF8.self)
    }
}

extension SmsState {
    fileprivate init(_ state: OutboxState) {
        switch state {
        case .waiting: self = .waiting
        case .sending: self = .sending
        case .sent: self = .sent
        case .dead, .dropped: self = .failed
        }
    }
}

extension SmsPurpose {
    func text(_ code: String) -> Phrase {
        switch self {
        case .register: SmsText.code(code, for: "to register", zh: "注册")
        case .recover: SmsText.code(code, for: "to recover your password", zh: "找回密码")
        case .oldPhone, .newPhone: SmsText.code(code, for: "to change your phone", zh: "更换手机号")
        case .organisationLogin: SmsText.code(code, for: "to log in for your organisation", zh: "单位登录")
        }
    }
}
