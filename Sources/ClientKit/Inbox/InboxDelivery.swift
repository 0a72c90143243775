package import Messages

/// NOT-2: delivers pending messages to the person, each once. After an error or a crash, another delivery from the
/// stored inbox continues (Docs/Decisions/0010-messages-shown-once.md).
package struct InboxDelivery {
    /// The operations a delivery uses.
    package struct Ends {
        /// Returns once the inbox is durable.
        package let save: (Inbox) throws -> Void
        package let claim: (ClaimMessagesRequest) throws -> ClaimMessagesReply
        package let mark: (MarkShownRequest) throws -> MarkShownReply
        /// - Parameter isAgain: the device stopped while it was showing the message, which may have been seen.
        package let show: (_ message: PersonalMessage, _ isAgain: Bool) throws -> Void

        package init(
            save: @escaping (Inbox) throws -> Void,
            claim: @escaping (ClaimMessagesRequest) throws -> ClaimMessagesReply,
            mark: @escaping (MarkShownRequest) throws -> MarkShownReply,
            show: @escaping (_ message: PersonalMessage, _ isAgain: Bool) throws -> Void
        ) {
            self.save = save
            self.claim = claim
            self.mark = mark
            self.show = show
        }
    }

    private var inbox: Inbox
    private let ends: Ends

    package init(_ inbox: Inbox, _ ends: Ends) {
        self.inbox = inbox
        self.ends = ends
    }

    /// Shows every message that this device may show.
    /// - Returns: milliseconds until there may be more, which another device has claimed; 0 if there are none.
    package mutating func run() throws -> UInt32 {
        try finish()
        while true {
            let reply = try ends.claim(ClaimMessagesRequest(device: inbox.device))
            inbox.take(reply.messages)
            if !reply.messages.isEmpty { try ends.save(inbox) }
            try finish()
            if !reply.more { return reply.retryMs }
        }
    }

    /// Marks and shows the claimed messages.
    private mutating func finish() throws {
        let asked = inbox.unmarked
        if !asked.isEmpty {
            let reply = try ends.mark(MarkShownRequest(device: inbox.device, messages: asked))
            inbox.mark(asked, yours: reply.yours)
            try ends.save(inbox)
        }
        while let entry = inbox.next {
            let isAgain = entry.stage == .showing
            if !isAgain {
                inbox.begin(entry.message.id)
                try ends.save(inbox)
            }
            try ends.show(entry.message, isAgain)
            inbox.finish(entry.message.id)
            try ends.save(inbox)
        }
    }
}
