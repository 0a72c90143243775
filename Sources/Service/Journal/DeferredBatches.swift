import Facts
import Storage

extension JournalStore {
    /// Bytes of bodies read at once.
    private static let bytesAtOnce = 4 << 20

    /// SYN-10: reads batches again that an earlier version could not read; their facts count from then on. Reads a few
    /// per call, in order of arrival.
    /// - Parameter behind: the last batch that was read; 0 for none.
    /// - Returns: the last one of these; 0 if there are no more.
    func readDeferred(behind: UInt64, _ transaction: Transaction) throws -> UInt64 {
        var found: [BatchColumns] = []
        var bytes = 0
        try transaction.query(BatchColumns.deferred, behind) { row in
            guard bytes < Self.bytesAtOnce else { return }
            let columns = try BatchColumns.columns.read(row)
            bytes += columns.body.count
            found.append(columns)
        }
        for columns in found {
            let batch = try StoredBatch(columns, of: self, transaction)
            if batch.facts.deferral != nil { continue }
            for (offering, content) in batch.facts.contents {
                try transaction.execute(
                    .insertOfferingOfBatch, offering, batch.row,
                    content.rawValue)
                try JournalStore.noteAttendanceChange(offering, transaction)
                if content.contains(.marks) { try JournalStore.noteMarks(of: offering, transaction) }
            }
            try transaction.execute("DELETE FROM deferred_batch WHERE batch = ?1", batch.row)
        }
        return found.last?.row ?? 0
    }
}
