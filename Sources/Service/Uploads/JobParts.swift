import Application
import Crypto
import Domain
import Messages
import Storage
import Wire

// A job's file and its reports, encrypted, because both contain the rows' data.
extension Uploads {
    static let pieceSize = 64 << 10
    /// The most pieces written or deleted in one command.
    static let piecesASlice = 4
    private static let badRowsShown = 1000

    func encrypt(piece bytes: [UInt8], _ number: Int, of job: UInt64, _ random: (Int) -> [UInt8]) -> [UInt8] {
        secrets.atRest.seal(
            bytes, nonce: random(SealingKey.nonceSize), .atRest, place("upload_piece.sealed", job, number))
    }

    func insert(
        piece bytes: [UInt8], _ number: Int, of job: UInt64, _ random: (Int) -> [UInt8], _ transaction: Transaction
    ) throws {
        try transaction.execute(
            "INSERT INTO upload_piece (job, number, sealed) VALUES (?1, ?2, ?3)", job, number,
            encrypt(piece: bytes, number, of: job, random))
    }

    func decrypt(piece sealed: [UInt8], _ number: Int, of job: UInt64) throws -> [UInt8] {
        try secrets.atRest.open(sealed, .atRest, place("upload_piece.sealed", job, number))
    }

    func place(_ column: String, _ job: UInt64, _ number: Int) -> [UInt8] {
        var writer = ByteWriter()
        writer.writeFixed64(UInt64(number))
        writer.writeBytes(cellPlace(column, job))
        return writer.bytes
    }

    /// Stores the report of some rows.
    func keep(
        _ outcome: SliceOutcome, _ sheet: OpenSheet, of job: JobRecord, part number: Int, _ context: WriteContext
    ) throws {
        if !outcome.effects.isEmpty { try store(outcome.effects, of: job.id, part: number, context) }
        guard !outcome.bad.isEmpty || !outcome.accounts.isEmpty else { return }
        func sealed(_ bytes: [UInt8], _ column: String) -> [UInt8]? {
            guard !bytes.isEmpty else { return nil }
            return secrets.atRest.seal(
                bytes, nonce: context.random(SealingKey.nonceSize), .atRest, place(column, job.id, number))
        }
        var accounts = DelimitedWriter()
        // The heading belongs to the file only.
        _ = accounts.take()
        for cells in outcome.accounts { accounts.append(cells) }
        let bad = GetJobReply(bad: Self.message(outcome.bad, in: job.language)).serialized()
        try context.transaction.execute(
            """
            INSERT INTO upload_part (job, number, bad_sealed, mend_sealed, accounts_sealed)
            VALUES (?1, ?2, ?3, ?4, ?5)
            """, job.id, number, sealed(bad, "upload_part.bad_sealed"),
            sealed(sheet.mendRows(outcome.bad), "upload_part.mend_sealed"),
            sealed(accounts.take(), "upload_part.accounts_sealed"))
    }

    /// Stores what could not be taken back.
    func keep(_ bad: [BadRow], of job: JobRecord, part number: Int, _ context: WriteContext) throws {
        guard !bad.isEmpty else { return }
        try context.transaction.execute(
            "INSERT INTO upload_part (job, number, bad_sealed) VALUES (?1, ?2, ?3)", job.id, number,
            secrets.atRest.seal(
                GetJobReply(bad: bad).serialized(), nonce: context.random(SealingKey.nonceSize), .atRest,
                place("upload_part.bad_sealed", job.id, number)))
    }

    private static func message(_ bad: [FaultyRow], in language: Language) -> [BadRow] {
        bad.flatMap { row in
            row.refusals.map { refusal in
                BadRow(
                    line: UInt32(row.line), column: refusal.column, value: refusal.value,
                    reason: refusal.reason.text(in: language))
            }
        }
    }

    /// The first of the rows that could not be taken.
    func badRows(of job: UInt64, _ snapshot: Snapshot) throws -> [BadRow] {
        var shown: [BadRow] = []
        var after = -1
        while shown.count < Self.badRowsShown {
            let part = try snapshot.first(
                """
                SELECT number, bad_sealed FROM upload_part WHERE job = ?1 AND number > ?2 AND bad_sealed IS NOT NULL
                ORDER BY number LIMIT 1
                """, job, after
            ) { (number: $0.int(0), sealed: $0.bytes(1)) }
            guard let part else { break }
            let plain = try secrets.atRest.open(
                part.sealed, .atRest, place("upload_part.bad_sealed", job, part.number))
            shown += try GetJobReply(serialized: plain).bad
            after = part.number
        }
        return Array(shown.prefix(Self.badRowsShown))
    }

    /// Returns the next part of a job's file.
    /// - Returns: nil after the last.
    func filePart(
        _ file: JobFile, of job: UInt64, after number: Int, _ snapshot: Snapshot
    ) throws -> (number: Int, bytes: [UInt8])? {
        let found =
            switch file {
            case .accounts:
                try snapshot.first(
                    """
                    SELECT number, accounts_sealed FROM upload_part WHERE job = ?1 AND number > ?2
                    AND accounts_sealed IS NOT NULL ORDER BY number LIMIT 1
                    """, job, number
                ) { (number: $0.int(0), sealed: $0.bytes(1)) }
            case .mend:
                try snapshot.first(
                    """
                    SELECT number, mend_sealed FROM upload_part WHERE job = ?1 AND number > ?2
                    AND mend_sealed IS NOT NULL ORDER BY number LIMIT 1
                    """, job, number
                ) { (number: $0.int(0), sealed: $0.bytes(1)) }
            }
        guard let found else { return nil }
        let column = file == .accounts ? "upload_part.accounts_sealed" : "upload_part.mend_sealed"
        return (found.number, try secrets.atRest.open(found.sealed, .atRest, place(column, job, found.number)))
    }
}
