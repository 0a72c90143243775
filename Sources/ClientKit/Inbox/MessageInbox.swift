import Console
import Glibc
import Messages
import Threads
import Wire

/// The messages of the logged-in person on this device. One program at a time shows them.
package struct MessageInbox {
    private static let longestWaitMs: UInt64 = 60_000

    private let desk: Desk
    private let path: String
    private let inbox: Inbox
    private let lock: FileLock

    /// - Throws: `CommandFailure` `in_use` while another program on this device shows them.
    package init(_ desk: Desk) throws {
        self.desk = desk
        let me: LoginReply = try desk.call(.accountsWhoAmI, WhoAmIRequest())
        // One file per person, so that a message is never shown to another person.
        path = desk.home.path + "/messages-\(me.person?.id ?? 0)"
        lock = try FileLock(path + ".lock")
        guard let bytes = try PrivateFile.read(path) else {
            inbox = Inbox(device: SystemRandom.bytes(Inbox.deviceSize))
            try PrivateFile.write(inbox.serialized(), to: path)
            return
        }
        do throws(DecodeError) {
            inbox = try Inbox(serialized: bytes)
        } catch {
            throw CommandFailure(
                .failure, name: "file", Phrase("\(path) is damaged: \(error)", "\(path) 已损坏：\(error)"),
                hint: Phrase("remove it; every message can be read again", "可删除该文件，全部消息仍可查看"),
                next: Phrase("messages --all"))
        }
    }

    /// Shows the pending messages; with `isWatching`, waits for more.
    package func open(isWatching: Bool) throws {
        var count = 0
        let ends = InboxDelivery.Ends(
            save: { inbox in try PrivateFile.write(inbox.serialized(), to: path) },
            claim: { request in try desk.client.call(.noticesClaimMessages, request) },
            mark: { request in try desk.client.call(.noticesMarkShown, request) },
            show: { message, isAgain in
                count += 1
                try show(message, isAgain)
            })
        var delivery = InboxDelivery(inbox, ends)
        guard isWatching else {
            do {
                _ = try delivery.run()
            } catch let error as ClientError {
                throw error.commandFailure
            }
            if count == 0 { try desk.interaction.show(Table(.init("text", Phrase("Message", "消息")))) }
            return
        }
        var failures = 0
        while true {
            do {
                let retryMs = try delivery.run()
                failures = 0
                let waitMs = retryMs == 0 ? Self.longestWaitMs : min(UInt64(retryMs), Self.longestWaitMs)
                _ = try desk.client.nextHint(waitMs: waitMs)
            } catch let error as ClientError {
                guard error.isRetryable else { throw error.commandFailure }
                let pauseMs = Backoff.pauseMs(failures: failures, random: SystemRandom.bytes(1)[0])
                failures += 1
                _ = poll(nil, 0, Int32(clamping: max(pauseMs, error.retryAfterMs)))
            }
        }
    }

    private func show(_ message: PersonalMessage, _ isAgain: Bool) throws {
        let interaction = desk.interaction
        let time = Shown.text(message.createdMs)
        let again = isAgain ? interaction.text(Phrase(" (may have been shown before)", "（可能已显示过）")) : ""
        try interaction.show(
            [
                "id": JSON(message.id), "kind": JSON(message.kind), "subject": JSON(message.subject),
                "created_ms": JSON.integer(message.createdMs), "text": .string(message.text), "again": .bool(isAgain),
            ], text: "\(time)  \(message.text)\(again)")
        // Flushed before the message counts as shown.
        try interaction.flush()
    }
}

/// A file lock held by one program at a time; released when the program ends in any way.
private final class FileLock {
    private let descriptor: Int32

    init(_ path: String) throws(CommandFailure) {
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure(.failure, name: "file", Phrase("cannot open \(path)", "无法打开 \(path)"))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw CommandFailure(
                .retryable, name: "in_use",
                Phrase("messages are being shown by another program on this device", "本机另一程序正在显示消息"))
        }
    }

    deinit { close(descriptor) }
}
