import ClientKit
import Console
import Crypto
import Domain
import Foundation
import Terminal
import Threads
import TimeZones

/// What one terminal keeps in its home folder: `device.key` (its identity, readable by its owner alone), `terminal.db`
/// (what it recorded and its replica), `roster.key` (opens the names; given by the server, erased with the roster), and
/// the server's address as every client keeps it.
struct Device {
    let home: ClientHome
    let terminal: TerminalCore
    private let folder: String

    init(_ arguments: Arguments) throws {
        home = ClientHome(arguments, folder: ".rollcall-terminal")
        folder = home.path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let seedFile = folder + "/device.key"
        if !FileManager.default.fileExists(atPath: seedFile) { try Self.write(SystemRandom.bytes(32), to: seedFile) }
        let seed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: seedFile)))
        terminal = try TerminalCore(
            path: folder + "/terminal.db", deviceKey: SigningKey(seed: seed), bootIdentity: Self.bootIdentity(),
            zones: TimeZones.rule(named:))
        if let key = FileManager.default.contents(atPath: rosterKeyFile) {
            terminal.rosterKey = try SealingKey([UInt8](key))
        }
    }

    private var rosterKeyFile: String { folder + "/roster.key" }

    /// Keeps the roster key the server gave, or erases it with the roster.
    func keepRosterKey() throws {
        try? FileManager.default.removeItem(atPath: rosterKeyFile)  // It may not be there.
        if let key = terminal.rosterKey { try Self.write(key.bytes, to: rosterKeyFile) }
    }

    var now: DeviceTime { DeviceTime(monotonicMs: MonotonicClock.nowMs(), wallMs: WallClock.nowMs()) }

    /// Changes with every boot of the machine.
    private static func bootIdentity() -> [UInt8] {
        Array((FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id") ?? Data()).prefix(36))
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        let count = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
        let isWritten = descriptor >= 0 && count == bytes.count && fsync(descriptor) == 0
        if descriptor >= 0 { close(descriptor) }
        guard isWritten else {
            throw CommandFailure(.failure, name: "file", Phrase("cannot write \(path)", "无法写入 \(path)"))
        }
    }
}

extension Refusal {
    var commandFailure: CommandFailure {
        CommandFailure(.refused, name: "\(code)", Phrase(wording.english, wording.chinese))
    }
}

extension Wording {
    var phrase: Phrase { Phrase(english, chinese) }
}

/// Rules' refusals as a person is told them.
func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let refusal as Refusal {
        throw refusal.commandFailure
    } catch let error as ClientError {
        throw error.commandFailure
    }
}
