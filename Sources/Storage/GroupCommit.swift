internal import CSQLite

/// Runs many commands in one transaction, so that they share one sync of the disk, yet each lands or fails on its own.
/// Synchronous and without a thread: the writer lane drives it in a server, a simulation drives it directly.
///
/// Commands run one after another without savepoints: most fail, if at all, before they have written anything, and then
/// there is nothing to undo. Only when one fails after a write is the whole group rolled back and run again with a
/// savepoint around each. A command therefore may run twice, and must depend on nothing but its arguments and the rows
/// it reads.
package final class GroupCommit {
    /// Pages in the write-ahead log from which it is moved into the database (40 MB).
    package static let checkpointPages = 10_000
    /// Pages from which that is worth doing while nobody waits.
    static let idleCheckpointPages = 1_000

    private let database: Database
    private let answered: () -> Void
    private let report: (StorageError) -> Void
    private var checkpointDueAt = GroupCommit.checkpointPages

    /// - Parameters:
    ///   - answered: called when every command of a group has been told what became of it.
    ///   - report: told when a checkpoint fails. Nothing is lost by that; the log grows and it is tried again.
    package init(
        _ database: Database, answered: @escaping () -> Void = {}, report: @escaping (StorageError) -> Void = { _ in }
    ) {
        self.database = database
        self.answered = answered
        self.report = report
    }

    /// Runs, commits, then tells every command what became of it. When the commit itself fails, every command of the
    /// group gets that error, also those that had refused.
    package func commit(_ commands: [Command]) {
        do {
            let outcomes =
                try attempt(commands, isolation: commands.count == 1 ? .alone : .shared)
                ?? attempt(commands, isolation: .savepoints) ?? []
            for (command, failure) in zip(commands, outcomes) {
                if let failure { command.work.fail(failure) } else { command.work.succeed() }
            }
        } catch {
            for command in commands { command.work.fail(error) }
        }
        answered()
        checkpointIfDue()
    }

    /// How the failure of one command is kept from the others.
    private enum Isolation {
        /// There are no others.
        case alone
        /// By starting over with savepoints.
        case shared
        case savepoints
    }

    /// What each command failed with, nil for none; nothing at all when the group must be run with savepoints.
    private func attempt(_ commands: [Command], isolation: Isolation) throws -> [(any Error)?]? {
        let transaction = try database.begin()
        defer { transaction.isOver = true }
        do {
            var outcomes: [(any Error)?] = []
            outcomes.reserveCapacity(commands.count)
            var succeeded = 0
            for command in commands {
                if isolation == .savepoints { try database.run("SAVEPOINT command") }
                let gathered = transaction.gathered
                let leases = database.ids.leases
                transaction.hasWritten = false
                do {
                    try command.work.run(transaction)
                    guard database.isInTransaction else { throw StorageError.transactionLost }
                    outcomes.append(nil)
                    succeeded += 1
                } catch {
                    guard database.canUndo(error) else { throw error }
                    transaction.drop(downTo: gathered)
                    if transaction.hasWritten {
                        switch isolation {
                        case .alone: database.rollback()
                        case .shared:
                            database.rollback()
                            return nil
                        case .savepoints:
                            try database.run("ROLLBACK TO command")
                            database.ids.rolledBack(toLeases: leases)
                            database.changes.undone()
                        }
                    }
                    outcomes.append(error)
                }
                if isolation == .savepoints { try database.run("RELEASE command") }
            }
            if succeeded > 0 {
                for gathering in transaction.gatherings { try gathering.finish(transaction) }
                try database.commit()
            } else {
                database.rollback()
            }
            return outcomes
        } catch {
            database.rollback()
            throw error
        }
    }

    // Checkpoints

    private func checkpointIfDue() {
        if database.logPages < Self.checkpointPages { checkpointDueAt = Self.checkpointPages }
        guard database.logPages >= checkpointDueAt else { return }
        // A reader may keep the log from starting afresh; then look again only after a good stretch. When readers
        // follow one another without end, wait for those that stand in the way.
        let isOverdue = database.logPages >= 4 * Self.checkpointPages
        checkpointDueAt = database.logPages + Self.checkpointPages / 4
        checkpoint(isOverdue ? .waiting : .passive)
    }

    /// To be called when there is nothing to do.
    package func idle() {
        if database.logPages >= Self.idleCheckpointPages { checkpoint(.passive) }
    }

    private func checkpoint(_ patience: Database.Patience) {
        do {
            try database.checkpoint(patience)
        } catch {
            report(error)
        }
    }
}

extension StorageError {
    static let transactionLost = StorageError(
        code: SQLITE_ABORT, message: "the database gave the transaction up", statement: "a command")
}
