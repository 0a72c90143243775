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
        // Opening the database would drop what lies behind the damage.
        guard try folder.brokenLog() == nil else {
            throw CommandFailure(
                .failure, name: "damaged", Phrase("the write-ahead log is damaged", "预写日志已损坏"),
                hint: Phrase("run: rollcalld check --data \(folder.path)", "请运行：rollcalld check --data \(folder.path)"))
        }
        let database = try Database(path: folder.database)
        guard try database.isMigrated("service", Schema.migrations) else {
            throw CommandFailure(
                .failure, name: "older_schema",
                Phrase("the database is of an earlier version", "数据库为较早版本"),
                hint: Phrase("start the server once, then reset the password", "请先启动一次服务器再重置密码"))
        }
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
