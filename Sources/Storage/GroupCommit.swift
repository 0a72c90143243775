internal import Threads

/// Runs many commands in one transaction, so that they share one sync of the disk, yet each lands or fails on its own.
/// Synchronous and without a thread: the writer lane drives it in a server, a simulation drives it directly.
///
/// Commands run one after another without savepoints: most failures happen before a command has written anything, and
/// then there is nothing to undo. Only if one fails after a write, the whole group is rolled back and run again with a
/// savepoint around each command. A command may therefore run twice, and must depend only on its arguments and the rows
/// it reads.
package final class GroupCommit {
    /// Pages in the write-ahead log from which it is moved into the database (30 MB).
    static let checkpointPages = 7_500
    /// Pages a server's log is made long for: what is written while a checkpoint is under way finds room (40 MB).
    package static let logPages = 10_000
    /// Pages from which that is worth doing while nobody waits.
    static let idleCheckpointPages = 1_000

    /// How often a group is run for which other writers are too quick.
    static let tries = 5

    private let database: Database
    private let answered: () -> Void
    private let report: (StorageNotice) -> Void
    private let checkpointer: Checkpointer?
    private let counts: CommitCounts?
    /// The checkpointer has begun, and has not told yet how it ended.
    private var isMovingAside = false
    private var checkpointDueAt = GroupCommit.checkpointPages
    /// Commands refused since the disk became full.
    private var refusedAsFull = 0
    private var checkpointsFail = false

    /// - Parameters:
    ///   - answered: called when every command of a group has been told what became of it.
    ///   - report: told once when the disk gets full or a checkpoint fails, and once when it goes on.
    ///   - checkpointer: moves most of the log while groups go on; without it a group waits for the whole of it. It is
    ///     stopped with the last group.
    ///   - counts: told of every group.
    package init(
        _ database: Database, answered: @escaping () -> Void = {}, report: @escaping (StorageNotice) -> Void = { _ in },
        checkpointer: Checkpointer? = nil, counts: CommitCounts? = nil
    ) {
        self.database = database
        self.counts = counts
        self.checkpointer = checkpointer
        self.answered = answered
        self.report = report
    }

    deinit { checkpointer?.stop() }

    /// Runs, commits, then tells every command what became of it. When the commit itself fails, every command of the
    /// group gets that error, also those that had refused.
    package func commit(_ commands: [WriteCommand]) {
        var rest = commands[...]
        repeat { commit(taking: { rest.popFirst() }) } while !rest.isEmpty
    }

    /// The same for a group that is gathered while it runs.
    /// - Parameter next: the next command of the group; nil ends it.
    package func commit(taking next: () -> WriteCommand?) {
        guard let counts else { return commit(taking: next, tries: Self.tries) }
        let beganNs = MonotonicClock.nowNs()
        var commands = 0
        commit(
            taking: {
                let command = next()
                if command != nil { commands += 1 }
                return command
            }, tries: Self.tries)
        counts.note(commands: commands, tookNs: MonotonicClock.nowNs() - beganNs, logPages: database.logPages)
    }

    private func commit(taking next: () -> WriteCommand?, tries: Int) {
        var commands: [WriteCommand] = []
        do {
            let outcomes = try attempt(&commands, next) ?? rerun(&commands, next)
            for (command, failure) in zip(commands, outcomes) {
                if let failure { command.work.fail(failure) } else { command.work.succeed() }
            }
        } catch  where commands.count > 1 && Damage(error) != nil {
            // SQLite aborts the transaction in which a damaged page was read: each command is retried in one of its
            // own.
            for command in commands { commit([command]) }
            return
        } catch let error as StorageError where error.kind == .retry && tries > 1 {
            // Another writer was first: each runs again, and reads what that one wrote.
            var again = commands[...]
            return commit(taking: { again.popFirst() }, tries: tries - 1)
        } catch {
            noteRefusal(error, commands: commands.count)
            for command in commands { command.work.fail(error) }
        }
        answered()
        checkpointIfDue()
    }

    /// Returns the failure of each command, nil for none; nothing at all when the group must be run again with savepoints.
    private func attempt(_ commands: inout [WriteCommand], _ next: () -> WriteCommand?) throws -> [(any Error)?]? {
        guard let first = next() else { return [] }
        commands.append(first)
        let transaction = try database.begin()
        defer { transaction.isOver = true }
        do {
            var outcomes: [(any Error)?] = []
            var command = first
            while true {
                let buffered = transaction.buffered
                transaction.hasWritten = false
                if let error = try run(command, transaction) {
                    transaction.drop(downTo: buffered)
                    // After a failed statement an engine may take nothing more.
                    if transaction.hasWritten || error is StorageError {
                        database.rollback()
                        if commands.count > 1 { return nil }
                        guard let following = next() else { return [error] }
                        commands.append(following)
                        return nil
                    }
                    outcomes.append(error)
                } else {
                    outcomes.append(nil)
                }
                guard let following = next() else { break }
                commands.append(following)
                command = following
            }
            try finish(transaction, outcomes)
            return outcomes
        } catch {
            database.rollback()
            throw error
        }
    }

    /// The same, each command behind a savepoint; first those that were run before.
    private func rerun(_ commands: inout [WriteCommand], _ next: () -> WriteCommand?) throws -> [(any Error)?] {
        let transaction = try database.begin()
        defer { transaction.isOver = true }
        do {
            var outcomes: [(any Error)?] = []
            while true {
                if outcomes.count == commands.count {
                    guard let following = next() else { break }
                    commands.append(following)
                }
                let command = commands[outcomes.count]
                try database.engine.savepoint()
                let buffered = transaction.buffered
                let leases = database.ids.leases
                transaction.hasWritten = false
                let error = try run(command, transaction)
                if error != nil {
                    transaction.drop(downTo: buffered)
                    try database.takeBack(toLeases: leases)
                } else {
                    try database.engine.release()
                }
                outcomes.append(error)
            }
            try finish(transaction, outcomes)
            return outcomes
        } catch {
            database.rollback()
            throw error
        }
    }

    /// Returns the failure of the command; throws that of the whole group.
    private func run(_ command: WriteCommand, _ transaction: Transaction) throws -> (any Error)? {
        do {
            try command.work.run(transaction)
            guard database.engine.isInTransaction else { throw StorageError.transactionLost }
            return nil
        } catch {
            guard database.canUndo(error) else { throw error }
            return error
        }
    }

    private func finish(_ transaction: Transaction, _ outcomes: [(any Error)?]) throws {
        guard outcomes.contains(where: { $0 == nil }) else { return database.rollback() }
        for buffer in transaction.buffers { try buffer.finish(transaction) }
        let pages = database.logPages
        try database.commit()
        if refusedAsFull > 0, database.logPages != pages { noteRoom() }
    }

    // Checkpoints

    private func checkpointIfDue() {
        finishMovingAside()
        if database.logPages < Self.checkpointPages { checkpointDueAt = Self.checkpointPages }
        guard database.logPages >= checkpointDueAt else { return }
        // When readers follow one another without end, wait for those that stand in the way.
        if database.logPages >= 4 * Self.checkpointPages { return checkpoint(.waiting) }
        moveAside()
    }

    /// Checkpoints if worthwhile. Call when idle.
    package func idle() {
        finishMovingAside()
        if database.logPages >= Self.idleCheckpointPages { moveAside() }
    }

    private func moveAside() {
        guard let checkpointer else { return checkpoint(.passive) }
        guard !isMovingAside else { return }
        isMovingAside = true
        checkpointer.begin()
    }

    /// The rest of the log, what was written meanwhile, is moved here: only a log that is moved whole begins from its front.
    private func finishMovingAside() {
        guard isMovingAside, let outcome = checkpointer?.takeOutcome() else { return }
        isMovingAside = false
        switch outcome {
        case .success: checkpoint(.passive)
        case .failure: note(outcome)
        }
    }

    private func checkpoint(_ patience: Database.Patience) {
        // A reader may keep the log from starting afresh; then look again only after a good stretch.
        checkpointDueAt = database.logPages + Self.checkpointPages / 4
        note(Result { () throws(StorageError) in try database.checkpoint(patience) })
    }

    private func note(_ outcome: Result<Void, StorageError>) {
        switch outcome {
        case .success:
            if checkpointsFail { report(.checkpointsAgain) }
            checkpointsFail = false
        case .failure(let error):
            checkpointDueAt = database.logPages + Self.checkpointPages / 4
            if !checkpointsFail { report(.checkpointFails(error)) }
            checkpointsFail = true
        }
    }

    // A full disk

    private func noteRefusal(_ error: any Error, commands: Int) {
        guard let error = error as? StorageError, error.kind == .full else { return }
        if refusedAsFull == 0 { report(.full(error)) }
        refusedAsFull += commands
    }

    /// Reports that a write has succeeded again.
    private func noteRoom() {
        report(.roomAgain(refused: refusedAsFull))
        refusedAsFull = 0
    }
}

/// A lasting condition, reported once when it starts and once when it ends.
package enum StorageNotice: Sendable {
    /// The disk is full: nothing that needs room is committed.
    case full(StorageError)
    /// The disk has room again; that many commands were refused meanwhile.
    case roomAgain(refused: Int)
    /// A checkpoint failed. Nothing is lost: the write-ahead log grows, and the checkpoint is retried.
    case checkpointFails(StorageError)
    case checkpointsAgain
}

extension StorageError {
    static let transactionLost = StorageError(
        .other, "the database gave the transaction up", statement: "a command")
}
