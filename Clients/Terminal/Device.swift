import ClientKit
import Console
import Crypto
import Domain
import Glibc
import Storage
import Terminal
import Threads
import TimeZones

/// The files of a terminal's home folder: `device.key` (its identity, readable by its owner alone), `terminal.db` (its
/// records and its replica), `roster.key` (decrypts the names; sent by the server, erased with the roster), and the
/// server's address, as for every client.
struct Device {
    let home: ClientHome
    let terminal: TerminalCore
    private let folder: String

    init(_ arguments: Arguments) throws {
        home = ClientHome(arguments, folder: ".rollcall-terminal")
        folder = home.path
        try PrivateFile.makeFolder(folder)
        let database = folder + "/terminal.db"
        let key = try DeviceKey.read(folder, isNew: unsafe access(database, F_OK) != 0)
        // Names and numbers of people are readable by their owner only.
        umask(0o077)
        do {
            terminal = try TerminalCore(
                path: database, deviceKey: key, bootIdentity: try Self.bootIdentity(), zones: TimeZones.rule(named:))
        } catch let error as StorageError {
            throw error.commandFailure(database)
        }
        // Earlier versions created it readable by all users.
        unsafe chmod(database, 0o600)
        if let key = try PrivateFile.read(rosterKeyFile) { terminal.rosterKey = try SealingKey(key) }
    }

    private var rosterKeyFile: String { folder + "/roster.key" }

    /// Stores the server's roster key, or deletes it together with the roster.
    func keepRosterKey() throws {
        if let key = terminal.rosterKey {
            try PrivateFile.write(key.bytes, to: rosterKeyFile)
        } else {
            try PrivateFile.remove(rosterKeyFile)
        }
    }

    /// Returns the server at which the terminal was enrolled.
    func site() throws(CommandFailure) -> ServerSite {
        try home.site(first: Self.enrolling)
    }

    /// The command that makes the device a terminal.
    static let enrolling = Phrase(
        "enrol CODE --server HOST:PORT --site FINGERPRINT", "enrol 注册码 --server 主机:端口 --site 站点指纹")

    var now: DeviceTime { DeviceTime(monotonicMs: MonotonicClock.nowMs(), wallMs: WallClock.nowMs()) }

    /// Returns bytes that change with every boot of the machine.
    private static func bootIdentity() throws -> [UInt8] {
        Array(try PrivateFile.readExisting("/proc/sys/kernel/random/boot_id").prefix(36))
    }
}

extension Refusal {
    var commandFailure: CommandFailure {
        CommandFailure(.refused, name: "\(code)", reason)
    }
}

/// Converts a refusal to an error for people.
func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let refusal as Refusal {
        throw refusal.commandFailure
    } catch let error as ClientError {
        throw error.commandFailure
    } catch let error as StorageError {
        throw error.commandFailure("terminal.db")
    }
}
