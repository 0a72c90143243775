import Causality
import Connection
import Journal
import Messages
import Wire

/// The upload of one sync.
struct Upload {
    struct Log {
        let row: UInt64
        let id: LogID
        let handle: UInt32
        /// The last sequence sent.
        var sent: UInt64
        var acknowledged: UInt64
        /// All batches were sent.
        var isSent = false
        /// The server accepts no more of it in this sync.
        var isRefused = false
    }

    var logs: [Log] = []
    /// The stream of the open call.
    var stream: UInt32?
}

extension SyncMachine {
    /// The most batches that one signature covers, and their bytes: a run must fit the stream's credit, because the
    /// server grants more only after it has verified the end of the run.
    private static let runBatches = 32
    private static let runBytes = 96 << 10

    /// Starts the upload if the server lacks anything.
    func push() throws {
        guard !upload.logs.isEmpty else { return }
        upload.stream = try call(.syncPush, PushRequest())
        try pushOn()
    }

    /// Sends while the server grants credit, which is the window.
    func pushOn() throws {
        guard let stream = upload.stream else { return }
        while let index = upload.logs.firstIndex(where: { !$0.isRefused && !$0.isSent }) {
            let log = upload.logs[index]
            let batches = try terminal.batches(log.row, behind: log.sent, limit: Self.runBatches)
            let entries = batches.map {
                DeltaPlan.Entry(sequences: $0.sequences, size: $0.body.count + 80, isSigned: true)
            }
            let run = DeltaPlan.run(of: entries, behind: log.sent, budget: Self.runBytes)
            guard let last = run.last else {
                upload.logs[index].isSent = true
                continue
            }
            let items = run.map { place in
                PushBatch(
                    handle: log.handle, body: batches[place].body,
                    signature: place == last ? batches[place].signature : []
                ).serialized()
            }
            upload.logs[index].sent = batches[last].sequences.upperBound
            report.batchesSent += run.count
            report.factsSent += run.reduce(0) { $0 + batches[$1].sequences.count }
            report.bytesSent += items.reduce(0) { $0 + $1.count }
            switch try connection.items(stream, items) {
            case .ready: continue
            case .waiting, .gone: return
            }
        }
        connection.endItems(stream)
    }

    func acknowledged(_ ack: Ack) throws {
        guard let index = upload.logs.firstIndex(where: { $0.handle == ack.handle }) else {
            throw SyncError.badAnswer("handle")
        }
        let log = upload.logs[index]
        if let code = ack.refused {
            upload.logs[index].isRefused = true
            report.uploadFailure = report.uploadFailure ?? SyncReport.Failure(code)
            return
        }
        try terminal.acknowledge(ack, log: log.row, at: now)
        report.acknowledgements += 1
        let durable = min(ack.all != 0 ? ack.all : ack.durable, log.sent)
        if durable > log.acknowledged {
            report.factsAcknowledged += durable - log.acknowledged
            upload.logs[index].acknowledged = durable
        }
        for fact in ack.quarantined {
            report.quarantined += fact.sequences(upTo: durable).map {
                QuarantinedRecord(dot: Dot(log: log.id, sequence: $0), code: fact.code)
            }
        }
    }
}
