import Causality
import Crypto
import Domain
import Facts
import Journal
package import Storage

extension CheckPart {
    static let logs = CheckPart(
        name: Phrase("logs", "日志"), ids: "SELECT id FROM log WHERE id > ?1 ORDER BY id LIMIT ?2"
    ) { checks, id, snapshot in
        try checks.checkLog(id, snapshot)
    }

    static let batches = CheckPart(
        name: Phrase("batches", "批次"), ids: "SELECT id FROM batch WHERE id > ?1 ORDER BY id LIMIT ?2"
    ) { checks, id, snapshot in
        try checks.journal.verify(id, snapshot)
        try checks.checkPlace(ofBatch: id, snapshot)
        try checks.checkIndex(ofBatch: id, snapshot)
    }
}

extension Checks {
    /// Returns rows that refer to missing ones. Checks all of them at once.
    package func orphans(_ snapshot: Snapshot) throws -> [Damage] {
        let counts = [
            (
                "offerings of batches",
                try snapshot.first(
                    """
                    SELECT count(*) FROM batch_offering o LEFT JOIN batch b ON b.id = o.batch WHERE b.id IS NULL
                    """
                ) { $0.int(0) }
            ),
            (
                "batches",
                try snapshot.first(
                    "SELECT count(*) FROM batch b LEFT JOIN log l ON l.id = b.log WHERE l.id IS NULL"
                ) { $0.int(0) }
            ),
            (
                "kept answers",
                try snapshot.first(
                    """
                    SELECT count(*) FROM answered a LEFT JOIN answer_page p ON p.id = a.page WHERE p.id IS NULL
                    """
                ) { $0.int(0) }
            ),
        ]
        return counts.compactMap { name, count in
            (count ?? 0) > 0 ? Damage("\(count ?? 0) \(name) name what is not there") : nil
        }
    }

    /// Verifies that the opening names the log and is signed, and that the log ends at its stored head, with a
    /// signature.
    fileprivate func checkLog(_ row: UInt64, _ snapshot: Snapshot) throws {
        guard let log = try journal.log(row, snapshot) else { return }
        let stored = try snapshot.first(
            "SELECT opening, opening_signature, epoch, seal, seal_signature FROM log WHERE id = ?1", row
        ) { stored in
            (
                opening: stored.bytes(0), signature: stored.bytes(1), epoch: stored.id(2),
                closing: stored.bytesOrNil(3),
                closingSignature: stored.bytesOrNil(4) ?? []
            )
        }
        guard let stored else { return }
        let opening = try LogOpening(decoding: stored.opening)
        guard opening.logID(site: site.id) == log.id, opening.deviceKey == log.key, opening.epoch == stored.epoch,
            opening.isSigned(stored.signature, site: site.id)
        else { throw Damage("log \(row): its opening is not what was written there") }
        try journal.verifyHead(of: log, snapshot)
        if log.head.sequence == 0, log.head.hash != opening.origin(site: site.id) {
            throw Damage("log \(row) does not begin where it says")
        }
        let endIsSigned = try snapshot.first(
            "SELECT signature FROM batch WHERE log = ?1 ORDER BY first_sequence DESC LIMIT 1", row
        ) { !$0.isNull(0) }
        if endIsSigned == false { throw Damage("log \(row): its end is not signed") }
        if let bytes = stored.closing {
            let closing = try LogClosing(decoding: bytes)
            let isSigned = [log.key, site.key].contains {
                closing.isSigned(stored.closingSignature, by: $0, site: site.id)
            }
            guard closing.log == log.id, closing.final == log.head, isSigned else {
                throw Damage("log \(row): its closing is not what was written there")
            }
        }
    }

    /// Verifies that the batch continues the one before it, and its device's signature.
    fileprivate func checkPlace(ofBatch id: UInt64, _ snapshot: Snapshot) throws {
        let stored = try snapshot.first("SELECT log, first_sequence, body, signature FROM batch WHERE id = ?1", id) {
            (log: $0.id(0), first: $0.id(1), body: $0.bytes(2), signature: $0.bytesOrNil(3))
        }
        guard let stored, let log = try journal.log(stored.log, snapshot) else { return }
        let before = try snapshot.first(
            """
            SELECT first_sequence + fact_count - 1, hash FROM batch WHERE log = ?1 AND first_sequence < ?2
            ORDER BY first_sequence DESC LIMIT 1
            """, stored.log, stored.first
        ) { (last: $0.id(0), hash: BatchHash($0.bytes(1))) }
        guard (before?.last ?? 0) + 1 == stored.first else {
            throw Damage("log \(stored.log) has a gap before fact \(stored.first)")
        }
        guard let signature = stored.signature else { return }
        let opening = try snapshot.first("SELECT opening FROM log WHERE id = ?1", stored.log) { $0.bytes(0) } ?? []
        let previous = try before?.hash ?? LogOpening(decoding: opening).origin(site: site.id)
        let preimage = Chain.preimage(site: site.id, log: log.id, previous: previous, body: stored.body)
        guard log.key.verifies(signature, preimage) else {
            throw Damage("batch \(id) of log \(stored.log): its device has not signed it")
        }
    }

    /// Verifies that the rows found by key agree with the batch.
    fileprivate func checkIndex(ofBatch id: UInt64, _ snapshot: Snapshot) throws {
        guard let stored = try journal.batch(id, snapshot), stored.facts.deferral == nil else { return }
        for (offering, content) in stored.facts.contents {
            let noted = try snapshot.first(
                "SELECT content FROM batch_offering WHERE offering = ?1 AND batch = ?2", offering, id
            ) { OfferingContent(rawValue: $0.integer(0)) }
            guard let noted, noted.isSuperset(of: content) else {
                throw Damage("batch \(id) of log \(stored.log): the index of offerings does not agree with it")
            }
        }
    }
}
