import Console
import Service
import Storage
import Threads

/// `rollcalld reset-password`: a new first password for an account whose owner nobody else can help (ACC-12d).
enum ResetPassword {
    /// - Returns: the password.
    static func run(_ folder: DataFolder, account: String) throws -> String {
        try folder.requireInitialised()
        let lock = try FolderLock(folder, for: "reset-password")
        defer { withExtendedLifetime(lock) {} }
        guard try folder.brokenLog() == nil else { throw folder.brokenLogFailure }
        let database = try Database(path: folder.database)
        guard try database.isMigrated("service", Schema.migrations) else { throw folder.olderSchema }
        let password = try OperatorReset.run(
            account, database, nowMs: WallClock.nowMs(), random: SystemRandom.bytes)
        guard let password else {
            throw CommandFailure(
                .failure, name: "not_found", Phrase("nobody has the account \(account)", "没有账号 \(account)"))
        }
        try database.checkpoint(.waiting)
        return password
    }
}
