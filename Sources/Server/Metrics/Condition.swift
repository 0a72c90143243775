import Application
import Domain
import Foundation
import Network
import Passes
import Service
import Storage
import Threads

/// OPS-5: looks every minute for what an operator should know before it hurts, and says it in the log once, and once more when it
/// is over.
final class Condition: Sendable {
    private enum Trouble: Hashable {
        case disk, deadLetters
        case certificate(String)
        case clock(PaymentChannel)
    }

    private struct State {
        var isDiskFull = false
        var certificates: [(name: String, expiresMs: Int64)] = []
        var told: Set<Trouble> = []
        /// Terminals of whose silence the log has told.
        var silent: Set<UInt64> = []
        var lastBackup: LastBackup?
    }

    /// So long before its end a certificate is told of.
    static let certificateMs: Int64 = 30 * 86_400_000
    private static let namesShown = 5

    private let folder: DataFolder
    private let ports: Ports
    private let state = Locked(State())

    init(_ folder: DataFolder, _ ports: Ports) {
        (self.folder, self.ports) = (folder, ports)
    }

    var isDiskFull: Bool { state.withLock { $0.isDiskFull } }
    /// By name, with the end of its validity.
    var certificates: [(name: String, expiresMs: Int64)] { state.withLock { $0.certificates } }
    var lastBackup: LastBackup? { state.withLock { $0.lastBackup } }

    func note(isDiskFull: Bool) { state.withLock { $0.isDiskFull = isDiskFull } }

    /// Reads the certificates in use again.
    func noteCertificates(_ settings: ServerSettings) throws {
        var found = [("tls", try folder.tlsIdentity().expiresMs)]
        let document = folder.key("document.pem")
        if FileManager.default.fileExists(atPath: document) { found.append(("document", try expiry(document))) }
        if let file = settings.http?.certificateFile { found.append(("http", try expiry(folder.key(file)))) }
        state.withLock { $0.certificates = found }
    }

    private func expiry(_ file: String) throws -> Int64 {
        try TLSIdentity.expiryMs(of: String(decoding: try folder.read(file), as: UTF8.self))
    }

    /// Call every minute.
    func look(_ readers: ReaderPool) {
        let now = ports.now()
        readers.submit({ try Figures($0, now: now) }) { [self] figures in
            do {
                try tell(try figures.get(), try Disk(of: folder), now)
                let backup = try LastBackup(in: folder)
                state.withLock { $0.lastBackup = backup }
            } catch {
                ports.log(LogLine(.warning, "condition not known", [("error", "\(error)")]))
            }
        }
    }

    func tell(_ figures: Figures, _ disk: Disk, _ now: Int64) throws {
        let free = [("free", "\(disk.freeBytes)"), ("of", "\(disk.sizeBytes)")]
        // Once more only when it had clearly got better.
        if disk.isLow || disk.freeBytes > disk.lowBytes * 5 / 4 {
            tell(
                .disk, disk.isLow, "disk nearly full: free some before commits are refused", "disk has room again", free
            )
        }
        let dead = figures.outbox[.dead] ?? 0
        tell(
            .deadLetters, dead > 0, "deliveries were given up: rollcall-admin outbox list --state dead",
            "no delivery is given up any more", [("entries", "\(dead)")])
        for (name, expiresMs) in certificates {
            let days = (expiresMs - now) / 86_400_000
            tell(
                .certificate(name), expiresMs - now < Self.certificateMs, "certificate expires soon",
                "certificate renewed",
                [("certificate", name), ("days", "\(days)")])
        }
        for (channel, gateway) in ports.services.payments {
            guard let clock = gateway.clock() else { continue }
            tell(
                .clock(channel), clock.isOff,
                "clock differs from a payment gateway's: set it before nothing is sold by that any more",
                "clock agrees with the payment gateway's",
                [("gateway", channel.word), ("ahead", "\(clock.offsetMs / 1000) s")])
        }
        tellSilent(figures.silent)
    }

    private func tell(
        _ trouble: Trouble, _ isSo: Bool, _ event: String, _ over: String, _ fields: [(String, String)]
    ) {
        let isNews = state.withLock { state in
            isSo ? state.told.insert(trouble).inserted : state.told.remove(trouble) != nil
        }
        if isNews { ports.log(LogLine(isSo ? .warning : .info, isSo ? event : over, fields)) }
    }

    private func tellSilent(_ silent: [(id: UInt64, name: String)]) {
        let news = state.withLock { state in
            defer { state.silent = Set(silent.map(\.id)) }
            return silent.filter { !state.silent.contains($0.id) }
        }
        guard !news.isEmpty else { return }
        let names = news.prefix(Self.namesShown).map(\.name).joined(separator: ", ")
        ports.log(
            LogLine(
                .warning, "terminals have been silent for a week",
                [("terminals", "\(news.count)"), ("names", names)]))
    }
}
