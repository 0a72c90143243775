package import Connection
import Crypto
import Messages
import Storage
import Wire

/// One sync over one connection, as a synchronous machine: the driver verifies the server, calls `start`, then passes
/// every event to `receive` until `isFinished`. After an interruption the next sync continues from what became durable.
///
/// Authenticate → Open (the server's state of each log; new epochs as needed) → Push and Pull in parallel, neither
/// waiting for the other.
package final class SyncMachine {
    enum Phase {
        case idle
        case authenticating(UInt32)
        case opening(UInt32, [DeviceLog])
        case searching(UInt32, Search)
        case transferring
        case ended
    }

    package internal(set) var report = SyncReport()

    let terminal: TerminalCore
    let connection: any SyncConnection
    private let evidence: ConnectionEvidence
    let locale: String
    private let time: () -> DeviceTime
    var phase = Phase.idle
    /// Rounds of `Open` so far.
    var rounds = 0
    var upload = Upload()
    var download: Download?

    /// - Parameters:
    ///   - evidence: the connection's evidence; the driver has verified the server.
    ///   - time: returns the present readings of the device's clocks.
    ///   - locale: the language of error texts.
    package init(
        _ terminal: TerminalCore, connection: any SyncConnection, evidence: ConnectionEvidence, locale: String = "en",
        time: @escaping () -> DeviceTime
    ) {
        self.terminal = terminal
        self.connection = connection
        self.evidence = evidence
        self.locale = locale
        self.time = time
    }

    package var isFinished: Bool {
        if case .ended = phase { true } else { false }
    }

    /// Throws `SyncError`, `CallRefusal`, or storage errors.
    package func start() throws {
        guard let enrolment = try terminal.enrolment() else { throw SyncError.notEnrolled }
        guard enrolment.siteKey == evidence.siteKey else { throw SyncError.wrongSite }
        phase = .authenticating(try call(.terminalsAuthenticate, terminal.authenticateRequest(over: evidence)))
    }

    /// Handles an event of the server; answers through the connection.
    package func receive(_ event: ClientEvent) throws {
        switch event {
        case .reply(let stream, let bytes):
            report.bytesReceived += bytes.count
            try replied(stream, bytes)
        case .error(let stream, let failure):
            try failed(stream, failure)
        case .item(let stream, let bytes):
            report.bytesReceived += bytes.count
            try took(stream, bytes)
        case .writable(let stream):
            if stream == upload.stream { try pushOn() }
        case .welcome, .event, .pong, .goodbye: break
        }
    }

    func call(_ method: Method, _ request: some Message) throws -> UInt32 {
        let bytes = request.serialized()
        report.bytesSent += bytes.count
        return try connection.call(method, options: CallOptions(locale: locale), request: bytes)
    }

    private func replied(_ stream: UInt32, _ bytes: [UInt8]) throws {
        switch phase {
        case .authenticating(stream):
            let reply = try AuthenticateReply(serialized: bytes)
            report.serverTimeMs = reply.timeMs
            connection.authenticated()
            terminal.rosterKey = try SealingKey(reply.rosterKey)
            try open()
        case .opening(stream, let logs): try opened(logs, try OpenReply(serialized: bytes))
        case .searching(stream, let search): try searched(search, try OpenReply(serialized: bytes))
        case .transferring where stream == upload.stream:
            upload.stream = nil
            try finishIfDone()
        case .transferring where stream == download?.stream: try pulled()
        case .idle, .authenticating, .opening, .searching, .transferring, .ended: break
        }
    }

    private func failed(_ stream: UInt32, _ failure: Failure) throws {
        if failure.code == .terminalRevoked { return try revoke() }
        switch phase {
        case .authenticating(stream):
            report.uploadFailure = SyncReport.Failure(failure)
            report.downloadFailure = SyncReport.Failure(failure)
            phase = .ended
        case .opening(stream, _), .searching(stream, _):
            report.uploadFailure = SyncReport.Failure(failure)
            phase = .transferring
            try pull()
        case .transferring where stream == upload.stream:
            report.uploadFailure = SyncReport.Failure(failure)
            upload.stream = nil
            try finishIfDone()
        case .transferring where stream == download?.stream:
            report.downloadFailure = SyncReport.Failure(failure)
            download = nil
            try finishIfDone()
        case .idle, .authenticating, .opening, .searching, .transferring, .ended: break
        }
    }

    private func took(_ stream: UInt32, _ bytes: [UInt8]) throws {
        if stream == upload.stream {
            try acknowledged(try Ack(serialized: bytes))
            connection.consumed(stream, bytes: bytes.count)
        } else if stream == download?.stream {
            try took(try ScopeItem(serialized: bytes), size: bytes.count)
        }
    }

    /// SYN-7: ends the sync of a revoked terminal and erases the roster.
    func revoke() throws {
        try terminal.database.write { try terminal.erase($0) }
        report.isRevoked = true
        phase = .ended
    }

    func finishIfDone() throws {
        guard upload.stream == nil, download == nil else { return }
        if report.isComplete { try terminal.finishSync(nowMs: report.serverTimeMs) }
        phase = .ended
    }

    var now: DeviceTime { time() }
}
