import Console
import Foundation

/// The files of a server's data directory. A backup needs both the database and the keys; the keys are separate files
/// so that they can be stored elsewhere.
struct DataFolder {
    let path: String

    var database: String { path + "/rollcall.db" }
    var siteKey: String { path + "/keys/site.key" }
    var serverLogKey: String { path + "/keys/server-log.key" }
    var masterKey: String { path + "/keys/master.key" }
    var tlsKey: String { path + "/keys/tls.key" }
    var certificate: String { path + "/keys/tls.crt" }
    var settings: String { path + "/settings.json" }
    /// Returns the path of a key file that the settings name.
    func key(_ file: String) -> String { path + "/keys/" + file }

    /// Returns whether a file or folder of this name, directly below, is of this place and moment alone: a backup has its own
    /// form of the database, and needs none of the others.
    static func isOfMoment(_ name: String) -> Bool {
        name.hasPrefix("rollcall.db") || name.hasSuffix(".unfinished")
            || ["lock", "backup.lock", "backup.done", "backup.done.new", "rollcall.mark"].contains(name)
    }

    /// Writes a file that only its owner may read. Durable on return.
    func write(_ bytes: [UInt8], to file: String) throws {
        let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(file) }
        defer { close(descriptor) }
        let count = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count, fsync(descriptor) == 0 else { throw failure(file) }
    }

    func read(_ file: String) throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw failure(file)
        }
    }

    /// Reads a file in `keys/` that a setting names; a failure names the setting.
    func read(_ file: String, of setting: String) throws -> [UInt8] {
        do {
            return try read(key(file))
        } catch let failure as CommandFailure {
            throw wrongSetting(setting, failure.message)
        }
    }

    func wrongSetting(_ name: String, _ reason: Phrase) -> CommandFailure {
        CommandFailure(
            .failure, name: "settings",
            Phrase("\(settings): \(name): \(reason.en)", "\(settings)：\(name)：\(reason.zh)"))
    }

    func failure(_ file: String) -> CommandFailure { .refusedFile(file, name: "data") }
}
