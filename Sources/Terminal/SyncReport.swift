package import Messages

/// What a sync has done so far; complete once `SyncMachine.isFinished`.
package struct SyncReport: Sendable, Equatable {
    /// Why one direction did not finish. The other goes on.
    package struct Failure: Sendable, Equatable {
        package let code: ErrorCode
        package let text: String
        package let isRetryable: Bool
        package let retryAfterMs: UInt32
    }

    package var factsSent = 0
    package var batchesSent = 0
    package var acknowledgements = 0
    /// Facts whose durability the server has confirmed in this sync.
    package var factsAcknowledged: UInt64 = 0
    /// Bytes of requests, replies and items, without frames.
    package var bytesSent = 0
    package var bytesReceived = 0
    package var itemsReceived = 0
    package var newRosterEntries = 0
    package var removedRosterEntries = 0
    package var quarantined: [QuarantinedRecord] = []
    /// The server knew another history than this device: what it lacked came in under a new log.
    package var newEpochs = 0
    /// The replica did not add up and was read afresh.
    package var resnapshots = 0
    package var isRevoked = false
    package var uploadFailure: Failure?
    package var downloadFailure: Failure?
    /// The server's clock when the sync began, UTC milliseconds.
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
        self.init(code: code, text: text ?? code.rule.en, isRetryable: code.rule.retryable, retryAfterMs: 0)
    }
}

/// Why a sync cannot go on; the connection is of no more use.
package enum SyncError: Error, Sendable, Equatable {
    case notEnrolled
    /// The other end is not the site this terminal is enrolled with.
    case wrongSite
    /// The server answered what no server should; the field.
    case badAnswer(String)
    /// Epoch after epoch was opened, and the server agreed with none.
    case unsettled
}
