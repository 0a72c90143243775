package import Messages

/// The results of a sync so far; complete once `SyncMachine.isFinished`.
package struct SyncReport: Sendable, Equatable {
    /// Why one direction did not finish. The other continues.
    package struct Failure: Sendable, Equatable {
        package let code: ErrorCode?
        package let text: String
        package let isRetryable: Bool
        package let retryAfterMs: UInt32
    }

    package var factsSent = 0
    package var batchesSent = 0
    package var acknowledgements = 0
    /// Facts that the server has confirmed as durable in this sync.
    package var factsAcknowledged: UInt64 = 0
    /// Bytes of requests, replies and items, without frames.
    package var bytesSent = 0
    package var bytesReceived = 0
    package var itemsReceived = 0
    package var newRosterEntries = 0
    package var removedRosterEntries = 0
    package var quarantined: [QuarantinedRecord] = []
    /// New epochs, opened because the server knew another history; the facts it lacked moved into them.
    package var newEpochs = 0
    /// Snapshots read because the replica failed its checkpoint.
    package var resnapshots = 0
    package var isRevoked = false
    package var uploadFailure: Failure?
    package var downloadFailure: Failure?
    /// The server's clock at the start of the sync, UTC milliseconds.
    package var serverTimeMs: Int64 = 0

    package var isComplete: Bool { uploadFailure == nil && downloadFailure == nil && !isRevoked }

    package init() {}
}

extension SyncReport.Failure {
    init(_ failure: Messages.Failure) {
        self.init(
            code: failure.code, text: failure.text, isRetryable: failure.retryable,
            retryAfterMs: failure.retryAfterMs)
    }

    init(_ code: ErrorCode, text: String? = nil) {
        self.init(code: code, text: text ?? code.rule.text.en, isRetryable: code.rule.retryable, retryAfterMs: 0)
    }
}

/// Why a sync cannot continue; the connection is unusable.
package enum SyncError: Error, Sendable, Equatable {
    case notEnrolled
    /// The server is not of the site this terminal is enrolled with.
    case wrongSite
    /// An invalid answer of the server, with the field's name.
    case badAnswer(String)
    /// Several epochs were opened, and the server agreed with none.
    case unsettled
}
