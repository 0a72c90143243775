import Connection
import Messages

/// The download of one sync.
struct Download {
    let pull: Pull
    let stream: UInt32
    /// Received and not stored yet.
    var items: [ScopeItem] = []
    var size = 0
    var checkpoint: Checkpoint?
    /// The replica failed its checkpoint once and is being read again.
    var isSecond: Bool
}

extension SyncMachine {
    /// The most items stored in one commit.
    private static let itemsPerCommit = 500

    func pull(again: Bool = false) throws {
        let pull = try terminal.beginPull()
        let stream = try call(.syncPull, PullRequest(feed: pull.feed, cursor: pull.cursor))
        download = Download(pull: pull, stream: stream, isSecond: again)
    }

    func took(_ item: ScopeItem, size: Int) throws {
        download?.size += size
        if let checkpoint = item.checkpoint {
            download?.checkpoint = checkpoint
        } else {
            download?.items.append(item)
        }
        if let download, download.items.count >= Self.itemsPerCommit || download.size >= 64 << 10 { try store() }
    }

    /// Ends the download after its checkpoint.
    func pulled() throws {
        try store()
        guard let ended = download else { return }
        download = nil
        guard let checkpoint = ended.checkpoint else { throw SyncError.badAnswer("checkpoint") }
        let (isWhole, changes) = try terminal.finish(ended.pull, checkpoint)
        count(changes)
        if isWhole { return try finishIfDone() }
        guard !ended.isSecond else {
            report.downloadFailure = SyncReport.Failure(.internal, text: "the scope does not add up")
            return try finishIfDone()
        }
        report.resnapshots += 1
        try pull(again: true)
    }

    /// Stores received items, then grants the server more credit.
    private func store() throws {
        guard let download, download.size > 0 else { return }
        count(try terminal.apply(download.items, of: download.pull))
        self.download?.items = []
        self.download?.size = 0
        connection.consumed(download.stream, bytes: download.size)
    }

    private func count(_ changes: ScopeChanges) {
        report.itemsReceived += changes.items
        report.newRosterEntries += changes.newRosterEntries
        report.removedRosterEntries += changes.removedRosterEntries
    }
}
